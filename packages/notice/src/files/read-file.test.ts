import { Buffer } from 'node:buffer'
import { writeZip } from '@quanheng/papers/zip/write'
import { describe, expect, it } from 'vitest'
import { compose } from '../text/document.ts'
import { readFile } from './read-file.ts'

const zip = async (parts: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  writeZip(
    Object.entries(parts).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
    { compress: true },
  )

const docx = (body: string, more: Readonly<Record<string, string>> = {}) =>
  zip({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`, ...more })

const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const source = await readFile(bytes)
  if (!source.ok) throw new Error(source.error.code)
  return compose(source.value).text
}

const codeOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const source = await readFile(bytes)
  return source.ok ? undefined : source.error.code
}

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`

describe('.docx', () => {
  it('prints the numbers that Word prints', async () => {
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const at = (depth: number) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="7"/></w:numPr>`
    const body = [
      p('考核对象', at(0)),
      p('乡镇', at(1)),
      p('部门', at(1)),
      p('考核内容', at(0)),
      p('指标', at(1)),
      p('增速', at(2)),
    ]
    expect(await textOf(await docx(body.join(''), { 'word/numbering.xml': numbering }))).toBe(
      '一、考核对象\n（一）乡镇\n（二）部门\n二、考核内容\n（一）指标\n1.增速\n',
    )
  })

  it('reads tracked changes as if accepted, and says that there are some', async () => {
    const body =
      '<w:p><w:r><w:t>扣</w:t></w:r><w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins><w:r><w:t>2</w:t></w:r></w:ins><w:r><w:t>分</w:t></w:r></w:p>'
    const source = await readFile(await docx(body))
    expect(source).toMatchObject({
      ok: true,
      value: { blocks: [{ kind: 'line', text: '扣2分' }], remarks: [{ kind: 'trackedChanges', count: 2 }] },
    })
  })

  it('lays merged cells out on a grid', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
    const body = `<w:tbl><w:tr>${cell('指标')}${cell('分值')}</w:tr><w:tr>${cell('经济', '<w:vMerge w:val="restart"/>')}${cell('10')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('20')}</w:tr></w:tbl>`
    const source = await readFile(await docx(body))
    expect(source).toMatchObject({
      ok: true,
      value: {
        blocks: [
          {
            kind: 'table',
            rows: [
              [{ text: '指标' }, { text: '分值' }],
              [{ text: '经济' }, { text: '10' }],
              [{ text: '经济', origin: [1, 0] }, { text: '20' }],
            ],
          },
        ],
      },
    })
  })
})

describe('.xlsx', () => {
  const sheet = (rows: string, merges = '') =>
    `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`
  const cells = (row: number, ...texts: string[]) =>
    `<row r="${row}">${texts.map((text, at) => `<c r="${'ABCDE'.charAt(at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

  it('takes title rows as lines, the rest as a table, and names hidden sheets', async () => {
    const bytes = await zip({
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="指标" r:id="rId1"/><sheet name="旧" state="hidden" r:id="rId2"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet(
        cells(1, '2024年度考核指标表') + cells(3, '指标', '分值') + cells(4, '增速', '10'),
        '<mergeCell ref="A1:B1"/>',
      ),
    })
    expect(await textOf(bytes)).toBe('2024年度考核指标表\n指标\t分值\n增速\t10\n')
    expect(await readFile(bytes)).toMatchObject({ value: { remarks: [{ kind: 'hiddenSheet', name: '旧' }] } })
  })
})

describe('a saved page', () => {
  it('gives its text without menus, and its tables', async () => {
    const html = `<html><body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">政务公开通知公告</a></li></ul>
      <div id="zoom"><p>各乡镇人民政府&nbsp;：</p><p>附件：<a href="1.docx">1.考核指标表.docx</a></p>
      <table><tr><th rowspan=2>指标<th>分值<tr><td>10</table></div><script>alert('x')</script></body></html>`
    expect(await textOf(Buffer.from(html))).toBe('各乡镇人民政府 ：\n附件：1.考核指标表.docx\n指标\t分值\n\t10\n')
  })

  it('counts the items that a browser counts, and leaves numbers that are printed', async () => {
    const html =
      '<p>一、考核内容</p><ol start="2"><li><p>源头预防（20分）。</p><p>每次扣2分。</p></li><li>积案化解</li><li>（三）回访</li></ol><ul><li>其他</li></ul>'
    expect(await textOf(Buffer.from(html))).toBe(
      '一、考核内容\n2. 源头预防（20分）。\n每次扣2分。\n3. 积案化解\n（三）回访\n其他\n',
    )
  })
})

describe('plain text', () => {
  it('is read in the encodings that offices use', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('考核', 'utf16le')])
    const gb = Buffer.from([0xbf, 0xbc, 0xba, 0xcb])
    expect(await textOf(utf16)).toBe('考核\n')
    expect(await textOf(gb)).toBe('考核\n')
    expect(await textOf(Buffer.from('\uFEFF考\u200B核\u3000'))).toBe('考核\n')
  })

  it('gives radicals as the characters they stand for', async () => {
    expect(await textOf(Buffer.from('⼯作⻓'))).toBe('工作长\n')
  })
})

describe('a file that cannot be read is refused by name', () => {
  const compound = (...names: string[]) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), ...names.map((name) => Buffer.from(name, 'utf16le'))])

  it.each<[string, Uint8Array | Promise<Uint8Array>]>([
    ['noticeFile.empty', Buffer.alloc(0)],
    ['noticeFile.tooLarge', Buffer.alloc(30 * 1024 * 1024 + 1, 'a')],
    ['noticeFile.noText', Buffer.from(' \n')],
    ['noticeFile.unknownFormat', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['noticeFile.unknownFormat', zip({ 'OFD.xml': '<ofd/>' })],
    ['noticeFile.unknownFormat', compound('Workbook')],
    ['noticeFile.damaged', Buffer.from('PK\u0003\u0004 cut')],
    ['noticeFile.damaged', compound('WordDocument')],
    ['noticeFile.damaged', Buffer.from('%PDF-1.7 cut')],
    [
      'noticeFile.damaged',
      zip({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>' }),
    ],
    ['noticeFile.encrypted', compound('EncryptedPackage')],
    ['noticeFile.macros', docx(p('x'), { 'word/vbaProject.bin': 'x' })],
    ['noticeFile.macros', compound('WordDocument', '_VBA_PROJECT')],
    ['noticeFile.tooMuchText', docx(p('x').repeat(400_000))],
    ['noticeFile.tooMuchText', Buffer.from('考'.repeat(4_000_001))],
  ])('%s', async (code, bytes) => {
    expect(await codeOf(await bytes)).toBe(code)
  })
})
