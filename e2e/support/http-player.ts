import { randomUUID } from 'node:crypto'
import type { Route } from '../../packages/contract/src/route.ts'
import { rehearsalPassword } from '../../packages/rehearsal/src/accounts.ts'
import type { Player } from '../../packages/rehearsal/src/player.ts'

interface Input {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

const addressOf = ({ path }: Pick<Route, 'path'>, { params = {}, query = {} }: Input): string => {
  const place = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return `${place}?${asked}`
}

/**
 * Plays people of the rehearsal world over HTTP, each signed in on first use: what a story takes for granted and does not show.
 * Lists of a login that is not among `logins` are empty, so that shared parts of the play leave it alone.
 */
export const httpPlayer = (address: string, logins: readonly string[]): Player => {
  const cookies = new Map<string, string>()
  const signIn = async (login: string): Promise<string> => {
    const known = cookies.get(login)
    if (known !== undefined) return known
    const answer = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'x-quanheng': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: rehearsalPassword }),
    })
    if (!answer.ok) throw new Error(`${login}: ${await answer.text()}`)
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    cookies.set(login, cookie)
    return cookie
  }
  const call = async (login: string, route: Route, input: Input): Promise<never> => {
    const answer = await fetch(`${address}${addressOf(route, input)}`, {
      method: route.method,
      headers: {
        cookie: await signIn(login),
        'x-quanheng': '1',
        'idempotency-key': randomUUID(),
        ...(input.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    })
    if (!answer.ok) throw new Error(`${login} ${route.id}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as never
  }
  return {
    act: (login, route, input) => call(login, route, input),
    read: async (login, route, input) =>
      logins.includes(login) ? call(login, route, input) : ({ rows: [], total: 0 } as never),
    upload: async (login, name, content) => {
      const answer = await fetch(`${address}/api/uploads`, {
        method: 'PUT',
        headers: {
          cookie: await signIn(login),
          'x-quanheng': '1',
          'x-file-name': encodeURIComponent(name),
          'content-type': 'application/octet-stream',
        },
        body: content as never,
      })
      if (!answer.ok) throw new Error(`${login} ${name}: ${await answer.text()}`)
      return (await answer.json()) as { digest: string }
    },
    printedCode: () => Promise.reject(new Error('nothing is printed here')),
    moveTo: () => Promise.reject(new Error('the day of a browser story stands still')),
    tell: () => undefined,
  }
}
