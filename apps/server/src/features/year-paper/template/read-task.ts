import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import { type CheckedTemplate, checkTemplate } from '@quanheng/domain/office-template/check'
import type { OfficeTemplateKind } from '@quanheng/domain/office-template/model'
import { openTemplate } from './open-template.ts'
import { engineFault } from './render.ts'

export interface ReadOrder {
  readonly bytes: Uint8Array
  readonly kind: OfficeTemplateKind
}

/** Runs in a child process with limits of its own: the bytes are somebody else's. What stands right is also compiled once. */
const read = async ({ bytes, kind }: ReadOrder): Promise<Result<CheckedTemplate, Refusal>> => {
  const opened = await openTemplate(bytes)
  if (!opened.ok) return opened
  const checked = checkTemplate(kind, opened.value.parts)
  const stopped = checked.faults.length === 0 ? engineFault(bytes) : null
  return stopped === null ? ok(checked) : { ok: false, error: stopped }
}

export default read
