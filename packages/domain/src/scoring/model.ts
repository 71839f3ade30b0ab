import type { ExactText } from '../kernel/exact.ts'
import type { IndicatorNode, UnitGroup } from '../plan/model.ts'
import type { PlanSettings } from '../plan/settings.ts'
import type { CreditEffect, GateEffect } from '../plan/year-arithmetic.ts'
import type { Outcome, RuleErrorCode, Scored } from '../rule/outcome.ts'
import type { Grades } from './grades/model.ts'

export interface ScoringInput {
  readonly indicators: readonly ScoringNode[]
  readonly groups: readonly Pick<UnitGroup, 'key' | 'unitIds'>[]
  readonly settings: ScoringSettings
  /** One for each leaf that a unit carries; a leaf without one does not apply to that unit. */
  readonly outcomes: readonly LeafOutcome[]
  /** 加减分 that were recognised. */
  readonly credits?: readonly Credit[]
  /** Gates that stand against a unit; one that was lifted is not among them. */
  readonly vetoes?: readonly Veto[]
}

export type ScoringSettings = Pick<PlanSettings, 'rounding' | 'ties' | 'rankOn' | 'missingItems'> &
  Pick<PlanSettings, 'thresholdsOn' | 'tieBreakers' | 'credits' | 'veto' | 'grades'>

export type ScoringNode = Pick<IndicatorNode, 'key' | 'parentKey' | 'fullMark' | 'weight'>

export interface LeafOutcome {
  readonly leafKey: string
  readonly unitId: string
  readonly outcome: LeafScore
}

/** An outcome, with or without its trace: totals do not read it. */
export type LeafScore = Omit<Scored, 'trace'> | Exclude<Outcome, Scored>

export interface Credit {
  readonly key: string
  readonly unitId: string
  readonly effect: CreditEffect
  /** One of the plan's classes; absent where the plan has none. */
  readonly classKey?: string
  /** Zero or more; `effect` says which way. */
  readonly points: ExactText
  /** 同一事项: of the entries of one matter only the highest counts. */
  readonly matter?: string
}

export interface Veto {
  readonly gateKey: string
  readonly unitId: string
}

export interface PlanScore {
  /** By unit id. */
  readonly units: readonly UnitScore[]
  /** By group in the plan's order, then rank, then unit id. Units without a total have no rank. */
  readonly ranks: readonly Rank[]
  /** Absent where the plan has no grades. */
  readonly grades?: Grades
}

/** All figures are exact; an absent one is not known, and `missing` names what it waits for. */
export interface UnitScore {
  readonly unitId: string
  /** In the plan's order. */
  readonly nodes: readonly NodeScore[]
  /** Sum of the marks as they are, or the weighted mean over the marks as planned. */
  readonly raw?: ExactText
  /** Full marks of the leaves that apply to the unit. */
  readonly applicableFullMark: ExactText
  /** What applies, scaled to the plan's full marks. Absent too where nothing applies. */
  readonly normalised?: ExactText
  /** Only where some were recognised. */
  readonly credits?: CreditScore
  /** Gates that stand, and what they do to this unit; `raw`, `normalised` and `nodes` are as computed all the same. */
  readonly gates?: readonly { readonly gateKey: string; readonly effect: GateEffect }[]
  /** `raw` or `normalised` as the missing-item policy says, with credits and gates, rounded where the plan rounds totals. */
  readonly total?: ExactText
  /** `total` as it is printed: always with the plan's decimal places. */
  readonly published?: string
  readonly missing: readonly MissingItem[]
}

/** What was recognised and what of it counts after the caps. All amounts are zero or more. */
export interface CreditScore {
  readonly classes: readonly {
    readonly key: string
    readonly effect: CreditEffect
    readonly claimed: ExactText
    readonly counted: ExactText
  }[]
  readonly bonus: ExactText
  readonly deduction: ExactText
}

export type NodeScore =
  | { readonly nodeKey: string; readonly status: 'scored'; readonly points: ExactText; readonly fullMark: ExactText }
  | { readonly nodeKey: string; readonly status: 'missing'; readonly leafKeys: readonly string[] }
  | { readonly nodeKey: string; readonly status: 'notApplicable' }

export interface MissingItem {
  readonly leafKey: string
  readonly reason: 'missing' | 'ambiguous' | 'error'
  /** Names of the missing inputs. */
  readonly needs: readonly string[]
  readonly code?: RuleErrorCode
}

export interface Rank {
  readonly groupKey: string
  readonly unitId: string
  readonly rank: number
  readonly tied: boolean
}
