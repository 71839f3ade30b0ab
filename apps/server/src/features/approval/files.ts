import type { Refusal } from '@quanheng/contract/errors'
import type { listPapers } from '@quanheng/contract/issued-paper'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import type { AskedPaper } from '../../platform/jobs/paper-file.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import { decisionsOn, frozenRun, paperOfResult, sectionNames } from '../result/index.ts'
import { approvalsVisibleTo, paperIsVisible, seesApprovalsOf } from './scope.ts'
import { entrySheet, signOffSheet } from './sheets.ts'
import { visibleApproval } from './show-approval.ts'
import { submissionById } from './submission-store.ts'

/** A paper with the name of its file. */
export type Named = Pick<AskedPaper, 'name' | 'paper'>

/** 签批单 of a paper, to print and sign by hand; what makes the file chooses its format. */
export const signOffOf = async (
  db: Reader,
  actor: Actor,
  approvalId: string,
  today: string,
): Promise<Result<Named, Refusal>> => {
  const found = await visibleApproval(db, actor, approvalId)
  const frozen = found && (await frozenRun(db, found.loaded.row.result_id))
  const paper = found && (await paperOfResult(db, found.loaded.row.result_id))
  if (!found || !frozen || !paper) return refuse('platform.notFound')
  const { approval } = found.loaded
  const signers = approval.records.flatMap((record) =>
    record.kind === 'signature' ? [record.signature.signer.personId] : [],
  )
  const people =
    signers.length === 0
      ? []
      : await db.selectFrom('person').select(['id', 'name']).where('id', 'in', signers).execute()
  const printing = {
    run: frozen.run,
    title: paper.words.letter.title,
    sections: await sectionNames(
      db,
      approval.countersigners.map(({ sectionId }) => sectionId),
    ),
    people: new Map(people.map(({ id, name }) => [id, name])),
    decisions: await decisionsOn(db, [approval.subject.id]),
    today,
    seal: await printedSeal(db),
  }
  return ok({ name: '签批单', paper: { kind: 'signOff', sheet: signOffSheet(approval, printing) } })
}

const visibleSubmission = async (db: Reader, actor: Actor, id: string) => {
  const found = await submissionById(db, id)
  return found && seesApprovalsOf(approvalsVisibleTo(actor), found.row.owner_unit_id) ? found : undefined
}

/** 录入对照单 of a submission, to print and tick. */
export const entrySheetOf = async (
  db: Reader,
  actor: Actor,
  submissionId: string,
  today: string,
): Promise<Result<Named, Refusal>> => {
  const found = await visibleSubmission(db, actor, submissionId)
  const approval = found && (await visibleApproval(db, actor, found.row.approval_id))
  const frozen = approval && (await frozenRun(db, approval.loaded.row.result_id))
  const paper = frozen && (await paperOfResult(db, frozen.row.id))
  if (!found || !frozen || !paper) return refuse('platform.notFound')
  const printing = { run: frozen.run, title: paper.words.letter.title, today, seal: await printedSeal(db) }
  const sheet = entrySheet(found.submission, found.row.package_digest, printing)
  return ok({ name: '录入对照单', paper: { kind: 'entry', sheet } })
}

/** The package as it was made and kept, for its own body and, once it was sent, for the body of the year plan. */
export const packageFile = async (
  db: Reader,
  actor: Actor,
  submissionId: string,
): Promise<Result<FileReply, Refusal>> => {
  const found = await submissionById(db, submissionId)
  const own = found !== undefined && seesApprovalsOf(approvalsVisibleTo(actor), found.row.owner_unit_id)
  const sent = found !== undefined && (await sentTo(db, actor, found.row.approval_id))
  if (found === undefined || !(own || sent)) return refuse('platform.notFound')
  return ok({
    name: `${found.row.document_number}报送包.zip`,
    mediaType: 'application/zip',
    content: { stored: found.row.zip_digest },
  })
}

const sentTo = async (db: Reader, actor: Actor, approvalId: string): Promise<boolean> =>
  (await db
    .selectFrom('issued_paper')
    .select('id')
    .where('approval_id', '=', approvalId)
    .where(paperIsVisible(approvalsVisibleTo(actor)))
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Digests that the records of a paper cite. */
const citedBy = async (db: Reader, actor: Actor, approvalId: string): Promise<readonly string[] | undefined> => {
  const found = await visibleApproval(db, actor, approvalId)
  if (found === undefined) return undefined
  const { approval } = found.loaded
  const decisions = await decisionsOn(db, [approval.subject.id])
  const receipts = await db.selectFrom('submission').select('receipt').where('approval_id', '=', approvalId).execute()
  return [
    ...approval.records.flatMap((record) =>
      record.kind === 'signature' && record.signature.means.kind === 'paper' ? [record.signature.means.scanDigest] : [],
    ),
    ...decisions.map(({ scanDigest }) => scanDigest),
    ...receipts.flatMap(({ receipt }) => receipt?.scanDigest ?? []),
  ]
}

/** A scan that stands behind a signature, decision or receipt. */
export const citedFile = async (
  db: Reader,
  actor: Actor,
  { approvalId, digest }: { readonly approvalId: string; readonly digest: string },
): Promise<Result<FileReply, Refusal>> => {
  const cited = await citedBy(db, actor, approvalId)
  if (!cited?.includes(digest)) return refuse('platform.notFound')
  const upload = await db.selectFrom('upload').selectAll().where('sha256', '=', digest).executeTakeFirst()
  return ok({
    name: upload?.name ?? digest.slice(0, 12),
    mediaType: upload?.media_type ?? 'application/octet-stream',
    content: { stored: digest },
    ...(upload && { size: upload.size }),
  })
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Why a paper that was worded here was withdrawn; null for one that stands. */
const withdrawnFor = sql<
  string | null
>`(SELECT o.withdrawal->>'reason' FROM official_paper o WHERE o.id = issued_paper.official_paper_id)`.as('withdrawn')

/** Papers that were issued, the latest first. */
export const issuedPapers = async (
  db: Reader,
  actor: Actor,
  { q, page, size }: QueryOf<typeof listPapers>,
): Promise<ReplyOf<typeof listPapers>> => {
  const scope = approvalsVisibleTo(actor)
  let found = db
    .selectFrom('issued_paper')
    .innerJoin('unit', 'unit.id', 'issued_paper.owner_unit_id')
    .where(paperIsVisible(scope))
  if (q !== undefined && q !== '') {
    found = found.where((where) =>
      where.or([where('title', 'like', like(q)), where('document_number', 'like', like(q))]),
    )
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('issued_paper')
    .select('unit.name as ownerName')
    .select(withdrawnFor)
    .orderBy('issued_on', 'desc')
    .orderBy('document_number')
    .orderBy('issued_paper.kind')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      documentNumber: row.document_number,
      issuedOn: row.issued_on,
      ownerName: row.ownerName,
      approvalId: seesApprovalsOf(scope, row.owner_unit_id) ? row.approval_id : null,
      fileName: row.file_name,
      size: row.size,
      digest: row.sha256,
      withdrawn: row.withdrawn,
    })),
  }
}
