import { canonicalReview, type YearReview } from '@quanheng/domain/year-review/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { ReviewRow } from './tables.ts'

export type KeptReview = Kept<ReviewRow, YearReview>

export const reviewKeeper = keeperOf<ReviewRow, YearReview>({
  noun: 'yearReview',
  table: 'year_review',
  json: ['content', 'standing'],
  modelOf: ({ id, plan_id: planId, year, unit_id: unitId, state, content, standing }, steps) => ({
    id,
    planId,
    year,
    unitId,
    state,
    content,
    standing,
    steps,
  }),
  columnsOf: ({ planId, year, unitId, state, content, standing }) => ({
    plan_id: planId,
    year,
    unit_id: unitId,
    state,
    content,
    standing,
  }),
  filesOf: ({ standing: { taking } }) => (taking?.scanDigest === undefined ? [] : [taking.scanDigest]),
  canonical: canonicalReview,
})
