import { Buffer } from 'node:buffer'
import { type DomainError, fail, ok, type Result } from '@quanheng/domain/kernel/result'
import type { Source } from '../text/source.ts'
import { readDoc } from './doc.ts'
import { readDocx } from './docx.ts'
import { type FileErrorCode, FileRefused, limits } from './file-error.ts'
import { readHtml } from './html.ts'
import { isMhtml, pageOfMhtml } from './mhtml.ts'
import { readPdf } from './pdf.ts'
import { decode, readText } from './plain-text.ts'
import { readXlsx } from './xlsx.ts'
import { xmlParts } from './zip-parts.ts'

const lengthOf = ({ blocks }: Source): number =>
  blocks.reduce(
    (all, block) =>
      all +
      (block.kind === 'line'
        ? block.text.trim().length
        : block.rows.reduce((sum, row) => sum + row.reduce((one, { text }) => one + text.trim().length, 0), 0)),
    0,
  )

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const wide = (name: string): Buffer => Buffer.from(name, 'utf16le')

/** The head of a Word file says whether what follows it is encrypted ([MS-DOC] 2.5.2: wIdent, fEncrypted); streams begin at 512. */
function isEncryptedDoc(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512)
    if (bytes.readUInt16LE(at) === 0xa5ec) return (bytes.readUInt16LE(at + 10) & 0x0100) !== 0
  return false
}

/** A compound file of older office programs: a document, or the envelope of one with a password. */
async function readCompound(bytes: Buffer): Promise<Source> {
  if (bytes.includes(wide('EncryptedPackage'))) throw new FileRefused('noticeFile.encrypted')
  if (!bytes.includes(wide('WordDocument'))) throw new FileRefused('noticeFile.unknownFormat')
  if (isEncryptedDoc(bytes)) throw new FileRefused('noticeFile.encrypted')
  if (bytes.includes(wide('_VBA_PROJECT'))) throw new FileRefused('noticeFile.macros')
  return readDoc(bytes)
}

async function readZipped(bytes: Buffer): Promise<Source> {
  const parts = await xmlParts(bytes)
  if ([...parts.keys()].some((path) => path.startsWith('word/'))) return readDocx(parts)
  if (parts.has('xl/workbook.xml')) return readXlsx(parts)
  throw new FileRefused('noticeFile.unknownFormat')
}

const page = /<(?:!doctype\s+html|html|head|body|div|table|p|meta)[\s>]/i

function readPlain(bytes: Buffer): Source {
  const marked = bytes[0] === 0xff || bytes[0] === 0xfe
  if (!marked && bytes.subarray(0, 4096).includes(0)) throw new FileRefused('noticeFile.unknownFormat')
  // Its codes would be read for words.
  if (bytes.subarray(0, 5).toString('latin1') === '{\\rtf') throw new FileRefused('noticeFile.unknownFormat')
  if (isMhtml(bytes)) return readHtml(decode(pageOfMhtml(bytes)))
  if (page.test(bytes.subarray(0, 8192).toString('latin1'))) return readHtml(decode(bytes))
  return readText(bytes)
}

const kindOf = (bytes: Buffer): ((bytes: Buffer) => Source | Promise<Source>) => {
  if (bytes.subarray(0, 8).equals(compoundFile)) return readCompound
  const start = bytes.subarray(0, 5).toString('latin1')
  if (start.startsWith('PK')) return readZipped
  return start === '%PDF-' ? readPdf : readPlain
}

/** Reads a file of any kind that is known, by what it holds and not by its name. */
export async function readFile(bytes: Uint8Array): Promise<Result<Source, DomainError<FileErrorCode>>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (buffer.length === 0) throw new FileRefused('noticeFile.empty')
    if (buffer.length > limits.bytes) throw new FileRefused('noticeFile.tooLarge')
    const source = await kindOf(buffer)(buffer)
    const length = lengthOf(source)
    if (length > limits.characters) throw new FileRefused('noticeFile.tooMuchText')
    return length === 0 ? fail({ code: 'noticeFile.noText' }) : ok(source)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    const params = error.code === 'noticeFile.tooLarge' ? { params: { limit: '30 MB' } } : {}
    return fail({ code: error.code, ...params })
  }
}
