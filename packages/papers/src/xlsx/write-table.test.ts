import { Buffer } from 'node:buffer'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { values, written } from '../testing/table-samples.ts'
import { ownLimits, readZip } from '../zip/read.ts'

describe('a table out and in', () => {
  it('comes back as it went, rare characters, long decimals and fractions included', async () => {
    const rows = [
      {
        unit: '𠮷田区管委会、䶮湖街道、㛃山局',
        group: '社会事业类（一）',
        actual: '118250.5',
        rate: '97.42',
        day: '2024-12-31',
        memo: '第一行\n第二行',
      },
      { unit: '乙局', actual: '1/3', memo: '_x0041_ 原样' },
      { unit: '丙局', group: '其他, 含"兼"', actual: '0.123456789012345678', rate: '110', memo: '123456789012345678' },
    ]
    expect(await values(await written(rows))).toEqual(rows)
  })
  it('any text comes back, and no cell is a formula', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const clean = list
          .map((text) => text.normalize('NFC').trim())
          .filter((text) => text !== '' && !/[\p{Cc}\p{Cs}\p{Cn}]/u.test(text))
        fc.pre(clean.length > 0)
        const bytes = await written(clean.map((memo) => ({ unit: '甲局', actual: '1', memo })))
        const back = await values(bytes)
        expect(back.map(({ memo }) => memo)).toEqual(clean)
      }),
      { numRuns: 15 },
    )
  })
  it.each(["=cmd|'/C calc'!A0", '+1+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠1'])(
    '%j is text that no program takes for a formula',
    async (danger) => {
      const bytes = await written([{ unit: danger, actual: '1', memo: danger }])
      const parts = await readZip(bytes, ownLimits)
      const xml = (path: string) => Buffer.from(parts.find((part) => part.path === path)?.bytes ?? []).toString('utf8')
      for (const { path } of parts) if (path.startsWith('xl/worksheets/')) expect(xml(path)).not.toContain('<f>')
      const cell = /<c r="A3" s="(\d+)" t="s">/.exec(xml('xl/worksheets/sheet1.xml'))
      const formats = [...(/<cellXfs.*?<\/cellXfs>/s.exec(xml('xl/styles.xml'))?.[0] ?? '').matchAll(/<xf [^>]*>/g)]
      expect(formats[Number(cell?.[1])]?.[0]).toMatch(/quotePrefix="1" numFmtId="49"/)
      expect((await values(bytes))[0]?.memo).toBe(danger.trim())
    },
  )
  it('marks required columns, freezes the head, offers choices, and keeps the example off the data sheet', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await written([])).buffer as ArrayBuffer)
    const [sheet, guide, hidden] = workbook.worksheets
    expect(sheet?.getCell('A2').text).toBe('*考核对象')
    expect(sheet?.getCell('C2').text).toBe('*实际完成（万元）')
    expect(sheet?.getCell('F2').text).toBe('备注')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet?.getCell('B900').dataValidation?.formulae).toEqual(['_quanheng!$B$3:$B$5'])
    expect(hidden?.getCell('B5').text).toBe('其他, 含"兼"')
    expect(hidden?.state).toBe('veryHidden')
    expect(guide?.name).toBe('填写说明')
    expect(guide?.getCell('E2').text).toBe('市交通运输局')
    expect(sheet?.getCell('A3').text).toBe('')
  })
  it('gives the same bytes for the same table', async () => {
    const rows = [{ unit: '甲局', actual: '1', day: '2024-12-31' }]
    const first = await written(rows)
    await new Promise((done) => setTimeout(done, 1_100))
    expect(Buffer.compare(first, await written(rows))).toBe(0)
  })
})
