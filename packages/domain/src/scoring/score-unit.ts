import { add, div, type Exact, exact, mul, printExact, sign, sum, zero } from '../kernel/exact.ts'
import { printRounded, round } from '../kernel/rounding.ts'
import type { Outcome } from '../rule/outcome.ts'
import type { MissingItem, NodeScore, ScoringInput, UnitScore } from './model.ts'

/** What all units of a plan share. */
interface Ground {
  readonly input: ScoringInput
  readonly leaves: ReadonlyMap<string, readonly string[]>
  /** Full marks of every leaf, as the plan has them. */
  readonly leafMarks: ReadonlyMap<string, Exact>
}

type LeafScore =
  | { readonly status: 'scored'; readonly points: Exact; readonly fullMark: Exact }
  | { readonly status: 'missing'; readonly fullMark: Exact; readonly item: MissingItem }

/** One unit's year, and the exact figure that ranks may read. */
export function scoreUnit(
  unitId: string,
  outcomes: ReadonlyMap<string, Outcome>,
  ground: Ground,
): { readonly score: UnitScore; readonly unrounded?: Exact } {
  const { rounding, missingItems } = ground.input.settings
  const scores = new Map<string, LeafScore>()
  for (const [leafKey, mark] of ground.leafMarks) {
    const outcome = outcomes.get(leafKey)
    if (outcome) scores.set(leafKey, leafScore(leafKey, outcome, mark, ground))
  }
  const leafScores = [...scores.values()]
  const missing = leafScores.flatMap((leaf) => (leaf.status === 'missing' ? [leaf.item] : []))
  const applicable = sum(leafScores.map(({ fullMark }) => fullMark))
  const base = {
    unitId,
    nodes: ground.input.indicators.map(({ key }) => nodeScore(key, ground.leaves.get(key) ?? [], scores)),
    applicableFullMark: printExact(applicable),
    missing,
  }
  if (missing.length > 0 || leafScores.length === 0) return { score: base }
  const raw = sum(leafScores.map((leaf) => (leaf.status === 'scored' ? leaf.points : zero)))
  const whole = sum(ground.leafMarks.values())
  const normalised = sign(applicable) > 0 ? div(mul(raw, whole), applicable) : undefined
  const unrounded = missingItems.value === 'normalised' ? normalised : raw
  const score: UnitScore = {
    ...base,
    raw: printExact(raw),
    ...(normalised && { normalised: printExact(normalised) }),
    ...(unrounded && {
      total: printExact(rounding.value.stage === 'total' ? round(unrounded, rounding.value) : unrounded),
      published: printRounded(unrounded, rounding.value),
    }),
  }
  return unrounded ? { score, unrounded } : { score }
}

function leafScore(leafKey: string, outcome: Outcome, mark: Exact, { input }: Ground): LeafScore {
  const { rounding } = input.settings
  if (outcome.status === 'scored') {
    const points = exact(outcome.points)
    return {
      status: 'scored',
      points: rounding.value.stage === 'item' ? round(points, rounding.value) : points,
      fullMark: exact(outcome.fullMark),
    }
  }
  const item: MissingItem = {
    leafKey,
    reason: outcome.status,
    needs: outcome.status === 'missing' ? outcome.needs : [],
    ...(outcome.status === 'error' && { code: outcome.code }),
  }
  return { status: 'missing', fullMark: mark, item }
}

/** The sum of what applies; one missing leaf makes every node above it missing. */
function nodeScore(nodeKey: string, leafKeys: readonly string[], scores: ReadonlyMap<string, LeafScore>): NodeScore {
  const carried = leafKeys.flatMap((leafKey) => {
    const score = scores.get(leafKey)
    return score ? [{ leafKey, score }] : []
  })
  const waiting = carried.filter(({ score }) => score.status === 'missing').map(({ leafKey }) => leafKey)
  if (waiting.length > 0) return { nodeKey, status: 'missing', leafKeys: waiting }
  let [points, fullMark] = [zero, zero]
  for (const { score } of carried) {
    if (score.status === 'scored') points = add(points, score.points)
    fullMark = add(fullMark, score.fullMark)
  }
  if (sign(fullMark) === 0 && sign(points) === 0) return { nodeKey, status: 'notApplicable' }
  return { nodeKey, status: 'scored', points: printExact(points), fullMark: printExact(fullMark) }
}
