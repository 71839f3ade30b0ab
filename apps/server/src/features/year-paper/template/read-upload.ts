import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { CheckedTemplate } from '@quanheng/domain/office-template/check'
import type { OfficeTemplateKind } from '@quanheng/domain/office-template/model'
import type { Reader } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { ChildFailed, runInChild } from '../../../platform/jobs/run.ts'
import { type UploadedFile, uploadedFile } from '../../../platform/jobs/uploaded-file.ts'
import type { ReadOrder } from './read-task.ts'

/** A template is a few pages; pictures of letterheads included it stays far below. */
const sizeLimitMb = 10
export const childLimits = { memoryMb: 400, seconds: 30 }

export interface ReadUpload {
  readonly file: UploadedFile
  readonly checked: CheckedTemplate
}

/** The template that this person sent, read in a process of its own; one that breaks that process is damaged or too large. */
export const readUpload = async (
  db: Reader,
  files: FileStore,
  asked: { readonly personId: string; readonly digest: string; readonly kind: OfficeTemplateKind },
): Promise<Result<ReadUpload, Refusal>> => {
  const file = await uploadedFile(db, files, { ...asked, sizeLimitMb })
  if (!file.ok) return file
  try {
    const checked = await runInChild<ReadOrder, Result<CheckedTemplate, Refusal>>(
      new URL('./read-task.ts', import.meta.url),
      { bytes: file.value.bytes, kind: asked.kind },
      childLimits,
    )
    return checked.ok ? ok({ file: file.value, checked: checked.value }) : checked
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return {
      ok: false,
      error: { code: error.reason === 'time' ? 'officeTemplate.tooMuchText' : 'officeTemplate.damaged' },
    }
  }
}

/** The same, where the first fault refuses it. */
export const faultlessUpload = async (
  ...asked: Parameters<typeof readUpload>
): Promise<Result<ReadUpload, Refusal>> => {
  const read = await readUpload(...asked)
  const [first] = read.ok ? read.value.checked.faults : []
  return first === undefined ? read : { ok: false, error: first }
}
