import { randomUUID } from 'node:crypto'
import type { CommandRoute, Route } from '@quanheng/contract/route'
import type { CallInput } from '../../testing/test-server.ts'

/** Somebody signed in, as the browser knows them. */
export interface Person {
  readonly personId: string
  readonly token: string
}

/** An act that the server has said is done. */
export interface Ack {
  readonly personId: string
  readonly key: string
  readonly action: string
  readonly reply: unknown
}

/** A refusal of the server's: an answer, not a failure. */
export class Refused extends Error {}

export interface Client {
  readonly acks: Ack[]
  readonly uploads: { readonly uploadId: string; readonly digest: string }[]
  /** How often something was asked for again, because no answer came or the server was away. */
  readonly again: () => number
  /** What the server said, while it could not, by the code of its refusal. */
  readonly excuses: ReadonlyMap<string, string>
  readonly ask: <T>(person: Person, route: Route, input?: CallInput) => Promise<T>
  /** One act under one key, asked for until there is a definite answer. */
  readonly act: <T>(person: Person, route: CommandRoute, input?: CallInput) => Promise<T>
  readonly upload: (person: Person, name: string, bytes: Uint8Array) => Promise<string>
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Milliseconds after which an answer is taken for lost, and a server for gone. */
const answerTime = 30_000
const goneTime = 120_000

const urlOf = (address: string, { path }: Route, { params = {}, query = {} }: CallInput): string => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return `${address}${filled}?${new URLSearchParams(query)}`
}

/** A careful client: it writes down what it was promised, and repeats word for word what it does not know the end of. */
export const makeClient = (address: () => string): Client => {
  const acks: Ack[] = []
  const uploads: { uploadId: string; digest: string }[] = []
  const excuses = new Map<string, string>()
  let again = 0

  const untilAnswered = async (asked: () => string, init: RequestInit): Promise<unknown> => {
    const end = performance.now() + goneTime
    for (;;) {
      try {
        const answer = await fetch(asked(), { ...init, signal: AbortSignal.timeout(answerTime) })
        const text = await answer.text()
        if (answer.status < 400) return text === '' ? null : JSON.parse(text)
        if (answer.status < 500) throw new Refused(`${asked()} ${answer.status} ${text}`)
        const { error } = JSON.parse(text) as { error: { code: string; message: string } }
        excuses.set(error.code, error.message)
        if (performance.now() > end) throw new Refused(`${asked()} still ${answer.status} ${text}`)
      } catch (error) {
        if (error instanceof Refused || performance.now() > end) throw error
      }
      again++
      await pause(100)
    }
  }

  const headersOf = ({ token }: Person, more: Record<string, string> = {}) => ({
    'x-quanheng': '1',
    cookie: `quanheng=${token}`,
    ...more,
  })

  return {
    acks,
    uploads,
    again: () => again,
    excuses,
    ask: async <T>(person: Person, route: Route, input: CallInput = {}) =>
      (await untilAnswered(() => urlOf(address(), route, input), { headers: headersOf(person) })) as T,
    act: async <T>(person: Person, route: CommandRoute, input: CallInput = {}) => {
      const key = input.key ?? randomUUID()
      const reply = await untilAnswered(() => urlOf(address(), route, input), {
        method: route.method,
        headers: headersOf(person, { 'content-type': 'application/json', 'idempotency-key': key }),
        body: JSON.stringify(input.body ?? {}),
      })
      acks.push({ personId: person.personId, key, action: route.id, reply })
      return reply as T
    },
    upload: async (person, name, bytes) => {
      const reply = (await untilAnswered(() => `${address()}/api/uploads`, {
        method: 'PUT',
        headers: headersOf(person, {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
        }),
        body: Buffer.from(bytes),
      })) as { uploadId: string; digest: string }
      uploads.push({ uploadId: reply.uploadId, digest: reply.digest })
      return reply.digest
    },
  }
}
