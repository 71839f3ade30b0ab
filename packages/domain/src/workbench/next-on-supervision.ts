import type { PostKind } from '../ability/posts.ts'
import { doers } from '../assigned-task/model.ts'
import { conveners } from '../meeting/transitions.ts'
import type { Rectification } from '../rectification/model.ts'
import type { Supervision } from '../supervision/model.ts'
import type { SupervisionVisit } from '../supervision-visit/model.ts'
import type { NextAct } from './next-act.ts'

/** The office prepares, the head orders; under way it is carried visit by visit, then concluded. */
export const nextOnSupervision = ({ id, unitId, state }: Supervision, openVisits: number): NextAct | undefined => {
  const step = { noun: 'supervision' as const, id, unitId }
  if (state === 'draft') return { ...step, verb: 'propose', posts: conveners }
  if (state === 'toOrder') return { ...step, verb: 'order', posts: ['steeringHead'] }
  return state === 'underWay' && openVisits === 0 ? { ...step, verb: 'conclude', posts: conveners } : undefined
}

/** The unit has until its day to speak; then the office, another than who wrote it up, decides on each finding. */
export const nextOnVisit = (
  { id, fromUnitId, unitId, state, standing }: SupervisionVisit,
  today: string,
): NextAct | undefined => {
  const office = { noun: 'supervisionVisit' as const, id, unitId: fromUnitId, posts: conveners as readonly PostKind[] }
  const except = standing.notes ? [standing.notes.by.personId] : []
  switch (state) {
    case 'planned':
      return { ...office, verb: 'record' }
    case 'recorded':
      return { ...office, verb: 'send' }
    case 'stating': {
      const until = standing.sent?.until ?? ''
      return until < today
        ? { ...office, verb: 'settle', except }
        : { ...office, verb: 'state', posts: doers, unitId, due: until }
    }
    case 'stated':
      return { ...office, verb: 'settle', except }
    case 'settled':
    case 'dropped':
      return undefined
  }
}

/** The unit plans and proves until the day; another person of the office checks. */
export const nextOnRectification = (item: Rectification): NextAct | undefined => {
  const { id, unitId, fromUnitId, state, due } = item
  const step = { noun: 'rectification' as const, id }
  switch (state) {
    case 'open':
      return { ...step, verb: 'plan', posts: doers, unitId, due }
    case 'planned':
      return { ...step, verb: 'report', posts: doers, unitId, due }
    case 'reported': {
      const reporter = item.steps.findLast(({ command }) => command === 'report')?.by.personId
      const except = [item.demand.foundBy, ...(reporter === undefined ? [] : [reporter])]
      return { ...step, verb: 'close', posts: conveners, unitId: fromUnitId, except }
    }
    case 'closed':
      return undefined
  }
}
