import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { ReportWords } from '@quanheng/domain/report/words'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { docxType, mediaTypes, paperFile } from '../../platform/jobs/paper-file.ts'
import { paperMark } from '../../platform/log/paper-mark.ts'
import type { Platform } from '../../platform/platform.ts'
import { type ComposedPaper, composePaper, frozenRun, paperOfResult } from '../result/index.ts'
import { withRecords } from './approval-store.ts'
import type { Named } from './files.ts'
import { issuedOf } from './issued.ts'
import { approvalsVisibleTo, paperIsVisible } from './scope.ts'

/** One of the two papers with its check code on every page. */
export const printedAs = async (
  db: Reader,
  kind: 'report' | 'letter',
  { report, letter, digest }: ComposedPaper,
  words: ReportWords,
): Promise<Named> => {
  const mark = await paperMark(db, digest)
  return kind === 'report'
    ? { name: words.title, paper: { kind, paper: { ...report, mark } } }
    : { name: words.letter.title, paper: { kind, paper: { ...letter, mark } } }
}

/** An issued paper from the version that it rests on; nothing where that is no longer what was signed. */
const issuedAgain = async (db: Reader, approvalId: string, kind: 'report' | 'letter'): Promise<Named | undefined> => {
  const rows = await db.selectFrom('approval').selectAll().where('id', '=', approvalId).execute()
  const [loaded] = await withRecords(db, rows)
  const frozen = loaded && (await frozenRun(db, loaded.row.result_id))
  const paper = loaded && (await paperOfResult(db, loaded.row.result_id))
  if (!frozen || !paper) return undefined
  const composed = composePaper(frozen.run, paper, await issuedOf(db, loaded.approval))
  return composed.digest === loaded.approval.subject.paperDigest
    ? printedAs(db, kind, composed, paper.words)
    : undefined
}

/** An issued paper: as .docx the bytes that were kept, as PDF or OFD those kept with it, else set from the content that was signed. */
export const issuedFile = async (
  db: Reader,
  actor: Actor,
  { paperId, format }: { readonly paperId: string; readonly format: PaperFormat },
  platform: Platform,
): Promise<Result<FileReply, Refusal>> => {
  const row = await db
    .selectFrom('issued_paper')
    .selectAll()
    .where('id', '=', paperId)
    .where(paperIsVisible(approvalsVisibleTo(actor)))
    .executeTakeFirst()
  if (row === undefined) return refuse('platform.notFound')
  if (format === 'docx')
    return ok({ name: row.file_name, mediaType: docxType, content: { stored: row.sha256 }, size: row.size })
  const kept = format === 'pdf' ? row.pdf_sha256 : row.ofd_sha256
  if (kept !== null)
    return ok({ name: `${row.title}.${format}`, mediaType: mediaTypes[format], content: { stored: kept } })
  if (row.approval_id === null) return refuse('platform.notFound')
  const named = await issuedAgain(db, row.approval_id, row.kind === 'letter' ? 'letter' : 'report')
  return named ? ok(await paperFile(platform, { ...named, format }, 'issued')) : refuse('platform.notFound')
}
