import type { PeopleLineKind, PeopleProposalState } from '@quanheng/domain/people-proposal/model'
import type { PeopleProposalCommandKind } from '@quanheng/domain/people-proposal/transitions'

export const peopleProposalLabels = {
  peopleProposalState: {
    draft: '起草中',
    submitted: '待审核',
    returned: '有退回',
    decided: '已办结',
    withdrawn: '已撤回',
  },
  peopleLineKind: {
    joining: '新进人员',
    added: '增加任职',
    changed: '变更任职',
    ended: '免去任职',
    leaving: '调离',
  },
  peopleProposalCommand: {
    begin: '起草',
    write: '填写',
    drop: '删去',
    submit: '报送',
    decide: '审核',
    withdraw: '撤回',
  },
  lineOutcome: { approved: '通过', returned: '退回' },
} as const satisfies {
  readonly peopleProposalState: Record<PeopleProposalState, string>
  readonly peopleLineKind: Record<PeopleLineKind, string>
  readonly peopleProposalCommand: Record<PeopleProposalCommandKind | 'begin', string>
  readonly lineOutcome: Record<'approved' | 'returned', string>
}
