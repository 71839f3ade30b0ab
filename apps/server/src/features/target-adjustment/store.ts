import { canonicalAdjustment, type TargetAdjustment } from '@quanheng/domain/target-adjustment/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { AdjustmentRow } from './tables.ts'

export type KeptAdjustment = Kept<AdjustmentRow, TargetAdjustment>

export const adjustmentKeeper = keeperOf<AdjustmentRow, TargetAdjustment>({
  noun: 'targetAdjustment',
  table: 'target_adjustment',
  json: ['content', 'standing'],
  modelOf: (row, steps) => ({
    id: row.id,
    planId: row.plan_id,
    unitId: row.unit_id,
    leadUnitId: row.lead_unit_id,
    officeUnitId: row.office_unit_id,
    state: row.state,
    content: row.content,
    standing: row.standing,
    steps,
  }),
  columnsOf: ({ planId, unitId, leadUnitId, officeUnitId, state, content, standing }) => ({
    plan_id: planId,
    unit_id: unitId,
    lead_unit_id: leadUnitId,
    office_unit_id: officeUnitId,
    state,
    content,
    standing,
  }),
  filesOf: ({ content, standing: { decision } }) => [
    ...content.files.map(({ digest }) => digest),
    ...(decision?.scanDigest === undefined ? [] : [decision.scanDigest]),
  ],
  canonical: canonicalAdjustment,
})
