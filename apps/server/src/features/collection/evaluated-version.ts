import type { Refusal } from '@quanheng/contract/errors'
import type { DatumEvent } from '@quanheng/domain/datum/commands'
import type { DatumState } from '@quanheng/domain/datum/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Asking } from '../../platform/door/asking.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { issuedPlan } from '../plan/index.ts'
import { actOnData } from './act-on-datum.ts'

/** What stands already is sent back before it is given anew. */
const open: readonly DatumState[] = ['notReported', 'drafting', 'returned']

/** What an evaluation gave each unit, for one figure of a plan. */
export interface EvaluatedFigures {
  readonly planId: string
  readonly elementKey: string
  /** The body that owes the figure. */
  readonly unitId: string
  readonly values: ReadonlyMap<string, string>
  /** Names the evaluation and its digest: stands in every version. */
  readonly reason: string
  /** Empty: within the due day. */
  readonly lateReason: string
}

interface EvaluatedVersions {
  readonly events: readonly DatumEvent[]
  readonly changes: readonly Change[]
  readonly fed: readonly { readonly datumId: string; readonly unitId: string; readonly value: string }[]
}

/**
 * Reports the result of an evaluation as the plan's figures, within the caller's command; a second person confirms them like
 * any other. Nothing is reported where no figure is owed. @returns refusals as `decideDatum`
 */
export const reportEvaluated = async (
  asked: Asking,
  { planId, elementKey, unitId, values, reason, lateReason }: EvaluatedFigures,
): Promise<Result<EvaluatedVersions, Refusal>> => {
  const rows = await asked.tx
    .selectFrom('datum')
    .select(['id', 'unit_id', 'state'])
    .where('plan_id', '=', planId)
    .where('element_key', '=', elementKey)
    .where('asked_unit_id', '=', unitId)
    .where('asked', '=', true)
    .orderBy('id')
    .execute()
  const fed = rows.flatMap(({ id, unit_id }) => {
    const value = values.get(unit_id)
    return value === undefined ? [] : [{ datumId: id, unitId: unit_id, value }]
  })
  if (fed.length === 0) return ok({ events: [], changes: [], fed })
  const standing = rows.filter((row) => values.has(row.unit_id) && !open.includes(row.state)).length
  if (standing > 0) return refuse('evaluation.figureReported', { params: { count: String(standing) } })
  const plan = await issuedPlan(asked.tx, planId)
  const element = plan?.content.dataElements.find(({ key }) => key === elementKey)
  if (element === undefined) return refuse('platform.notFound')
  const { today } = asked.context
  const asOf = element.cutoff < today ? element.cutoff : today
  const done = await actOnData(
    asked,
    fed.map(({ datumId, value }) => ({
      datumId,
      command: {
        kind: 'report',
        value: element.type === 'judgement' ? { kind: 'judgement', points: value } : { kind: 'quantity', value },
        release: 'final',
        asOf,
        evidenceIds: [],
        reason,
        ...(lateReason !== '' && { lateReason }),
      },
    })),
  )
  if (!done.ok) return done
  return ok({ events: done.value.events, changes: done.value.changes, fed })
}
