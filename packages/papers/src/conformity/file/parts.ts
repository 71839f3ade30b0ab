import { parseXml, XmlBroken, type XmlElement } from './xml.ts'

/** Why a file cannot be checked at all; the words are in `packages/messages`, `conformity`. */
export type FileFault = 'notDocx' | 'damaged' | 'tooMuchText'

export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly fault: FileFault
  constructor(fault: FileFault, cause?: unknown) {
    super(`file refused: ${fault}`, { cause })
    this.fault = fault
  }
}

/** Characters of all the XML that is read; a page of text takes about 30,000. */
const mostCharacters = 24_000_000

/** The inflated parts of a package by their path. */
export type Parts = ReadonlyMap<string, Uint8Array>

export interface OpenPackage {
  readonly paths: readonly string[]
  /** A part parsed, or nothing where there is none. Throws `FileRefused`. */
  readonly xml: (path: string) => XmlElement | undefined
}

/** A .docx by its parts. Throws `FileRefused` where there is no main document. */
export function openPackage(parts: Parts): OpenPackage {
  if (!parts.has('[Content_Types].xml') || !parts.has('word/document.xml')) throw new FileRefused('notDocx')
  const parsed = new Map<string, XmlElement>()
  let room = mostCharacters
  const xml = (path: string): XmlElement | undefined => {
    const bytes = parts.get(path)
    const known = parsed.get(path)
    if (known || !bytes) return known
    room -= bytes.length
    if (room < 0) throw new FileRefused('tooMuchText')
    try {
      const root = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      parsed.set(path, root)
      return root
    } catch (error) {
      throw error instanceof XmlBroken || error instanceof TypeError ? new FileRefused('damaged', error) : error
    }
  }
  if (xml('word/document.xml')?.name !== 'w:document') throw new FileRefused('notDocx')
  return { paths: [...parts.keys()], xml }
}
