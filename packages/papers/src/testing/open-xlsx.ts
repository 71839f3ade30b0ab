import { Buffer } from 'node:buffer'
import { ownLimits, readZip } from '../zip/read.ts'

const unescaped = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

const textsIn = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => unescaped(text ?? '')).join('')

/** Text or number of every cell of the first worksheet, by address, as the XML holds it: numbers keep their digits. */
export async function openXlsx(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = new Map(
    (await readZip(bytes, ownLimits)).map((part) => [part.path, Buffer.from(part.bytes).toString('utf8')]),
  )
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    textsIn(si ?? ''),
  )
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  const cells = [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)]
  return new Map(
    cells.flatMap(([, address, attributes, inner]) => {
      if (address === undefined || inner === undefined) return []
      if (attributes?.includes('t="inlineStr"')) return [[address, textsIn(inner)]]
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? ''
      return [[address, attributes?.includes('t="s"') ? (shared[Number(value)] ?? '') : unescaped(value)]]
    }),
  )
}
