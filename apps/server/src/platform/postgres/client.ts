import pg from 'pg'
import { Refusal, reasonOf } from '../process/refusal.ts'

/** The address without its password, for sentences. */
export function withoutPassword(url: string): string {
  try {
    const { host, pathname, username } = new URL(url)
    return `${username ? `${username}@` : ''}${host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

/** Runs `work` on one connection of its own and closes it; refuses with `database.unreachable` where none can be had. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  let client: pg.Client
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 })
    client.on('error', () => undefined)
    await client.connect()
  } catch (error) {
    throw new Refusal('database.unreachable', { where: withoutPassword(url), reason: reasonOf(error) }, error)
  }
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
