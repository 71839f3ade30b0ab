import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import { peakMegabytes } from '@quanheng/testkit/peak-memory'
import { sql } from 'kysely'
import { openDatabase } from '../../database/database.ts'
import { rowStream } from '../../database/row-stream.ts'
import { realContext } from '../../door/context.ts'
import { listFile } from '../list-file.ts'

/** A list of so many rows into a file, as a process of its own: prints the most memory that it ever held, in megabytes. */
const [, , url = '', rows = '', path = '', format = 'xlsx'] = process.argv
const columns: readonly TableColumn[] = Array.from({ length: 10 }, (_, at) => ({
  key: `c${at}`,
  header: `第${at}列`,
  width: 16,
  kind: at < 5 ? 'text' : 'quantity',
}))
const { db, close } = openDatabase({ url, max: 2 })
const query = sql`SELECT n, md5(n::text) AS mark FROM generate_series(1, ${Number(rows)}::int) n`
const values = rowStream<{ n: number; mark: string }, TableValues>(db, query, (batch) =>
  batch.map(({ n, mark }) =>
    Object.fromEntries(columns.map(({ key, kind }, at) => [key, kind === 'text' ? `云岭市${mark}${at}` : `${n}.5`])),
  ),
)
const actor = { personId: '', name: '甲工', posts: [] } as never
const asking = { actor, context: realContext(new Date()), query: { format: format as 'xlsx' } }
const { content } = listFile('表', { title: '表', columns, rows: values }, asking)
await pipeline(content as Readable, createWriteStream(path))
await close()
process.stdout.write(String(peakMegabytes()))
