import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composeLetter } from '../docx/letter.ts'
import { partsOf } from '../testing/faulty.ts'
import { aBoundLetter } from '../testing/samples.ts'
import { checkPaper } from './check-paper.ts'
import { FileRefused, type Parts } from './file/parts.ts'
import { parseXml, XmlBroken } from './file/xml.ts'

const sound = await partsOf(await composeLetter(aBoundLetter))
const document = Buffer.from(sound.get('word/document.xml') ?? []).toString('utf8')

/** Refused with a reason, or answered: nothing else may happen to a file. */
const survives = (parts: Parts): void => {
  try {
    expect(checkPaper(parts).answers.length).toBe(50)
  } catch (error) {
    expect(error).toBeInstanceOf(FileRefused)
  }
}

it('a file whose XML was cut out, doubled or overwritten anywhere is refused or answered', () => {
  const at = fc.nat({ max: document.length })
  const piece = fc.constantFrom(
    '',
    '<w:p>',
    '</w:p>',
    '<w:tbl>',
    '&amp;',
    '&x;',
    'w:val="-99999999"',
    '"',
    '<w:sectPr/>',
    '𠮷',
  )
  fc.assert(
    fc.property(at, fc.nat({ max: 400 }), piece, (from, length, put) => {
      const xml = document.slice(0, from) + put + document.slice(from + length)
      survives(new Map([...sound, ['word/document.xml', Buffer.from(xml)]]))
    }),
    { numRuns: 60 },
  )
})

it('tags taken out in pairs leave odd structures, which are answered', () => {
  const names = ['w:pPr', 'w:rPr', 'w:sectPr', 'w:tblGrid', 'w:tr', 'w:body', 'w:pgSz', 'w:r', 'w:tc']
  for (const name of names) {
    const xml = document.replace(new RegExp(`<${name}(?: [^>]*)?/>|<${name}(?: [^>]*)?>.*?</${name}>`, 'gs'), '')
    survives(new Map([...sound, ['word/document.xml', Buffer.from(xml)]]))
  }
})

it.each([
  ['a document type', '<!DOCTYPE w [<!ENTITY a "b">]><w/>'],
  ['an unknown entity', '<w>&a;</w>'],
  ['tags that cross', '<w><p></w></p>'],
  ['an attribute twice', '<w a="1" a="2"/>'],
  ['two roots', '<w/><w/>'],
  ['a character that is none', '<w>&#x110000;</w>'],
  ['nothing', ''],
  ['a thousand levels', '<w>'.repeat(1000) + '</w>'.repeat(1000)],
])('%s is no XML here', (_, xml) => {
  expect(() => parseXml(xml)).toThrow(XmlBroken)
})

it('what is no .docx is told apart from one that is damaged', () => {
  const text = (value: string) => Buffer.from(value)
  const kinds = text('<Types/>')
  const fault = (parts: Parts) => {
    try {
      checkPaper(parts)
    } catch (error) {
      return error instanceof FileRefused ? error.fault : error
    }
    return undefined
  }
  expect(fault(new Map([['xl/workbook.xml', text('<x/>')]]))).toBe('notDocx')
  expect(
    fault(
      new Map([
        ['[Content_Types].xml', kinds],
        ['word/document.xml', text('<x/>')],
      ]),
    ),
  ).toBe('notDocx')
  expect(
    fault(
      new Map([
        ['[Content_Types].xml', kinds],
        ['word/document.xml', text('<w:document>')],
      ]),
    ),
  ).toBe('damaged')
  expect(
    fault(
      new Map([
        ['[Content_Types].xml', kinds],
        ['word/document.xml', Buffer.from([0xff, 0xfe, 0x3c])],
      ]),
    ),
  ).toBe('damaged')
  expect(
    fault(
      new Map([
        ['[Content_Types].xml', kinds],
        ['word/document.xml', Buffer.alloc(25_000_000, 32)],
      ]),
    ),
  ).toBe('tooMuchText')
})
