import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../postgres/client.ts'
import { createTestDatabase } from '../testing/test-database.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { transact } from './transact.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let opened: OpenDatabase
const note = (name: string) => sql`INSERT INTO noted (name) VALUES (${name})`
const names = async (): Promise<readonly string[]> =>
  (await sql<{ name: string }>`SELECT name FROM noted ORDER BY name`.execute(opened.db)).rows.map(({ name }) => name)

beforeAll(async () => {
  database = await createTestDatabase()
  await withClient(database.ownerUrl, (client) =>
    client.query('CREATE TABLE noted (name text); GRANT SELECT, INSERT ON noted TO quanheng_app'),
  )
  // One connection: what a transaction leaves behind meets the next one.
  opened = openDatabase({ url: database.appUrl, max: 1 })
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

describe('statements sent one behind the other', () => {
  it('are one transaction, also those that nobody waited for', async () => {
    await transact(opened.db, async (tx) => {
      await Promise.all([note('a').execute(tx), note('b').execute(tx)])
      note('c').execute(tx)
    })
    expect(await names()).toEqual(['a', 'b', 'c'])
  })

  it('run in the order in which they were sent', async () => {
    const seen = await transact(opened.db, (tx) =>
      Promise.all(
        ['1', '2', '3'].map((n) =>
          sql<{
            n: string
          }>`SELECT set_config('test.n', concat(current_setting('test.n', true), ${n}::text), true) AS n`.execute(tx),
        ),
      ),
    )
    expect(seen.map(({ rows }) => rows[0]?.n)).toEqual(['1', '12', '123'])
  })

  it('are all taken back where work gives up, and the next transaction finds a clean connection', async () => {
    const given = transact(opened.db, async (tx) => {
      await note('x').execute(tx)
      throw new Error('refused')
    })
    await expect(given).rejects.toThrow('refused')
    await transact(opened.db, (tx) => note('d').execute(tx))
    expect(await names()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('are all taken back where one fails that nobody waited for, and its error is told', async () => {
    const failing = transact(opened.db, async (tx) => {
      await note('y').execute(tx)
      sql`SELECT 1 / 0`.execute(tx).catch(() => undefined)
      note('z')
        .execute(tx)
        .catch(() => undefined)
      return 'done'
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(await names()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('tell the first failure of several', async () => {
    const failing = transact(opened.db, (tx) =>
      Promise.all([note('p').execute(tx), sql`SELECT no_such_column`.execute(tx), note('q').execute(tx)]),
    )
    await expect(failing).rejects.toThrow('no_such_column')
    expect(await names()).toEqual(['a', 'b', 'c', 'd'])
  })
})
