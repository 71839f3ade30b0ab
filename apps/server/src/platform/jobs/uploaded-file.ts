import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../database/database.ts'
import { newestScan } from '../files/custodian.ts'
import type { FileStore } from '../files/file-store.ts'

export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The file that this person sent; what somebody else sent is not there. An oversized one is refused unread. */
export const uploadedFile = async (
  db: Reader,
  files: FileStore,
  asked: { readonly personId: string; readonly digest: string; readonly sizeLimitMb: number },
): Promise<Result<UploadedFile, Refusal>> => {
  const upload = await db
    .selectFrom('upload')
    .select(['name', 'size'])
    .where('person_id', '=', asked.personId)
    .where('sha256', '=', asked.digest)
    .orderBy('received_at', 'desc')
    .executeTakeFirst()
  if (upload === undefined || !(await files.has(asked.digest))) return refuse('upload.notFound')
  if ((await newestScan(db, asked.digest))?.state === 'infected') return refuse('upload.infected')
  if (upload.size > asked.sizeLimitMb * 1_048_576)
    return refuse('platform.tooLarge', { params: { limit: `${asked.sizeLimitMb} MB` } })
  const parts: Uint8Array[] = []
  for await (const part of files.open(asked.digest)) parts.push(part as Uint8Array)
  return ok({ name: upload.name, bytes: Buffer.concat(parts) })
}
