import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { sha256 } from '../../platform/log/means.ts'
import type { NoticeImportRow } from './tables.ts'

/** A row before and after a decision holds the same reading: it is digested once. */
const digests = new WeakMap<NoticeImportRow['reading'], string>()

/** The reading is long and never changes: the act names it by its digest. */
function readingDigest({ text, reading, findings }: NoticeImportRow): string {
  const known = digests.get(reading)
  if (known !== undefined) return known
  const digest = Buffer.from(sha256(Buffer.from(canonicalJson({ text, reading, findings }), 'utf8'))).toString('hex')
  digests.set(reading, digest)
  return digest
}

/** What acts digest for an import; a field that counts must stand here. */
export const canonicalNotice = (row: NoticeImportRow): object => ({
  v: 1,
  id: row.id,
  unitId: row.unit_id,
  author: row.author,
  file: { digest: row.digest, name: row.file_name },
  reading: readingDigest(row),
  choices: row.choices,
  settled: row.settled,
  planId: row.plan_id,
  sources: row.sources,
  notes: row.notes,
  version: row.version,
})
