import type { Refusal } from '@quanheng/contract/errors'
import type { compareNotices } from '@quanheng/contract/notice'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { draftFromNotice } from '@quanheng/domain/notice/draft'
import type { NamesKnown } from '@quanheng/domain/notice/draft-parts'
import { compareVersions } from '@quanheng/domain/plan/compare'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { namedIds } from '@quanheng/domain/plan/named'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { namesOf } from '../plan/index.ts'
import { registeredNames } from './names.ts'
import { readingOf, visibleNotice } from './store.ts'
import type { NoticeImportRow } from './tables.ts'

/** The draft that a notice would give now; what nobody decided about counts as it stands. */
const contentOf = (row: NoticeImportRow, names: NamesKnown): PlanContent =>
  draftFromNotice({
    notice: readingOf(row),
    choices: row.choices,
    names,
    file: { digest: row.digest, name: row.file_name },
    kind: 'indicatorPlan',
    ownerUnitId: row.unit_id,
    year: 0,
    title: row.title ?? '',
    undecided: 'accepted',
  }).content

/** A revised notice differs in its text everywhere: only what it gives the plan is compared. */
const withoutText = ({ document: { text: _, ...document }, ...content }: PlanContent): PlanContent => ({
  ...content,
  document,
})

export const compare = async (
  db: Reader,
  actor: Actor,
  { noticeId, from, today }: { readonly noticeId: string; readonly from: string; readonly today: string },
): Promise<Result<ReplyOf<typeof compareNotices>, Refusal>> => {
  const [after, before] = [await visibleNotice(db, actor, noticeId), await visibleNotice(db, actor, from)]
  if (after === undefined || before === undefined) return refuse('platform.notFound')
  const known = await registeredNames(db, today)
  const [a, b] = [withoutText(contentOf(before, known)), withoutText(contentOf(after, known))]
  const [left, right] = [namedIds(a), namedIds(b)]
  const names = await namesOf(db, {
    units: [...left.units, ...right.units],
    sections: [...left.sections, ...right.sections],
    people: [...left.people, ...right.people],
  })
  // The line that a row quotes differs wherever something in it does; what differs is told by its own field.
  const changes = compareVersions(a, b).filter(({ field }) => field !== 'basis')
  return ok({ changes: changes.map((change) => ({ ...change })), names: { ...names } })
}
