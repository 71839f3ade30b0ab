import type { Refusal } from '@quanheng/contract/errors'
import type { compareNotices } from '@quanheng/contract/notice'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { compareVersions } from '@quanheng/domain/plan/compare'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { rowNames } from '@quanheng/domain/plan/named'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { namesOf } from '../plan/index.ts'
import { draftOf } from './content.ts'
import { idsIn, registeredNames } from './names.ts'
import { visibleNotice } from './store.ts'

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
  const names = await registeredNames(db, today)
  // What nobody decided about counts as it stands; weights, grades and gates are compared too, whichever plan will hold them.
  const given = (row: typeof after) =>
    withoutText(draftOf({ row, names, kind: 'appraisalPlan', undecided: 'accepted' }).content)
  const [a, b] = [given(before), given(after)]
  // The line that a row quotes differs wherever something in it does; what differs is told by its own field.
  const changes = compareVersions(a, b).filter(({ field }) => field !== 'basis')
  const said = { ...rowNames(a, b), ...(await namesOf(db, idsIn(a, b))) }
  return ok({ changes: changes.map((change) => ({ ...change })), names: said })
}
