import { Buffer } from 'node:buffer'
import { writeZip } from '@quanheng/papers/zip/write'
import { describe, expect, it } from 'vitest'
import { readBytes } from '../read-bytes.ts'
import { compose } from '../text/document.ts'
import { readFile } from './read-file.ts'

const zip = async (parts: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  writeZip(
    Object.entries(parts).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
    { compress: true },
  )

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const source = await readFile(bytes)
  return source.ok ? compose(source.value).text : source.error.code
}

/** Codes and words of what is reported about a file. */
const findingsOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const notice = await readBytes(bytes, 'zh-CN')
  return notice.ok ? notice.value.findings.map(({ code, message }) => `${code} ${message}`) : [notice.error.code]
}

const docx = (body: string) => zip({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` })
const p = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`
const r = (inside: string): string => `<w:r>${inside}</w:r>`
const t = (text: string): string => r(`<w:t>${text}</w:t>`)

describe('.docx', () => {
  it('keeps the words around and inside a text box, once', async () => {
    const box = `<w:txbxContent>${p(t('云岭市人民政府文件'))}</w:txbxContent>`
    const both = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`
    expect(await textOf(await docx(p(t('框前的字'), r(both), t('框后的字'))))).toBe(
      '云岭市人民政府文件\n框前的字框后的字\n',
    )
  })

  it('says that there are tracked changes', async () => {
    const body = p(`<w:ins>${t('考核内容')}</w:ins>`, `<w:del>${r('<w:delText>旧</w:delText>')}</w:del>`)
    expect(await findingsOf(await docx(body))).toContain(
      'tracked-changes 文件中有2处未接受的修订；已按接受后的文字读取。',
    )
  })
})

const workbook = (rows: string, state = '') =>
  zip({
    'xl/workbook.xml': `<workbook><sheets><sheet name="指标" r:id="rId1"/>${state && `<sheet name="旧稿" state="${state}" r:id="rId1"/>`}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="0.0%"/><numFmt numFmtId="177" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="176"/><xf numFmtId="14"/><xf numFmtId="177"/><xf numFmtId="58"/><xf numFmtId="3"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  })
const word = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const figure = (place: string, style: number, value: number) => `<c r="${place}" s="${style}"><v>${value}</v></c>`

describe('.xlsx', () => {
  it('gives percents and days as the sheet shows them, other numbers as they are', async () => {
    const rows = `<row>${word('A1', '指标')}${word('B1', '数')}</row>${[
      [1, 0.3],
      [2, 0.065],
      [3, 45657],
      [4, 45657],
      [5, 45657],
      [6, 12000],
      [0, 0.5],
    ]
      .map(
        ([style = 0, value = 0], at) => `<row>${word(`A${at + 2}`, '甲')}${figure(`B${at + 2}`, style, value)}</row>`,
      )
      .join('')}`
    expect((await textOf(await workbook(rows))).split('\n').slice(1, -1)).toEqual(
      ['30%', '6.5%', '2024年12月31日', '2024年12月', '12月31日', '12000', '0.5'].map((shown) => `甲\t${shown}`),
    )
  })

  it('says which sheets were hidden and not read', async () => {
    const rows = `<row>${word('A1', '考核指标')}${word('B1', '分值')}</row>`
    expect(await findingsOf(await workbook(rows, 'hidden'))).toContain('hidden-sheet 工作表“旧稿”是隐藏的，没有读取。')
  })

  it('refuses a sheet that it could not read to its end', async () => {
    expect(await textOf(await workbook(`<row>${word('A20001', '末行')}</row>`))).toBe('noticeFile.tooMuchText')
  })
})

const page = '<html><body><p>考核方案</p></body></html>'
const mime = (encoding: string, body: string, charset = 'utf-8') =>
  `From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: image/png\r\n\r\nabc\r\n----x\r\nContent-Type: text/html; charset=${charset}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----x--\r\n`

describe('a page saved as one file', () => {
  it('is read as the page', async () => {
    const quoted = page.replace(/[^!-~]/g, (sign) =>
      [...Buffer.from(sign)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
    )
    expect(await textOf(Buffer.from(mime('quoted-printable', `${quoted.slice(0, 20)}=\r\n${quoted.slice(20)}`)))).toBe(
      '考核方案\n',
    )
    const gb = Buffer.concat([
      Buffer.from('<html><body><p>'),
      Buffer.from([0xbf, 0xbc, 0xba, 0xcb]),
      Buffer.from('</p></body></html>'),
    ])
    expect(await textOf(Buffer.from(mime('base64', gb.toString('base64'), 'gb2312')))).toBe('考核\n')
  })

  it('without a page in it is damaged', async () => {
    expect(await textOf(Buffer.from(mime('7bit', '').replace('text/html', 'text/css')))).toBe('noticeFile.damaged')
  })
})

/** A PDF of the pages given as drawing commands. */
function pdf(pages: readonly string[], trailer = ''): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((words, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + at * 2} 0 R>>`,
      `<</Length ${words.length}>>stream\n${words}\nendstream`,
    ]),
  ]
  let body = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

const printed = 'BT /F 12 Tf 50 700 Td (Plan 2024) Tj ET'
const drawn = '0 0 100 100 re f'

describe('.pdf', () => {
  it('says which pages are images', async () => {
    expect(await findingsOf(pdf([printed, drawn, printed, drawn]))).toContain(
      'unreadable-page 第2、4页是图像，没有可读取的文字。',
    )
    expect(await textOf(pdf([drawn]))).toBe('noticeFile.noText')
  })

  it('with a password is refused by name', async () => {
    const hex = 'ab'.repeat(32)
    const trailer = `/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${hex}>/U<${hex}>/P -4>>`
    expect(await textOf(pdf([printed], trailer))).toBe('noticeFile.encrypted')
  })

  it('of more pages than are read is refused, not cut', async () => {
    expect(await textOf(pdf(Array.from({ length: 501 }, () => printed)))).toBe('noticeFile.tooMuchText')
  })
})

describe('an older file', () => {
  it('with a password is refused by name', async () => {
    const head = Buffer.alloc(512)
    head.writeUInt16LE(0xa5ec, 0)
    head.writeUInt16LE(0x0100, 10)
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      head,
      Buffer.from('WordDocument', 'utf16le'),
    ])
    expect(await textOf(bytes)).toBe('noticeFile.encrypted')
  })

  it('in rich text is not taken for words', async () => {
    expect(await textOf(Buffer.from('{\\rtf1\\ansi \\u32771?\\u26680?}'))).toBe('noticeFile.unknownFormat')
  })
})
