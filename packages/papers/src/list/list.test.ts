import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { TableColumn, TableValues } from '../xlsx/model.ts'
import { readTable } from '../xlsx/read-table.ts'
import type { List } from './model.ts'
import { streamList, writeList } from './stream-list.ts'

const columns: readonly TableColumn[] = [
  { key: 'unit', header: '单位', width: 20, kind: 'text' },
  { key: 'target', header: '目标', group: '完成情况', unit: '万元', width: 12, kind: 'quantity' },
  { key: 'actual', header: '完成', group: '完成情况', unit: '万元', width: 12, kind: 'quantity' },
  { key: 'day', header: '日期', width: 12, kind: 'date' },
  { key: 'memo', header: '备注', width: 30, kind: 'text' },
]
const rows: readonly TableValues[] = [
  { unit: '市𠮷田局', target: '12.50', actual: '-0.3', day: '2025-01-05', memo: "=cmd|'/C calc'!A0" },
  { unit: '<乙&"局">', target: '1/3', actual: '0.123456789012345678', memo: '第一行\n原样 \u0001' },
]
const opened = async (list: List) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeList(list)).buffer as ArrayBuffer)
  return workbook
}

describe('a list as .xlsx, streamed', () => {
  it('holds the values exactly, text as text, under a merged header that prints on every page', async () => {
    const workbook = await opened({ title: '完成表', columns, rows, on: '2025-01-05' })
    const [sheet] = workbook.worksheets
    expect(sheet?.getCell('A4').value).toBe('市𠮷田局')
    expect(sheet?.getCell('B4')).toMatchObject({ value: 12.5, numFmt: '0.00' })
    expect(sheet?.getCell('C4').value).toBe(-0.3)
    expect(sheet?.getCell('D4').value).toEqual(new Date('2025-01-05T00:00:00Z'))
    expect(sheet?.getCell('E4').value).toBe("=cmd|'/C calc'!A0")
    expect(sheet?.getCell('A5').value).toBe('<乙&"局">')
    expect(sheet?.getCell('B5').value).toBe('1/3')
    expect(sheet?.getCell('C5').value).toBe('0.123456789012345678')
    expect(['A2', 'B2', 'B3', 'C3', 'D2'].map((at) => sheet?.getCell(at).text)).toEqual([
      '单位',
      '完成情况',
      '目标（万元）',
      '完成（万元）',
      '日期',
    ])
    expect(sheet?.getCell('C2').master.address).toBe('B2')
    expect(sheet?.getCell('A3').master.address).toBe('A2')
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:3' })
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  })

  it('is read back through the merged header', async () => {
    const read = await readTable(await writeList({ title: '完成表', columns, rows }), columns)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(read.value.rows.map(({ cells }) => [cells.unit?.text, cells.target?.text, cells.memo?.text])).toEqual([
      ['市𠮷田局', '12.5', "=cmd|'/C calc'!A0"],
      ['<乙&"局">', '1/3', '第一行\n原样'],
    ])
  })

  it('says what became of the rows on a sheet of its own', async () => {
    const long = { unit: '长'.repeat(40_000) }
    const workbook = await opened({
      title: '说明',
      columns,
      rows: [long, ...rows],
      remarks: ({ rows: count, cut }) => [{ label: '行数', text: `${count}行，${cut}格截短` }],
    })
    const [sheet, remarks] = workbook.worksheets
    expect([sheet?.name, remarks?.name]).toEqual(['数据', '说明'])
    expect(remarks?.getCell('B2').text).toBe('3行，1格截短')
    expect(sheet?.getCell('A4').text).toHaveLength(32_767)
    expect(sheet?.headerFooter.oddFooter).toContain('&P')
  })

  it('gives the same bytes for the same list', async () => {
    const list = { title: '表', columns, rows, on: '2025-01-05' }
    expect(Buffer.compare(await writeList(list), await writeList(list))).toBe(0)
  })

  it('asks for no more rows when its reader goes away, and lets their source close', async () => {
    let [asked, closed] = [0, false]
    async function* endless(): AsyncGenerator<TableValues> {
      try {
        for (;;) {
          asked += 1
          if (asked % 100 === 0) await new Promise((done) => setImmediate(done))
          yield { unit: `${asked} ${Math.random()}`, memo: String(Math.random()) }
        }
      } finally {
        closed = true
      }
    }
    const stream = streamList({ title: '表', columns, rows: endless() })
    await new Promise<void>((done) => {
      let size = 0
      stream.on('data', (part: Buffer) => {
        size += part.length
        if (size < 20_000) return
        stream.destroy()
        done()
      })
    })
    await expect.poll(() => closed, { timeout: 20_000 }).toBe(true)
    const then = asked
    await new Promise((done) => setTimeout(done, 50))
    expect(asked).toBe(then)
  })

  it('waits for a slow reader', async () => {
    let asked = 0
    async function* endless(): AsyncGenerator<TableValues> {
      for (;;) {
        asked += 1
        if (asked % 100 === 0) await new Promise((done) => setImmediate(done))
        yield { unit: `${asked} ${Math.random()}`, memo: String(Math.random()) }
      }
    }
    const stream = streamList({ title: '表', columns, rows: endless() })
    await new Promise((done) => stream.once('readable', done))
    let then = -1
    while (asked !== then && asked < 50_000) {
      then = asked
      await new Promise((done) => setTimeout(done, 300))
    }
    expect(asked).toBeLessThan(50_000)
    stream.destroy()
  })

  it('breaks off where the rows fail: half a file never ends well', async () => {
    async function* failing(): AsyncGenerator<TableValues> {
      yield { unit: '甲' }
      throw new Error('the database went away')
    }
    await expect(writeList({ title: '表', columns, rows: failing() })).rejects.toThrow('the database went away')
  })
})
