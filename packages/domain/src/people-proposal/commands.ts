import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { LineErrorCode, LineFault } from './judge.ts'
import type { PeopleLine, PeopleProposal } from './model.ts'

export interface LineDecision {
  readonly lineId: string
  readonly outcome: 'approved' | 'returned'
  readonly reason: string
}

export type PeopleProposalCommand =
  /** A new line, or another wording of one that stands; `judge` holds all lines against what is registered. */
  | { readonly kind: 'write'; readonly lines: readonly PeopleLine[] }
  | { readonly kind: 'drop'; readonly lineId: string }
  | { readonly kind: 'submit' }
  | { readonly kind: 'decide'; readonly decisions: readonly LineDecision[] }
  | { readonly kind: 'withdraw'; readonly reason: string }

export interface PeopleProposalContext extends CommandContext {
  readonly judge: (lines: readonly PeopleLine[]) => readonly LineFault[]
}

export type PeopleProposalErrorCode =
  | 'peopleProposal.notNow'
  | 'peopleProposal.notYours'
  | 'peopleProposal.otherUnit'
  | 'peopleProposal.empty'
  | 'peopleProposal.tooMany'
  | 'peopleProposal.lineUnknown'
  | 'peopleProposal.lineDecided'
  | 'peopleProposal.lineFault'
  | 'peopleProposal.reasonMissing'
  | 'peopleProposal.kindUnknown'
  | 'peopleProposal.heldAmbiguous'

export type PeopleProposalEvent =
  | { readonly type: 'peopleProposalBegun'; readonly peopleProposalId: string }
  | { readonly type: 'peopleProposalMoved'; readonly peopleProposalId: string; readonly command: PeopleProposalCommand }

export type PeopleProposalRefusal = DomainError<PeopleProposalErrorCode | LineErrorCode>

export type PeopleProposalResult = Result<
  { readonly next: PeopleProposal; readonly events: readonly PeopleProposalEvent[] },
  PeopleProposalRefusal
>
