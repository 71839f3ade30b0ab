import { Buffer } from 'node:buffer'
import type { Parts } from '../conformity/file/parts.ts'
import { ownLimits, readZip } from '../zip/read.ts'

/** The parts of a .docx, as the form check takes them. */
export const partsOf = async (bytes: Uint8Array): Promise<Parts> =>
  new Map((await readZip(bytes, ownLimits)).map((part) => [part.path, part.bytes]))

/** The same file with parts rewritten or added; throws when a change changed nothing, so that no fault fails to be planted. */
export function planted(parts: Parts, changes: Readonly<Record<string, string | ((xml: string) => string)>>): Parts {
  const out = new Map(parts)
  for (const [path, change] of Object.entries(changes)) {
    const before = Buffer.from(parts.get(path) ?? []).toString('utf8')
    const after = typeof change === 'string' ? change : change(before)
    if (after === before) throw new Error(`nothing changed in ${path}`)
    out.set(path, Buffer.from(after))
  }
  return out
}

export const body = (change: (xml: string) => string) => ({ 'word/document.xml': change })

/** Changes the one paragraph whose text begins so. */
export const paragraphOf = (start: string, change: (xml: string) => string) =>
  body((xml) =>
    xml.replace(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs, (paragraph) => {
      const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, each]) => each).join('')
      return text.startsWith(start) ? change(paragraph) : paragraph
    }),
  )
