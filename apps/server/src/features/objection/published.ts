import { addWorkingDays, type WorkCalendar } from '@quanheng/domain/kernel/working-days'
import type { ObjectedScore } from '@quanheng/domain/objection/model'
import { objectionTerms } from '@quanheng/domain/plan/settings'
import type { RunContent, RunLeaf } from '@quanheng/domain/result/run-content'
import type { Reader } from '../../platform/database/database.ts'
import { type IssuedPlan, issuedPlan, issuedVersion } from '../plan/index.ts'
import { frozenRun } from '../result/index.ts'

/** A lead unit's scores as a result of the year published them. */
export interface PublishedScores {
  readonly plan: IssuedPlan
  /** The plan version that `run` was computed under. */
  readonly content: IssuedPlan['content']
  readonly run: RunContent
  readonly resultId: string
  readonly runDigest: string
  readonly issuedOn: string
  readonly year?: { readonly content: IssuedPlan['content']; readonly run: RunContent; readonly resultId: string }
  /** Whose office runs it, and where objections are numbered. */
  readonly head: IssuedPlan
}

const latest = (db: Reader, planId: string) =>
  db
    .selectFrom('result')
    .select(['id', 'frozen_at', 'issue'])
    .where('plan_id', '=', planId)
    .orderBy('frozen_at', 'desc')
    .limit(1)

const contentOf = async (db: Reader, { plan }: RunContent): Promise<IssuedPlan['content'] | undefined> =>
  (await issuedVersion(db, plan.id, plan.number))?.content

/** Under a year plan scores are published with the year's result; a plan that stands alone publishes its own. Undefined before that. */
export const publishedScores = async (db: Reader, planId: string): Promise<PublishedScores | undefined> => {
  const plan = await issuedPlan(db, planId)
  if (plan === null || plan.kind !== 'indicatorPlan') return undefined
  const head = plan.parentPlanId === null ? plan : await issuedPlan(db, plan.parentPlanId)
  const out = head && (await latest(db, head.planId).where('state', '=', 'issued').executeTakeFirst())
  if (!head || !out?.issue) return undefined
  const own =
    (await latest(db, planId)
      .where('state', '=', 'issued')
      .where('frozen_at', '<=', out.frozen_at)
      .executeTakeFirst()) ??
    (await latest(db, planId).where('state', '<>', 'voided').where('frozen_at', '<=', out.frozen_at).executeTakeFirst())
  const lead = own && (await frozenRun(db, own.id))
  const content = lead && (await contentOf(db, lead.run))
  if (!lead || !content) return undefined
  const year = head === plan ? undefined : await frozenRun(db, out.id)
  const yearContent = year && (await contentOf(db, year.run))
  return {
    plan,
    content,
    run: lead.run,
    resultId: lead.row.id,
    runDigest: lead.result.runDigest,
    issuedOn: out.issue.issuedOn,
    ...(year && yearContent && { year: { content: yearContent, run: year.run, resultId: year.row.id } }),
    head,
  }
}

/** The terms of the plan of the year: answered by its own setting, in force now. */
export const termsOf = ({ head }: Pick<PublishedScores, 'head'>) =>
  objectionTerms(head.content.settings.objection?.value)

/** Last day for the units' own objections; null without a window, or where the calendar of the year is not entered yet. */
export const windowUntil = (published: PublishedScores, calendar: WorkCalendar): string | null => {
  const { workingDays } = termsOf(published)
  if (workingDays === null) return null
  const until = addWorkingDays(calendar, published.issuedOn, workingDays)
  return until.ok ? until.value : null
}

/** One row of the published scores; undefined where the item has none, or nobody answers for it on screen. */
export const scoreOn = async (
  db: Reader,
  published: PublishedScores,
  itemId: string,
): Promise<ObjectedScore | undefined> => {
  const leaf = published.run.leaves.find(({ itemIds }) => itemIds.includes(itemId))
  const at = leaf?.itemIds.indexOf(itemId) ?? -1
  const scorer = leaf && (await scorerOf(db, leaf, at))
  if (!leaf || !scorer) return undefined
  const { plan, head, resultId, runDigest } = published
  return {
    planId: plan.planId,
    itemId,
    leafKey: leaf.key,
    leafName: leaf.name,
    unitId: leaf.unitIds[at] ?? '',
    officeUnitId: head.ownerUnitId,
    scorer,
    resultId,
    runDigest,
    points: leaf.points[at] ?? '',
    fullMark: leaf.fullMarks[at] ?? '',
    yearPlanId: head.planId,
    year: head.year,
  }
}

const scorerOf = async (db: Reader, leaf: RunLeaf, at: number): Promise<ObjectedScore['scorer'] | undefined> => {
  const cite = leaf.cites[at]
  if (cite?.kind !== 'sheet') return undefined
  const sheet = await db
    .selectFrom('sheet')
    .select(['scorer_unit_id', 'scorer_section_id'])
    .where('id', '=', cite.id)
    .executeTakeFirst()
  return (
    sheet && {
      unitId: sheet.scorer_unit_id,
      ...(sheet.scorer_section_id !== null && { sectionId: sheet.scorer_section_id }),
    }
  )
}
