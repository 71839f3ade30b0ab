import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { Refusal } from '../process/refusal.ts'
import { withClient, withoutPassword } from './client.ts'

export interface ExternalDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly version: string
  /** One login for both: connections give up the owner's rights themselves, which is weaker than not having them. */
  readonly oneLogin: boolean
}

/** Released majors that the whole test suite runs on, at both ends. */
const oldest = 15
const newest = 18

/**
 * The same address, whose connections begin as `quanheng_app`. As a start-up option it is the session's default, so that
 * RESET and DISCARD ALL come back to it.
 */
export function asAppRole(url: string): string {
  const address = new URL(url)
  const options = [address.searchParams.get('options'), '-c role=quanheng_app'].filter(Boolean).join(' ')
  address.searchParams.set('options', options)
  return address.href.replaceAll('+', '%20')
}

/** The server's version, when we serve on it. */
export async function checkServer(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
            current_setting('server_encoding') AS encoding`,
  )
  const { number = 0, version = '', encoding = '' } = rows[0] ?? {}
  const major = Math.floor(number / 10_000)
  if (major < oldest || major > newest) throw new Refusal('database.version', { version })
  if (encoding !== 'UTF8') throw new Refusal('database.encoding', { encoding })
  return version
}

interface Rights {
  readonly login: string
  readonly exists: boolean
  readonly member: boolean
  readonly creates: boolean
  readonly powerful: boolean
}

async function rightsOf(client: pg.Client): Promise<Rights> {
  const { rows } = await client.query<Rights>(
    `SELECT current_user AS login, app.oid IS NOT NULL AS exists,
            coalesce(pg_has_role(me.oid, app.oid, 'MEMBER'), false) AS member,
            me.rolsuper OR me.rolcreaterole AS creates,
            me.rolsuper OR me.rolbypassrls OR pg_has_role(me.oid, base.datdba, 'USAGE') AS powerful
       FROM pg_roles me
       JOIN pg_database base ON base.datname = current_database()
       LEFT JOIN pg_roles app ON app.rolname = 'quanheng_app'
      WHERE me.rolname = current_user`,
  )
  const [rights] = rows
  if (!rights) throw new Refusal('database.noRole', { login: '' })
  return rights
}

/** Makes the roles for a login that may, so that one administrator's address is enough to try the program. */
async function ensureAppRole(client: pg.Client, rolesFile: string): Promise<void> {
  const before = await rightsOf(client)
  if (before.exists && before.member) return
  if (!before.creates) throw new Refusal('database.noRole', { login: before.login })
  try {
    if (!before.exists) await client.query(await readFile(rolesFile, 'utf8'))
    if (!before.member) await client.query('GRANT quanheng_app TO CURRENT_USER')
  } catch (error) {
    throw new Refusal('database.noRole', { login: before.login }, error)
  }
}

/** The serving login must be (in) quanheng_app, or the grants are not its own, and must not own what it serves. */
async function checkAppLogin(client: pg.Client): Promise<void> {
  const { login, exists, member, powerful } = await rightsOf(client)
  if (!exists || !member) throw new Refusal('database.noRole', { login })
  if (powerful) throw new Refusal('database.appMayNotServe', { login })
}

/** Uses a server that somebody else runs; refuses versions, encodings and logins that would not be safe. */
export async function openExternal(
  appUrl: string | undefined,
  ownerUrl: string | undefined,
  rolesFile: string,
): Promise<ExternalDatabase> {
  const owner = ownerUrl ?? appUrl ?? ''
  for (const url of [appUrl, ownerUrl]) {
    if (url && !URL.canParse(url))
      throw new Refusal('database.unreachable', { where: withoutPassword(url), reason: 'URL' })
  }
  if (appUrl && ownerUrl && appUrl !== ownerUrl) {
    const version = await withClient(ownerUrl, checkServer)
    await withClient(appUrl, checkAppLogin)
    return { ownerUrl, appUrl, version, oneLogin: false }
  }
  const version = await withClient(owner, async (client) => {
    const found = await checkServer(client)
    await ensureAppRole(client, rolesFile)
    return found
  })
  return { ownerUrl: owner, appUrl: asAppRole(owner), version, oneLogin: true }
}
