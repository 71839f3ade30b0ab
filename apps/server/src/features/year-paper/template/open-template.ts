import { Buffer } from 'node:buffer'
import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { FileRefused } from '@quanheng/papers/conformity/file/parts'
import { type ReadTemplate, readTemplate } from '@quanheng/papers/template/read-template'
import { ZipRefused } from '@quanheng/papers/zip/limits'
import { readZip } from '@quanheng/papers/zip/read'

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Older office programs' files begin so, and so do .docx files with a password. */
const compound = (bytes: Buffer): Result<never, Refusal> =>
  refuse(
    bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'officeTemplate.encrypted' : 'officeTemplate.notDocx',
  )

/** A .docx as a template, under the limits of every upload: bombs, passwords, macros and what reaches outside are refused. */
export const openTemplate = async (bytes: Uint8Array): Promise<Result<ReadTemplate, Refusal>> => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (start.subarray(0, 8).equals(compoundFile)) return compound(start)
  if (start.subarray(0, 2).toString('latin1') !== 'PK') return refuse('officeTemplate.notDocx')
  try {
    const read = readTemplate(new Map((await readZip(bytes)).map((part) => [part.path, part.bytes])))
    return read.fault === null ? ok(read) : refuse(`officeTemplate.${read.fault}`)
  } catch (error) {
    if (error instanceof FileRefused) return refuse(`officeTemplate.${error.fault}`)
    if (!(error instanceof ZipRefused)) throw error
    if (error.fault === 'encrypted') return refuse('officeTemplate.encrypted')
    return refuse(error.fault === 'broken' ? 'officeTemplate.damaged' : 'officeTemplate.tooMuchText')
  }
}
