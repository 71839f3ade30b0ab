import { div, exact, hundred, mul, printExact, sign, sub, sum } from '../kernel/exact.ts'
import { inForce, type SuperiorPlan } from './model.ts'

/** One indicator, as we scored ourselves and as the superior did; empty where one of them is missing. */
export interface ComparedIndicator {
  readonly key: string
  readonly name: string
  readonly fullMark: string
  readonly self: string
  readonly real: string
  /** Self minus real: above zero we were too hopeful. */
  readonly difference: string
  /** Who leads it. */
  readonly unitId: string
  readonly sectionId?: string
}

/** 乐观程度 of who leads: over the indicators that have both scores. */
export interface ComparedLead {
  readonly unitId: string
  readonly sectionId?: string
  readonly count: number
  readonly self: string
  readonly real: string
  readonly difference: string
  /** Percent of the full marks by which the own score was higher. */
  readonly optimism: string
}

export const comparedIndicators = (plan: SuperiorPlan): readonly ComparedIndicator[] => {
  const issued = inForce(plan)
  const self = new Map(plan.standing.selfScores?.map((one) => [one.indicatorKey, one.score]))
  const real = new Map(plan.standing.verdict?.scores.map((one) => [one.indicatorKey, one.score]))
  return (issued?.indicators ?? []).map(({ key, name, fullMark }) => {
    const lead = issued?.shares.find((share) => share.indicatorKey === key && share.role === 'lead')
    const [own, given] = [self.get(key) ?? '', real.get(key) ?? '']
    return {
      key,
      name,
      fullMark,
      self: own,
      real: given,
      difference: own === '' || given === '' ? '' : printExact(sub(exact(own), exact(given))),
      unitId: lead?.unitId ?? plan.unitId,
      ...(lead?.sectionId !== undefined && { sectionId: lead.sectionId }),
    }
  })
}

/** Indicators of each lead together, the most hopeful first. */
export const comparedLeads = (rows: readonly ComparedIndicator[]): readonly ComparedLead[] => {
  const both = rows.filter(({ difference }) => difference !== '')
  const groups = Map.groupBy(both, ({ unitId, sectionId }) => `${unitId} ${sectionId ?? ''}`)
  return [...groups.values()]
    .flatMap((same): ComparedLead[] => {
      const [first] = same
      if (!first) return []
      const total = (of: (row: ComparedIndicator) => string) => sum(same.map((row) => exact(of(row) || '0')))
      const [self, real, marks] = [total((row) => row.self), total((row) => row.real), total((row) => row.fullMark)]
      const difference = sub(self, real)
      return [
        {
          unitId: first.unitId,
          ...(first.sectionId !== undefined && { sectionId: first.sectionId }),
          count: same.length,
          self: printExact(self),
          real: printExact(real),
          difference: printExact(difference),
          optimism: sign(marks) > 0 ? printExact(mul(div(difference, marks), hundred)) : '0',
        },
      ]
    })
    .toSorted((a, b) => sign(sub(exact(b.optimism), exact(a.optimism))))
}
