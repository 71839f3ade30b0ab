import { postsFor } from '../kernel/transition.ts'
import { sideOf } from '../objection/decide.ts'
import { dueOf, type Objection, type ObjectionState } from '../objection/model.ts'
import { type ObjectionCommandKind, objectionWorkflow } from '../objection/transitions.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<ObjectionState, ObjectionCommandKind>>> = {
  draft: 'send',
  sent: 'register',
  answering: 'answer',
  rescoring: 'rescore',
  toDecide: 'decide',
  toConfirm: 'confirm',
}

/**
 * Who carries an objection on. A section's own head answers for it; leaders stand in for a head that is missing.
 * @param barred people who may not score again: who signed the row and who answered
 */
export const nextOnObjection = (
  { id, score, state, standing }: Objection,
  barred: readonly string[] = [],
): NextAct | undefined => {
  const verb = forward[state]
  if (!verb) return undefined
  const { sectionId } = score.scorer
  const due = dueOf({ state, standing })
  const except = verb === 'rescore' ? barred : verb === 'confirm' ? [standing.decision?.recordedBy.personId ?? ''] : []
  return {
    noun: 'objection',
    id,
    verb,
    posts: postsFor(objectionWorkflow, state, verb),
    unitId: sideOf(score, verb),
    ...(verb === 'answer' && sectionId !== undefined && { sectionId }),
    ...(due !== undefined && { due }),
    ...(except.length > 0 && { except }),
  }
}
