import type { LocalDateError } from '../kernel/local-date.ts'
import type { QuantityCode } from '../kernel/quantity.ts'
import type { DomainError } from '../kernel/result.ts'

/** Refusals of a draft whose shape cannot be stored; findings about what it says are in plan/findings. */
export type ShapeCode =
  | 'plan.tooMany'
  | 'plan.tooLong'
  | 'plan.tooDeep'
  | 'plan.duplicateKey'
  | 'plan.unknownKey'
  | 'plan.circular'
  | 'plan.notALeaf'
  | 'plan.wrongYear'
  | 'plan.kindFixed'
  | 'plan.ownerFixed'
  | LocalDateError['code']
  | QuantityCode

/** Questions about a plan that have no answer yet. */
export type ViewCode = 'plan.noSuchIndicator' | 'plan.noResponsibility' | 'plan.noSubstitute'

export type LifecycleCode =
  | 'plan.notNow'
  | 'plan.notYours'
  | 'plan.otherUnit'
  | 'plan.noSuchFinding'
  | 'plan.mustBeMended'
  | 'plan.alreadyAccepted'
  | 'plan.reasonMissing'
  | 'plan.mustFix'
  | 'plan.numberMissing'
  | 'plan.dateAhead'
  | 'plan.nextDraftOpen'
  | 'plan.proposalStale'

export type PlanErrorCode = ShapeCode | ViewCode | LifecycleCode

export type PlanError<C extends PlanErrorCode = PlanErrorCode> = DomainError<C>
