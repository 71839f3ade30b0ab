import type { Exact } from '../kernel/exact.ts'
import type { Rounding } from '../kernel/rounding.ts'
import type { RuleInput } from './facts.ts'
import type { Finding } from './findings.ts'
import type { Measure, RuleKind, RuleOf } from './model.ts'
import type { LossCode, RuleErrorCode, TraceNode } from './outcome.ts'
import type { ChoiceOf, QuestionCode } from './questions.ts'
import type { Clause, Taken } from './reading/clause.ts'
import type { Placed } from './reading/scan.ts'

/** All that the language knows of one scoring method. A new method is one file that fills this in. */
export interface Method<K extends RuleKind> {
  readonly kind: K
  readonly inputs: (rule: RuleOf<K>) => readonly RuleInput[]
  /** Questions that the rule leaves open for some facts; 不涉及 is asked of every method and not listed. */
  readonly open: (rule: RuleOf<K>, fullMark?: Exact) => readonly QuestionCode[]
  readonly compute: (rule: RuleOf<K>, given: Given) => Computation
  /** The canonical sentence, without its final 。 */
  readonly say: (rule: RuleOf<K>) => string
  /** The clauses of which one stands first in whatever `read` reads; of others it is not asked. */
  readonly begins?: readonly Clause['kind'][]
  /** The rule that the clauses begin with, and how many of them it takes; composed rules are put together by reading/assemble. */
  readonly read?: (clauses: readonly Placed[]) => Taken<RuleOf<K>> | undefined
  readonly lint: (rule: RuleOf<K>, fullMark: Exact | undefined) => readonly Finding[]
  /**
   * The figure along which the points run in straight stretches, and every value of it where they may break or bend (more do
   * no harm). Absent where no one figure moves them.
   */
  readonly bends?: (rule: RuleOf<K>, given: Given) => Bends | undefined
}

export interface Bends {
  readonly measure: Measure
  readonly at: readonly Exact[]
  /** Beyond these there may be more than `at` lists. */
  readonly from?: Exact
  readonly to?: Exact
}

/** Facts already checked against `inputs`: present, of the right kind, well formed. */
export interface Given {
  readonly fullMark: Exact
  readonly number: (name: string) => Exact
  readonly met: (name: string) => boolean
  readonly group: (name: string) => readonly Exact[]
  readonly ticked: (name: string) => ReadonlySet<string>
  readonly thresholds?: Rounding
}

/** A computation asks only the questions that these facts raise, and is resumed with a choice. */
export type Computation<T = Computed> = Generator<QuestionCode, T, string>

export type Computed =
  | { readonly kind: 'points'; readonly losses: readonly ExactLoss[]; readonly node: TraceNode }
  /** The item does not count for this unit. */
  | { readonly kind: 'excluded'; readonly node: TraceNode }
  | { readonly kind: 'error'; readonly code: RuleErrorCode; readonly at: string }

/** Points are never computed beside their losses: they are full marks minus these. */
export interface ExactLoss {
  readonly code: LossCode
  readonly clause: string
  readonly points: Exact
}

export function* ask<C extends QuestionCode>(code: C): Computation<ChoiceOf<C>> {
  return (yield code) as ChoiceOf<C>
}
