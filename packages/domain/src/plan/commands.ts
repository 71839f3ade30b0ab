import type { CommandContext } from '../kernel/command-context.ts'
import type { LocalDate } from '../kernel/local-date.ts'
import type { CheckContext } from './check/context.ts'
import type { PlanContent } from './model.ts'
import type { Acceptance, Issue, Plan } from './plan.ts'

export type PlanCommand =
  | { readonly kind: 'edit'; readonly content: PlanContent }
  | { readonly kind: 'accept'; readonly finding: string; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly finding: string }
  | { readonly kind: 'check' }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'issue'; readonly number: string; readonly date: LocalDate }
  | { readonly kind: 'register'; readonly number: string; readonly date: LocalDate; readonly scanDigest?: string }
  | { readonly kind: 'revise'; readonly reason: string }

export interface PlanContext extends CommandContext {
  readonly check: Omit<CheckContext, 'today'>
  /** Whether a later version of this plan is being drafted already. */
  readonly nextDraftOpen: boolean
}

export type PlanEvent =
  | {
      readonly type: 'planEdited'
      readonly planId: string
      readonly version: number
      readonly changed: readonly string[]
    }
  | {
      readonly type: 'planFindingAccepted'
      readonly planId: string
      readonly version: number
      readonly acceptance: Acceptance
    }
  | {
      readonly type: 'planAcceptanceWithdrawn'
      readonly planId: string
      readonly version: number
      readonly finding: string
    }
  | {
      readonly type: 'planChecked'
      readonly planId: string
      readonly version: number
      readonly notes: number
      readonly accepted: number
    }
  | { readonly type: 'planReturned'; readonly planId: string; readonly version: number; readonly reason: string }
  | { readonly type: 'planIssued'; readonly planId: string; readonly version: number; readonly issue: Issue }
  | { readonly type: 'planRevised'; readonly planId: string; readonly version: number; readonly reason: string }

export interface PlanDecision {
  readonly plan: Plan
  /** With `revise`: the next version's draft, beside the issued one. */
  readonly next?: Plan
  readonly events: readonly PlanEvent[]
}
