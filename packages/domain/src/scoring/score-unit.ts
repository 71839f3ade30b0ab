import { add, div, type Exact, mul, printExact, sign, sub, zero } from '../kernel/exact.ts'
import { printRounded, round } from '../kernel/rounding.ts'
import { type CreditArithmetic, type Gate, gatesOf } from '../plan/year-arithmetic.ts'
import { countCredits } from './credits.ts'
import { type StandingGates, standingGates } from './gates.ts'
import { leafSums, unscored } from './leaf-sums.ts'
import type { Credit, LeafScore, NodeScore, ScoringInput, ScoringSettings, UnitScore, Veto } from './model.ts'
import { type LeafSum, type NodeSum, type RollUp, rollUp, type Sum } from './roll-up.ts'
import { type Tree, treeOf } from './tree.ts'

/** What all units of a plan share. */
export interface Ground {
  readonly settings: ScoringSettings
  readonly tree: Tree
  readonly credits: CreditArithmetic | undefined
  readonly gates: readonly Gate[]
}

export function groundOf({ indicators, settings }: Pick<ScoringInput, 'indicators' | 'settings'>): Ground {
  const credits = settings.credits?.value
  return {
    settings,
    tree: treeOf(indicators),
    credits: credits === 'none' ? undefined : credits,
    gates: gatesOf(settings),
  }
}

/** What one unit brings. */
export interface UnitFacts {
  readonly outcomes: ReadonlyMap<string, LeafScore>
  readonly credits: readonly Credit[]
  readonly vetoes: readonly Veto[]
}

/** One unit's year, and the exact figures that ranks and grades may read. */
export interface UnitYear {
  readonly score: UnitScore
  readonly gates: StandingGates
  /** Absent where the total is. */
  readonly unrounded?: Exact
  readonly nodes: ReadonlyMap<string, NodeSum>
  readonly bonus: Exact
  readonly deduction: Exact
}

type Policy = ScoringSettings['missingItems']['value']

export function scoreUnit(unitId: string, facts: UnitFacts, ground: Ground): UnitYear {
  const { settings, tree } = ground
  const rounding = settings.rounding.value
  const { sums, missing } = leafSums(tree.leafMarks, facts.outcomes, rounding.stage === 'item' ? rounding : undefined)
  const gates = standingGates(facts.vetoes, ground.gates)
  const credits = facts.credits.length === 0 ? undefined : countCredits(facts.credits, ground.credits)
  const way = (policy: Policy, withheld = nothingWithheld): RollUp => roll(ground, sums, policy, withheld)
  const { nodes } = way(settings.missingItems.value)
  const applied = known(roll(ground, unscored(sums, tree.leafMarks), 'normalised', nothingWithheld))
  const score: UnitScore = {
    unitId,
    nodes: tree.nodes.map(({ key }) => nodeScore(key, nodes.get(key))),
    applicableFullMark: printExact(applied.fullMark),
    missing,
    ...(credits && { credits: credits.score }),
    ...(gates.listed.length > 0 && { gates: gates.listed }),
  }
  const year = { score, gates, nodes, bonus: credits?.bonus ?? zero, deduction: credits?.deduction ?? zero }
  if (missing.length > 0 || sums.size === 0) return year
  const raw = known(way('raw')).points
  const normalised = scaled(applied, tree)
  const counted = inPolicy(known(way(settings.missingItems.value, gates.withheld)), ground)
  const unrounded = counted && withCredits(counted, year, ground)
  return {
    ...year,
    ...(unrounded && { unrounded }),
    score: {
      ...score,
      raw: printExact(raw),
      ...(normalised && { normalised: printExact(normalised) }),
      ...(unrounded && {
        total: printExact(rounding.stage === 'total' ? round(unrounded, rounding) : unrounded),
        published: printRounded(unrounded, rounding),
      }),
    },
  }
}

const nothingWithheld: ReadonlySet<string> = new Set()

const roll = (
  { settings, tree }: Ground,
  sums: ReadonlyMap<string, LeafSum>,
  policy: Policy,
  withheld: ReadonlySet<string>,
): RollUp => {
  const rounding = settings.rounding.value
  return rollUp(tree, sums, {
    rateOn: policy === 'normalised' ? 'applicable' : 'planned',
    level: rounding.stage === 'level' ? (points) => round(points, rounding) : (points) => points,
    withheld,
  })
}

/** For sums of which none is missing. */
function known({ whole }: RollUp): Sum {
  if ('missing' in whole) throw new RangeError(`missing: ${whole.missing.join()}`)
  return whole
}

/** What applies, scaled to the plan's full marks; nothing where nothing applies. */
const scaled = ({ points, fullMark }: Sum, tree: Tree): Exact | undefined =>
  sign(fullMark) > 0 ? div(mul(points, tree.fullMark), fullMark) : undefined

const inPolicy = (whole: Sum, { settings, tree }: Ground): Exact | undefined =>
  settings.missingItems.value === 'normalised' ? scaled(whole, tree) : whole.points

const withCredits = (counted: Exact, { gates, bonus, deduction }: UnitYear, { credits }: Ground): Exact =>
  sub(add(counted, gates.noBonus || credits?.bonusUse === 'tieBreak' ? zero : bonus), deduction)

function nodeScore(nodeKey: string, found: NodeSum | undefined): NodeScore {
  if (found === undefined) return { nodeKey, status: 'notApplicable' }
  if ('missing' in found) return { nodeKey, status: 'missing', leafKeys: found.missing }
  const { points, fullMark } = found
  if (sign(fullMark) === 0 && sign(points) === 0) return { nodeKey, status: 'notApplicable' }
  return { nodeKey, status: 'scored', points: printExact(points), fullMark: printExact(fullMark) }
}
