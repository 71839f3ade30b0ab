import type { CreditState, DecisionEffect, EntryKind } from '@quanheng/domain/credit/model'
import type { CreditCommandKind } from '@quanheng/domain/credit/transitions'

export const creditLabels = {
  entryKind: { bonus: 'Bonus', deduction: 'Deduction', veto: 'Veto' },
  creditState: {
    claimed: 'For first review',
    returned: 'Returned',
    proposed: 'For acceptance',
    stating: 'For statement',
    toReview: 'For joint review',
    recognised: 'To be decided',
    shown: 'In publicity',
    toConfirm: 'For second check',
    decided: 'Decided',
    refused: 'Not recognised',
    withdrawn: 'Withdrawn',
    lifted: 'Lifted',
  },
  creditCommand: {
    begin: 'Entered',
    resubmit: 'Resubmit',
    withdraw: 'Withdraw',
    firstReview: 'First review',
    accept: 'Accept',
    giveStatement: 'Statement',
    review: 'Joint review',
    show: 'Publish',
    object: 'Object',
    answerObjection: 'Answer objection',
    registerDecision: 'Register decision',
    lift: 'Register lifting',
    confirmDecision: 'Second check',
    declineDecision: 'Decline at second check',
  },
  creditVerdict: { agree: 'Agree', return: 'Return', refuse: 'Refuse' },
  creditDecision: { recognise: 'Recognised', refuse: 'Refused', lift: 'Lifted' },
} as const satisfies {
  readonly entryKind: Record<EntryKind, string>
  readonly creditState: Record<CreditState, string>
  readonly creditCommand: Record<CreditCommandKind | 'begin', string>
  readonly creditVerdict: Record<'agree' | 'return' | 'refuse', string>
  readonly creditDecision: Record<DecisionEffect, string>
}
