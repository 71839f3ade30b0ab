import type { Amount, Measure, Slope, SlopesRule } from '../model.ts'
import { sayAmount, sayMeasure } from '../phrases.ts'
import type { Clause, StepClause, Taken } from './clause.ts'
import type { Placed } from './scan.ts'
import { referenceOf } from './step-start.ts'

/** …等于100%得满分, then stretches, then what a started step counts and how much in all. */
export function readSlopes([start, ...rest]: readonly Placed[]): Taken<SlopesRule> | undefined {
  const award = start?.clause.kind === 'award' ? start.clause.award : undefined
  if (start?.clause.kind !== 'award' || award === undefined) return undefined
  if (award.kind !== 'full' && award.kind !== 'points' && award.kind !== 'share') return undefined
  const from = referenceOf(start.clause.when)
  if (from === undefined || !('value' in from.reference)) return undefined
  const { measure, reference } = from
  const base = award.kind === 'full' ? {} : { base: award }
  const { slopes, taken } = stretches(rest, from.measure, reference)
  if (slopes.length === 0) return undefined
  let tail: Pick<SlopesRule, 'partial' | 'most' | 'limit'> = {}
  let used = 1 + taken
  for (const { clause } of rest.slice(taken)) {
    if (clause.kind === 'changeLimit' && !tail.most && !tail.limit) tail = { ...tail, most: clause.points }
    else if (
      clause.kind === 'deductionLimit' &&
      !tail.limit &&
      !tail.most &&
      slopes.some(({ effect }) => effect === 'deduct')
    )
      tail = { ...tail, limit: clause.limit }
    else if (clause.kind === 'partial' && !tail.partial && counts(clause, slopes))
      tail = { ...tail, partial: clause.partial }
    else break
    used += 1
  }
  return { rule: { kind: 'slopes', measure, reference, ...base, slopes, ...tail }, used }
}

/** 超过130%的部分每高1%加0.1分, or 130%以上的，每高1%加0.1分: one price a stretch, at least two of them on one side or one said as 部分. */
function stretches(
  clauses: readonly Placed[],
  measure: Measure,
  reference: Amount,
): { readonly slopes: readonly Slope[]; taken: number } {
  const found: { readonly slope: Slope; readonly until?: Amount }[] = []
  let [taken, said] = [0, false]
  for (let at = 0; at < clauses.length; at = taken) {
    const [first, second] = [clauses[at]?.clause, clauses[at + 1]?.clause]
    if (first?.kind === 'slope') {
      found.push({ slope: bare(first.slope, sayAmount(reference)) })
      said = true
      taken = at + 1
      continue
    }
    const edge = first?.kind === 'side' ? first : undefined
    const step = edge ? second : first
    const slope = step?.kind === 'step' ? slopeOf(step, edge, measure, reference) : undefined
    if (slope === undefined) break
    found.push({ slope, ...(edge?.until && { until: edge.until }) })
    taken = at + (edge ? 2 : 1)
  }
  const many = (['below', 'above'] as const).some((side) => found.filter(({ slope }) => slope.side === side).length > 1)
  const meet = found.every(
    ({ slope, until }) =>
      until === undefined ||
      found.some(
        (next) => next.slope.side === slope.side && next.slope.from && sayAmount(next.slope.from) === sayAmount(until),
      ),
  )
  return (said || many) && meet ? { slopes: found.map(({ slope }) => slope), taken } : { slopes: [], taken: 0 }
}

type Side = Extract<Clause, { readonly kind: 'side' }>

/** 大学生征集比例低于80%，每低… behind 征兵任务完成率 is of another figure, and 每少1人 of no share. */
function slopeOf(step: StepClause, edge: Side | undefined, measure: Measure, reference: Amount): Slope | undefined {
  if (edge?.measure && sayMeasure(edge.measure) !== sayMeasure(measure)) return undefined
  if (reference.unit === '%' && !/^(?:%|个百分点|倍)$/u.test(step.by.unit ?? '%')) return undefined
  const { side, by, points, effect } = step
  const from = edge?.reference ?? reference
  if (step.measure || step.reference || !('value' in from) || (edge && edge.side !== side)) return undefined
  return bare({ side, from, by, points, effect }, sayAmount(reference))
}

const counts = ({ by }: Extract<Clause, { readonly kind: 'partial' }>, slopes: readonly Slope[]): boolean =>
  by === undefined || slopes.some((slope) => sayAmount(slope.by) === sayAmount(by))

/** The first stretch of a side begins at the reference and does not repeat it. */
function bare({ from, ...slope }: Slope, reference: string): Slope {
  return from && sayAmount(from) !== reference ? { from, ...slope } : slope
}
