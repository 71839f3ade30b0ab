import { canonicalRoutineRecord, type RoutineRecord } from '@quanheng/domain/routine-record/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { RoutineRecordRow } from './tables.ts'

export type KeptRoutineRecord = Kept<RoutineRecordRow, RoutineRecord>

export const routineRecordKeeper = keeperOf<RoutineRecordRow, RoutineRecord>({
  noun: 'routineRecord',
  table: 'routine_record',
  json: ['content', 'standing'],
  modelOf: (row, steps) => ({
    id: row.id,
    planId: row.plan_id,
    leafKey: row.leaf_key,
    indicator: row.indicator,
    unitId: row.unit_id,
    leadUnitId: row.lead_unit_id,
    ...(row.lead_section_id !== null && { leadSectionId: row.lead_section_id }),
    officeUnitId: row.office_unit_id,
    state: row.state,
    content: row.content,
    standing: row.standing,
    steps,
  }),
  columnsOf: (record) => ({
    plan_id: record.planId,
    leaf_key: record.leafKey,
    indicator: record.indicator,
    unit_id: record.unitId,
    lead_unit_id: record.leadUnitId,
    lead_section_id: record.leadSectionId ?? null,
    office_unit_id: record.officeUnitId,
    state: record.state,
    happened_on: record.content.happenedOn,
    effect: record.content.effect,
    told_on: record.standing.told?.on ?? null,
    content: record.content,
    standing: record.standing,
  }),
  filesOf: ({ content, standing: { view } }) => [...content.files, ...(view?.files ?? [])].map(({ digest }) => digest),
  canonical: canonicalRoutineRecord,
})
