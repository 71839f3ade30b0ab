import { describe, expect, it } from 'vitest'
import { figuresOf } from '../paper/figures.ts'
import { openDocx, textOf } from '../testing/open-docx.ts'
import { anEntrySheet, aScoreSheet, aSignOffSheet, aVisitRecord } from '../testing/sheet-samples.ts'
import { composeEntrySheet } from './entry-sheet.ts'
import { composeScoreSheet } from './score-sheet.ts'
import { composeSignOffSheet } from './sign-off-sheet.ts'
import { composeVisitRecord } from './visit-record.ts'

const composed = [
  ['指标考核评分表', aScoreSheet, (seal?: string) => composeScoreSheet({ ...aScoreSheet, ...(seal && { seal }) })],
  ['现场核验记录表', aVisitRecord, (seal?: string) => composeVisitRecord({ ...aVisitRecord, ...(seal && { seal }) })],
  ['签批单', aSignOffSheet, (seal?: string) => composeSignOffSheet({ ...aSignOffSheet, ...(seal && { seal }) })],
  ['录入对照单', anEntrySheet, (seal?: string) => composeEntrySheet({ ...anEntrySheet, ...(seal && { seal }) })],
] as const

describe.each(composed)('%s', (_, sheet, compose) => {
  it('carries its check code and the page count on every page, odd and even', async () => {
    const { parts } = await openDocx(await compose())
    const footers = [...parts].filter(([path]) => path.startsWith('word/footer')).map(([, xml]) => xml)
    expect(footers.length).toBeGreaterThan(0)
    for (const footer of footers) {
      expect(textOf(footer)).toContain(`校验码：${sheet.checkCode}`)
      expect(footer).toContain('NUMPAGES')
    }
    const { document } = await openDocx(await compose())
    expect(document).toMatch(/<w:footerReference [^>]*w:type="even"/)
    expect(document).toMatch(/<w:footerReference [^>]*w:type="default"/)
  })
  it('carries beside it how far the log was sealed', async () => {
    const { parts } = await openDocx(await compose('存证点 1234 3f9a02bc-77d1e05a'))
    for (const [path, xml] of parts) {
      if (path.startsWith('word/footer'))
        expect(textOf(xml)).toContain(`校验码：${sheet.checkCode}　存证点 1234 3f9a02bc-77d1e05a`)
    }
  })
  it('prints every figure verbatim and says what a stale code is worth', async () => {
    const { text, paragraphs } = await openDocx(await compose())
    expect(text).toContain('校验码与平台当前版本不一致的，签字不予登记')
    const runs = paragraphs.map((each) => each.text)
    for (const figure of figuresOf(sheet)) expect(runs.some((each) => each.includes(figure.text))).toBe(true)
  })
  it('is the same bytes for the same sheet', async () => {
    expect(Buffer.compare(await compose(), await compose())).toBe(0)
  })
})

describe('指标考核评分表', () => {
  it('is A4 landscape, its heads repeat, the unit of measure stands in them', async () => {
    const { document, text } = await openDocx(await composeScoreSheet(aScoreSheet))
    expect(document).toMatch(/<w:pgSz [^>]*w:orient="landscape"/)
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(1)
    expect(text).toContain('年度目标（万元）')
  })
  it('shows a signature with its strength, and room for the others', async () => {
    const { text } = await openDocx(await composeScoreSheet(aScoreSheet))
    expect(text).toContain('经办人（签字）：周砚秋（屏幕签字）2025年1月16日')
    expect(text).toContain('科室负责人（签字）：\u3000\u3000年')
  })
  it('prints a missing actual as missing, never as 0', async () => {
    const { document } = await openDocx(await composeScoreSheet(aScoreSheet))
    const row = [...document.matchAll(/<w:tr>.*?<\/w:tr>/gs)]
      .map(([each]) => each)
      .find((each) => textOf(each).startsWith('6市交通'))
    const cells = [...(row ?? '').matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell))
    expect(cells.slice(3, 5)).toEqual(['126875', '—'])
  })
  it('leaves out columns that no row fills', async () => {
    const bare = { ...aScoreSheet, rows: aScoreSheet.rows.map(({ group: _, rate: __, ...row }) => row) }
    const { text } = await openDocx(await composeScoreSheet(bare))
    expect(text).not.toContain('考核分组')
    expect(text).not.toContain('完成率（%）')
  })
})

describe('现场核验记录表', () => {
  it('has boxes for both sides and blank lines for what is found on the spot', async () => {
    const { text } = await openDocx(await composeVisitRecord(aVisitRecord))
    for (const role of [
      '核验组组长（签字）',
      '核验组成员（签字）',
      '被核验单位经办人（签字）',
      '被核验单位负责人（签字、盖章）',
    ])
      expect(text).toContain(role)
    expect(text).toContain('㛃明、𠮷原')
    const rows = [...(await openDocx(await composeVisitRecord(aVisitRecord))).document.matchAll(/<w:tr>.*?<\/w:tr>/gs)]
    expect(rows.map(([row]) => textOf(row)).filter((text) => /^[2-4]$/.test(text))).toEqual(['2', '3', '4'])
  })
})
