import { postsGiving } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type AdjustmentState, isAgreed, type TargetAdjustment } from '../target-adjustment/model.ts'
import { type AdjustmentCommandKind, adjustmentWorkflow, leadSpeakers } from '../target-adjustment/transitions.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<AdjustmentState, AdjustmentCommandKind>>> = {
  draft: 'send',
  opinion: 'giveOpinion',
  office: 'propose',
  group: 'decide',
  decided: 'reply',
  replied: 'revise',
}

interface Around {
  /** The unit whose plan it is. */
  readonly planOwnerId: string
  /** The plan says that a meeting decides: the office registers it. */
  readonly byMeeting: boolean
}

const postsFor = (verb: AdjustmentCommandKind, { byMeeting }: Around): NextAct['posts'] => {
  switch (verb) {
    case 'giveOpinion':
      return leadSpeakers
    case 'propose':
    case 'reply':
      return conveners
    case 'decide':
      return byMeeting ? conveners : ['steeringHead']
    default:
      return postsGiving(adjustmentWorkflow, verb)
  }
}

/** The unit sends, the lead unit speaks, the office proposes, the head decides, the office replies, the plan's owner revises. */
export const nextOnAdjustment = (adjustment: TargetAdjustment, around: Around): NextAct | undefined => {
  const { id, state, unitId, leadUnitId, officeUnitId } = adjustment
  const verb = forward[state]
  if (!verb || (verb === 'revise' && !isAgreed(adjustment))) return undefined
  const due = verb === 'giveOpinion' ? adjustment.standing.opinionDue : undefined
  const place =
    verb === 'send'
      ? unitId
      : verb === 'giveOpinion'
        ? leadUnitId
        : verb === 'revise'
          ? around.planOwnerId
          : officeUnitId
  return {
    noun: 'targetAdjustment',
    id,
    verb,
    posts: postsFor(verb, around),
    unitId: place,
    ...(due !== undefined && { due }),
  }
}
