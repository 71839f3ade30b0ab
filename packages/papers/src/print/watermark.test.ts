import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { checkPaper } from '../conformity/check-paper.ts'
import { writeList } from '../list/stream-list.ts'
import { checkOfd } from '../ofd/check-ofd.ts'
import { partsOf } from '../testing/faulty.ts'
import { generatedPaper } from '../testing/generated-papers.ts'
import { openDocx } from '../testing/open-docx.ts'
import { pdfText } from '../testing/open-pdf.ts'
import { openXlsx } from '../testing/open-xlsx.ts'
import { aLetter, aReport } from '../testing/samples.ts'
import { aScoreSheet } from '../testing/sheet-samples.ts'
import { columns, mark, values } from '../testing/table-samples.ts'
import { writeScoreSheet } from '../xlsx/sheets.ts'
import { writeTable } from '../xlsx/write-table.ts'
import { ownLimits, readZip } from '../zip/read.ts'
import { type AnyPaper, printPaper } from './print-paper.ts'

const watermark = '李<明>&"甲" 云岭市绩效考评办公室 2026-11-23 09:30'
const fontsFolder = '/nowhere'
const papers: readonly (readonly [string, AnyPaper])[] = [
  ['letter', { kind: 'letter', paper: aLetter }],
  ['信函, whose first page has a head of its own', { kind: 'letter', paper: { ...aLetter, kind: '函' } }],
  ['report with turned pages', { kind: 'report', paper: aReport }],
  ['sheet, which has a head', { kind: 'score', sheet: aScoreSheet }],
]
const inXml = '李&#60;明&#62;&#38;&#34;甲&#34; 云岭市绩效考评办公室 2026-11-23 09:30'

const sections = (document: string): string[] =>
  [...document.matchAll(/<w:sectPr\b[^>]*>[\s\S]*?<\/w:sectPr>/g)].map(([xml]) => xml)

describe('.docx', () => {
  it.each(papers)('%s: every kind of page shows the mark; text and page are what they were', async (_, paper) => {
    const bare = await openDocx(await printPaper({ format: 'docx', paper, fontsFolder }))
    const { parts, document, text } = await openDocx(
      await printPaper({ format: 'docx', paper, fontsFolder, watermark }),
    )
    expect(text).toBe(bare.text)
    const targets = new Map(
      [...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(/<Relationship ([^>]*)\/>/g)].map(
        ([, attributes = '']) => [
          /Id="([^"]*)"/.exec(attributes)?.[1] ?? '',
          /Target="([^"]*)"/.exec(attributes)?.[1] ?? '',
        ],
      ),
    )
    expect(sections(document).length).toBe(sections(bare.document).length)
    for (const section of sections(document)) {
      const kinds = ['default', 'even', ...(section.includes('<w:titlePg') ? ['first'] : [])]
      for (const kind of kinds) {
        const heads = [...section.matchAll(/<w:headerReference ([^>]*)\/>/g)].filter(([, xml]) =>
          xml?.includes(`w:type="${kind}"`),
        )
        expect(heads.length, kind).toBe(1)
        const id = /r:id="([^"]*)"/.exec(heads[0]?.[1] ?? '')?.[1] ?? ''
        const header = parts.get(`word/${targets.get(id)}`) ?? ''
        expect(header).toContain(`string="${inXml}"`)
        expect(header.match(/PowerPlusWaterMarkObject/g)?.length).toBe(1)
      }
    }
  })
  it('a draft of every kind with the mark keeps to the form of the standard', async () => {
    for (let at = 0; at < 12; at += 1) {
      const paper = generatedPaper(at)
      const marked = await printPaper({ format: 'docx', paper: { kind: 'letter', paper }, fontsFolder, watermark })
      const { answers } = checkPaper(await partsOf(marked))
      expect(
        answers.filter(({ status }) => status === 'fail'),
        paper.kind,
      ).toEqual([])
    }
  })
  it('the same paper and mark give the same bytes', async () => {
    const order = { format: 'docx', paper: { kind: 'letter', paper: aLetter }, fontsFolder, watermark } as const
    expect(Buffer.compare(await printPaper(order), await printPaper(order))).toBe(0)
  })
})

describe('PDF and OFD', () => {
  it.each(papers)('%s: each page says it', async (_, paper) => {
    const pdf = await pdfText(await printPaper({ format: 'pdf', paper, fontsFolder, watermark }))
    expect(pdf).toContain(watermark.replaceAll(' ', ''))
    const bare = await pdfText(await printPaper({ format: 'pdf', paper, fontsFolder }))
    expect(bare).not.toContain('云岭市绩效考评办公室')
    const ofd = await printPaper({ format: 'ofd', paper, fontsFolder, watermark })
    expect(await checkOfd(ofd)).toEqual([])
    const pages = (await readZip(ofd, ownLimits)).filter(({ path }) => /Pages\/Page_\d+\/Content\.xml$/.test(path))
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) expect(Buffer.from(page.bytes).toString('utf8')).toContain('云')
  })
})

describe('.xlsx', () => {
  const row = { unit: '市商务局', actual: '1' }
  const workbooks = {
    list: (text?: string) =>
      writeList({
        title: '单位',
        columns,
        rows: [row],
        remarks: () => [{ label: '行数', text: '1行' }],
        ...(text !== undefined && { watermark: text }),
      }),
    table: (text?: string) =>
      writeTable({ title: '单位', columns, rows: [row], template: { ...mark, example: row } }, text),
    sheet: (text?: string) => writeScoreSheet(aScoreSheet, text),
  }
  it.each(Object.entries(workbooks))('%s: above every page that prints, and in the properties', async (_, write) => {
    const bare = await write()
    const marked = await write(watermark)
    const parts = new Map(
      (await readZip(marked, ownLimits)).map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]),
    )
    const shown = [...parts].filter(
      ([path, xml]) => /worksheets\/sheet\d+\.xml$/.test(path) && !xml.includes('quanheng.table'),
    )
    const printed = shown.filter(([, xml]) => xml.includes('<oddHeader>'))
    expect(printed.length).toBeGreaterThan(0)
    for (const [path, xml] of printed) {
      // Excel's own sign is doubled; XML escapes it once more.
      expect(xml, path).toMatch(
        /&amp;C&amp;8&amp;K808080 李&lt;明&gt;&amp;&amp;(?:"|&quot;)甲(?:"|&quot;) 云岭市绩效考评办公室 2026-11-23 09:30/,
      )
    }
    expect(parts.get('docProps/core.xml')).toMatch(/<dc:description>李&lt;明&gt;&amp;(?:"|&quot;)甲/)
    expect([...(await openXlsx(marked))]).toEqual([...(await openXlsx(bare))])
    for (const { path, bytes } of await readZip(bare, ownLimits))
      if (/\.xml$/.test(path)) expect(Buffer.from(bytes).toString('utf8')).not.toContain('绩效考评办公室')
  })
  it('a marked table is read back as it was written', async () => {
    expect(await values(await workbooks.table(watermark))).toEqual(await values(await workbooks.table()))
  })
})
