import { ZipRefused } from '@quanheng/papers/zip/limits'
import { readZip } from '@quanheng/papers/zip/read'
import { FileRefused } from './file-error.ts'

/** The XML parts of an office file, every limit kept before anything unfolds; macros are refused. */
export async function xmlParts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  try {
    const parts = await readZip(bytes)
    if (parts.some(({ path }) => /vbaProject|macrosheets|activeX/i.test(path)))
      throw new FileRefused('noticeFile.macros')
    const xml = parts.filter(({ path }) => /\.(?:xml|rels)$/i.test(path))
    return new Map(xml.map((part) => [part.path, new TextDecoder().decode(part.bytes)]))
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    if (error.fault === 'encrypted') throw new FileRefused('noticeFile.encrypted', error)
    throw new FileRefused(error.fault === 'broken' ? 'noticeFile.damaged' : 'noticeFile.tooMuchText', error)
  }
}
