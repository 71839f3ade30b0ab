import { printExact } from '../../kernel/exact.ts'
import type { LeafScore } from '../model.ts'
import { scoreUnit, type UnitYear } from '../score-unit.ts'
import { exactly } from './column.ts'
import { packedGround } from './packed-ground.ts'
import { standGroup } from './packed-group.ts'
import type { PackedYear } from './packed-model.ts'
import type { PackedPlan } from './packed-plan.ts'
import { roundQuotient } from './round-quotient.ts'
import { leafColumn, rescore, scoreLeaf } from './score-leaf.ts'
import { addLeaf, holdsTotals } from './totals.ts'

/** Undefined for a plan that rounds elsewhere than at items, or has tie-breakers. */
export function packedYear(plan: PackedPlan): PackedYear | undefined {
  const { rounding, tieBreakers } = plan.settings
  if (rounding.value.stage !== 'item' || (tieBreakers?.value.length ?? 0) > 0) return undefined
  const ground = packedGround(plan)
  const size = plan.unitIds.length
  const figures = () => new Float64Array(size)
  const year: PackedYear = {
    ground,
    leaves: plan.leaves.map((leaf) => leafColumn(leaf, ground.leaf)),
    sums: { counted: figures(), lacking: figures(), odd: new Int32Array(size) },
    totals: { top: figures(), bottom: figures(), published: figures(), exact: new Map() },
    groups: [],
  }
  recalculate(year)
  return year
}

/** Everything anew, from the figures as they stand in the columns. */
export function recalculate(year: PackedYear): void {
  const { ground, leaves, sums } = year
  const { all } = ground.leaf.rows
  for (const column of [sums.counted, sums.lacking, sums.odd]) column.fill(0)
  for (const leaf of leaves) {
    scoreLeaf(leaf, ground.leaf)
    addLeaf(leaf, all, sums, ground.totals, 1)
  }
  total(year, all)
  for (let at = 0; at < ground.members.length; at += 1) stand(year, at)
}

/** A figure of one row of a leaf changed in its column (see `setFigure`): scores, totals, ranks and grades follow. */
export function recompute(year: PackedYear, leafKey: string, row: number): void {
  const { ground, sums } = year
  const column = year.leaves.find(({ leaf }) => leaf.key === leafKey)
  if (column === undefined) throw new RangeError(`no such leaf: ${leafKey}`)
  const at = ground.plan.groups.findIndex(({ rows }) => rows.includes(row))
  const group = ground.plan.groups[at]
  const touched = column.relative && group ? group.rows : Int32Array.of(row)
  addLeaf(column, touched, sums, ground.totals, -1)
  rescore(column, touched, ground.leaf)
  addLeaf(column, touched, sums, ground.totals, 1)
  total(year, touched)
  if (group) stand(year, at)
}

function stand(year: PackedYear, at: number): void {
  const { plan, members } = year.ground
  year.groups[at] = standGroup(plan.groups[at]?.key ?? '', members[at] ?? new Int32Array(0), year)
}

/** Totals of these rows from their sums. */
function total(year: PackedYear, rows: Int32Array): void {
  const { ground, sums, totals } = year
  const { divisor, allMarks } = ground.totals
  const { normalised, toEven, special } = ground
  const holds = holdsTotals(year.leaves, ground.totals)
  const whole = allMarks > 0 && special.size === 0 && holds
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    const [counted, lacking] = [sums.counted[row] as number, sums.lacking[row] as number]
    const applies = allMarks - lacking
    const plain =
      sums.odd[row] === 0 &&
      (whole || (holds && applies > 0 && !special.has(row))) &&
      (lacking === 0 || (applies > 0 && !ground.tree.weighted))
    const scale = lacking !== 0 && normalised
    const top = scale ? counted * allMarks : counted
    const bottom = scale ? applies : divisor
    if (!plain || Math.abs(top) >= Number.MAX_SAFE_INTEGER / 2) {
      totalExactly(year, row)
      continue
    }
    if (totals.exact.size > 0) totals.exact.delete(row)
    totals.top[row] = top
    totals.bottom[row] = bottom
    totals.published[row] = bottom === 1 ? top : roundQuotient(top, bottom, toEven)
  }
}

function totalExactly(year: PackedYear, row: number): void {
  const { totals } = year
  const own = unitYear(year, row)
  totals.exact.set(row, own)
  totals.top[row] = Number.NaN
  totals.bottom[row] = Number.NaN
  totals.published[row] = own.score.published === undefined ? Number.NaN : Number(own.score.published.replace('.', ''))
}

const scored = (own: number, places: number, fullMark: string): LeafScore => ({
  status: 'scored',
  points: printExact(exactly(own, places)),
  fullMark,
})

/** One unit's year with all its nodes, exactly; its leaf outcomes carry no traces, which the leaf's method gives. */
function unitYear({ ground, leaves }: PackedYear, row: number): UnitYear {
  const { plan, rounding } = ground
  const outcomes = new Map(
    leaves.flatMap(({ leaf, points, odd }) => {
      const own = points[row] as number
      if (Number.isNaN(own)) {
        const outcome = odd.get(row)
        return outcome ? [[leaf.key, outcome] as const] : []
      }
      return [[leaf.key, scored(own, rounding.places, leaf.fullMark)] as const]
    }),
  )
  const unitId = plan.unitIds[row] ?? ''
  const own = ground.special.get(row)
  return scoreUnit(unitId, { outcomes, credits: own?.credits ?? [], vetoes: own?.vetoes ?? [] }, ground.unit)
}
