import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { plain } from '../paper/text.ts'
import { anEntrySheet, aScoreSheet } from '../testing/sheet-samples.ts'
import { writeEntrySheet, writeScoreSheet } from './sheets.ts'

async function opened(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const headRow = (sheet: ExcelJS.Worksheet, first: string): number => {
  for (let row = 1; row < 20; row++) if (sheet.getCell(row, 1).text === first) return row
  throw new Error('no head')
}

describe('指标考核评分表 as .xlsx', () => {
  it('holds every figure exactly, shown with its places', async () => {
    const sheet = await opened(await writeScoreSheet(aScoreSheet))
    const head = headRow(sheet, '序号')
    const column = (name: string) =>
      Array.from({ length: 12 }, (_, i) => i + 1).find((at) => sheet.getCell(head, at).text === name) ?? 0
    for (const [at, row] of aScoreSheet.rows.entries()) {
      const points = sheet.getCell(head + 1 + at, column('得分'))
      expect(points.value).toBe(Number(plain(row.points)))
      expect(points.numFmt).toBe('0.00')
    }
    expect(sheet.getCell(head + 6, column('实际完成（万元）')).value).toBe('—')
  })
  it('prints on A4 landscape with head, signatures and check code', async () => {
    const sheet = await opened(await writeScoreSheet(aScoreSheet))
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    expect(sheet.pageSetup.printTitlesRow).toBe('7:7')
    expect(sheet.headerFooter.oddFooter).toBe(`&L校验码：${aScoreSheet.checkCode}&R第 &P 页 共 &N 页`)
    const texts = Array.from({ length: sheet.rowCount }, (_, i) => sheet.getCell(i + 1, 1).text)
    expect(texts).toContain('经办人（签字）：周砚秋（屏幕签字）\u3000\u30002025年1月16日')
    expect(texts.at(-1)).toBe(`校验码：${aScoreSheet.checkCode}`)
  })
})

it('prints beside the check code how far the log was sealed', async () => {
  const seal = '存证点 1234 3f9a02bc-77d1e05a'
  const sheet = await opened(await writeScoreSheet({ ...aScoreSheet, seal }))
  expect(sheet.headerFooter.oddFooter).toContain(`校验码：${aScoreSheet.checkCode}　${seal}&R`)
})

describe('录入对照单 as .xlsx', () => {
  it('keeps the order given, with boxes to tick', async () => {
    const sheet = await opened(await writeEntrySheet(anEntrySheet))
    const head = headRow(sheet, '平台序号')
    const orders = anEntrySheet.rows.map((_, at) => sheet.getCell(head + 1 + at, 1).value)
    expect(orders).toEqual(anEntrySheet.rows.map(({ order }) => order))
    expect(sheet.getCell(head + 1, 4).value).toBe(9.74)
    expect(sheet.getCell(head + 1, 7).value).toBe('□')
  })
  it('is the same bytes for the same sheet', async () => {
    expect(Buffer.compare(await writeEntrySheet(anEntrySheet), await writeEntrySheet(anEntrySheet))).toBe(0)
  })
})
