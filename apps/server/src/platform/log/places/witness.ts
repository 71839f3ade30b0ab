import { ok, refuse } from '@quanheng/domain/kernel/result'
import { base64 } from '@quanheng/log/base64'
import { parseNote } from '@quanheng/log/note'
import { consistencyAddresses, consistencyProof } from '@quanheng/log/proof'
import type { Database } from '../../database/database.ts'
import { nodesAt, sha256Tree } from '../trees.ts'
import type { Place } from './place.ts'

/** Milliseconds; a witness on the intranet answers at once. */
const patience = 10_000

/** Characters; a witness answers with a few lines, whoever answers more is none. */
const longest = 65_536

const bodyOf = async (db: Database, old: number, size: number, note: string): Promise<string> => {
  const proof =
    old === 0
      ? []
      : consistencyProof(sha256Tree.hash, old, size, await nodesAt(db, sha256Tree, consistencyAddresses(old, size)))
  return `${[`old ${old}`, ...proof.map(base64)].join('\n')}\n\n${note}`
}

interface Answer {
  readonly status: number
  readonly text: string
}

const readAnswer = async (response: Response): Promise<Answer> => {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.length > longest) throw new Error('witness answered too much')
  }
  return { status: response.status, text }
}

/** Signature lines and nothing else: the page of a proxy in between is no cosignature. */
const cosigned = ({ status, text }: Answer): boolean => status === 200 && parseNote(`-\n\n${text}`)?.text === '-\n'

/** The size that the witness has cosigned last, which 409 tells. */
const heldSize = ({ status, text }: Answer): number | undefined => {
  const digits = status === 409 ? /^([0-9]{1,15})\n?$/.exec(text)?.[1] : undefined
  return digits === undefined ? undefined : Number(digits)
}

/** A witness on the intranet that cosigns only what continues the last checkpoint it saw (C2SP tlog-witness). */
export const witnessPlace = (url: string, milliseconds = patience): Place => ({
  name: url,
  send: async ({ db, checkpoint: { size, note } }) => {
    const latest = await db
      .selectFrom('checkpoint_copy')
      .select((max) => max.fn.max('size').as('size'))
      .where('place', '=', url)
      .executeTakeFirst()
    const ask = async (old: number): Promise<Answer> =>
      readAnswer(
        await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
          method: 'POST',
          body: await bodyOf(db, old, size, note),
          signal: AbortSignal.timeout(milliseconds),
          redirect: 'error',
        }),
      )
    const first = await ask(latest?.size ?? 0)
    const held = heldSize(first)
    const rolledBack = () => refuse('checkpoint.rolledBack', { params: { place: url, size: String(held ?? size) } })
    if (held !== undefined && held > size) return rolledBack()
    const answer = held === undefined ? first : await ask(held)
    if (cosigned(answer)) return ok(answer.text)
    // 422: ours does not continue what it saw. 409 again at one size: it saw another root there.
    if (answer.status === 422 || (held === size && heldSize(answer) === size)) return rolledBack()
    throw new Error(`witness answered ${answer.status}`)
  },
})
