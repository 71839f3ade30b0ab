import { canonicalEvaluation, type Evaluation } from '@quanheng/domain/evaluation/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { EvaluationRow } from './tables.ts'

export type KeptEvaluation = Kept<EvaluationRow, Evaluation>

export const evaluationKeeper = keeperOf<EvaluationRow, Evaluation>({
  noun: 'evaluation',
  table: 'evaluation',
  json: ['content', 'standing'],
  modelOf: (row, steps) => ({
    id: row.id,
    planId: row.plan_id,
    elementKey: row.element_key,
    year: row.year,
    unitId: row.unit_id,
    state: row.state,
    unitIds: row.unit_ids,
    content: row.content,
    standing: row.standing,
    steps,
  }),
  columnsOf: ({ planId, elementKey, year, unitId, state, unitIds, content, standing }) => ({
    plan_id: planId,
    element_key: elementKey,
    year,
    unit_id: unitId,
    state,
    unit_ids: [...unitIds],
    evaluator_ids: [...new Set(standing.opening?.evaluators.map(({ personId }) => personId))],
    content,
    standing,
  }),
  filesOf: ({ standing }) => standing.counts.map(({ scanDigest }) => scanDigest),
  canonical: canonicalEvaluation,
})
