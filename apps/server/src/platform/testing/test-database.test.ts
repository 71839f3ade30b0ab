import { expect, test } from 'vitest'
import { withClient } from '../postgres/client.ts'
import { createTestDatabase } from './test-database.ts'

const one = async (url: string, sql: string): Promise<unknown> =>
  withClient(url, async (client) => Object.values((await client.query(sql)).rows[0] as object)[0])

test('each test has a database of its own on the version asked for, in UTF-8 and in Chinese order, synced to disk', async () => {
  const [here, there] = await Promise.all([createTestDatabase(), createTestDatabase()])
  try {
    await withClient(here.ownerUrl, (client) => client.query('CREATE TABLE mark (name text)'))
    expect(await one(there.ownerUrl, "SELECT to_regclass('mark')")).toBeNull()
    expect(await one(here.ownerUrl, "SELECT current_setting('server_version_num')::int / 10000")).toBe(
      Number(process.env.QUANHENG_PG ?? 18),
    )
    expect(
      await one(here.appUrl, "SELECT string_agg(n, '' ORDER BY n) FROM unnest(ARRAY['王','李','阿','张']) n"),
    ).toBe('阿李王张')
    expect(await one(here.appUrl, 'SHOW server_encoding')).toBe('UTF8')
    expect(await one(here.appUrl, 'SHOW data_checksums')).toBe('on')
    expect(await one(here.appUrl, 'SHOW fsync')).toBe('on')
  } finally {
    await here.drop()
    await there.drop()
  }
  await expect(withClient(here.ownerUrl, async () => undefined)).rejects.toMatchObject({ code: 'database.unreachable' })
})

test('the app login owns nothing and can make nothing', async () => {
  const database = await createTestDatabase()
  try {
    await expect(withClient(database.appUrl, (client) => client.query('CREATE TABLE t (n int)'))).rejects.toThrow(
      /permission denied/,
    )
    await expect(withClient(database.appUrl, (client) => client.query('CREATE DATABASE d'))).rejects.toThrow(
      /permission denied/,
    )
  } finally {
    await database.drop()
  }
})

test('trigram search takes Chinese characters for letters', async () => {
  const database = await createTestDatabase()
  try {
    await withClient(database.ownerUrl, (client) => client.query('CREATE EXTENSION pg_trgm'))
    expect(await one(database.ownerUrl, "SELECT cardinality(show_trgm('安全生产'))")).toBe(5)
  } finally {
    await database.drop()
  }
})
