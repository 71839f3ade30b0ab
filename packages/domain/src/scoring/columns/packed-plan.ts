import type { StoredRule } from '../../rule/model.ts'
import type { Outcome } from '../../rule/outcome.ts'
import type { Credit, ScoringInput, Veto } from '../model.ts'
import type { Column } from './column.ts'

/** A year in columns: the same facts as ScoringInput, before they are scored. */
export interface PackedPlan {
  readonly indicators: ScoringInput['indicators']
  readonly settings: ScoringInput['settings']
  /** Row numbers are places in this list. */
  readonly unitIds: readonly string[]
  readonly groups: readonly { readonly key: string; readonly rows: Int32Array }[]
  readonly leaves: readonly PackedLeaf[]
  readonly credits?: readonly Credit[]
  readonly vetoes?: readonly Veto[]
}

export interface PackedLeaf {
  readonly key: string
  readonly fullMark: string
  readonly stored: Pick<StoredRule, 'rule' | 'answers'>
  /** By input; what cannot be packed is left out, and its leaf is scored by the method alone. */
  readonly columns: ReadonlyMap<string, Column>
  /** 1 where the unit carries the leaf; absent where all do. A group's figures are those of its units that carry the leaf. */
  readonly carried?: Uint8Array
  /** The method's own answer for a unit that carries the leaf: asked wherever no kernel settles it, and for the trace. */
  readonly outcomeAt: (row: number) => Outcome
}
