import type { Author } from '../kernel/command-context.ts'
import type { ExactText } from '../kernel/exact.ts'
import type { EvaluationContent } from './channel.ts'
import type { PaperCount } from './paper-count.ts'
import type { EvaluationResult } from './result.ts'
import type { Slip } from './secret.ts'

/** 草稿 · 进行中 · 已截止 · 已计票 · 已报送 · 已撤销. */
export const evaluationStates = ['draft', 'open', 'closed', 'counted', 'fed', 'cancelled'] as const
export type EvaluationState = (typeof evaluationStates)[number]

/** 评价人 of one channel with every unit that is the person's own on the day of opening: those are not on the ballot. */
export interface Evaluator {
  readonly channelKey: string
  readonly personId: string
  readonly unitId: string
  readonly ownUnitIds: readonly string[]
}

export interface EvaluationStanding {
  /** Fixed at opening, with the digest of all that ballots go by. */
  readonly opening?: { readonly digest: string; readonly on: string; readonly evaluators: readonly Evaluator[] }
  /** Counts of ballots on paper, in the order in which they came; the last that agree hold. */
  readonly counts: readonly PaperCount[]
  /** Secret slips, taken out of the box at closing; listed by serial. */
  readonly box?: readonly Slip[]
  readonly result?: EvaluationResult
  /** What went into the plan's figures. */
  readonly fed: readonly { readonly datumId: string; readonly unitId: string; readonly value: ExactText }[]
}

export interface EvaluationStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 评议: one round over the units that carry one figure of an issued plan; its result becomes that figure. */
export interface Evaluation {
  readonly id: string
  readonly planId: string
  readonly elementKey: string
  readonly year: number
  /** Whom the plan asks for the figure. */
  readonly unitId: string
  readonly state: EvaluationState
  /** Units that are evaluated, as the plan lists them. */
  readonly unitIds: readonly string[]
  readonly content: EvaluationContent
  readonly standing: EvaluationStanding
  readonly steps: readonly [EvaluationStep, ...EvaluationStep[]]
}

export const canonicalEvaluation = (evaluation: Evaluation) => ({ v: 1, noun: 'evaluation', ...evaluation })

/** What ballots go by: the whole plan of the round and who is asked. Its digest stands in the act of opening. */
export const openingForm = (
  { id, planId, elementKey, unitIds, content }: Evaluation,
  evaluators: readonly Evaluator[],
) => ({ v: 1, noun: 'evaluationOpening', id, planId, elementKey, unitIds, content, evaluators })

/** The units on this person's ballot of a channel: never an own one. */
export const unitsFor = (
  { unitIds }: Pick<Evaluation, 'unitIds'>,
  { ownUnitIds }: Pick<Evaluator, 'ownUnitIds'>,
): readonly string[] => unitIds.filter((unitId) => !ownUnitIds.includes(unitId))
