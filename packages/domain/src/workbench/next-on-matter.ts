import type { ImportantMatter, MatterState } from '../matter/model.ts'
import type { MatterCommandKind } from '../matter/transitions.ts'
import { conveners } from '../meeting/transitions.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<MatterState, MatterCommandKind>>> = {
  draft: 'seek',
  opinions: 'close',
  revising: 'propose',
  toApprove: 'approve',
}

/** The office carries it, the head decides. Opinions are owed by the members themselves. */
export const nextOnMatter = ({ id, unitId, state, standing }: ImportantMatter): NextAct | undefined => {
  const verb = forward[state]
  if (!verb) return undefined
  return {
    noun: 'matter',
    id,
    verb,
    posts: verb === 'approve' ? ['steeringHead'] : conveners,
    unitId,
    ...(verb === 'close' && standing.round && { due: standing.round.until }),
  }
}
