import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/notice'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { DraftNote, ReadFinding } from '@quanheng/domain/notice/model'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { drafterOf, namesOf } from '../plan/index.ts'
import { isProposal, latestOf } from './of-plan.ts'
import { visibleNotice } from './store.ts'
import type { NoticeImportRow } from './tables.ts'

const planOf = (db: Reader, { plan_id: id }: NoticeImportRow) =>
  id === null ? undefined : db.selectFrom('plan').select(['title', 'state']).where('id', '=', id).executeTakeFirst()

const asFinding = ({ change, ...note }: DraftNote): ReadFinding => ({
  ...note,
  severity: change?.severity ?? 'note',
  proposals: [],
})

const shownFinding = (finding: ReadFinding) => ({
  ...finding,
  params: { ...finding.params },
  proposals: [...finding.proposals],
})

/** What was read, which no act changes. */
export const showReading = async (
  db: Reader,
  actor: Actor,
  noticeId: string,
): Promise<Result<ReplyOf<typeof contract.showReading>, Refusal>> => {
  const row = await visibleNotice(db, actor, noticeId)
  if (row === undefined) return refuse('platform.notFound')
  return ok({
    text: row.text,
    rows: row.reading.rows.map(({ path, fields, ...one }) => ({
      ...one,
      fields: fields.map((field) => ({ ...field })),
      ...(path && { path: [...path] }),
    })),
    findings: row.findings.map(shownFinding),
  })
}

export const show = async (
  db: Reader,
  actor: Actor,
  noticeId: string,
): Promise<Result<ReplyOf<typeof contract.showNotice>, Refusal>> => {
  const row = await visibleNotice(db, actor, noticeId)
  if (row === undefined) return refuse('platform.notFound')
  const plan = await planOf(db, row)
  const live = plan !== undefined && plan.state !== 'discarded'
  const latest = live && row.plan_id !== null ? await latestOf(db, row.plan_id) : undefined
  const settled = Object.values(row.settled)
  const names = await namesOf(db, {
    units: [row.unit_id],
    sections: [],
    people: [...new Set([row.author, ...settled.map(({ by }) => by)].map(({ personId }) => personId))],
  })
  const own = postsFor(actor, 'notice.draft').filter(({ unitId }) => unitId === row.unit_id)
  return ok({
    id: row.id,
    fileName: row.file_name,
    title: row.title,
    documentNumber: row.document_number,
    unitId: row.unit_id,
    unitName: names[row.unit_id] ?? '',
    importedBy: names[row.author.personId] ?? '',
    importedAt: row.imported_at.toISOString(),
    planId: live ? row.plan_id : null,
    planTitle: live ? plan.title : null,
    fields: row.field_count,
    undecided: row.undecided_count,
    asked: row.asked_count,
    openFindings: row.open_count,
    version: row.version,
    digest: row.digest,
    size: row.size,
    choices: { ...row.choices },
    notes: live ? row.notes.map(asFinding).map(shownFinding) : [],
    settled: Object.fromEntries(
      Object.entries(row.settled).map(([key, { reason, on, by }]) => [
        key,
        { reason, on, by: names[by.personId] ?? '', post: by.post },
      ]),
    ),
    replacedBy: latest === undefined || latest.id === row.id || isProposal(row) ? null : latest.id,
    sources: live ? { ...row.sources } : {},
    mayDraft: (['appraisalPlan', 'indicatorPlan'] as const).filter((kind) => drafterOf(kind, own).ok),
  })
}
