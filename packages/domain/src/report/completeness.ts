import { compare, type ExactText, exact, parseExact, sign } from '../kernel/exact.ts'
import type { LeadReport, ReportedScore } from './model.ts'

/** An item of the year plan that a lead unit scores. */
export interface ExpectedScore {
  readonly leafKey: string
  readonly unitId: string
  readonly fullMark: ExactText
}

/** One thing that keeps a report from being registered: a missing, strange, doubled or impossible score. */
export interface ReportGap {
  readonly kind: 'missing' | 'unexpected' | 'twice' | 'notExact' | 'outOfRange'
  readonly leafKey: string
  readonly unitId: string
}

const keyOf = ({ leafKey, unitId }: Pick<ReportedScore, 'leafKey' | 'unitId'>): string => `${leafKey}\u0000${unitId}`

/** Everything between a list of scores and the items it must cover, in the order of the plan; empty when complete. */
export const reportGaps = (
  expected: readonly ExpectedScore[],
  scores: readonly ReportedScore[],
): readonly ReportGap[] => {
  const wanted = new Map(expected.map((item) => [keyOf(item), item]))
  const given = new Set(scores.map(keyOf))
  const missing = expected.filter((item) => !given.has(keyOf(item))).map((item) => gap('missing', item))
  const seen = new Set<string>()
  const faults = scores.flatMap((score) => {
    const item = wanted.get(keyOf(score))
    const twice = seen.has(keyOf(score))
    seen.add(keyOf(score))
    const kind = item ? (twice ? 'twice' : faultOf(score, item.fullMark)) : 'unexpected'
    return kind ? [gap(kind, score)] : []
  })
  return [...missing, ...faults]
}

const gap = (kind: ReportGap['kind'], { leafKey, unitId }: { readonly leafKey: string; readonly unitId: string }) => ({
  kind,
  leafKey,
  unitId,
})

/** Points lie between 0 and what they are out of, which is at most the marks of the line. */
const faultOf = (score: ReportedScore, whole: ExactText): ReportGap['kind'] | undefined => {
  const [points, fullMark] = [parseExact(score.points), parseExact(score.fullMark ?? whole)]
  if (!points.ok || !fullMark.ok) return 'notExact'
  const within = sign(points.value) >= 0 && compare(points.value, fullMark.value) <= 0
  return within && compare(fullMark.value, exact(whole)) <= 0 ? undefined : 'outOfRange'
}

/** 已报 / 未报 / 退回 at a glance; aggregation waits until nothing is owed. */
export interface RegisterSummary {
  readonly reported: number
  readonly owed: number
  readonly returned: number
  readonly complete: boolean
  /** Lead units that owe a report, overdue ones first. */
  readonly owing: readonly { readonly leadUnitId: string; readonly due: string; readonly overdue: boolean }[]
}

export const registerSummary = (reports: readonly LeadReport[], today: string): RegisterSummary => {
  const owing = reports
    .filter(({ state }) => state !== 'reported')
    .map(({ leadUnitId, due }) => ({ leadUnitId, due, overdue: today > due }))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  return {
    reported: reports.length - owing.length,
    owed: owing.length,
    returned: reports.filter(({ state }) => state === 'returned').length,
    complete: reports.length > 0 && owing.length === 0,
    owing,
  }
}
