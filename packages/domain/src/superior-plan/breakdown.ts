import { compare, exact, printExact, sum } from '../kernel/exact.ts'
import type { IndicatorShare, SuperiorContent, SuperiorIndicator } from './model.ts'

export const breakdownFaultCodes = [
  'breakdown.markMissing',
  'breakdown.leadMissing',
  'breakdown.leadTwice',
  'breakdown.targetSum',
  'breakdown.targetEach',
  'breakdown.markSum',
  'breakdown.markEach',
  'breakdown.dueLate',
] as const
export type BreakdownFaultCode = (typeof breakdownFaultCodes)[number]

/** What keeps a breakdown from being given to the units, indicator by indicator. */
export interface BreakdownFault {
  readonly code: BreakdownFaultCode
  readonly indicatorKey: string
  readonly params: Readonly<Record<string, string>>
}

export const sharesOf = (
  { shares }: Pick<SuperiorContent, 'shares'>,
  indicatorKey: string,
): readonly IndicatorShare[] => shares.filter((share) => share.indicatorKey === indicatorKey)

const given = (texts: readonly string[]): readonly string[] => texts.filter((text) => text !== '')
const total = (texts: readonly string[]): string => printExact(sum(given(texts).map(exact)))
const differs = (one: string, other: string): boolean => compare(exact(one), exact(other)) !== 0

/**
 * Of one figure, target or mark: split, the local figures add up to the superior's; borne by each, every figure given is the whole.
 * Without a figure of the superior there is nothing to hold them against.
 */
const figureFault = (
  whole: string,
  parts: readonly string[],
  sharing: SuperiorIndicator['sharing'],
): 'sum' | 'each' | undefined => {
  if (whole === '') return undefined
  if (sharing === 'split') return differs(total(parts), whole) ? 'sum' : undefined
  const figures = given(parts)
  return figures.length === 0 || figures.some((part) => differs(part, whole)) ? 'each' : undefined
}

const faultsOfOne = (indicator: SuperiorIndicator, shares: readonly IndicatorShare[]): readonly BreakdownFault[] => {
  const { key, name, fullMark, target, sharing, due } = indicator
  const fault = (code: BreakdownFaultCode, params: BreakdownFault['params'] = {}): BreakdownFault => ({
    code,
    indicatorKey: key,
    params: { name, ...params },
  })
  const faults: BreakdownFault[] = []
  if (fullMark === '') faults.push(fault('breakdown.markMissing'))
  const leads = shares.filter(({ role }) => role === 'lead').length
  if (leads === 0) return [...faults, fault('breakdown.leadMissing')]
  if (leads > 1) faults.push(fault('breakdown.leadTwice', { count: String(leads) }))
  const targets = shares.map((share) => share.target)
  const marks = shares.map((share) => share.marks)
  const ofTarget = figureFault(target, targets, sharing)
  if (ofTarget === 'sum') faults.push(fault('breakdown.targetSum', { sum: total(targets), whole: target }))
  if (ofTarget === 'each') faults.push(fault('breakdown.targetEach', { whole: target }))
  const ofMarks = figureFault(fullMark, marks, sharing)
  if (ofMarks === 'sum') faults.push(fault('breakdown.markSum', { sum: total(marks), whole: fullMark }))
  if (ofMarks === 'each') faults.push(fault('breakdown.markEach', { whole: fullMark }))
  if (due !== '' && shares.some((share) => share.due > due)) faults.push(fault('breakdown.dueLate', { due }))
  return faults
}

/** Everything wrong at once; empty where the breakdown may be given to the units. */
export const breakdownFaults = (content: Pick<SuperiorContent, 'indicators' | 'shares'>): readonly BreakdownFault[] =>
  content.indicators.flatMap((indicator) => faultsOfOne(indicator, sharesOf(content, indicator.key)))

/** 分解合计 of one indicator, as the table shows it under its lines. */
export const sharedSums = (shares: readonly IndicatorShare[]) => ({
  target: total(shares.map((share) => share.target)),
  marks: total(shares.map((share) => share.marks)),
})
