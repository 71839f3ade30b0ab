import { canonicalRectification, type Rectification } from '@quanheng/domain/rectification/model'
import { canonicalSupervision, type Supervision } from '@quanheng/domain/supervision/model'
import { canonicalSupervisionVisit, type SupervisionVisit } from '@quanheng/domain/supervision-visit/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { RectificationRow, SupervisionRow, VisitRow } from './tables.ts'

export type KeptSupervision = Kept<SupervisionRow, Supervision>
export type KeptVisit = Kept<VisitRow, SupervisionVisit>
export type KeptItem = Kept<RectificationRow, Rectification>

const digests = (files: readonly { readonly digest: string }[] = []): readonly string[] =>
  files.map(({ digest }) => digest)
const scanOf = (one: { readonly scanDigest?: string } | undefined): readonly string[] =>
  one?.scanDigest === undefined ? [] : [one.scanDigest]

export const supervisionKeeper = keeperOf<SupervisionRow, Supervision>({
  noun: 'supervision',
  table: 'supervision',
  json: ['content', 'standing'],
  modelOf: ({ id, unit_id: unitId, state, content, standing }, steps) => ({
    id,
    unitId,
    state,
    content,
    standing,
    steps,
  }),
  columnsOf: ({ unitId, state, content, standing }) => ({
    unit_id: unitId,
    kind: content.kind,
    state,
    content,
    standing,
  }),
  filesOf: ({ standing }) => scanOf(standing.order),
  canonical: canonicalSupervision,
})

export const visitKeeper = keeperOf<VisitRow, SupervisionVisit>({
  noun: 'supervisionVisit',
  table: 'supervision_visit',
  json: ['standing'],
  modelOf: (row, steps) => ({
    id: row.id,
    supervisionId: row.supervision_id,
    fromUnitId: row.from_unit_id,
    unitId: row.unit_id,
    state: row.state,
    standing: row.standing,
    steps,
  }),
  columnsOf: ({ supervisionId, fromUnitId, unitId, state, standing }) => ({
    supervision_id: supervisionId,
    from_unit_id: fromUnitId,
    unit_id: unitId,
    state,
    standing,
    visited_on: standing.notes?.on ?? null,
  }),
  filesOf: ({ standing: { notes, statement } }) => [
    ...digests(notes?.files),
    ...(notes?.findings ?? []).flatMap(({ photographs }) => digests(photographs)),
    ...digests(statement?.files),
    ...scanOf(statement),
  ],
  canonical: canonicalSupervisionVisit,
})

export const itemKeeper = keeperOf<RectificationRow, Rectification>({
  noun: 'rectification',
  table: 'rectification',
  json: ['demand', 'standing'],
  modelOf: (row, steps) => ({
    id: row.id,
    supervisionId: row.supervision_id,
    visitId: row.visit_id,
    fromUnitId: row.from_unit_id,
    unitId: row.unit_id,
    state: row.state,
    due: row.due,
    demand: row.demand,
    standing: row.standing,
    steps,
  }),
  columnsOf: ({ supervisionId, visitId, fromUnitId, unitId, state, due, demand, standing }) => ({
    supervision_id: supervisionId,
    visit_id: visitId,
    from_unit_id: fromUnitId,
    unit_id: unitId,
    subject: demand.subject,
    state,
    due,
    demand,
    standing,
  }),
  filesOf: ({ standing: { done, check } }) => [...digests(done?.files), ...digests(check?.files)],
  canonical: canonicalRectification,
})
