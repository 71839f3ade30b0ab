import { conveners } from '../meeting/transitions.ts'
import type { ReviewState, YearReview } from '../year-review/model.ts'
import type { ReviewCommandKind } from '../year-review/transitions.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<ReviewState, ReviewCommandKind>>> = {
  gathering: 'close',
  sorting: 'propose',
  toTake: 'take',
}

/** The office carries it, the head takes it. Entries are brought by whoever has something to say. */
export const nextOnReview = ({ id, unitId, state, content }: YearReview): NextAct | undefined => {
  const verb = forward[state]
  if (!verb) return undefined
  return {
    noun: 'yearReview',
    id,
    verb,
    posts: verb === 'take' ? ['steeringHead'] : conveners,
    unitId,
    ...(verb === 'close' && { due: content.until }),
  }
}
