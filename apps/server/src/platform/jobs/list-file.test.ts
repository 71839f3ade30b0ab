import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openXlsxRows } from '@quanheng/papers/testing/open-xlsx-rows'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDatabase, openDatabase } from '../database/database.ts'
import { rowStream } from '../database/row-stream.ts'
import { tempFolder } from '../testing/temp-folder.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'

const script = fileURLToPath(new URL('./testing/take-out.ts', import.meta.url))
let database: TestDatabase
let opened: OpenDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  opened = openDatabase({ url: database.appUrl, max: 3 })
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

/** A busy machine collects late: a heap that is short from the start shows what the list itself needs. */
const shortHeap = ['--max-old-space-size=100', '--max-semi-space-size=8']

const takeOut = async (format: 'xlsx' | 'csv') => {
  const path = join(await tempFolder(), `list.${format}`)
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...shortHeap,
    script,
    database.appUrl,
    '100000',
    path,
    format,
  ])
  return { path, memory: Number(stdout) }
}

describe('十万行导出', () => {
  it('工作簿：内存不超过250 MB，读回的行数和首末行都对', async () => {
    const { path, memory } = await takeOut('xlsx')
    expect(memory).toBeLessThan(250)
    const read = await openXlsxRows(path)
    expect(read.sheets).toEqual(['表', '说明'])
    expect(read.count).toBe(100_002)
    expect(read.last[0]).toMatch(/^云岭市[0-9a-f]{32}0$/)
    expect(read.last.slice(5)).toEqual(Array(5).fill(100_000.5))
    expect(read.remarks).toContainEqual(['行数', '100000行'])
  })

  it('CSV：内存不超过250 MB，一行不少', async () => {
    const { path, memory } = await takeOut('csv')
    expect(memory).toBeLessThan(250)
    const lines = (await text(createReadStream(path))).split('\r\n')
    expect(lines).toHaveLength(100_002)
    expect(lines.at(-2)).toMatch(/,100000\.5$/)
  })
})

describe('游标', () => {
  const numbers = (to: number) => sql`SELECT n FROM generate_series(1, ${to}::int) n`
  const same = (rows: readonly { n: number }[]) => rows.map(({ n }) => n)

  it.each([0, 1, 499, 500, 501, 1_500])('%i 行，一行不多一行不少', async (count) => {
    const found: number[] = []
    for await (const n of rowStream(opened.db, numbers(count), same)) found.push(n)
    expect(found).toEqual(Array.from({ length: count }, (_, at) => at + 1))
  })

  it('读的人走开，事务即结束，连接和位置都还回来', async () => {
    for (let round = 0; round < 6; round++) {
      for await (const n of rowStream(opened.db, numbers(5_000), same)) if (n === 700) break
    }
    const { rows } = await sql<{ open: number }>`SELECT count(*)::int AS open FROM pg_stat_activity
      WHERE datname = current_database() AND state LIKE 'idle in transaction%'`.execute(opened.db)
    expect(rows[0]?.open).toBe(0)
  })

  it('一边查询出错，错误到读的人那里，位置也还回来', async () => {
    const wrong = sql`SELECT 1 / (3 - n) AS n FROM generate_series(1, 5) n`
    for (let round = 0; round < 3; round++) {
      const read = Readable.from(rowStream(opened.db, wrong, same)).toArray()
      await expect(read).rejects.toThrow('division by zero')
    }
  })

  it('同时至多两个长读，其余等候，业务查询不受影响', async () => {
    const lists = Array.from({ length: 5 }, () => rowStream(opened.db, numbers(2_000), same))
    const first = lists.map((list) => list.next())
    expect((await Promise.all(first.slice(0, 2))).map(({ value }) => value)).toEqual([1, 1])
    const waits = Promise.race([first[2], new Promise((done) => setTimeout(done, 100, 'waits'))])
    expect(await waits).toBe('waits')
    expect((await sql<{ one: number }>`SELECT 1 AS one`.execute(opened.db)).rows[0]?.one).toBe(1)
    for (const list of lists.slice(0, 2)) await list.return(undefined)
    for (const list of lists.slice(2)) {
      await list.next()
      await list.return(undefined)
    }
  })
})
