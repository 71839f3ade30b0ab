import { printExact } from '../../kernel/exact.ts'
import type { LeafScore } from '../model.ts'
import { scoreUnit, type UnitYear } from '../score-unit.ts'
import { exactly } from './column.ts'
import { packedGround } from './packed-ground.ts'
import { standGroup } from './packed-group.ts'
import type { PackedYear, Totals } from './packed-model.ts'
import type { PackedPlan } from './packed-plan.ts'
import { roundQuotient } from './round-quotient.ts'
import { rescore, scoreLeaf } from './score-leaf.ts'
import { addLeaf, holdsTotals, type Sums } from './totals.ts'

/** Undefined for a plan that rounds elsewhere than at items, or has tie-breakers. */
export function packedYear(plan: PackedPlan): PackedYear | undefined {
  const { rounding, tieBreakers } = plan.settings
  if (rounding.value.stage !== 'item' || (tieBreakers?.value.length ?? 0) > 0) return undefined
  const ground = packedGround(plan)
  const { rows } = ground
  const leaves = plan.leaves.map((leaf) => scoreLeaf(leaf, plan.groups, rows, rounding.value))
  const size = rows.all.length
  const sums: Sums = {
    counted: new Float64Array(size),
    applies: new Float64Array(size),
    odd: new Int32Array(size),
  }
  for (const leaf of leaves) addLeaf(leaf, rows.all, sums, ground.totals, 1)
  const nan = () => new Float64Array(size).fill(Number.NaN)
  const totals: Totals = { top: nan(), bottom: nan(), published: nan(), exact: new Map() }
  const year: PackedYear = { ground, leaves, sums, totals, groups: [] }
  total(year, rows.all)
  year.groups.push(...plan.groups.map((group) => standGroup(group, year)))
  return year
}

/** A figure of one row of a leaf changed in its column: scores, totals, ranks and grades follow. */
export function recompute(year: PackedYear, leafKey: string, row: number): void {
  const { ground, sums } = year
  const leaf = year.leaves.find((column) => column.leaf.key === leafKey)
  if (leaf === undefined) throw new RangeError(`no such leaf: ${leafKey}`)
  const at = ground.plan.groups.findIndex(({ rows }) => rows.includes(row))
  const group = ground.plan.groups[at]
  const touched = leaf.kernel?.relative && group ? group.rows : Int32Array.of(row)
  addLeaf(leaf, touched, sums, ground.totals, -1)
  rescore(leaf, touched, ground.rounding)
  addLeaf(leaf, touched, sums, ground.totals, 1)
  total(year, touched)
  if (group) year.groups[at] = standGroup(group, year)
}

/** Totals of these rows from their sums. */
function total(year: PackedYear, rows: Int32Array): void {
  const { ground, sums, totals } = year
  const { divisor, allMarks } = ground.totals
  const { normalised, toEven, special } = ground
  const holds = holdsTotals(year.leaves, ground.totals)
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    const [counted, applies] = [sums.counted[row] as number, sums.applies[row] as number]
    const whole = applies === allMarks
    const plain = holds && sums.odd[row] === 0 && applies > 0 && !special.has(row) && (whole || !ground.tree.weighted)
    const scale = !whole && normalised
    const [top, bottom] = scale ? [counted * allMarks, applies] : [counted, divisor]
    if (!plain || Math.abs(top) >= Number.MAX_SAFE_INTEGER / 2) {
      totalExactly(year, row)
      continue
    }
    totals.exact.delete(row)
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
