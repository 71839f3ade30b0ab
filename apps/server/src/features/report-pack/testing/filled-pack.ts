import { Buffer } from 'node:buffer'
import { makeReportPack } from '@quanheng/contract/report-pack'
import { readTable } from '@quanheng/papers/xlsx/read-table'
import { writeTable } from '@quanheng/papers/xlsx/write-table'
import { uploadLimits } from '@quanheng/papers/zip/limits'
import { readZip } from '@quanheng/papers/zip/read'
import type { ZipPart } from '@quanheng/papers/zip/write'
import { expect } from 'vitest'
import type { Caller } from '../../../platform/testing/test-server.ts'
import { packForm } from '../workbook.ts'

export type Line = Readonly<Record<string, string | undefined>>

/** The pack as it was downloaded, its files by path. */
export const takenOut = async (caller: Caller, planId: string, unitId: string): Promise<readonly ZipPart[]> => {
  const reply = await caller.call(makeReportPack, { params: { planId }, query: { unitId } })
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  return readZip(reply.rawPayload, uploadLimits)
}

export const part = (path: string, content: string | Uint8Array): ZipPart => ({ path, bytes: Buffer.from(content) })

/** The folder whose name begins with the number, as the pack has it. */
export const folderNumbered = (pack: readonly ZipPart[], number: string): string => {
  const found = pack.find(({ path }) => path.startsWith(`佐证材料/${number}`))
  if (!found) throw new Error(`no folder ${number}`)
  return found.path.slice(0, found.path.lastIndexOf('/') + 1)
}

/** The workbook of a pack with some cells typed in, as Excel would save it. */
export const filledIn = async (pack: readonly ZipPart[], fill: (line: Line) => Line): Promise<readonly ZipPart[]> => {
  const workbook = pack.find(({ path }) => path.endsWith('.xlsx'))
  const read = await readTable(workbook?.bytes ?? new Uint8Array(), packForm.columns, { template: packForm.template })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const rows = read.value.rows.map(({ cells }) =>
    fill(Object.fromEntries(Object.entries(cells).map(([key, { text }]) => [key, text]))),
  )
  const columns = packForm.columns.map((column) =>
    column.key === 'asOf' ? { ...column, kind: 'text' as const } : column,
  )
  const bytes = await writeTable({ title: '填报表', columns, rows, template: { ...packForm.template, example: {} } })
  return pack.map((one) => (one === workbook ? { ...one, bytes } : one))
}
