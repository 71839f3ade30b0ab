import type { ExactText } from '../kernel/exact.ts'
import type { IndicatorNode, UnitGroup } from '../plan/model.ts'
import type { PlanSettings } from '../plan/settings.ts'
import type { Outcome, RuleErrorCode } from '../rule/outcome.ts'

export interface ScoringInput {
  readonly indicators: readonly ScoringNode[]
  readonly groups: readonly Pick<UnitGroup, 'key' | 'unitIds'>[]
  readonly settings: Pick<PlanSettings, 'rounding' | 'ties' | 'rankOn' | 'missingItems'>
  /** One for each leaf that a unit carries; a leaf without one does not apply to that unit. */
  readonly outcomes: readonly LeafOutcome[]
}

export type ScoringNode = Pick<IndicatorNode, 'key' | 'parentKey' | 'fullMark'>

export interface LeafOutcome {
  readonly leafKey: string
  readonly unitId: string
  readonly outcome: Outcome
}

export interface PlanScore {
  /** By unit id. */
  readonly units: readonly UnitScore[]
  /** By group in the plan's order, then rank, then unit id. Units without a total have no rank. */
  readonly ranks: readonly Rank[]
}

/** All figures are exact; an absent one is not known, and `missing` names what it waits for. */
export interface UnitScore {
  readonly unitId: string
  /** In the plan's order. */
  readonly nodes: readonly NodeScore[]
  /** Sum of the marks as they are. */
  readonly raw?: ExactText
  /** Full marks of the leaves that apply to the unit. */
  readonly applicableFullMark: ExactText
  /** `raw` × the plan's full marks ÷ applicable full marks. Absent too where nothing applies. */
  readonly normalised?: ExactText
  /** The one of the two that the plan's missing-item policy counts, rounded where the plan rounds totals. */
  readonly total?: ExactText
  /** `total` as it is printed: always with the plan's decimal places. */
  readonly published?: string
  readonly missing: readonly MissingItem[]
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
