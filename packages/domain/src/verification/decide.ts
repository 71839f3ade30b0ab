import type { Result } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { answer, close, giveOpinion, recordVisit } from './acts.ts'
import type { VerificationCommand, VerificationContext } from './commands.ts'
import { commit, fallBack, reveal } from './commitment.ts'
import { cancelDraw, draw, witness } from './draw-acts.ts'
import type { VerificationError } from './errors.ts'
import type { Verification } from './model.ts'
import type { VerificationDecision } from './plan-verification.ts'
import { verificationWorkflow } from './transitions.ts'

type Outcome = Result<VerificationDecision, VerificationError>

/** The one way a verification changes once it is arranged (see plan-verification). */
export const decideVerification = (
  verification: Verification,
  command: VerificationCommand,
  context: VerificationContext,
): Outcome => {
  const row = permit(verificationWorkflow, verification.state, command.kind, context.actor.post)
  return row.ok ? act(verification, command, context) : row
}

const act = (verification: Verification, command: VerificationCommand, context: VerificationContext): Outcome => {
  switch (command.kind) {
    case 'commit':
      return commit(verification, command, context)
    case 'reveal':
      return reveal(verification, command, context)
    case 'fallBack':
      return fallBack(verification, command, context)
    case 'witness':
      return witness(verification, command, context)
    case 'draw':
      return draw(verification, command, context)
    case 'cancelDraw':
      return cancelDraw(verification, command, context)
    case 'recordVisit':
      return recordVisit(verification, command, context)
    case 'giveOpinion':
      return giveOpinion(verification, command, context)
    case 'answer':
      return answer(verification, command, context)
    case 'close':
      return close(verification, context)
  }
}
