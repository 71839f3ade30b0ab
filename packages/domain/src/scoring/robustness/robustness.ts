import {
  abs,
  add,
  ceil,
  compare,
  div,
  type Exact,
  exact,
  mul,
  neg,
  printExact,
  ratio,
  sub,
  whole,
  zero,
} from '../../kernel/exact.ts'
import type { LeafOutcome, ScoringInput } from '../model.ts'
import { type PlanYear, planYear } from '../score-plan.ts'
import { gapsIn } from './gaps.ts'
import type { Flip, GradeHold } from './model.ts'
import { otherArithmetic, otherWeights, withOther } from './trials.ts'
import { unitTrials } from './unit-trials.ts'

type GradeIn = (groupKey: string, unitId: string) => string | undefined

const gradesOf = ({ standings }: PlanYear): GradeIn => {
  const grades = new Map(
    [...standings].map(([key, { grades }]) => [
      key,
      new Map(grades?.proposals.map(({ unitId, grade }) => [unitId, grade])),
    ]),
  )
  return (groupKey, unitId) => grades.get(groupKey)?.get(unitId)
}

/**
 * 等次稳健性: what every unit's grade hangs by. Tried one at a time, each with a computed year, so that caps, quotas, ties and gates are
 * all heard: every item between no points and full marks, every other way to round, every weight a tenth more and a tenth less. A
 * better item never gives a worse grade, so the nearest points that give another one are found by halving. Empty without grades.
 */
export function robustness(input: ScoringInput): readonly GradeHold[] {
  const grades = input.settings.grades?.value
  if (grades === undefined) return []
  const year = planYear(input)
  const trials = sharedTrials(input)
  const items = Map.groupBy(input.outcomes, ({ unitId }) => unitId)
  return input.groups.flatMap(({ key: groupKey }) => {
    const proposals = year.standings.get(groupKey)?.grades?.proposals ?? []
    const gaps = gapsIn(year, grades, proposals)
    return proposals.map(({ unitId, grade }): GradeHold => {
      const total = year.units.get(unitId)?.score.total
      return {
        groupKey,
        unitId,
        ...(total !== undefined && { total }),
        ...(grade !== undefined && { grade }),
        ...gaps(unitId),
        flips: [
          ...itemFlips(year, items.get(unitId) ?? [], groupKey, unitId, grade),
          ...trials.flatMap(({ flip, gradeIn }): Flip[] => {
            const other = gradeIn(groupKey, unitId)
            return other === grade ? [] : [{ ...flip, ...(other !== undefined && { grade: other }) }]
          }),
        ],
      }
    })
  })
}

/** What is the same trial for every unit: one computed year each. */
const sharedTrials = (input: ScoringInput): readonly { readonly flip: Flip; readonly gradeIn: GradeIn }[] => {
  const computed = (other: Partial<ScoringInput>): GradeIn => gradesOf(planYear({ ...input, ...other }))
  return [
    ...otherArithmetic(input.settings).map((other) => ({
      flip: { kind: 'arithmetic', ...other } as const,
      gradeIn: computed({ settings: withOther(input.settings, other) }),
    })),
    ...otherWeights(input.indicators).map(({ nodeKey, weight, indicators }) => ({
      flip: { kind: 'weight', nodeKey, weight } as const,
      gradeIn: computed({ indicators }),
    })),
  ]
}

/** Single items of one unit, the smallest change first. */
function itemFlips(
  year: PlanYear,
  items: readonly LeafOutcome[],
  groupKey: string,
  unitId: string,
  grade: string | undefined,
): readonly Flip[] {
  const step = ratio(1n, 10n ** BigInt(year.ground.settings.rounding.value.places))
  const gradeAt = unitTrials(year, groupKey, unitId)
  const down = nearest(step)
  const up = nearest(step)
  return items
    .flatMap(({ leafKey, outcome }) => {
      if (outcome.status !== 'scored') return []
      const now = exact(outcome.points)
      const other = (at: Exact): boolean => gradeAt(leafKey, at) !== grade
      return [down(other, now, zero), up(other, now, exact(outcome.fullMark))].flatMap((points) =>
        points === undefined ? [] : [{ leafKey, now, points, other: gradeAt(leafKey, points) }],
      )
    })
    .sort((a, b) => compare(abs(sub(a.points, a.now)), abs(sub(b.points, b.now))))
    .map(
      ({ leafKey, now, points, other }): Flip => ({
        kind: 'item',
        leafKey,
        from: printExact(now),
        points: printExact(points),
        ...(other !== undefined && { grade: other }),
      }),
    )
}

/**
 * The place nearest to `from`, in whole steps towards `end`, from which on `flips` holds; undefined where it does not hold at `end`. Items
 * of the same weight need the same number of steps, so the last answer is tried first.
 */
function nearest(step: Exact): (flips: (at: Exact) => boolean, from: Exact, end: Exact) => Exact | undefined {
  let last = 0n
  return (flips, from, end) => {
    if (compare(end, from) === 0 || !flips(end)) return undefined
    const count = ceil(div(abs(sub(end, from)), step)).n
    const stride = compare(end, from) < 0 ? neg(step) : step
    const at = (steps: bigint): Exact => (steps >= count ? end : add(from, mul(whole(steps), stride)))
    let [still, flipped] = [0n, count]
    let middle = last > 0n && last < count ? last : count / 2n
    while (flipped - still > 1n) {
      if (flips(at(middle))) flipped = middle
      else still = middle
      middle = still < last - 1n && last - 1n < flipped ? last - 1n : (still + flipped) / 2n
    }
    last = flipped
    return at(flipped)
  }
}
