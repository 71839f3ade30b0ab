import type { listFeedback, showFeedback } from '@quanheng/contract/feedback'
import type { ReplyOf } from '@quanheng/contract/route'
import type { Feedback } from '@quanheng/domain/feedback/model'
import { isRunning } from '@quanheng/domain/feedback/standing'
import { printExact, sum } from '@quanheng/domain/kernel/exact'
import { itemKeys } from '@quanheng/domain/plan/items'
import { sheetBlockers } from '@quanheng/domain/result/freeze'
import { type RunContent, rowOf } from '@quanheng/domain/result/run-content'
import { lostOn } from '@quanheng/domain/result/run-figures'
import type { Reader } from '../../../platform/database/database.ts'
import { type Actor, postsFor } from '../../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../../plan/index.ts'
import { sheetsOfPlan } from '../../scoring/index.ts'
import { authorsNamed, unitNames } from '../names.ts'
import { runOf } from '../run-store.ts'
import { carryingPosts, resultsVisibleTo, seesResultsOf } from '../scope.ts'
import { toldUnits } from './scope.ts'
import { feedbackDays } from './standing.ts'
import { feedbackOfPlan, type LoadedFeedback, type LoadedQuestion, questionsOfPlan } from './store.ts'

type Rounds = ReplyOf<typeof listFeedback>
type Round = Rounds['rounds'][number]

/** A plan with its round, where the plan has one or one was sent before the plan changed. */
export interface PlanRound {
  readonly plan: IssuedPlan
  readonly round: LoadedFeedback | undefined
  readonly questions: readonly LoadedQuestion[]
}

export const planRound = async (db: Reader, planId: string): Promise<PlanRound | undefined> => {
  const plan = await issuedPlan(db, planId)
  const round = plan === null ? undefined : await feedbackOfPlan(db, planId)
  if (plan === null || (feedbackDays(plan) === null && round === undefined)) return undefined
  return { plan, round, questions: await questionsOfPlan(db, planId) }
}

/** Issued plans that have, or had, feedback; the latest year first. */
const planRounds = async (db: Reader): Promise<readonly PlanRound[]> => {
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where('kind', '=', 'indicatorPlan')
    .where('issued_number', 'is not', null)
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute()
  const found: PlanRound[] = []
  for (const { id } of rows) {
    const one = await planRound(db, id)
    if (one) found.push(one)
  }
  return found
}

const stateOf = (feedback: Feedback | undefined, today: string): Round['state'] =>
  feedback === undefined ? 'toOpen' : isRunning(feedback, today) ? 'running' : 'over'

export const presentRound = (
  { plan, round, questions }: PlanRound,
  ownerName: string,
  today: string,
  unitId?: string,
): Round => {
  const counted = questions.filter(({ question }) => unitId === undefined || question.unitId === unitId)
  return {
    planId: plan.planId,
    planTitle: plan.title,
    year: plan.year,
    ownerName,
    workingDays: round?.feedback.workingDays ?? feedbackDays(plan) ?? 0,
    state: stateOf(round?.feedback, today),
    until: round?.feedback.until ?? null,
    asked: counted.length,
    open: counted.filter(({ question }) => question.state === 'open').length,
  }
}

export const list = async (db: Reader, actor: Actor, today: string): Promise<Rounds> => {
  const all = await planRounds(db)
  const scope = resultsVisibleTo(actor)
  const told = toldUnits(actor)
  const names = await unitNames(db, [...all.map(({ plan }) => plan.ownerUnitId), ...told])
  const owner = ({ plan }: PlanRound) => names.get(plan.ownerUnitId) ?? ''
  return {
    rounds: all
      .filter(({ plan }) => seesResultsOf(scope, plan.ownerUnitId))
      .map((one) => presentRound(one, owner(one), today)),
    own: all.flatMap((one) => {
      const { round } = one
      if (round === undefined) return []
      return told
        .filter((unitId) => round.feedback.unitIds.includes(unitId))
        .map((unitId) => ({
          ...presentRound(one, owner(one), today, unitId),
          unitId,
          unitName: names.get(unitId) ?? '',
          agreed: round.feedback.agreed.some((one) => one.unitId === unitId),
        }))
    }),
  }
}

const lostBy = (run: RunContent, unitId: string) => {
  const rows = run.leaves.flatMap((leaf) => {
    const at = rowOf(leaf, unitId)
    return at < 0 ? [] : [lostOn(leaf, at)]
  })
  return { items: rows.length, lost: printExact(sum(rows)) }
}

/** How many sheets and items of a plan are not signed through and verified. */
export const countNotFinal = async (db: Reader, plan: IssuedPlan): Promise<number> => {
  const sheets = (await sheetsOfPlan(db, plan.planId)).map(({ sheet }) => sheet)
  return sheetBlockers({ items: itemKeys(plan.content), sheets }).length
}

export const show = async (
  db: Reader,
  actor: Actor,
  planId: string,
  today: string,
): Promise<ReplyOf<typeof showFeedback> | undefined> => {
  const found = await planRound(db, planId)
  if (!found || !seesResultsOf(resultsVisibleTo(actor), found.plan.ownerUnitId)) return undefined
  const { plan, round, questions } = found
  const run = round && (await runOf(db, round.feedback.runDigest))
  const names = await unitNames(db, [plan.ownerUnitId, ...(round?.feedback.unitIds ?? [])])
  const stamps = round ? [round.feedback.opened, ...round.feedback.agreed] : []
  const named = await authorsNamed(
    db,
    stamps.map(({ by }) => by),
  )
  const stamped = ({ by, at }: (typeof stamps)[number]) => ({ ...named(by), at })
  const notFinal = round ? 0 : await countNotFinal(db, plan)
  const mayOpen =
    round === undefined && notFinal === 0 && carryingPosts(postsFor(actor, 'feedback.open'), plan).length > 0
  return {
    ...presentRound(found, names.get(plan.ownerUnitId) ?? '', today),
    openedBy: round ? stamped(round.feedback.opened) : null,
    notFinal,
    units: (round?.feedback.unitIds ?? []).map((unitId) => {
      const own = questions.filter(({ question }) => question.unitId === unitId)
      const agreed = round?.feedback.agreed.find((one) => one.unitId === unitId)
      return {
        unitId,
        unitName: names.get(unitId) ?? '',
        ...(run ? lostBy(run, unitId) : { items: 0, lost: '0' }),
        asked: own.length,
        open: own.filter(({ question }) => question.state === 'open').length,
        agreed: agreed ? stamped(agreed) : null,
      }
    }),
    may: mayOpen ? ['open'] : [],
  }
}
