import { abs, compare, type Exact, exact, min, mul, neg, sign, sub, sum, zero } from '../../kernel/exact.ts'
import { mustResolve } from '../findings.ts'
import { deducted } from '../limits.ts'
import { measured, measureInputs, measureQuestions } from '../measured.ts'
import type { Computation, Given, Method } from '../method.ts'
import type { Amount, Slope, SlopesRule } from '../model.ts'
import { stepsIn } from '../partial.ts'
import { joined, sayAmount, sayMeasure, sayPartial } from '../phrases.ts'
import { readSlopes } from '../reading/read-slopes.ts'
import { node, scored, show } from '../trace.ts'

/** M07: each stretch between two edges has a price of its own for a step. */
export const slopesMethod: Method<'slopes'> = {
  kind: 'slopes',
  inputs: ({ measure, reference }) => measureInputs(measure, reference.unit),
  open: ({ measure, partial, most }) => [
    ...(partial ? [] : (['partial'] as const)),
    ...(most ? [] : (['deductionLimit'] as const)),
    ...measureQuestions(measure),
  ],

  *compute(rule, given) {
    const measure = yield* measured(rule.measure, given)
    if (measure.kind === 'settled') return measure.computed
    const faulty = lintSlopes(rule).length > 0
    if (faulty) return { kind: 'error', code: 'rule.stepSize', at: 'slopes' }
    const reference = exact(rule.reference.value)
    const side = compare(measure.value, reference) < 0 ? 'below' : 'above'
    const own = rule.slopes.filter((slope) => slope.side === side)
    const changes = yield* changesOf(own, reference, measure.value, rule)
    const raw = sum(changes.map(({ change }) => change))
    const held = yield* heldChange(raw, rule, given)
    const clause = slopesMethod.say(rule)
    return scored(given, [{ code: side === 'below' ? 'loss.below' : 'loss.above', clause, points: neg(held) }], {
      code: 'slopes',
      clause,
      children: [measure.node, ...changes.map(({ node: worked }) => worked)],
    })
  },

  say: ({ measure, reference, slopes, partial, most }) =>
    joined(
      `${sayMeasure(measure)}等于${sayAmount(reference)}得满分`,
      ...slopes.map((slope) => saySlope(slope, reference)),
      most && `加减分最多${most}分`,
      partial && sayPartial(partial, slopes[0]?.by ?? reference),
    ),

  read: readSlopes,
  lint: (rule) => lintSlopes(rule),
}

const lintSlopes = ({ slopes }: SlopesRule) =>
  slopes.flatMap(({ by }, i) => (sign(exact(by.value)) > 0 ? [] : [mustResolve('rule.stepSize', `slopes[${i}].by`)]))

const saySlope = ({ side, from, by, points, effect }: Slope, reference: Amount): string =>
  `${side === 'below' ? '低于' : '超过'}${sayAmount(from ?? reference)}的部分每${side === 'below' ? '低' : '高'}${sayAmount(by)}${effect === 'add' ? '加' : '扣'}${points}分`

/** What each stretch adds (or, negative, takes) between its own edge and the next one's. */
function* changesOf(own: readonly Slope[], reference: Exact, value: Exact, { partial }: SlopesRule) {
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
    const steps: Exact = yield* stepsIn(length, exact(slope.by.value), partial)
    const cost = mul(steps, exact(slope.points))
    const change = slope.effect === 'add' ? cost : neg(cost)
    const arithmetic = `${show(length)} ÷ ${slope.by.value} → ${show(steps)}；${show(steps)} × ${slope.points} = ${show(cost)}`
    changes.push({ change, node: node({ code: 'slopesStretch', clause: '', arithmetic, value: change }) })
  }
  return changes
}

function* heldChange(raw: Exact, { most }: SlopesRule, given: Given): Computation<Exact> {
  if (most !== undefined && compare(abs(raw), exact(most)) > 0) return sign(raw) < 0 ? neg(exact(most)) : exact(most)
  return sign(raw) < 0
    ? neg(yield* deducted(neg(raw), most === undefined ? undefined : { kind: 'unlimited' }, given.fullMark))
    : raw
}
