import type { Rounding } from '../../kernel/rounding.ts'
import type { Credit, Veto } from '../model.ts'
import { byId } from '../rank.ts'
import { type Ground, groundOf } from '../score-unit.ts'
import type { Tree } from '../tree.ts'
import type { PackedPlan } from './packed-plan.ts'
import type { LeafGround } from './score-leaf.ts'
import { type TotalsGround, totalsGround } from './totals.ts'

/** What all rows of a packed plan share. */
export interface PackedGround {
  readonly plan: PackedPlan
  readonly unit: Ground
  readonly tree: Tree
  readonly totals: TotalsGround
  readonly rounding: Rounding
  readonly leaf: LeafGround
  readonly toEven: boolean
  readonly normalised: boolean
  /** Rows of each group in the order of their unit ids, as level ones are listed. */
  readonly members: readonly Int32Array[]
  /** Rows with credits or gates of their own. */
  readonly special: ReadonlyMap<number, { readonly credits: readonly Credit[]; readonly vetoes: readonly Veto[] }>
}

export function packedGround(plan: PackedPlan): PackedGround {
  const unit = groundOf(plan)
  const rounding = plan.settings.rounding.value
  const grouped = new Set(plan.groups.flatMap(({ rows }) => [...rows]))
  const all = Int32Array.from(plan.unitIds.keys())
  return {
    plan,
    unit,
    tree: unit.tree,
    totals: totalsGround(unit.tree),
    rounding,
    toEven: rounding.mode === 'gb8170',
    normalised: plan.settings.missingItems.value === 'normalised',
    leaf: {
      rows: { all, groups: plan.groups.map(({ rows }) => rows), loose: all.filter((row) => !grouped.has(row)) },
      rounding,
      thresholds: plan.settings.thresholdsOn?.value === 'rounded' ? rounding : undefined,
      largestGroup: plan.groups.reduce((most, group) => Math.max(most, group.rows.length), 1),
    },
    members: plan.groups.map(({ rows }) =>
      Int32Array.from([...rows].sort((a, b) => byId(plan.unitIds[a] ?? '', plan.unitIds[b] ?? ''))),
    ),
    special: specialRows(plan),
  }
}

function specialRows({ unitIds, credits = [], vetoes = [] }: PackedPlan): PackedGround['special'] {
  const rowOf = new Map(unitIds.map((unitId, row) => [unitId, row]))
  const special = new Map<number, { credits: Credit[]; vetoes: Veto[] }>()
  const of = (unitId: string) => {
    const row = rowOf.get(unitId)
    if (row === undefined) throw new RangeError(`not a unit of the plan: ${unitId}`)
    const found = special.get(row) ?? { credits: [], vetoes: [] }
    special.set(row, found)
    return found
  }
  for (const credit of credits) of(credit.unitId).credits.push(credit)
  for (const veto of vetoes) of(veto.unitId).vetoes.push(veto)
  return special
}
