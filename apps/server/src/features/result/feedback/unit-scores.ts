import type { showUnitFeedback } from '@quanheng/contract/feedback'
import type { ReplyOf } from '@quanheng/contract/route'
import { isRunning } from '@quanheng/domain/feedback/standing'
import { exact } from '@quanheng/domain/kernel/exact'
import { printRounded, type Rounding } from '@quanheng/domain/kernel/rounding'
import { type RunContent, type RunLeaf, rowOf } from '@quanheng/domain/result/run-content'
import type { Reader } from '../../../platform/database/database.ts'
import { type Actor, postsFor } from '../../../platform/door/actor.ts'
import type { IssuedPlan } from '../../plan/index.ts'
import { signedRows } from '../../scoring/index.ts'
import { authorsNamed, unitNames } from '../names.ts'
import { runOf } from '../run-store.ts'
import { resultsVisibleTo, seesResultsOf } from '../scope.ts'
import { presentRow } from '../scores-query.ts'
import { planRound, presentRound } from './rounds.ts'
import { toldUnits } from './scope.ts'

/** Points of every item of a plan that is signed through now, as printed; what is scored again is not there. */
export const pointsNow = async (db: Reader, { planId, content }: IssuedPlan): Promise<ReadonlyMap<string, string>> => {
  const { mode, places }: Rounding = content.settings.rounding.value
  const rows = await signedRows(db, planId)
  return new Map(
    rows.flatMap(({ row }) =>
      row.outcome.status === 'scored'
        ? [[row.item.id, printRounded(exact(row.outcome.points), { mode, places })] as const]
        : [],
    ),
  )
}

type Score = ReplyOf<typeof showUnitFeedback>['scores'][number]

const scoreOn = (
  run: RunContent,
  leaf: RunLeaf,
  unitId: string,
  now: ReadonlyMap<string, string>,
  mayAsk: (itemId: string) => boolean,
): readonly Score[] => {
  const at = rowOf(leaf, unitId)
  const itemId = leaf.itemIds[at]
  if (at < 0 || itemId === undefined) return []
  const { target, actual, fullMark, points, deductions, basis, source } = presentRow(run, leaf, at)
  const place = { itemId, leafKey: leaf.key, name: leaf.name, measure: leaf.measure }
  const told = { target, actual, fullMark, points, deductions, basis, source }
  return [{ ...place, ...told, now: now.get(itemId) ?? null, mayAsk: mayAsk(itemId) }]
}

/** 扣分告知书 of the round for one unit, beside what is signed now; for that unit, and for the side that scores. */
export const showUnit = async (
  db: Reader,
  actor: Actor,
  { planId, unitId }: { readonly planId: string; readonly unitId: string },
  today: string,
): Promise<ReplyOf<typeof showUnitFeedback> | undefined> => {
  const found = await planRound(db, planId)
  const { round } = found ?? {}
  const run = round && (await runOf(db, round.feedback.runDigest))
  if (!found || !round?.feedback.unitIds.includes(unitId) || !run) return undefined
  const own = toldUnits(actor).includes(unitId)
  if (!own && !seesResultsOf(resultsVisibleTo(actor), found.plan.ownerUnitId)) return undefined
  const { feedback } = round
  const agreed = feedback.agreed.find((one) => one.unitId === unitId)
  const names = await unitNames(db, [found.plan.ownerUnitId, unitId])
  const named = await authorsNamed(db, [feedback.opened.by, ...(agreed ? [agreed.by] : [])])
  const now = await pointsNow(db, found.plan)
  const questions = found.questions.filter(({ question }) => question.unitId === unitId && question.state === 'open')
  const checking = own && !agreed && isRunning(feedback, today)
  const pending = (itemId: string) => questions.some(({ question }) => question.itemId === itemId)
  const mayAsk = (itemId: string) => checking && !pending(itemId)
  const heads = postsFor(actor, 'feedback.agree').some((post) => post.unitId === unitId)
  return {
    ...presentRound(found, names.get(found.plan.ownerUnitId) ?? '', today, unitId),
    unitId,
    unitName: names.get(unitId) ?? '',
    runDigest: feedback.runDigest,
    version: round.row.version,
    openedBy: { ...named(feedback.opened.by), at: feedback.opened.at },
    agreed: agreed ? { ...named(agreed.by), at: agreed.at } : null,
    scores: run.leaves.flatMap((leaf) => scoreOn(run, leaf, unitId, now, mayAsk)),
    may: [
      ...(checking ? (['ask'] as const) : []),
      ...(checking && heads && questions.length === 0 ? (['agree'] as const) : []),
    ],
  }
}
