import { postsFor } from '../kernel/transition.ts'
import type { Scorer } from '../plan/responsibility.ts'
import { unanswered } from '../verification/acts.ts'
import { opinionOn, unitsToVisit, type Verification } from '../verification/model.ts'
import { type VerificationCommandKind, verificationWorkflow } from '../verification/transitions.ts'
import type { NextAct } from './next-act.ts'

/** Who acts next on a verification: the drawer, the verification group (any body), then the scoring side. */
export const nextOnVerification = (
  verification: Verification,
  scorer: Pick<Scorer, 'unitId' | 'sectionId'>,
  due?: string,
): NextAct | undefined => {
  const verb = forward(verification)
  if (!verb) return undefined
  const inScorer = verb === 'draw' || verb === 'answer' || verb === 'close'
  return {
    noun: 'verification',
    id: verification.id,
    verb,
    posts: postsFor(verificationWorkflow, verification.state, verb),
    ...(inScorer && { unitId: scorer.unitId }),
    ...(inScorer && scorer.sectionId !== undefined && { sectionId: scorer.sectionId }),
    ...(due !== undefined && { due }),
  }
}

const forward = (verification: Verification): VerificationCommandKind | undefined => {
  switch (verification.state) {
    case 'committing':
      return 'commit'
    case 'revealing':
      return 'reveal'
    case 'toDraw':
      return 'draw'
    case 'visiting':
      return isVisitOwed(verification) ? 'recordVisit' : 'giveOpinion'
    case 'answering':
      return unanswered(verification).length > 0 ? 'answer' : 'close'
    case 'closed':
      return undefined
  }
}

const isVisitOwed = (verification: Verification): boolean =>
  unitsToVisit(verification).some(
    ({ unitId }) => !opinionOn(verification, unitId) && !verification.visits.some((visit) => visit.unitId === unitId),
  )
