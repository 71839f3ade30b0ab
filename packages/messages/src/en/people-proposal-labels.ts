import type { PeopleLineKind, PeopleProposalState } from '@quanheng/domain/people-proposal/model'
import type { PeopleProposalCommandKind } from '@quanheng/domain/people-proposal/transitions'

export const peopleProposalLabels = {
  peopleProposalState: {
    draft: 'Draft',
    submitted: 'To decide',
    returned: 'Partly returned',
    decided: 'Done',
    withdrawn: 'Withdrawn',
  },
  peopleLineKind: {
    joining: 'New person',
    added: 'Post added',
    changed: 'Post changed',
    ended: 'Post ended',
    leaving: 'Leaves the unit',
  },
  peopleProposalCommand: {
    begin: 'Begin',
    write: 'Write',
    drop: 'Take out',
    submit: 'Submit',
    decide: 'Decide',
    withdraw: 'Withdraw',
  },
  lineOutcome: { approved: 'Approved', returned: 'Returned' },
} as const satisfies {
  readonly peopleProposalState: Record<PeopleProposalState, string>
  readonly peopleLineKind: Record<PeopleLineKind, string>
  readonly peopleProposalCommand: Record<PeopleProposalCommandKind | 'begin', string>
  readonly lineOutcome: Record<'approved' | 'returned', string>
}
