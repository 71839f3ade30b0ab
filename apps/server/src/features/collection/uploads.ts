import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'

export interface SentFile {
  readonly sha256: string
  readonly sm3: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

/** Files this person has sent, by digest; what somebody else sent is nobody's to cite. @returns refusal `upload.notFound` */
export const uploadsOf = async (
  db: Reader,
  personId: string,
  digests: readonly string[],
): Promise<Result<ReadonlyMap<string, SentFile>, Refusal>> => {
  const rows = await db
    .selectFrom('upload')
    .selectAll()
    .where('person_id', '=', personId)
    .where('sha256', 'in', [...digests])
    .orderBy('received_at')
    .execute()
  const files = new Map(
    rows.map((row) => [
      row.sha256,
      { sha256: row.sha256, sm3: row.sm3, name: row.name, size: row.size, mediaType: row.media_type },
    ]),
  )
  return digests.every((digest) => files.has(digest)) ? ok(files) : refuse('upload.notFound')
}
