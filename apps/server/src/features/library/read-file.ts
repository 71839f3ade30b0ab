import type { Refusal } from '@quanheng/contract/errors'
import type { readLibraryFile } from '@quanheng/contract/library'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { ReadLibrary } from '@quanheng/notice/import/read-library'
import type { Reader } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { ChildFailed, runInChild } from '../../platform/jobs/run.ts'
import { uploadedFile } from '../../platform/jobs/uploaded-file.ts'

const limits = { memoryMb: 200, seconds: 60 }
const sizeLimitMb = 30
/** As many as a document takes (contract/library). */
const mostClauses = 600

const read = async (bytes: Uint8Array): Promise<Result<ReadLibrary, Refusal>> => {
  try {
    return await runInChild<Uint8Array, Result<ReadLibrary, Refusal>>(
      new URL('./read-task.ts', import.meta.url),
      bytes,
      limits,
    )
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return refuse(error.reason === 'time' ? 'noticeFile.tooMuchText' : 'noticeFile.damaged')
  }
}

const cut = (text: string, most: number): string => [...text].slice(0, most).join('')
const dayOr = (day: string): string | null => (day === '' ? null : day)

/** Fills the form for a person to correct; a head that is too long was no head. */
export const readUploaded = async (
  db: Reader,
  files: FileStore,
  asked: { readonly personId: string; readonly digest: string },
): Promise<Result<ReplyOf<typeof readLibraryFile>, Refusal>> => {
  const file = await uploadedFile(db, files, { ...asked, sizeLimitMb })
  if (!file.ok) return file
  const found = await read(file.value.bytes)
  if (!found.ok) return found
  const { title, issuer, documentNumber, interpreter, issuedOn, effectiveOn, lastOn, clauses } = found.value
  if (clauses.length > mostClauses) return refuse('library.tooManyClauses')
  return ok({
    title: cut(title, 200),
    issuer: cut(issuer, 200),
    documentNumber: cut(documentNumber, 60),
    interpreter: cut(interpreter, 200),
    issuedOn: dayOr(issuedOn),
    effectiveOn: dayOr(effectiveOn),
    lastOn: dayOr(lastOn),
    clauses: clauses.map(({ article, text }) => ({ article: cut(article, 60), text: cut(text, 20_000) })),
  })
}
