import { canonicalObjection, type Objection } from '@quanheng/domain/objection/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { ObjectionRow } from './tables.ts'

export type KeptObjection = Kept<ObjectionRow, Objection>

export const objectionKeeper = keeperOf<ObjectionRow, Objection>({
  noun: 'objection',
  table: 'objection',
  json: ['score', 'content', 'standing'],
  modelOf: ({ id, score, state, content, standing }, steps) => ({ id, score, state, content, standing, steps }),
  columnsOf: ({ score, state, content, standing }) => ({
    plan_id: score.planId,
    year_plan_id: score.yearPlanId,
    item_id: score.itemId,
    leaf_name: score.leafName,
    unit_id: score.unitId,
    office_unit_id: score.officeUnitId,
    scorer_unit_id: score.scorer.unitId,
    scorer_section_id: score.scorer.sectionId ?? null,
    state,
    number: standing.receipt?.number ?? null,
    score,
    content,
    standing,
  }),
  filesOf: ({ content, standing: { letter, answer, decision } }) => [
    ...[...content.files, ...(answer?.files ?? [])].map(({ digest }) => digest),
    ...[letter?.scanDigest, decision?.scanDigest].flatMap((digest) => digest ?? []),
  ],
  canonical: canonicalObjection,
})
