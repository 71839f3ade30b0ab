import { bearers, canonicalSuperiorPlan, type SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { SuperiorPlanRow } from './tables.ts'

export type KeptSuperiorPlan = Kept<SuperiorPlanRow, SuperiorPlan>

export const superiorPlanKeeper = keeperOf<SuperiorPlanRow, SuperiorPlan>({
  noun: 'superiorPlan',
  table: 'superior_plan',
  json: ['content', 'standing'],
  modelOf: ({ id, unit_id: unitId, year, state, content, standing }, steps) => ({
    id,
    unitId,
    year,
    state,
    content,
    standing,
    steps,
  }),
  columnsOf: (plan) => ({
    unit_id: plan.unitId,
    year: plan.year,
    state: plan.state,
    content: plan.content,
    standing: plan.standing,
    bearer_unit_ids: [...bearers(plan)],
  }),
  filesOf: ({ content, standing: { verdict } }) => [
    ...content.document.files.map(({ digest }) => digest),
    ...(verdict ? [verdict.scanDigest] : []),
  ],
  canonical: canonicalSuperiorPlan,
})
