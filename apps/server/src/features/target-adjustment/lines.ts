import type { ReplyOf } from '@quanheng/contract/route'
import type { listAdjustments } from '@quanheng/contract/target-adjustment'
import type { TargetAdjustment } from '@quanheng/domain/target-adjustment/model'
import { mayAct, type NextAct } from '@quanheng/domain/workbench/next-act'
import { nextOnAdjustment } from '@quanheng/domain/workbench/next-on-adjustment'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { type Around, aroundOf, decidedBy } from './around.ts'
import { adjustmentKeeper, type KeptAdjustment } from './store.ts'
import type { AdjustmentRow } from './tables.ts'

export type AdjustmentLine = ReplyOf<typeof listAdjustments>['rows'][number]
export type Names = ReadonlyMap<string, string>

/** A request with its plan and the names that it is told with. */
export interface ReadAdjustment {
  readonly kept: KeptAdjustment
  readonly around: Around
  readonly names: Names
}

const namedIds = ({ unitId, leadUnitId, officeUnitId, content: { adjusted, was } }: TargetAdjustment) => [
  unitId,
  leadUnitId,
  officeUnitId,
  ...(adjusted.kind === 'owner' ? [adjusted.leadUnitId, ...(was.value === '' ? [] : [was.value])] : []),
]

/** With their plans, each read once. */
export const read = async (db: Reader, rows: readonly AdjustmentRow[]): Promise<readonly ReadAdjustment[]> => {
  const all = await adjustmentKeeper.complete(db, rows)
  const names = await namesOf(db, { units: all.flatMap(({ model }) => namedIds(model)) })
  const plans = new Map<string, Around | null>()
  for (const { plan_id } of rows) if (!plans.has(plan_id)) plans.set(plan_id, await aroundOf(db, plan_id))
  return all.flatMap((kept) => {
    const around = plans.get(kept.row.plan_id)
    return around ? [{ kept, around, names }] : []
  })
}

/** From and to, as official papers say it. */
const sayAdjusted = ({ content: { adjusted, was } }: TargetAdjustment, names: Names): string => {
  switch (adjusted.kind) {
    case 'target':
      return `“${was.leafName}”目标值由${was.value === '' ? '待定' : was.value}调整为${adjusted.target}`
    case 'dropped':
      return `取消承担的“${was.leafName}”`
    case 'added': {
      const { fullMark, target } = adjusted.item
      const worth = adjusted.marks.by === 'bonus' ? `作为加分，至多${fullMark}分` : `${fullMark}分`
      return `新增“${was.leafName}”，${worth}${target === '' ? '' : `，目标值${target}`}`
    }
    case 'owner':
      return `“${was.leafName}”牵头（评分）单位由${names.get(was.value) ?? '—'}变更为${names.get(adjusted.leadUnitId) ?? '—'}`
  }
}

export const nextOf = ({ kept: { model }, around }: ReadAdjustment): NextAct | undefined =>
  nextOnAdjustment(model, { planOwnerId: around.plan.ownerUnitId, byMeeting: decidedBy(around) === 'meeting' })

/** What this person takes forward now. A meeting decides through its own page. */
export const takesForward = (one: ReadAdjustment, actor: Actor): boolean => {
  const act = nextOf(one)
  if (act === undefined || (act.verb === 'decide' && decidedBy(one.around) === 'meeting')) return false
  return holdings(actor).some((held) => mayAct(act, held))
}

export const lineOf = (one: ReadAdjustment, actor: Actor): AdjustmentLine => {
  const { kept, around, names } = one
  const { model, row } = kept
  const { content, standing } = model
  return {
    id: model.id,
    version: row.version,
    planId: model.planId,
    planTitle: around.plan.title,
    kind: content.adjusted.kind,
    state: model.state,
    unitId: model.unitId,
    unitName: names.get(model.unitId) ?? '',
    leadName: names.get(model.leadUnitId) ?? '',
    leafName: content.was.leafName,
    words: sayAdjusted(model, names),
    sentOn: standing.sentOn ?? null,
    agreed: standing.decision?.agreed ?? null,
    documentNumber: standing.reply?.documentNumber ?? null,
    effectiveOn: (standing.decision?.agreed && standing.reply?.effectiveOn) || null,
    mine: takesForward(one, actor),
  }
}
