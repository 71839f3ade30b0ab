import type { ExactText } from '../kernel/exact.ts'
import type { Rounding } from '../kernel/rounding.ts'

/** What is known of one item. `inputs` is keyed by the names that `inputsOf(rule)` lists; an absent input is missing. */
export interface Facts {
  readonly fullMark: ExactText
  readonly inputs: Readonly<Record<string, FactValue>>
  /** Where the plan judges thresholds on the rounded figure (修约值比较); absent, on the exact one (全数值比较). */
  readonly thresholds?: Rounding
}

export type FactValue =
  | { readonly kind: 'quantity'; readonly value: ExactText }
  | { readonly kind: 'fact'; readonly met: boolean }
  | { readonly kind: 'count'; readonly n: ExactText }
  | { readonly kind: 'checklist'; readonly ticked: readonly string[] }
  | { readonly kind: 'judgement'; readonly points: ExactText }
  | GroupFigures
  | { readonly kind: 'missing' }
  /** 不涉及: the unit has no such work this year; what that scores is the question `notConcerned`. */
  | { readonly kind: 'notConcerned' }

/** The figures of all units of the group, the unit's own included; or who of them still owes one. */
export interface GroupFigures {
  readonly kind: 'group'
  readonly values: readonly ExactText[]
  readonly owing?: readonly string[]
  /** In a group of rates, the units whose target is zero or below: the rule's answers say whether they have a rate, and which. */
  readonly byAnswer?: readonly { readonly actual: ExactText; readonly target: ExactText }[]
}

/** How many units gave their figure. */
export const groupSize = ({ values, byAnswer = [] }: GroupFigures): number => values.length + byAnswer.length

export type FactKind = 'quantity' | 'fact' | 'count' | 'checklist' | 'judgement' | 'group'

/** An input that a rule needs, so that a plan can bind it to a data element, the unit's target or a constant. */
export interface RuleInput {
  readonly name: string
  readonly kind: FactKind
  /** A target is read from the table of tasks unless the drafter binds it otherwise. */
  readonly role: 'actual' | 'target'
  /** What the sentence takes it for, where that is more than a figure, a count or a fact. */
  readonly part?: InputPart
  /** The unit in which the sentence speaks of it, where it does. */
  readonly unit?: string
  /** For a checklist. */
  readonly entries?: readonly { readonly key: string; readonly name: string }[]
  /** A checklist of which exactly one entry holds: the level given. */
  readonly single?: true
  /** A fact or checklist that names what went wrong. */
  readonly adverse?: true
  /** For a group: the input that it holds of every unit. */
  readonly of?: string
  /** For a group: where it holds a rate, the inputs of which each unit's rate is made, in percent. */
  readonly rate?: { readonly actual: string; readonly target: string }
}

export type InputPart = 'baseline' | 'rank' | 'level' | 'votes' | 'periods' | 'entries' | 'quoted' | 'coefficient'
