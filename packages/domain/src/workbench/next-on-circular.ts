import type { Circular } from '../circular/model.ts'
import { conveners } from '../meeting/transitions.ts'
import type { NextAct } from './next-act.ts'

/** The office finishes the draft; head or director let it go out, never who wrote it. What receivers owe is asked of each of them. */
export const nextOnCircular = ({ id, unitId, state, steps }: Circular): NextAct | undefined => {
  if (state === 'draft') return { noun: 'circular', id, verb: 'propose', posts: conveners, unitId }
  if (state !== 'toIssue') return undefined
  const proposed = steps.findLast(({ command }) => command === 'propose')
  return {
    noun: 'circular',
    id,
    verb: 'issue',
    posts: ['steeringHead', 'officeDirector'],
    unitId,
    ...(proposed && { except: [proposed.by.personId] }),
  }
}
