import { type CountedEntry, inScoring, isForeseen } from '../credit/counted.ts'
import { compare, type ExactText, exact, printExact, sign, sub } from '../kernel/exact.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { checkYear } from '../plan/check/year.ts'
import type { PlanContent } from '../plan/model.ts'
import { leaves, markOf } from '../plan/tree.ts'
import type { LeafOutcome, PlanScore } from '../scoring/model.ts'
import { type FromTo, fromTo, moves } from '../scoring/moves.ts'
import { scorePlan } from '../scoring/score-plan.ts'
import { type Spread, spreadOf } from './spread.ts'

/** A plan with what its items score, by the same engine on either side. */
export interface ScoredPlan {
  readonly content: PlanContent
  readonly outcomes: readonly LeafOutcome[]
  /** 加减分 and 否决 decided in the year; those that the plan does not foresee have no place in it. */
  readonly counted?: readonly CountedEntry[]
}

/** 模拟测算: a year as it was scored and as a draft plan would score it. */
export interface Simulation {
  /** Every unit of either plan: those that fall furthest first, then those that rise, then those that stay. */
  readonly units: readonly SimulatedUnit[]
  /** Leaves of the draft in its order, then those that it no longer has. */
  readonly leaves: readonly SimulatedLeaf[]
  /** 加减分 and 否决 of the year that the draft has no class or gate for: it scores without them. */
  readonly leftOut: readonly CountedEntry[]
}

export type Direction = 'rises' | 'falls' | 'stays' | 'unknown'

export interface SimulatedUnit {
  readonly unitId: string
  /** Of the draft, else of the plan before; absent for a unit of no group. */
  readonly groupKey?: string
  readonly total: FromTo<string>
  /** Total after − before, both as printed; absent where either is not known. */
  readonly change?: ExactText
  /** By rank in the group; by total where the rank stays or is not known on both sides. */
  readonly direction: Direction
  readonly rank: FromTo<number>
  readonly grade: FromTo<string>
  /** Nodes whose points move. */
  readonly nodeKeys: readonly string[]
}

export interface SimulatedLeaf extends FromTo<Spread> {
  readonly leafKey: string
}

export type SimulationErrorCode = 'simulation.draftUnready'

/** Compares; refuses a draft whose marks, weights or settings cannot be computed yet, naming the first place. */
export function simulate(before: ScoredPlan, after: ScoredPlan): Result<Simulation, DomainError<SimulationErrorCode>> {
  const unready = unreadyPlaces(after.content)
  const [first] = unready
  if (first !== undefined)
    return refuse('simulation.draftUnready', { at: first, params: { count: String(unready.length) } })
  const [was, becomes] = [scoreOf(before), scoreOf(after)]
  return ok({
    units: unitsOf(was, becomes),
    leaves: leavesOf(before, after),
    leftOut: (after.counted ?? []).filter((entry) => !isForeseen(after.content.settings, entry)),
  })
}

const unreadyPlaces = (content: PlanContent): readonly string[] => [
  ...leaves(content).flatMap((leaf) => (markOf(leaf) ? [] : [`indicators[${leaf.key}].fullMark`])),
  ...checkYear(content).flatMap(({ severity, at }) => (severity === 'mustFix' ? [at] : [])),
]

const scoreOf = ({
  content: { indicators, unitGroups: groups, settings },
  outcomes,
  counted = [],
}: ScoredPlan): PlanScore =>
  scorePlan({
    indicators,
    groups,
    settings,
    outcomes,
    ...inScoring(counted.filter((entry) => isForeseen(settings, entry))),
  })

function unitsOf(was: PlanScore, becomes: PlanScore): readonly SimulatedUnit[] {
  const moved = new Map(moves(was, becomes).map(({ unitId, nodeKeys }) => [unitId, nodeKeys]))
  const [olds, news] = [standingsIn(was), standingsIn(becomes)]
  const unitIds = new Set([...was.units, ...becomes.units].map(({ unitId }) => unitId))
  return [...unitIds]
    .map((unitId): SimulatedUnit => {
      const [from, to] = [olds(unitId), news(unitId)]
      const change =
        from.total === undefined || to.total === undefined ? undefined : sub(exact(to.total), exact(from.total))
      const groupKey = to.groupKey ?? from.groupKey
      const rank = fromTo(from.rank, to.rank)
      return {
        unitId,
        ...(groupKey !== undefined && { groupKey }),
        total: fromTo(from.total, to.total),
        ...(change && { change: printExact(change) }),
        direction: directionOf(rank, change && sign(change)),
        rank,
        grade: fromTo(from.grade, to.grade),
        nodeKeys: moved.get(unitId) ?? [],
      }
    })
    .sort(bySeverity)
}

/** Where a unit stands in a score, in the first of its groups. */
function standingsIn(score: PlanScore) {
  // As they would be printed: a reader who subtracts them must come to the change.
  const totals = new Map(score.units.map(({ unitId, total, published }) => [unitId, published ?? total]))
  const ranks = new Map(score.ranks.toReversed().map((one) => [one.unitId, one]))
  const grades = new Map((score.grades?.proposals ?? []).toReversed().map(({ unitId, grade }) => [unitId, grade]))
  return (unitId: string) => ({
    total: totals.get(unitId),
    rank: ranks.get(unitId)?.rank,
    groupKey: ranks.get(unitId)?.groupKey,
    grade: grades.get(unitId),
  })
}

function directionOf({ from, to }: FromTo<number>, change: -1 | 0 | 1 | undefined): Direction {
  if (change === undefined) return 'unknown'
  const ranked = from === undefined || to === undefined ? 0 : from - to
  const by = ranked === 0 ? change : ranked
  if (by === 0) return 'stays'
  return by > 0 ? 'rises' : 'falls'
}

const order: readonly Direction[] = ['falls', 'rises', 'unknown', 'stays']

/** Falls first, the furthest first; then by id, so that the same two plans always give the same list. */
const bySeverity = (a: SimulatedUnit, b: SimulatedUnit): number =>
  order.indexOf(a.direction) - order.indexOf(b.direction) ||
  compare(exact(a.change ?? '0'), exact(b.change ?? '0')) * (a.direction === 'rises' ? -1 : 1) ||
  (a.unitId < b.unitId ? -1 : 1)

function leavesOf(before: ScoredPlan, after: ScoredPlan): readonly SimulatedLeaf[] {
  const spreads = ({ content, outcomes }: ScoredPlan) => {
    const byLeaf = Map.groupBy(outcomes, ({ leafKey }) => leafKey)
    return new Map(leaves(content).map(({ key }) => [key, spreadOf(byLeaf.get(key) ?? [])]))
  }
  const [olds, news] = [spreads(before), spreads(after)]
  return [...new Set([...news.keys(), ...olds.keys()])].map((leafKey) => {
    const [from, to] = [olds.get(leafKey), news.get(leafKey)]
    return { leafKey, ...(from && { from }), ...(to && { to }) }
  })
}
