import type { Evaluation, EvaluationState } from '../evaluation/model.ts'
import { type EvaluationCommandKind, organisers } from '../evaluation/transitions.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<EvaluationState, EvaluationCommandKind>>> = {
  draft: 'open',
  open: 'close',
  closed: 'tally',
  counted: 'feed',
}

/** The body that owes the figure carries the round; ballots are each person's own (see `ballotDue`). */
export const nextOnEvaluation = ({ id, unitId, state, content }: Evaluation): NextAct | undefined => {
  const verb = forward[state]
  if (!verb) return undefined
  return { noun: 'evaluation', id, verb, posts: organisers, unitId, ...(verb === 'close' && { due: content.closesOn }) }
}
