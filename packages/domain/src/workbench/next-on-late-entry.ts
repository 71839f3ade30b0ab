import { postsFor } from '../kernel/transition.ts'
import type { LateEntry } from '../late-entry/model.ts'
import { lateEntryWorkflow } from '../late-entry/transitions.ts'
import type { NextAct } from './next-act.ts'

/** Who answers a request: the heads of the section that scores, by the day the unit would have it. An answered one waits for nobody. */
export const nextOnLateEntry = (
  { id, state, wantedUntil }: LateEntry,
  scorer: { readonly unitId: string; readonly sectionId?: string },
): NextAct | undefined =>
  state === 'asked'
    ? {
        noun: 'lateEntry',
        id,
        verb: 'grant',
        posts: postsFor(lateEntryWorkflow, state, 'grant'),
        ...scorer,
        due: wantedUntil,
      }
    : undefined
