import type { PeopleProposalErrorCode } from '@quanheng/domain/people-proposal/commands'
import type { LineErrorCode } from '@quanheng/domain/people-proposal/judge'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

type OwnCode = PeopleProposalErrorCode | Extract<LineErrorCode, `peopleProposal.${string}`>

export const peopleProposalErrors = {
  'peopleProposal.notNow': notNow,
  'peopleProposal.notYours': forbidden,
  'peopleProposal.otherUnit': forbidden,
  'peopleProposal.empty': wrong,
  'peopleProposal.tooMany': wrong,
  'peopleProposal.lineUnknown': wrong,
  'peopleProposal.lineDecided': notNow,
  'peopleProposal.lineFault': notNow,
  'peopleProposal.reasonMissing': wrong,
  'peopleProposal.kindUnknown': wrong,
  'peopleProposal.heldAmbiguous': wrong,
  'peopleProposal.postNotOfUnit': wrong,
  'peopleProposal.notHeld': wrong,
  'peopleProposal.notHere': wrong,
  'peopleProposal.otherName': wrong,
} as const satisfies Record<OwnCode, ErrorRow>
