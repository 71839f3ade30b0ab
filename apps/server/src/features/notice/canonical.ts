import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { sha256 } from '../../platform/log/means.ts'
import type { NoticeImportRow } from './tables.ts'

/** The reading is long and never changes: the act names it by its digest. */
const readingDigest = ({ text, reading, findings }: NoticeImportRow): string =>
  Buffer.from(sha256(Buffer.from(canonicalJson({ text, reading, findings }), 'utf8'))).toString('hex')

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
