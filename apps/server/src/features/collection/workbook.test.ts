import * as contract from '@quanheng/contract/datum'
import { writeList } from '@quanheng/papers/list/stream-list'
import { readTable } from '@quanheng/papers/xlsx/read-table'
import { writeTable } from '@quanheng/papers/xlsx/write-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { dataColumns, dataTemplate } from './table-columns.ts'
import { type CollectionWorld, collectionWorld, sendFile } from './testing/collection-world.ts'

let server: TestServer
let world: CollectionWorld

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server)
})
afterAll(() => server.close())

const takeOut = async (caller: Caller): Promise<Buffer> => {
  const reply = await caller.call(contract.dataTable, { query: { planId: world.plan.planId } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.rawPayload
}

type Line = Record<string, string | undefined>

/** The downloaded table with some cells typed in, as Excel would save it. */
const filledIn = async (caller: Caller, fill: (line: Line) => Line): Promise<Uint8Array> => {
  const read = await readTable(await takeOut(caller), dataColumns, { template: dataTemplate })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const rows = read.value.rows.map((row) =>
    fill(Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, cell.text]))),
  )
  return writeTable({
    title: '数据采集表',
    columns: dataColumns.map((column) => (column.key === 'asOf' ? { ...column, kind: 'text' } : column)),
    rows,
    template: { ...dataTemplate, example: {} },
  })
}

const check = async (caller: Caller, bytes: Uint8Array, name = '填报.xlsx') => {
  const digest = await sendFile(server, caller, name, bytes)
  const reply = await caller.call(contract.readDataTable, { body: { digest } })
  expect(reply.statusCode, reply.body).toBe(200)
  return {
    digest,
    ...reply.json<{
      rows: { datumId: string; shown: string }[]
      blank: number
      faults: { cell: string | null; message: string }[]
    }>(),
  }
}

describe('导出、填写、导入', () => {
  it('填好的行先核对、再报送；空行不动；再导一次没有变化', async () => {
    const fill = (line: Line): Line => ({
      ...line,
      value:
        line.element === '新增入统企业数' ? '１２' : line.element === '推进事项' ? '召开会议、印发方案' : undefined,
    })
    const read = await check(world.reporter, await filledIn(world.reporter, fill))
    expect(read.faults).toEqual([])
    expect(read.rows.map((row) => row.shown).toSorted()).toEqual(['12', '印发方案、召开会议'])
    const rows = read.rows.map(({ shown: _, ...row }) => row)
    const reply = await world.reporter.call(contract.reportData, { body: { rows, workbook: read.digest } })
    expect(reply.statusCode, reply.body).toBe(200)
    const again = await check(world.reporter, await filledIn(world.reporter, (line) => line))
    expect(again).toMatchObject({ rows: [], faults: [] })
  })

  it('每一处错误都指到单元格，同一工作簿标注后退回，什么也不存', async () => {
    const fill = (line: Line): Line => ({
      ...line,
      value: "=cmd|' /C calc'!A0",
      ...(line.unit === '云岭市百里镇' && { value: '6.5', asOf: '2025-01-03' }),
      ...(line.unit === '云岭市发展改革委' && { value: '6', lateReason: '长'.repeat(501) }),
    })
    const faultless = (line: Line): Line => ({ ...fill(line), lateReason: undefined })
    const read = await check(world.provider, await filledIn(world.provider, faultless))
    expect(read.rows).toHaveLength(1)
    expect(read.faults.map((fault) => fault.cell?.replace(/\d+/, '')).toSorted()).toEqual(['K', 'M'])
    expect(read.faults.map((fault) => fault.message).join()).toContain('数据截止时间')
    const marked = await world.provider.call(contract.markDataTable, { body: { digest: read.digest } })
    expect(marked.statusCode).toBe(200)
    expect(decodeURIComponent(String(marked.headers['content-disposition']))).toContain('需修改-填报.xlsx')
    const { default: ExcelJS } = await import('exceljs')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(marked.rawPayload as unknown as ArrayBuffer)
    const sheet = workbook.worksheets[0]
    const notes = read.faults.map((fault) => JSON.stringify(sheet?.getCell(fault.cell ?? '').note))
    expect(notes.every((note) => note.includes('需修改'))).toBe(true)
    const tooLong = await check(world.provider, await filledIn(world.provider, fill))
    expect(tooLong.faults.some((fault) => fault.cell?.startsWith('O'))).toBe(true)
    const kept = await server.db
      .selectFrom('datum')
      .select('state')
      .where('plan_id', '=', world.plan.planId)
      .where('element_key', '=', 'growthRate')
      .execute()
    expect(kept.every((row) => row.state === 'notReported')).toBe(true)
  })

  it('别人的数据编号、下载后已变动的行、重复的行', async () => {
    const firms = await world.datumId('newFirmCount', world.transport)
    const bytes = await filledIn(world.townReporter, (line) => ({ ...line, datumId: firms, value: '3' }))
    expect((await check(world.townReporter, bytes)).faults).toMatchObject([{ cell: 'A3' }])
    const stale = await filledIn(world.townReporter, (line) => ({ ...line, version: '9', value: '3' }))
    const read = await check(world.townReporter, stale)
    expect(read.faults).toMatchObject([{ cell: 'B3', message: expect.stringContaining('重新下载') }])
  })

  it('别人上传的工作簿读不到', async () => {
    const digest = await sendFile(server, world.provider, '别人.xlsx', await takeOut(world.provider))
    const reply = await world.reporter.call(contract.readDataTable, { body: { digest } })
    expect(reply.json().error.code).toBe('upload.notFound')
  })
})

describe('不是我们的表', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['不是工作簿', () => Buffer.from('hello'), '不是 Excel 工作簿'],
    ['旧格式', () => Buffer.from('d0cf11e0a1b11ae1000000000000000000', 'hex'), '旧格式'],
    ['截断的', async () => (await takeOut(world.reporter)).subarray(0, 3_000), '已损坏'],
    [
      '别的模板',
      () =>
        writeTable({
          title: '表',
          columns: dataColumns,
          rows: [{ value: '1' }],
          template: { name: 'other', version: '1', example: {} },
        }),
      '模板不对',
    ],
    ['没有标记', () => writeList({ title: '表', columns: dataColumns, rows: [{ value: '1' }] }), '模板'],
  ])('%s', async (_, make, words) => {
    const read = await check(world.reporter, await make())
    expect(read.rows).toEqual([])
    expect(read.faults).toMatchObject([{ cell: null, message: expect.stringContaining(words) }])
  })

  it('压缩炸弹不展开就拒', async () => {
    const { writeZip } = await import('@quanheng/papers/zip/write')
    const bomb = await writeZip([
      { path: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
      { path: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') },
      { path: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(300 * 1_048_576, 0x20) },
    ])
    expect(bomb.length).toBeLessThan(2 * 1_048_576)
    const read = await check(world.reporter, bomb)
    expect(read.faults).toMatchObject([{ cell: null, message: expect.stringContaining('超出限度') }])
  })
})
