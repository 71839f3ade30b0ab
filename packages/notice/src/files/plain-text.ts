import { type Source, sourceOfText } from '../text/source.ts'

const utf16 = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** UTF-8 or UTF-16 by their marks, else UTF-8 where it is valid, else GB 18030, which every older text in Chinese is. */
export function decode(bytes: Uint8Array): string {
  const marked = utf16(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A UTF-8 text that was cut inside a character is still UTF-8.
    const loose = new TextDecoder('utf-8').decode(bytes)
    const broken = loose.split('\uFFFD').length - 1
    return broken * 50 < loose.length ? loose : new TextDecoder('gb18030').decode(bytes)
  }
}

const headingMark = /^#{1,6}\s+/
const bullet = /^\s*[-*+]\s+(?=\S)/
const emphasis = /\*\*|__(?=[^_])|^>\s?/g

/** Marks of Markdown, where a text uses them, give way to the words; headings stay headings. */
function withoutMarkdown(source: Source): Source {
  const marked = source.blocks.filter(
    (block) => block.kind === 'line' && (headingMark.test(block.text) || /\*\*.+\*\*/.test(block.text)),
  )
  const opening = source.blocks.find((block) => block.kind === 'line' && block.text.trim() !== '')
  if (marked.length < 2 && !(opening && marked.includes(opening))) return source
  const blocks = source.blocks.map((block) => {
    if (block.kind !== 'line') return block
    const heading = headingMark.test(block.text)
    return {
      kind: 'line' as const,
      text: block.text.replace(headingMark, '').replace(bullet, '').replace(emphasis, ''),
      ...(heading && { heading }),
    }
  })
  return { ...source, blocks }
}

export const readText = (bytes: Uint8Array): Source => withoutMarkdown(sourceOfText(decode(bytes)))
