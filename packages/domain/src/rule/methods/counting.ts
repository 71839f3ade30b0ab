import { add, type Exact, equal, exact, floor, max, mul, sign, sub, sum, whole, zero } from '../../kernel/exact.ts'
import type { RuleInput } from '../facts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import type { Computation, Computed, Given } from '../method.ts'
import type { CountBonusRule, CountDeductionRule } from '../model/counted.ts'
import type { Counted, Partial } from '../model/parts.ts'
import type { TraceNode } from '../outcome.ts'
import { stepsIn } from '../partial.ts'
import { countedName } from '../phrases.ts'
import { show } from '../trace.ts'

/** What M16 and M17 share: both count whole things. */

/** What comes in whole ones; money, shares and lengths are measured. */
const comesWhole =
  /^(?:[个例起次家项件人户处条篇场天日名位份批座所套台宗期门部本册辆株艘枚票]|人次|户次|(?:个)?工作日|个月)$/u

export const countInput = (counted: Counted): RuleInput => ({
  name: countedName(counted),
  kind: comesWhole.test(counted.unit) ? 'count' : 'quantity',
  role: 'actual',
  unit: counted.unit,
})

/** One at a time leaves no started step. */
export const partialOpen = ({ per }: Counted, partial: Partial | undefined): readonly 'partial'[] =>
  partial === undefined && per !== '1' ? ['partial'] : []

type CountedPoints =
  | Extract<Computed, { readonly kind: 'error' }>
  | {
      readonly kind: 'counted'
      readonly points: Exact
      readonly inputs: TraceNode['inputs']
      readonly arithmetic: string
    }

/** So much for each one: what they come to under the rule's limit, with the inputs and the arithmetic of it. */
export function* countedPoints(
  { counted, points, partial, ...rule }: CountBonusRule | CountDeductionRule,
  given: Given,
  limited: (raw: Exact) => Computation<Exact>,
): Computation<CountedPoints> {
  if (lintPer(counted).length > 0) return { kind: 'error', code: 'rule.stepSize', at: 'counted.per' }
  const name = countedName(counted)
  const n = given.number(name)
  const count = yield* stepsIn(n, exact(counted.per), partial)
  const first = 'first' in rule && rule.first ? rule.first : []
  const single = first.slice(0, Number(show(floor(count))))
  const rest = max(sub(count, whole(first.length)), zero)
  const raw = add(sum(single.map(exact)), mul(exact(points), rest))
  const kept = yield* limited(raw)
  const product = `${[...single, `${points} × ${show(rest)}`].join(' + ')} = ${show(raw)}`
  return {
    kind: 'counted',
    points: kept,
    inputs: [{ name, value: show(n) }],
    arithmetic: equal(raw, kept) ? product : `${product} → ${show(kept)}`,
  }
}

export const lintPer = ({ per }: Counted): readonly Finding[] =>
  sign(exact(per)) > 0 ? [] : [mustResolve('rule.stepSize', 'counted.per')]
