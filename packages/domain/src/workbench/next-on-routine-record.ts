import { doers } from '../assigned-task/model.ts'
import { type RoutineRecord, recorderOf } from '../routine-record/model.ts'
import { recordConfirmers, recorders } from '../routine-record/transitions.ts'
import type { NextAct } from './next-act.ts'

/** The section writes and submits, its head confirms, the unit states its view until the day, what it denies is answered. */
export const nextOnRoutineRecord = (record: RoutineRecord, today: string): NextAct | undefined => {
  const { id, unitId, leadUnitId, leadSectionId, state, standing } = record
  const lead = { unitId: leadUnitId, ...(leadSectionId !== undefined && { sectionId: leadSectionId }) }
  switch (state) {
    case 'draft':
      return { noun: 'routineRecord', id, verb: 'submit', posts: recorders, ...lead }
    case 'submitted': {
      const recorder = recorderOf(record)
      return {
        noun: 'routineRecord',
        id,
        verb: 'confirm',
        posts: recordConfirmers,
        ...lead,
        ...(recorder !== undefined && { except: [recorder] }),
      }
    }
    case 'told': {
      const due = standing.told?.viewUntil
      if (due === undefined || today > due) return undefined
      return { noun: 'routineRecord', id, verb: 'state', posts: doers, unitId, due }
    }
    case 'differed':
      return { noun: 'routineRecord', id, verb: 'uphold', posts: recordConfirmers, ...lead }
    default:
      return undefined
  }
}
