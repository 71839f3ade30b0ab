import { div, hundred, mul, sub, sum } from '../../kernel/exact.ts'
import type { Computed, Given, Method } from '../method.ts'
import type { InPercentRule } from '../model.ts'
import type { Taken } from '../reading/clause.ts'
import type { Placed } from '../reading/scan.ts'
import { operand, scored, show } from '../trace.ts'
import { countDeductionMethod } from './count-deduction.ts'
import { stepsMethod } from './steps.ts'

/** M06, M16 每低1个百分点扣满分的5%: computed out of a hundred, then brought to the item's full marks. */
export const inPercentMethod: Method<'inPercent'> = {
  kind: 'inPercent',
  inputs: ({ rule }) => (rule.kind === 'steps' ? stepsMethod.inputs(rule) : countDeductionMethod.inputs(rule)),
  open: ({ rule }) =>
    rule.kind === 'steps' ? stepsMethod.open(rule, hundred) : countDeductionMethod.open(rule, hundred),

  *compute(rule, given) {
    const inner: Computed = yield* computeInner(rule, { ...given, fullMark: hundred })
    if (inner.kind !== 'points') return inner
    const share = sub(hundred, sum(inner.losses.map(({ points }) => points)))
    const losses = inner.losses.map((loss) => ({
      ...loss,
      clause: inWords(loss.clause),
      points: div(mul(loss.points, given.fullMark), hundred),
    }))
    const points = div(mul(share, given.fullMark), hundred)
    return scored(given, losses, {
      code: 'inPercent',
      clause: inPercentMethod.say(rule),
      arithmetic: `${operand(given.fullMark)} × ${show(share)}% = ${show(points)}`,
      children: [inner.node],
    })
  },

  say: ({ rule }) => inWords(rule.kind === 'steps' ? stepsMethod.say(rule) : countDeductionMethod.say(rule)),

  begins: ['aim', 'award', 'count', 'nth', 'percent', 'side', 'step', 'steps'],
  read: readInPercent,

  lint: ({ rule }) =>
    rule.kind === 'steps' ? stepsMethod.lint(rule, hundred) : countDeductionMethod.lint(rule, hundred),

  bends: ({ rule }, given) => (rule.kind === 'steps' ? stepsMethod.bends?.(rule, outOfHundred(given)) : undefined),
}

/** Steps or counts whose every amount is a percentage; one amount in points beside them is another method. */
function readInPercent(clauses: readonly Placed[]): Taken<InPercentRule> | undefined {
  if (!clauses.some(({ clause }) => clause.kind === 'percent')) return undefined
  const plain: Placed[] = []
  for (const placed of clauses) {
    const { clause } = placed
    const inPoints =
      clause.kind === 'step' ||
      clause.kind === 'steps' ||
      clause.kind === 'count' ||
      ((clause.kind === 'deductionLimit' || clause.kind === 'additionLimit') && clause.limit.kind === 'points') ||
      clause.kind === 'changeLimit' ||
      (clause.kind === 'ceiling' && clause.ceiling.kind === 'points')
    if (inPoints) break
    plain.push(clause.kind === 'percent' ? { ...placed, clause: clause.clause } : placed)
  }
  const taken = stepsMethod.read?.(plain) ?? countDeductionMethod.read?.(plain)
  if (taken === undefined) return undefined
  const { rule, used } = taken
  const named = clauses.slice(0, used).some(({ clause }) => clause.kind === 'percent')
  const based = rule.kind === 'steps' && rule.base?.kind === 'points'
  return named && !based ? { rule: { kind: 'inPercent', rule }, used } : undefined
}

const outOfHundred = (given: Given): Given => ({ ...given, fullMark: hundred })

const computeInner = ({ rule }: InPercentRule, given: Given) =>
  rule.kind === 'steps' ? stepsMethod.compute(rule, given) : countDeductionMethod.compute(rule, given)

const inWords = (said: string): string => said.replaceAll(/(\d+(?:\.\d+)?)分(?!位|之)/gu, '满分的$1%')
