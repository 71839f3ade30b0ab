import type { Basis } from '../kernel/basis.ts'
import type { ExactText } from '../kernel/exact.ts'
import type { Rounding } from '../kernel/rounding.ts'

/** What a rule makes of the facts. Never a number in place of something unknown. */
export type Outcome =
  | Scored
  | { readonly status: 'missing'; readonly needs: readonly string[] }
  | { readonly status: 'ambiguous'; readonly readings: readonly Reading[] }
  | { readonly status: 'error'; readonly code: RuleErrorCode; readonly at: string }

export interface Scored {
  readonly status: 'scored'
  readonly points: ExactText
  /** What the points are out of: the item's full marks, or `0` where the item is left out for this unit (不涉及). */
  readonly fullMark: ExactText
  readonly trace: Trace
}

/** One way to read the sentence: the answers it takes and what it then scores. */
export interface Reading {
  readonly answers: readonly { readonly question: string; readonly choice: string }[]
  readonly points: ExactText
  readonly fullMark: ExactText
}

export type RuleErrorCode =
  | 'rule.fullMark'
  | 'rule.factKind'
  | 'rule.factValue'
  | 'rule.countNotWhole'
  | 'rule.tickUnknown'
  | 'rule.judgementOutOfRange'
  | 'rule.tiersGap'
  | 'rule.tiersOverlap'
  | 'rule.stepSize'
  | 'rule.sideUnsaid'
  | 'rule.oneLevel'
  | 'rule.groupEmpty'
  | 'rule.rankOutside'
  | 'rule.noVotes'
  | 'rule.tooFewMarks'
  | 'rule.divisionByZero'
  | 'rule.conditionsGap'
  | 'rule.conditionsOverlap'

/** Why the score is what it is; every paper and page about a score is rendered from it. */
export interface Trace extends TraceNode {
  readonly fullMark: ExactText
  /** Lost points by reason; a gain is a negative loss. They add up to full marks minus score, exactly. */
  readonly losses: readonly Loss[]
}

export interface TraceNode {
  readonly code: string
  /** The words of the rule that this node computes. */
  readonly clause: string
  readonly inputs: readonly TraceInput[]
  /** As a person would write it: `18 ÷ 20 × 100 = 90`. */
  readonly arithmetic: string
  readonly value: ExactText
  readonly rounding?: Rounding & { readonly from: ExactText }
  readonly children: readonly TraceNode[]
}

export interface TraceInput {
  readonly name: string
  readonly value: string
}

export interface Loss {
  readonly code: LossCode
  readonly clause: string
  readonly points: ExactText
}

export type LossCode =
  | 'loss.ratio'
  | 'loss.notMet'
  | 'loss.tier'
  | 'loss.below'
  | 'loss.above'
  | 'loss.count'
  | 'loss.credit'
  | 'loss.entry'
  | 'loss.entriesSum'
  | 'loss.judged'
  | 'loss.group'
  | 'loss.rank'
  | 'loss.bonus'
  | 'loss.fault'
  | 'loss.level'
  | 'loss.votes'
  | 'loss.scores'
  | 'loss.formula'
  | 'loss.coefficient'
  | 'loss.gate'
  | 'loss.notConcerned'
  | 'loss.rounding'

/** Something the sentence leaves open; `usual` is a proposal that a drafter confirms, never applied unseen. */
export interface OpenQuestion {
  readonly code: string
  /** Path to the part of a composed rule; empty for the rule itself. */
  readonly at: string
  readonly choices: readonly string[]
  readonly usual: string
  readonly basis: Basis
}
