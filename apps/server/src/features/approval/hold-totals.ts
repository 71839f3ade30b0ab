import type { Refusal } from '@quanheng/contract/errors'
import { type Decision, isBinding } from '@quanheng/domain/decision/model'
import type { OpenGrades } from '@quanheng/domain/decision/record'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { gradeNames } from '@quanheng/domain/plan/year-arithmetic'
import { openGrades, withDecidedGrades } from '@quanheng/domain/result/decided-grades'
import type { Reader } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import type { Asking } from '../../platform/door/asking.ts'
import type { SaidByMeeting } from '../../platform/work/deliberated.ts'
import { type IssuedPlan, lockIssuedPlan } from '../plan/index.ts'
import { carryingPosts, decisionsOn, frozenRun, type LoadedResult, lockResult } from '../result/index.ts'

/** Meetings of the chain, in its order: 领导小组审议, 党委会议审定. A chain that names none still needs one word of somebody. */
export const meetingsOf = ({ content }: Pick<IssuedPlan, 'content'>): readonly string[] => {
  const named = content.approvalChain.filter(({ kind }) => kind === 'meeting').map(({ name }) => name)
  return named.length > 0 ? named : ['会议审定']
}

export const granted = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.filter((one) => isBinding(one) && one.outcome === 'approved')

export interface HeldTotals {
  readonly result: LoadedResult
  readonly plan: IssuedPlan
  readonly post: HeldPost
  readonly decisions: readonly Decision[]
}

/** Plan and totals, held; whoever is not of the body that owns them finds nothing. */
export const holdTotals = async (asked: Asking, resultId: string): Promise<Result<HeldTotals, Refusal>> => {
  const { tx, posts } = asked
  const row = await tx.selectFrom('result').select(['plan_id', 'purpose']).where('id', '=', resultId).executeTakeFirst()
  const plan = row?.purpose === 'totals' ? await lockIssuedPlan(tx, row.plan_id) : null
  const post = plan === null ? undefined : carryingPosts(posts, plan)[0]
  const result = post && (await lockResult(tx, resultId))
  if (plan === null || post === undefined || result === undefined) return refuse('platform.notFound')
  return ok({ plan, post, result, decisions: await decisionsOn(tx, [resultId]) })
}

/** Units that no meeting graded yet, for the meeting that is registered next. */
export const openGradesOf = async (
  db: Reader,
  { result, plan, decisions }: Pick<HeldTotals, 'result' | 'plan' | 'decisions'>,
): Promise<OpenGrades> => {
  const run = (await frozenRun(db, result.row.id))?.run
  const now = run && withDecidedGrades(run, decisions)
  const nameOf = new Map(run?.units.map(({ id, name }) => [id, name]))
  const { grades } = plan.content.settings
  return {
    units: (now === undefined ? [] : openGrades(now)).map((unitId) => ({ unitId, name: nameOf.get(unitId) ?? '' })),
    grades: grades === undefined ? [] : gradeNames(grades.value),
    last: granted(decisions).length + 1 >= meetingsOf(plan).length,
  }
}

/** The same minutes do not decide twice. */
export const isRegistered = (decisions: readonly Decision[], { body, decidedOn }: SaidByMeeting): boolean =>
  decisions.some((one) => one.body === body && one.decidedOn === decidedOn)
