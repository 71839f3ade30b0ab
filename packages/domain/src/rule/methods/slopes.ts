import { abs, compare, type Exact, exact, min, mul, neg, sign, sub, sum, zero } from '../../kernel/exact.ts'
import { basePoints } from '../amounts.ts'
import { mustResolve } from '../findings.ts'
import { added, deducted } from '../limits.ts'
import { measured, measureInputs, measureQuestions } from '../measured.ts'
import type { Computation, ExactLoss, Given, Method } from '../method.ts'
import type { Amount, Slope, SlopesRule } from '../model.ts'
import { stepsIn } from '../partial.ts'
import { percentUnclear } from '../percent-figure.ts'
import { joined, sayAmount, sayBase, sayDeductionLimit, sayMeasure, sayPartial } from '../phrases.ts'
import { readSlopes } from '../reading/read-slopes.ts'
import { node, scored, show } from '../trace.ts'
import { stepSize } from './steps.ts'

/** M07: each stretch between two edges has a price of its own for a step. */
export const slopesMethod: Method<'slopes'> = {
  kind: 'slopes',
  inputs: ({ measure, reference }) => measureInputs(measure, reference.unit),
  open: ({ measure, reference, slopes, partial, most, limit }) => [
    ...(partial ? [] : (['partial'] as const)),
    ...(most || limit || slopes.every(({ effect }) => effect === 'add') ? [] : (['deductionLimit'] as const)),
    ...(most || slopes.every(({ effect }) => effect === 'deduct') ? [] : (['additionLimit'] as const)),
    ...(slopes.some(({ by }) => percentUnclear(measure, reference, by)) ? (['percentMeaning'] as const) : []),
    ...measureQuestions(measure),
  ],

  *compute(rule, given) {
    const measure = yield* measured(rule.measure, given)
    if (measure.kind === 'settled') return measure.computed
    const faulty = lintSlopes(rule).length > 0 || isZeroBased(rule)
    if (faulty) return { kind: 'error', code: 'rule.stepSize', at: 'slopes' }
    const reference = exact(rule.reference.value)
    const side = compare(measure.value, reference) < 0 ? 'below' : 'above'
    const own = rule.slopes.filter((slope) => slope.side === side)
    const changes = yield* changesOf(own, reference, measure.value, rule)
    const raw = sum(changes.map(({ change }) => change))
    const start = rule.base ? basePoints(rule.base, given.fullMark) : given.fullMark
    const held = yield* heldChange(raw, rule, { given, start })
    const clause = slopesMethod.say(rule)
    const short: ExactLoss = { code: 'loss.credit', clause, points: sub(given.fullMark, start) }
    const change: ExactLoss = { code: side === 'below' ? 'loss.below' : 'loss.above', clause, points: neg(held) }
    return scored(given, [short, change], {
      code: 'slopes',
      clause,
      children: [measure.node, ...changes.map(({ node: worked }) => worked)],
    })
  },

  say: ({ measure, reference, base, slopes, partial, most, limit }) =>
    joined(
      `${sayMeasure(measure)}等于${sayAmount(reference)}得${base ? sayBase(base) : '满分'}`,
      ...slopes.map((slope) => saySlope(slope, reference)),
      most && `加减分最多${most}分`,
      limit && sayDeductionLimit(limit),
      partial && sayPartial(partial, slopes[0]?.by ?? reference),
    ),

  begins: ['award'],
  read: readSlopes,
  lint: (rule) => lintSlopes(rule),
}

const lintSlopes = ({ slopes }: SlopesRule) =>
  slopes.flatMap(({ by }, i) => (sign(exact(by.value)) > 0 ? [] : [mustResolve('rule.stepSize', `slopes[${i}].by`)]))

/** A hundredth of nothing is no step. */
const isZeroBased = ({ reference, slopes }: SlopesRule): boolean =>
  sign(exact(reference.value)) === 0 && slopes.some(({ by }) => by.unit === '%')

const saySlope = ({ side, from, by, points, effect }: Slope, reference: Amount): string =>
  `${side === 'below' ? '低于' : '超过'}${sayAmount(from ?? reference)}的部分每${side === 'below' ? '低' : '高'}${sayAmount(by)}${effect === 'add' ? '加' : '扣'}${points}分`

/** What each stretch adds (or, negative, takes) between its own edge and the next one's. */
function* changesOf(own: readonly Slope[], reference: Exact, value: Exact, rule: SlopesRule) {
  const { partial } = rule
  const distance = (to: Exact) => abs(sub(to, reference))
  const edge = ({ from }: Slope) => (from ? distance(exact(from.value)) : zero)
  const inOrder = own.toSorted((a, b) => compare(edge(a), edge(b)))
  const reached = distance(value)
  const changes = []
  for (const [i, slope] of inOrder.entries()) {
    const next = inOrder[i + 1]
    const end = next ? min(edge(next), reached) : reached
    const length = sub(end, edge(slope))
    if (sign(length) <= 0) continue
    const size: Exact = yield* stepSize(rule.measure, rule.reference, slope.by, reference)
    const steps: Exact = yield* stepsIn(length, size, partial)
    const cost = mul(steps, exact(slope.points))
    const change = slope.effect === 'add' ? cost : neg(cost)
    const arithmetic = `${show(length)} ÷ ${show(size)} → ${show(steps)}；${show(steps)} × ${slope.points} = ${show(cost)}`
    changes.push({ change, node: node({ code: 'slopesStretch', clause: '', arithmetic, value: change }) })
  }
  return changes
}

function* heldChange(
  raw: Exact,
  { most, limit }: SlopesRule,
  { given, start }: { readonly given: Given; readonly start: Exact },
): Computation<Exact> {
  if (sign(raw) >= 0) {
    if (most !== undefined) return min(raw, exact(most))
    return yield* added(raw, undefined, given, sub(given.fullMark, start))
  }
  const taken = most === undefined ? neg(raw) : min(neg(raw), exact(most))
  if (most !== undefined && limit === undefined) return neg(taken)
  return neg(yield* deducted(taken, limit, start))
}
