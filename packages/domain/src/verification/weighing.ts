import type { Stratum } from './draw.ts'

/**
 * Facts about a unit's figures under the verified indicator that make a visit worth more, each known before the list is fixed:
 * 逾期填报 · 报后更正 · 较上年变动居前四分之一 · 未附佐证 · 上年核验有改动.
 */
export const riskFacts = ['lateEntry', 'correctedEntry', 'largeShift', 'noEvidence', 'pastFinding'] as const
export type RiskFact = (typeof riskFacts)[number]

/** Every unit has the risk 1; each fact that holds adds to it. */
export interface RiskFactor {
  readonly fact: RiskFact
  /** 1 to 9. */
  readonly adds: number
}

export interface UnitRisk {
  readonly unitId: string
  readonly facts: readonly RiskFact[]
}

/** By which factors a draw weighs, and which of their facts hold for whom. */
export interface Weighing {
  readonly factors: readonly RiskFactor[]
  readonly held: readonly UnitRisk[]
}

export const mostAdded = 9

/** No factor twice, each with a whole number from 1 to 9. */
export const isWeighable = (factors: readonly RiskFactor[]): boolean =>
  factors.length > 0 &&
  new Set(factors.map(({ fact }) => fact)).size === factors.length &&
  factors.every(({ adds }) => Number.isInteger(adds) && adds >= 1 && adds <= mostAdded)

/** The facts that the factors ask about, unit by unit of the list. */
export const weigh = (
  factors: readonly RiskFactor[],
  known: readonly UnitRisk[],
  unitIds: readonly string[],
): Weighing => ({
  factors,
  held: unitIds.map((unitId) => {
    const facts = known.find((one) => one.unitId === unitId)?.facts ?? []
    return { unitId, facts: factors.map(({ fact }) => fact).filter((fact) => facts.includes(fact)) }
  }),
})

/** The strata with each unit's risk. */
export const withRisks = (strata: readonly Stratum[], { factors, held }: Weighing): readonly Stratum[] =>
  strata.map(({ key, units }) => ({
    key,
    units: units.map((unit) => {
      const facts = held.find(({ unitId }) => unitId === unit.unitId)?.facts ?? []
      const added = factors.reduce((sum, { fact, adds }) => sum + (facts.includes(fact) ? adds : 0), 0)
      return { ...unit, risk: 1 + added }
    }),
  }))

/**
 * 较上年变动居前四分之一: units whose figure moved furthest, of those that have both years. A quarter rounded down, at least one where
 * anything moved; who moved as far as the last of them is among them.
 * @param shifts |this year − last year| over |last year|, in parts of 10⁶ so that they compare alike everywhere
 */
export const largestShifts = (shifts: ReadonlyMap<string, bigint>): readonly string[] => {
  const moved = [...shifts].filter(([, shift]) => shift > 0n).toSorted(([, a], [, b]) => (a > b ? -1 : a < b ? 1 : 0))
  const least = moved[Math.max(1, Math.floor(shifts.size / 4)) - 1]?.[1]
  return least === undefined ? [] : moved.filter(([, shift]) => shift >= least).map(([unitId]) => unitId)
}
