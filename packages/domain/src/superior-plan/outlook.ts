import { compare, div, type Exact, exact, max, min, mul, printExact, sign, sum, whole, zero } from '../kernel/exact.ts'
import { daysBetween } from '../kernel/local-date.ts'
import { evaluate } from '../rule/evaluate.ts'
import { inputsOf } from '../rule/inputs.ts'
import { readRule } from '../rule/parse.ts'
import type { IndicatorShare, SuperiorIndicator } from './model.ts'

/** The latest progress of one share, as it was reported. */
export interface LatestProgress {
  readonly actual: string
  /** 全年预计 of whoever has it in hand; empty where nobody said. */
  readonly yearEnd: string
  readonly periodEnd: string
}

/** How the year’s score follows from the year’s figure. */
export type OutlookBasis = 'rule' | 'ratio'

/** One way to look ahead: the year’s figure and the score it would bring, both from lowest to highest. */
export interface Outlook {
  readonly figure: readonly [low: string, high: string]
  readonly score: readonly [low: string, high: string]
}

export type IndicatorOutlook =
  /** No target in figures: nothing can be computed. */
  | { readonly kind: 'noFigure' }
  /** Nothing was reported yet. */
  | { readonly kind: 'noReport'; readonly owing: number }
  | {
      readonly kind: 'outlook'
      readonly basis: OutlookBasis
      /** By whoever has it in hand; absent where a share that reported says none. */
      readonly byOwner?: Outlook
      /** What was reached so far, drawn on to the end of the year. */
      readonly linear: Outlook
      /** Shares without a report: from nothing to their target, in the range. */
      readonly owing: number
      /** The earliest and the latest day that the figures speak of. */
      readonly dataFrom: string
      readonly dataTo: string
    }

type Range = readonly [Exact, Exact]

/** Percentage points of a figure that is no percent are points of a rate: computed from the figure itself they would be wrong. */
const speaksOfPercent = (sentence: string, measureUnit: string): boolean =>
  measureUnit !== '%' && /百分点|[%％]/.test(sentence)

/** 按上级评分标准, where the sentence needs nothing but figure and target; else the share of the target, at most full marks. */
const scorer = ({ fullMark, target, sentence, measureUnit }: SuperiorIndicator) => {
  const wanted = exact(target)
  const byRatio = (figure: Exact): Exact => {
    const reached = sign(figure) <= 0 ? zero : min(div(figure, wanted), whole(1))
    return mul(exact(fullMark), reached)
  }
  const rule = sentence === '' ? undefined : readRule(sentence)
  if (!rule?.ok) return { basis: 'ratio' as const, score: byRatio }
  const needed = inputsOf(rule.value.rule)
  const byRule = (figure: Exact): Exact | undefined => {
    const inputs = Object.fromEntries(
      needed.map(({ name, role }) => [
        name,
        { kind: 'quantity' as const, value: role === 'target' ? target : printExact(figure) },
      ]),
    )
    const outcome = evaluate(rule.value, { fullMark, inputs })
    return outcome.status === 'scored' ? exact(outcome.points) : undefined
  }
  const isPlain =
    !speaksOfPercent(sentence, measureUnit) &&
    needed.every(({ kind, part }) => kind === 'quantity' && part === undefined) &&
    needed.filter(({ role }) => role === 'actual').length === 1 &&
    byRule(wanted) !== undefined
  return isPlain
    ? { basis: 'rule' as const, score: (figure: Exact) => byRule(figure) ?? byRatio(figure) }
    : { basis: 'ratio' as const, score: byRatio }
}

const print = ([low, high]: Range): readonly [string, string] => [printExact(low), printExact(high)]

/** What was reached by a day of the year, drawn on to its last day. */
const drawnOn = (actual: string, periodEnd: string, year: number): Exact => {
  const eve = `${year - 1}-12-31`
  const passed = daysBetween(eve, periodEnd)
  return div(mul(exact(actual), whole(daysBetween(eve, `${year}-12-31`))), whole(Math.max(passed, 1)))
}

const add2 = (ranges: readonly Range[]): Range => [sum(ranges.map(([low]) => low)), sum(ranges.map(([, high]) => high))]

/**
 * Looks ahead to the end of the year for one indicator. Split, the figures of all shares add up, and a share that owes its report counts
 * from nothing to its target; borne by each, a rate or the like, the lead’s figure stands for all, and is not drawn on: it is no sum.
 * Never a score of ours, and nothing reads it but the page that shows it.
 */
export const outlookOf = (
  indicator: SuperiorIndicator,
  shares: readonly IndicatorShare[],
  latest: ReadonlyMap<string, LatestProgress>,
  year: number,
): IndicatorOutlook => {
  const { target, fullMark, sharing } = indicator
  if (target === '' || fullMark === '' || sign(exact(target)) <= 0) return { kind: 'noFigure' }
  const bearing = shares.filter((share) => share.target !== '' && (sharing === 'split' || share.role === 'lead'))
  const known = bearing.flatMap((share) => {
    const one = latest.get(share.key)
    return one && one.actual !== '' ? [one] : []
  })
  const owing = bearing.filter(({ key }) => (latest.get(key)?.actual ?? '') === '')
  if (known.length === 0) return { kind: 'noReport', owing: owing.length }
  const open = owing.map((share): Range => [zero, max(exact(share.target), zero)])
  const { basis, score } = scorer(indicator)
  const lookAt = (figures: readonly Exact[]): Outlook => {
    const range = add2([...figures.map((figure): Range => [figure, figure]), ...open])
    const [one, other] = [score(range[0]), score(range[1])]
    // Where less is better the lower figure brings the higher score.
    const scores: Range = compare(one, other) <= 0 ? [one, other] : [other, one]
    return { figure: print(range), score: print(scores) }
  }
  const days = known.map(({ periodEnd }) => periodEnd).toSorted()
  const said = known.every(({ yearEnd }) => yearEnd !== '')
  return {
    kind: 'outlook',
    basis,
    ...(said && { byOwner: lookAt(known.map(({ yearEnd }) => exact(yearEnd))) }),
    linear: lookAt(
      known.map(({ actual, periodEnd }) => (sharing === 'split' ? drawnOn(actual, periodEnd, year) : exact(actual))),
    ),
    owing: owing.length,
    dataFrom: days[0] ?? '',
    dataTo: days.at(-1) ?? '',
  }
}

/** The year’s score over all indicators that can be looked at: both ways together, from lowest to highest. */
export const totalOutlook = (
  all: readonly IndicatorOutlook[],
): { readonly score: readonly [string, string]; readonly counted: number; readonly left: number } => {
  const ranges = all.flatMap((one): Range[] => {
    if (one.kind !== 'outlook') return []
    const scores = [...one.linear.score, ...(one.byOwner?.score ?? [])].map(exact)
    return [[scores.reduce(min), scores.reduce(max)]]
  })
  return { score: print(add2(ranges)), counted: ranges.length, left: all.length - ranges.length }
}
