import { exact, printExact } from '../../kernel/exact.ts'
import { percentOf } from '../amounts.ts'
import type { Award, Ceiling, Measure, RatioRule } from '../model.ts'
import { defaultActual, defaultRate, defaultTarget, sayMeasure } from '../phrases.ts'
import { sameData } from '../same-data.ts'
import type { Taken, When } from './clause.ts'
import { isFall } from './read-counts.ts'
import type { Placed } from './scan.ts'
import { targetMet } from './target-met.ts'

/** 按完成率得分，最高得满分，低于60%的不得分; 完成得满分，未完成按比例得分 is the same with full marks as the ceiling. */
export function readRatio(clauses: readonly Placed[]): Taken<RatioRule> | undefined {
  const start = startOf(clauses)
  if (start === undefined) return undefined
  let { rule, used } = start
  for (; used < clauses.length; used += 1) {
    const clause = clauses[used]?.clause
    if (clause?.kind === 'ceiling' && sameData(rule.ceiling ?? clause.ceiling, clause.ceiling))
      rule = { ...rule, ceiling: clause.ceiling }
    else if (clause?.kind === 'rateCap' && !rule.ceiling) rule = { ...rule, ceiling: capOf(clause.percent, rule.of) }
    else if (clause?.kind === 'award' && !rule.none && bars(clause.when, clause.award, rule.measure)) {
      const { from, to } = clause.when as Extract<When, { kind: 'band' }>
      rule = { ...rule, none: { ...(from && { from }), ...(to && { to }) } }
    } else if (clause?.kind === 'award' && !rule.none && isFall(clause.when) && clause.award.kind === 'none')
      rule = { ...rule, none: { to: { value: '0', unit: '%', inclusive: false } } }
    else break
  }
  return { rule, used }
}

function startOf(clauses: readonly Placed[]): { rule: RatioRule; used: number } | undefined {
  const [first, second] = clauses.map(({ clause }) => clause)
  if (first?.kind === 'ratio') {
    const { kind, measure, of } = first
    return { rule: { kind, measure, ...(of !== undefined && { of }) }, used: 1 }
  }
  const points = second?.kind === 'rateCap' ? timesRate(first) : undefined
  if (points !== undefined) return { rule: { kind: 'ratio', measure: defaultRate, of: points }, used: 1 }
  const measure = first?.kind === 'award' ? rateOf(first.when) : undefined
  if (first?.kind !== 'award' || measure === undefined || !isProRata(second)) return undefined
  if (first.award.kind === 'points') {
    const { points } = first.award
    return { rule: { kind: 'ratio', measure, of: points, ceiling: { kind: 'points', points } }, used: 2 }
  }
  if (first.award.kind !== 'full') return undefined
  return { rule: { kind: 'ratio', measure, ceiling: { kind: 'fullMark' } }, used: 2 }
}

/** What the highest rate that counts comes to. */
const capOf = (percent: string, of: string | undefined): Ceiling =>
  of === undefined
    ? { kind: 'share', percent }
    : { kind: 'points', points: printExact(percentOf(exact(of), exact(percent))) }

/** 得分＝完成率×10 beside words about the completion rate is 10 points times that rate. */
function timesRate(clause: Placed['clause'] | undefined): string | undefined {
  if (clause?.kind !== 'formula' || clause.formula.op !== 'mul') return undefined
  const { left, right } = clause.formula
  const isRate = left.op === 'input' && left.name === '完成率'
  return isRate && right.op === 'number' && right.unit === undefined ? right.value : undefined
}

/** 粮食产量达到目标任务: the rate of what is named, of 完成值 where nothing is. */
export function rateOf(when: When): Measure | undefined {
  if (when.kind === 'meets')
    return when.relation === 'atLeast' ? { kind: 'rate', actual: when.actual, target: when.target } : undefined
  if (when.kind === 'band') return wholeRate(when)
  const reached = when.kind === 'fact' ? targetMet(when.name) : undefined
  return reached && { kind: 'rate', actual: reached.subject ?? defaultActual, target: defaultTarget }
}

/** 达到100%的, 满意率达到100%的: the whole of a rate. */
function wholeRate({ measure, from, to }: Extract<When, { kind: 'band' }>): Measure | undefined {
  if (from?.value !== '100' || from.unit !== '%' || from.inclusive === false || to) return undefined
  if (measure === undefined || sayMeasure(measure) === sayMeasure(defaultRate)) return defaultRate
  return measure.kind === 'rate' || /[率度]$/u.test(measure.name) ? measure : undefined
}

export const isProRata = (clause: Placed['clause'] | undefined): boolean =>
  (clause?.kind === 'ratio' && sayMeasure(clause.measure) === sayMeasure(defaultRate) && clause.of === undefined) ||
  (clause?.kind === 'toBest' && clause.best === undefined) ||
  (clause?.kind === 'award' && clause.award.kind === 'rate' && (clause.when.kind === 'else' || isUnmet(clause.when)))

const isUnmet = (when: When): boolean => when.kind === 'fact' && /^未|^没有|^达不到/u.test(when.name)

/** A band of this measure that earns nothing. */
const bars = (when: When, award: Award, measure: Measure): boolean =>
  when.kind === 'band' &&
  award.kind === 'none' &&
  (when.measure === undefined ||
    sayMeasure(when.measure) === sayMeasure(measure) ||
    (when.measure === defaultRate && measure.kind === 'rate'))
