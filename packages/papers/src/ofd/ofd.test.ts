import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { advanceOf } from '../fonts/font-set.ts'
import { readFonts } from '../fonts/read-fonts.ts'
import { setLetter } from '../layout/letter.ts'
import type { PlacedText, SetPaper } from '../layout/model.ts'
import { setReport } from '../layout/report.ts'
import { setSheet } from '../layout/sheets.ts'
import { generatedPaper } from '../testing/generated-papers.ts'
import { aLetter, aReport } from '../testing/samples.ts'
import { aVisitRecord } from '../testing/sheet-samples.ts'
import { ownLimits, readZip } from '../zip/read.ts'
import { writeZip } from '../zip/write.ts'
import { checkOfd, type OfdCheck } from './check-ofd.ts'
import { writeOfd } from './write-ofd.ts'

const fonts = readFonts()
const advance = advanceOf(fonts)

const textOf = (paper: SetPaper) =>
  paper.pages.map(({ items }) =>
    items
      .filter((item): item is PlacedText => item.kind === 'text')
      .map(({ text }) => text)
      .join(''),
  )

describe('OFD', () => {
  it.each([
    ['letter with a watermark', setLetter(aLetter, { advance, watermark: '沈一苇 投资科 2026-01-08 09:00' })],
    ['report', setReport({ ...aReport, mark: '校验码：A & B <C>' }, { advance })],
    ['visit record', setSheet({ kind: 'visit', sheet: aVisitRecord }, { advance })],
    ['信函', setLetter(generatedPaper(6), { advance })],
    ['纪要', setLetter(generatedPaper(7), { advance })],
    ['joint paper', setLetter(generatedPaper(3), { advance })],
  ])('%s: no fault, and the text is the paper’s', async (_, paper) => {
    const { bytes } = await writeOfd(paper, fonts)
    expect(await checkOfd(bytes, textOf(paper))).toEqual([])
  })
  it('equal papers give equal bytes', async () => {
    const paper = setLetter(aLetter, { advance })
    const [one, two] = [await writeOfd(paper, fonts), await writeOfd(paper, fonts)]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
  })
})

const paper = setLetter(aLetter, { advance })
const { bytes: sound } = await writeOfd(paper, fonts)

/** The file with one of its parts changed, taken out or put in. */
async function changed(path: string, change: (text: string) => string | undefined): Promise<Uint8Array> {
  const parts = await readZip(sound, ownLimits)
  const old = parts.find((part) => part.path === path)
  const text = change(new TextDecoder().decode(old?.bytes))
  if (old && text === new TextDecoder().decode(old.bytes)) throw new Error(`${path}: nothing was changed`)
  const rest = parts.filter((part) => part !== old)
  return writeZip(text === undefined ? rest : [...rest, { path, bytes: new TextEncoder().encode(text) }])
}

const page = 'Doc_0/Pages/Page_0/Content.xml'
const resources = 'Doc_0/PublicRes.xml'
const document = 'Doc_0/Document.xml'

const mutations: readonly (readonly [string, OfdCheck, string, (text: string) => string | undefined])[] = [
  ['no OFD.xml', 'zip', 'OFD.xml', () => undefined],
  ['a part that is not well-formed', 'zip', page, (text) => text.replace('</ofd:Page>', '')],
  ['a document type', 'zip', document, (text) => text.replace('?>', '?><!DOCTYPE x>')],
  ['no Version', 'shape', 'OFD.xml', (text) => text.replace(' Version="1.0"', '')],
  ['another DocType', 'shape', 'OFD.xml', (text) => text.replace('DocType="OFD"', 'DocType="PDF"')],
  ['a short DocID', 'shape', 'OFD.xml', (text) => text.replace(/<ofd:DocID>../, '<ofd:DocID>')],
  ['another namespace', 'shape', 'OFD.xml', (text) => text.replace('www.ofdspec.org', 'example.org')],
  ['no page', 'shape', document, (text) => text.replace(/<ofd:Pages>.*<\/ofd:Pages>/, '<ofd:Pages/>')],
  ['an unknown element', 'shape', document, (text) => text.replace('<ofd:Pages>', '<ofd:Actions/><ofd:Pages>')],
  [
    'children out of order',
    'shape',
    document,
    (text) => text.replace(/(<ofd:MaxUnitID>.*?<\/ofd:MaxUnitID>)(<ofd:PageArea>.*?<\/ofd:PageArea>)/, '$2$1'),
  ],
  ['a box of three numbers', 'shape', page, (text) => text.replace(/<ofd:PhysicalBox>0 /, '<ofd:PhysicalBox>')],
  ['no Size', 'shape', page, (text) => text.replace(/ Size="[^"]*"/, '')],
  ['text without a place', 'shape', page, (text) => text.replace(/<ofd:TextCode X="[^"]*"/, '<ofd:TextCode')],
  ['a colour by name', 'shape', page, (text) => text.replace('Value="0 0 0"', 'Value="black"')],
  ['a font without file', 'shape', resources, (text) => text.replace(/<ofd:FontFile>.*?<\/ofd:FontFile>/, '')],
  ['a font file that is not there', 'references', resources, (text) => text.replace('font_0.ttf', 'font_9.ttf')],
  ['a page that is not there', 'references', page, () => undefined],
  ['a stowaway', 'references', 'Doc_0/Res/hidden.exe', () => 'MZ'],
  ['an id twice', 'ids', page, (text) => text.replace(/(<ofd:TextObject ID=")\d+/, '$11')],
  ['ids beyond the last', 'ids', document, (text) => text.replace(/<ofd:MaxUnitID>\d+/, '<ofd:MaxUnitID>3')],
  ['an unknown font', 'ids', page, (text) => text.replace(/ Font="\d+"/, ' Font="99999"')],
  ['a box beyond the page', 'bounds', page, (text) => text.replace(/Boundary="[\d.]+ /, 'Boundary="205 ')],
  ['a step too few', 'steps', page, (text) => text.replace(/DeltaX="g \d+/, 'DeltaX="g 2')],
  ['no steps', 'steps', page, (text) => text.replace(/ DeltaX="[^"]*"/, '')],
  ['another character', 'text', page, (text) => text.replace('市', '县')],
]

describe('the check of OFD files finds', () => {
  it.each(mutations)('%s', async (_, check, path, change) => {
    const faults = await checkOfd(await changed(path, change), textOf(paper))
    expect(faults.map((fault) => fault.check)).toContain(check)
  })
  it('names that climb or stand twice', async () => {
    const twice = await writeZip([...(await readZip(sound, ownLimits)), { path: 'OFD.xml', bytes: new Uint8Array() }])
    expect((await checkOfd(twice)).map(({ check }) => check)).toEqual(['zip'])
    expect((await checkOfd(new TextEncoder().encode('no zip'))).map(({ check }) => check)).toEqual(['zip'])
  })
})
