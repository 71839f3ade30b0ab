import type { ReplyOf } from '@quanheng/contract/route'
import type { showAnalysis } from '@quanheng/contract/scoring-analysis'
import type { ScoringAnalysis } from '@quanheng/domain/analysis/model'
import { exact, hundred, mul } from '@quanheng/domain/kernel/exact'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import type { RunContent } from '@quanheng/domain/result/run-content'

type Reply = ReplyOf<typeof showAnalysis>
export type Analysed = Pick<Reply, 'leaves' | 'scorers' | 'reasons' | 'reporting' | 'hurries' | 'years' | 'trends'>

const tenths = { mode: 'halfUp', places: 1 } as const

const percent = (share: string): string => printRounded(mul(exact(share), hundred), tenths)

/** The analysis by names: of units as the locked version has them, of scorers as they are called today. */
export const presentAnalysis = (
  { leaves, scorers, reasons, reporting, hurries }: ScoringAnalysis,
  { units, leaves: columns }: Pick<RunContent, 'units' | 'leaves'>,
  names: ReadonlyMap<string, string>,
  forOffice: boolean,
): Omit<Analysed, 'years' | 'trends'> => {
  const unitOf = new Map(units.map(({ id, name }) => [id, name]))
  const unitName = (id: string) => unitOf.get(id) ?? names.get(id) ?? ''
  const leafOf = new Map(columns.map(({ key, name }) => [key, name]))
  return {
    leaves: leaves.map(({ waiting: _, mean, ...leaf }) => ({
      ...leaf,
      mean: mean === undefined ? null : percent(mean),
    })),
    scorers: scorers.map(({ unitId, sectionId, median, z, ...figures }) => ({
      key: `${unitId}/${sectionId ?? ''}`,
      name: [unitId, sectionId].map((id) => names.get(id ?? '') ?? '').join(''),
      ...figures,
      median: percent(median),
      z: z === undefined ? null : printRounded(exact(z), tenths),
    })),
    reasons: reasons.map(({ reason, rows, unitIds, leafKeys }) => ({
      reason,
      rows,
      unitNames: unitIds.map(unitName),
      leafNames: leafKeys.map((key) => leafOf.get(key) ?? key),
    })),
    reporting: reporting.map((figures) => ({ ...figures, unitName: unitName(figures.unitId) })),
    hurries: forOffice
      ? hurries.map(({ share, ...figures }) => ({
          ...figures,
          unitName: unitName(figures.unitId),
          share: percent(share),
        }))
      : null,
  }
}

/** Units of the latest run over it and the runs of the years before, the latest first. */
export const presentTrends = (runs: readonly RunContent[]): Pick<Analysed, 'years' | 'trends'> => {
  const [latest] = runs
  if (latest === undefined || runs.length < 2) return { years: [], trends: [] }
  const standings = runs.map(({ totals }) => ({
    units: new Map(totals?.units.map((unit) => [unit.unitId, unit])),
    ranks: new Map(totals?.ranks.map(({ unitId, rank }) => [unitId, rank])),
    grades: new Map(totals?.grades?.proposals.map(({ unitId, grade }) => [unitId, grade])),
  }))
  return {
    years: runs.map(({ plan }) => plan.year),
    trends: latest.units.map(({ id, name }) => ({
      unitId: id,
      unitName: name,
      years: standings.map(({ units, ranks, grades }) => {
        const unit = units.get(id)
        return unit
          ? { total: unit.published ?? null, rank: ranks.get(id) ?? null, grade: grades.get(id) ?? null }
          : null
      }),
    })),
  }
}
