import { type Decision, isBinding } from '@quanheng/domain/decision/model'
import { recordDecision } from '@quanheng/domain/decision/record'
import { ok } from '@quanheng/domain/kernel/result'
import { commandContext } from '../../platform/door/asking.ts'
import type { Deliberated, Follows } from '../../platform/work/deliberated.ts'
import { decisionChange, insertDecision, stopMoved } from '../result/index.ts'
import { bindTotals } from './bind-totals.ts'
import { holdTotals, isRegistered, openGradesOf } from './hold-totals.ts'

const untouched: Follows = { events: [], changes: [] }

const nameOf = (planTitle: string): string => `《${planTitle}》年度考评结果`

const decide: NonNullable<Deliberated['decide']> = async (asked, { id, digest, recordedBy, ...said }) => {
  const held = await holdTotals(asked, id)
  if (!held.ok) return ok(untouched)
  const { result, post, decisions } = held.value
  const { state, runDigest } = result.result
  if (state !== 'aggregated' || runDigest !== digest || decisions.some((one) => !isBinding(one))) return ok(untouched)
  if (isRegistered(decisions, said)) return ok(untouched)
  const granting = said.outcome === 'approved'
  const grades = await openGradesOf(asked.tx, held.value)
  const stopped = granting && ((grades.last && grades.units.length > 0) || (await stopMoved(asked.tx, id)))
  if (stopped) return ok(untouched)
  const entry = { subject: { kind: 'result' as const, id, digest }, adjustments: [], ...said }
  const context = { ...commandContext(asked, post), computed: new Map(), openGrades: grades }
  const recorded = recordDecision(entry, context)
  if (!recorded.ok) return recorded
  const first: Decision = { ...recorded.value.next, recordedBy }
  await insertDecision(asked.tx, first, result.row.owner_unit_id)
  const bound = await bindTotals(asked, held.value, first)
  if (!bound.ok) return bound
  const { decision, events, changes } = bound.value
  return ok({ events, changes: [decisionChange(null, decision), ...changes] })
}

/**
 * Locked totals, each by the digest of its run. Agreed to, they are one meeting further on the plan's chain; refused, that is registered.
 * Where the last meeting must still say grades, its clerk enters them from the same minutes; figures that moved since stay back
 * (与会议所见不同).
 */
export const totalsDeliberated: Deliberated = {
  waiting: async (db, unitId) => {
    const rows = await db
      .selectFrom('result')
      .innerJoin('plan', 'plan.id', 'result.plan_id')
      .select(['result.id', 'result.run_digest', 'plan.title'])
      .where('result.owner_unit_id', '=', unitId)
      .where('result.purpose', '=', 'totals')
      .where('result.state', '=', 'aggregated')
      .orderBy('result.id')
      .execute()
    return rows.map(({ id, run_digest: digest, title }) => ({ id, digest, title: nameOf(title) }))
  },
  titles: async (db, ids) => {
    const rows = await db
      .selectFrom('result')
      .innerJoin('plan', 'plan.id', 'result.plan_id')
      .select(['result.id', 'plan.title'])
      .where('result.id', 'in', [...ids])
      .execute()
    return rows.map(({ id, title }) => [id, nameOf(title)])
  },
  decide,
}
