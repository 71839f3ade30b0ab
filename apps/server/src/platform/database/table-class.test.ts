import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'

type Class = 'state' | 'append-only' | 'housekeeping'

/** Model.md, Commands: no score, decision or paper reads these; a new one is an architecture decision. */
const housekeeping = [
  'access_trail',
  'draft',
  'evaluation_slip',
  'factor_use',
  'job',
  'leaf_queue',
  'notification',
  'read_mark',
  'session',
  'sign_in_failure',
  'upload',
]

/** What the server's login may do with a table of each class, beyond reading. */
const rights: Readonly<Record<Class, readonly string[]>> = {
  state: ['INSERT', 'UPDATE'],
  'append-only': ['INSERT'],
  housekeeping: ['INSERT', 'UPDATE', 'DELETE'],
}

let database: TestDatabase
let owner: pg.Client
let app: pg.Client
let tables: { name: string; comment: string | null }[]

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client(database.ownerUrl)
  app = new pg.Client(database.appUrl)
  await Promise.all([owner.connect(), app.connect()])
  const found = await owner.query(`
    SELECT c.relname AS name, obj_description(c.oid) AS comment FROM pg_class c
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migration' ORDER BY 1`)
  tables = found.rows
})
afterAll(async () => {
  await Promise.all([owner.end(), app.end()])
  await database.drop()
})

const classOf = (comment: string | null): Class | undefined =>
  (Object.keys(rights) as Class[]).find((name) => comment?.startsWith(`${name}: `))

const refused = async (statement: string): Promise<string> => {
  await app.query('BEGIN')
  const code = await app.query(statement).then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
  await app.query('ROLLBACK')
  return code
}
const forbidden = '42501'

describe('table classes', () => {
  it('every table says its class, and housekeeping is the closed list', () => {
    expect(tables.length).toBeGreaterThan(15)
    expect(tables.filter(({ comment }) => classOf(comment) === undefined)).toEqual([])
    const found = tables.filter(({ comment }) => classOf(comment) === 'housekeeping').map(({ name }) => name)
    expect(found).toEqual(housekeeping)
  })

  it('the server’s login holds no right beyond its class', async () => {
    const wrong: string[] = []
    for (const { name, comment } of tables) {
      const allowed = rights[classOf(comment) as Class]
      for (const right of ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) {
        const { rows } = await owner.query('SELECT has_table_privilege($1, $2, $3) AS held', [
          'quanheng_app',
          name,
          right,
        ])
        if (rows[0].held && !allowed.includes(right)) wrong.push(`${name}: ${right}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('as the server’s login: history cannot be rewritten, state cannot be deleted, nothing can be truncated or altered', async () => {
    for (const { name, comment } of tables) {
      const kind = classOf(comment) as Class
      if (kind === 'append-only') {
        const { rows } = await owner.query(
          'SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped LIMIT 1',
          [name],
        )
        expect(await refused(`UPDATE ${name} SET ${rows[0].attname} = NULL`), name).toBe(forbidden)
      }
      if (kind !== 'housekeeping') expect(await refused(`DELETE FROM ${name}`), name).toBe(forbidden)
      expect(await refused(`TRUNCATE ${name}`), name).toBe(forbidden)
      expect(await refused(`ALTER TABLE ${name} ADD COLUMN x int`), name).toBe(forbidden)
      expect(await refused(`DROP TABLE ${name}`), name).toBe(forbidden)
    }
  })

  it('as the server’s login: no new tables, no role of the owner, no switched-off triggers', async () => {
    expect(await refused('CREATE TABLE mine (id int)')).toBe(forbidden)
    expect(await refused('SET ROLE quanheng_owner')).toBe(forbidden)
    expect(await refused("SET session_replication_role = 'replica'")).toBe(forbidden)
    expect(await refused("UPDATE installation SET kind = 'rehearsal'")).toBe(forbidden)
    expect(await refused('UPDATE installation SET salt_key = NULL')).toBe(forbidden)
  })
})
