import type { PeopleProposal, PeopleProposalState } from '../people-proposal/model.ts'
import type { PeopleProposalCommandKind } from '../people-proposal/transitions.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<PeopleProposalState, PeopleProposalCommandKind>>> = {
  draft: 'submit',
  submitted: 'decide',
  returned: 'submit',
}

/** The unit's administrator sends it; the security administrator, wherever that post sits, decides. */
export const nextOnPeopleProposal = ({ id, unitId, state }: PeopleProposal): NextAct | undefined => {
  const verb = forward[state]
  if (verb === undefined) return undefined
  return verb === 'decide'
    ? { noun: 'peopleProposal', id, verb, posts: ['securityAdmin'] }
    : { noun: 'peopleProposal', id, verb, posts: ['unitAdmin'], unitId }
}
