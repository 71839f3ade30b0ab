import { Buffer } from 'node:buffer'
import { ownLimits, readZip } from '../zip/read.ts'

/** A paragraph as its XML and its text. */
export interface OpenParagraph {
  readonly xml: string
  readonly text: string
}

const unescaped = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Printed text of a piece of WordprocessingML; tabs and breaks as \t and \n. */
export const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)]
    .map(([, text, mark]) => (mark === 'tab' ? '\t' : mark === 'br' ? '\n' : unescaped(text ?? '')))
    .join('')

/** A .docx opened for assertions on its XML. */
export async function openDocx(bytes: Uint8Array) {
  const parts = new Map(
    (await readZip(bytes, ownLimits)).map((part) => [part.path, Buffer.from(part.bytes).toString('utf8')]),
  )
  const document = parts.get('word/document.xml') ?? ''
  const paragraphs: OpenParagraph[] = [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p\s.*?<\/w:p>/gs)].map(([xml]) => ({
    xml,
    text: textOf(xml),
  }))
  const starting = (start: string): OpenParagraph => {
    const found = paragraphs.find(({ text }) => text.startsWith(start))
    if (!found) throw new Error(`no paragraph starts with ${start}`)
    return found
  }
  return { parts, document, paragraphs, starting, text: textOf(document) }
}

/** Sections of a document, in order. */
export const sections = (xml: string): string[] =>
  [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([found]) => found)

/** Value of an attribute on the first element of a name, without prefixes: `attribute(xml, 'pgSz', 'w')`. */
export const attribute = (xml: string, element: string, name: string): string | undefined =>
  new RegExp(`<w:${element}\\s[^>]*w:${name}="([^"]*)"`).exec(xml)?.[1]

/** East Asian faces named in a piece of XML, in order. */
export const faces = (xml: string): string[] => [...xml.matchAll(/w:eastAsia="([^"]+)"/g)].map(([, name]) => name ?? '')

/** Sizes named in a piece of XML, in half points. */
export const sizes = (xml: string): string[] =>
  [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, value]) => value ?? '')
