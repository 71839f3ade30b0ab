import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { migrate } from '../../platform/database/migrate.ts'
import { withClient } from '../../platform/postgres/client.ts'
import { dropDatabase, quoted } from '../../platform/postgres/drop-database.ts'

const sources = [
  new URL('../../../../../db/migrations/', import.meta.url),
  new URL('../../../../../packages/rehearsal/src/', import.meta.url),
].map((folder) => fileURLToPath(folder))

/** Names the world as it would be loaded now: another migration or another fact in it makes another template. */
const worldVersion = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const folder of sources) {
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = files.filter((file) => file.isFile()).map((file) => `${file.parentPath}/${file.name}`)
    for (const path of paths.sort()) hash.update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 12)
}

const nameIn = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1))
const beside = (url: string): string => Object.assign(new URL(url), { pathname: '/postgres' }).href
const at = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href

const exists = (ownerUrl: string, name: string): Promise<boolean> =>
  withClient(beside(ownerUrl), async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    return found.rows.length > 0
  })

const run = (ownerUrl: string, statement: string): Promise<unknown> =>
  withClient(beside(ownerUrl), (client) => client.query(statement))

const drop = (ownerUrl: string, name: string): Promise<unknown> => dropDatabase(beside(ownerUrl), name)

const templateName = async (ownerUrl: string): Promise<string> => `${nameIn(ownerUrl)}_world_${await worldVersion()}`

/**
 * Puts a new database in the place of the served one, then drops the old: no row is ever deleted (model.md). With a template
 * of the world it is a copy of that, else it is empty and migrated. Nothing may be connected meanwhile.
 */
export const replaceDatabase = async (ownerUrl: string): Promise<'loaded' | 'empty'> => {
  const name = nameIn(ownerUrl)
  const next = `${name}_next`
  const old = `${name}_old`
  const template = await templateName(ownerUrl)
  const ready = await exists(ownerUrl, template)
  await drop(ownerUrl, next)
  await drop(ownerUrl, old)
  await run(
    ownerUrl,
    ready
      ? `CREATE DATABASE ${quoted(next)} TEMPLATE ${quoted(template)} STRATEGY file_copy`
      : `CREATE DATABASE ${quoted(next)} TEMPLATE template0 ENCODING 'UTF8'`,
  )
  if (!ready) await migrate(at(ownerUrl, next))
  await run(ownerUrl, `ALTER DATABASE ${quoted(name)} RENAME TO ${quoted(old)}`)
  await run(ownerUrl, `ALTER DATABASE ${quoted(next)} RENAME TO ${quoted(name)}`)
  await drop(ownerUrl, old)
  return ready ? 'loaded' : 'empty'
}

/** Keeps the freshly loaded world as a template for the next reset, and drops templates of other worlds. */
export const keepAsTemplate = async (ownerUrl: string): Promise<void> => {
  const name = nameIn(ownerUrl)
  const template = await templateName(ownerUrl)
  const stale = await withClient(beside(ownerUrl), async (client) => {
    const found = await client.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [`${name}\\_world\\_%`])
    return found.rows.map((row) => String(row.datname))
  })
  for (const one of stale) await drop(ownerUrl, one)
  await run(ownerUrl, `CREATE DATABASE ${quoted(template)} TEMPLATE ${quoted(name)} STRATEGY file_copy`)
}
