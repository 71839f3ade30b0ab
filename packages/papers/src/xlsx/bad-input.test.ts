import { Buffer } from 'node:buffer'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { lyingAbout, withParts } from '../testing/odd-zips.ts'
import { writeZip } from '../zip/write.ts'
import { markErrors } from './mark-errors.ts'
import type { TableColumn } from './model.ts'
import { readTable } from './read-table.ts'
import { writeTable } from './write-table.ts'

const columns: readonly TableColumn[] = [
  { key: 'unit', header: '考核对象', width: 20, kind: 'text', required: true },
  { key: 'kind', header: '类别', width: 20, kind: 'choice', choices: ['甲', '乙'] },
]
const mark = { name: 't', version: '1' }
const good = await writeTable({
  title: '表',
  columns,
  rows: [{ unit: '甲局', kind: '甲' }],
  template: { ...mark, example: {} },
})
const sheet1 = 'xl/worksheets/sheet1.xml'

const codes = async (bytes: Uint8Array) => {
  const read = await readTable(bytes, columns, { template: mark })
  return read.ok ? [] : read.error.map(({ code, params }) => (params?.reason ? `${code} ${params.reason}` : code))
}
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')

describe('files that are none of ours', () => {
  it.each([
    ['nothing', new Uint8Array(), 'table.empty'],
    ['a text', Buffer.from('关于印发考核办法的通知\n各县区：'), 'table.notXlsx'],
    ['a text of another table', Buffer.from('姓名,电话\n甲,1\n'), 'table.notXlsx'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'table.notXlsx'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'table.notXlsx'],
    ['an .xls', Buffer.concat([compound, utf16('Workbook')]), 'table.oldFormat'],
    [
      'a workbook with a password',
      Buffer.concat([compound, Buffer.alloc(600), utf16('EncryptedPackage')]),
      'table.encrypted',
    ],
    ['two letters', Buffer.from('PK'), 'table.damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await codes(new Uint8Array(bytes))).toEqual([code])
  })
  it('a zip that is no workbook, a workbook of the binary kind', async () => {
    expect(await codes(await writeZip([{ path: 'a.txt', bytes: Buffer.from('a') }]))).toEqual(['table.notXlsx'])
    expect(await codes(await withParts(good, { 'xl/workbook.xml': undefined, 'xl/workbook.bin': 'x' }))).toEqual([
      'table.oldFormat',
    ])
  })
  it('cut at any length, it is refused and nothing throws', async () => {
    for (let length = 1; length < good.length; length += Math.ceil(good.length / 40)) {
      const found = await codes(good.slice(0, length))
      expect(['table.damaged', 'table.notXlsx']).toContain(found[0])
    }
  })
  it('with bytes turned over, it is refused or read as it was, and nothing throws', async () => {
    for (let at = 20; at < good.length; at += Math.ceil(good.length / 40)) {
      const bytes = good.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 0xff
      const read = await readTable(bytes, columns, { template: mark })
      if (read.ok) expect(read.value.rows[0]?.cells.unit?.text).toBe('甲局')
      else expect(read.error.length).toBeGreaterThan(0)
    }
  })
  it('macros, declared or carried', async () => {
    expect(await codes(await withParts(good, { 'xl/vbaProject.bin': 'x' }))).toEqual(['table.macros'])
    const declared = await withParts(good, {
      '[Content_Types].xml': (xml) => xml.replace('spreadsheetml.sheet.main', 'sheet.macroEnabled.main'),
    })
    expect(await codes(declared)).toEqual(['table.macros'])
  })
  it('an entity bomb', async () => {
    const bomb = await withParts(good, {
      'xl/sharedStrings.xml': (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "ccccc">]>'),
    })
    expect(await codes(bomb)).toEqual(['table.damaged'])
  })
  it('XML that does not close', async () => {
    expect(await codes(await withParts(good, { 'xl/sharedStrings.xml': '<sst><si>' }))).toEqual(['table.damaged'])
  })
})

describe('bombs', () => {
  const zeros = Buffer.alloc(20 * 1024 * 1024)
  it('an entry that expands more than a hundredfold', async () => {
    const bomb = await writeZip([{ path: 'xl/workbook.xml', bytes: zeros }])
    expect(bomb.length).toBeLessThan(30_000)
    expect(await codes(bomb)).toEqual(['table.tooLarge ratio'])
  })
  it('more than 200 MB together, though each entry keeps the ratio', async () => {
    // 1 in 60 bytes random: about 1:50, eleven entries of 20 MB.
    const noisy = Buffer.from(zeros)
    let seed = 1
    for (let at = 0; at < noisy.length; at += 60) {
      seed = (seed * 48271) % 2147483647
      noisy[at] = seed & 0xff
    }
    expect(noisy.length / deflateRawSync(noisy).length).toBeLessThan(100)
    const bomb = await writeZip(Array.from({ length: 11 }, (_, i) => ({ path: `xl/${i}.xml`, bytes: noisy })))
    expect(await codes(bomb)).toEqual(['table.tooLarge expanded'])
  }, 60_000)
  it('more than 2,000 entries', async () => {
    const many = await writeZip(
      Array.from({ length: 2_001 }, (_, i) => ({ path: `xl/${i}.xml`, bytes: Buffer.from('a') })),
    )
    expect(await codes(many)).toEqual(['table.tooLarge entries'])
  })
  it('a directory that lies about the size', async () => {
    const bomb = lyingAbout(await writeZip([{ path: 'xl/workbook.xml', bytes: zeros }]), zeros.length, 1_000)
    expect(await codes(bomb)).toEqual(['table.damaged'])
  })
  it('one name twice, a path that climbs', async () => {
    const part = { path: 'xl/workbook.xml', bytes: Buffer.from('<a/>') }
    expect(await codes(await writeZip([part, part]))).toEqual(['table.damaged'])
    const climbing = Buffer.from(await writeZip([{ path: 'aa/workbook.xml', bytes: part.bytes }])).toString('latin1')
    expect(await codes(Buffer.from(climbing.replaceAll('aa/workbook', '../workbook'.slice(0, 11)), 'latin1'))).toEqual([
      'table.damaged',
    ])
  })
  it('more cells than a table has', async () => {
    const row = (n: number) =>
      `<row r="${n}">${Array.from({ length: 100 }, (_, i) => `<c r="A${n}" s="${(n * 31 + i) % 97}"><v>${n * i}</v></c>`).join('')}</row>`
    const rows = Array.from({ length: 3_001 }, (_, i) => row(i + 1)).join('')
    const bytes = await withParts(good, {
      [sheet1]: (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`),
    })
    expect(await codes(bytes)).toEqual(['table.tooLarge cells'])
  }, 30_000)
  it('rules, merges and names over the whole sheet cost nothing to read', async () => {
    const wide = await withParts(good, {
      [sheet1]: (xml) =>
        xml
          .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="H9:XFD1048576"/></mergeCells>')
          .replace(/sqref="[^"]*"/g, 'sqref="A1:XFD1048576"'),
      'xl/workbook.xml': (xml) =>
        xml.replace(
          /<definedNames>.*<\/definedNames>/s,
          '<definedNames><definedName name="a">表!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
    })
    expect(await codes(wide)).toEqual(['table.merged'])
    expect(await markErrors(wide, [], { columns, template: mark })).toEqual({
      ok: false,
      error: [{ code: 'table.tooLarge', params: { reason: 'cells' } }],
    })
  })
  it('a cell at the far corner is a row like another', async () => {
    const far = await withParts(good, {
      [sheet1]: (xml) =>
        xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    })
    expect(await codes(far)).toEqual([])
  })
})
