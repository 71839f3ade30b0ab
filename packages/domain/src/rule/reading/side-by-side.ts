import type { MethodOf } from '../method-of.ts'
import { changesOnly } from '../methods/sum.ts'
import type { Award, Measure, Rule, RuleKind } from '../model.ts'
import { defaultActual, sayMeasure } from '../phrases.ts'
import { isCalled } from './read-counts.ts'

/** Which methods stand side by side in one sentence. */

/** At most one method that earns from a figure; whatever adds or takes may follow, and credits by count stand side by side. */
export function goesWith(parts: readonly Rule[], next: Rule, read: ReadonlySet<string>, of: MethodOf): boolean {
  const again = of(next)
    .inputs(next)
    .some(({ name }) => read.has(name))
  if ((again && !addsBeyond(parts, next)) || barsCountAgain(parts, next)) return false
  if (mixedSteps([...parts, next]) || countsEntriesAgain(parts, next) || marksUnsaid(parts, next)) return false
  if (next.kind === 'judged' || parts.some(({ kind }) => kind === 'judged')) return false
  return changesOnly(next) || addable.has(next.kind) || paysPoints(next) || parts.every(changesOnly)
}

/** 居前3名的得3分，第4名至第6名的得2分: marks of its own, said in points, beside what another rule earns; 最后一名得1分 is in its stead. */
const paysPoints = (rule: Rule): boolean =>
  rule.kind === 'rankBands' &&
  rule.bands.every(({ end }) => end === 'first') &&
  [...rule.bands, ...(rule.otherwise ? [rule] : [])].every(isPaid)

const isPaid = (one: { readonly award?: Award; readonly otherwise?: Award }): boolean => {
  const award = one.award ?? one.otherwise
  return award?.kind === 'points' || award?.kind === 'none'
}

/** 完成得8分，未完成的按比例得分；超额10%以上的加1分: on the same figure, but beyond what the first can earn. */
function addsBeyond(parts: readonly Rule[], next: Rule): boolean {
  const [first, more] = parts
  if (first?.kind !== 'ratio' || first.measure.kind !== 'rate' || more) return false
  if (beyondWhole(first.measure, next)) return first.ceiling === undefined || first.ceiling.kind === 'fullMark'
  if (next.kind === 'tiers' && !first.ceiling) return false
  if (next.kind === 'tiers') return changesOnly(next) && sayMeasure(next.measure) === sayMeasure(first.measure)
  if (next.kind !== 'steps' || next.base || !('input' in next.reference)) return false
  const { actual, target } = first.measure
  const same = sayMeasure(next.measure) === actual && next.reference.input === target
  return same && next.steps.every(({ side, effect }) => side === 'above' && effect === 'add')
}

/** 超过100%的每超10%加0.3分: what lies beyond the whole has a price of its own. */
const beyondWhole = (measure: Measure, next: Rule): boolean =>
  next.kind === 'steps' &&
  !next.base &&
  sayMeasure(next.measure) === sayMeasure(measure) &&
  'value' in next.reference &&
  next.reference.value === '100' &&
  next.reference.unit === '%' &&
  next.steps.every(({ side, effect }) => side === 'above' && effect === 'add')

/** 按完成率得分，超过100%的每超10%加0.3分: so the rate itself pays for no more than the whole. */
export const heldAtWhole = (parts: readonly Rule[]): readonly Rule[] => {
  const [first, next, ...more] = parts
  return first?.kind === 'ratio' && next && addsBeyond([first], next) && !first.ceiling
    ? [{ ...first, ceiling: { kind: 'fullMark' } }, next, ...more]
    : parts
}

/** A bonus beyond full completion that bounds itself: the words would say nothing if full marks held it. */
export const boundedBeyond = ([first, bonus, ...more]: readonly Rule[]): boolean =>
  first !== undefined &&
  bonus !== undefined &&
  more.length === 0 &&
  addsBeyond([first], bonus) &&
  (bonus.kind === 'tiers' || (bonus.kind === 'steps' && bonus.steps.every(({ limit }) => limit?.kind === 'points')))

/** 全年不少于12次，每少1次扣0.25分；整改率达到95%得2分，每降低…: out of what the first takes is not said, once the second has marks of its own. */
const marksUnsaid = (parts: readonly Rule[], next: Rule): boolean =>
  next.kind === 'steps' && next.base?.kind === 'points' && parts.some((part) => part.kind === 'steps' && !part.base)

/** 每低1个百分点扣满分的2%，每高1个百分点加0.1分: one figure in two scales is no sum of two rules. */
const mixedSteps = (parts: readonly Rule[]): boolean =>
  parts.some(({ kind }) => kind === 'inPercent') && parts.some(({ kind }) => kind === 'steps')

/** 制定方案得2分；召开会议得1分；每少一项扣1分: the entries again, at another price; no figure that somebody could report. */
const countsEntriesAgain = (parts: readonly Rule[], next: Rule): boolean =>
  parts.at(-1)?.kind === 'checklist' &&
  next.kind === 'steps' &&
  next.steps.some(({ by }) => by.unit === '项') &&
  next.measure.kind === 'input' &&
  next.measure.name === defaultActual

/** 每延迟1个工作日扣0.5分，延迟超过10天不得分: the same count in another unit; no figure that somebody could report. */
const barsCountAgain = (parts: readonly Rule[], next: Rule): boolean =>
  next.kind === 'tiers' &&
  next.bands.length === 1 &&
  next.measure.kind === 'input' &&
  parts.some((part) => part.kind === 'countDeduction' && isCalled(next.measure, part.counted))

const addable: ReadonlySet<RuleKind> = new Set(['countCredit', 'checklist', 'ratio', 'allOrNothing', 'tiers'])
