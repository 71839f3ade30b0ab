import { inScoring } from '@quanheng/domain/credit/counted'
import { appraisedUnits, itemKeys } from '@quanheng/domain/plan/items'
import type { IndicatorNode } from '@quanheng/domain/plan/model'
import { leaves } from '@quanheng/domain/plan/tree'
import { currentReport } from '@quanheng/domain/report/model'
import { outcomesOf } from '@quanheng/domain/result/lines'
import { engineVersion, type RunContent, type RunLeaf } from '@quanheng/domain/result/run-content'
import { scorePlan } from '@quanheng/domain/scoring/score-plan'
import { unregistered } from '@quanheng/domain/scoring/unregistered'
import type { Reader } from '../../platform/database/database.ts'
import { countedOf } from '../credit/index.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { planHead, unitsByGroup } from './lead-run.ts'
import { unitNames } from './names.ts'
import type { LoadedReport } from './report-store.ts'

interface Reported {
  readonly unitId: string
  readonly points: string
  readonly fullMark: string
  readonly cite: RunLeaf['cites'][number]
  readonly source: string
}

/**
 * Totals and ranks of a year plan over the registered reports, with the bonuses, deductions and vetoes that were decided. What is not
 * reported is absent, never zero; while the register of 加减分 is not closed, a run over a plan that foresees them says so.
 */
export const totalsRun = async (
  db: Reader,
  plan: IssuedPlan,
  reports: readonly LoadedReport[],
): Promise<RunContent> => {
  const { content } = plan
  const unitIds = appraisedUnits(content)
  const names = await unitNames(db, [plan.ownerUnitId, ...unitIds, ...reports.map(({ report }) => report.leadUnitId)])
  const packed = leaves(content).map((leaf) => packLeaf(leaf, reportedOn(plan, leaf, reports, names)))
  const { mode, places } = content.settings.rounding.value
  const counted = await countedOf(db, plan.planId)
  const open = counted.closed ? [] : unregistered(content.settings)
  return {
    v: 1,
    engine: engineVersion,
    purpose: 'totals',
    plan: planHead(plan, names),
    rounding: { mode, places },
    units: unitsByGroup(content, unitIds, names),
    groups: content.unitGroups.map(({ key, name }) => ({ key, name })),
    leaves: packed,
    lines: [],
    totals: scorePlan({
      indicators: content.indicators,
      groups: content.unitGroups,
      settings: content.settings,
      outcomes: packed.flatMap(outcomesOf),
      ...inScoring(counted.entries),
    }),
    ...(counted.entries.length > 0 && { credits: counted.entries }),
    ...(open.length > 0 && { unregistered: open }),
  }
}

const reportedOn = (
  plan: IssuedPlan,
  leaf: IndicatorNode,
  reports: readonly LoadedReport[],
  names: ReadonlyMap<string, string>,
): readonly Reported[] => {
  const given = new Map(
    reports.flatMap(({ report }) => {
      const version = report.state === 'reported' ? currentReport(report) : undefined
      return (version?.scores ?? [])
        .filter((score) => score.leafKey === leaf.key)
        .map((score): [string, Reported] => [
          score.unitId,
          {
            unitId: score.unitId,
            points: score.points,
            fullMark: score.fullMark ?? leaf.fullMark,
            cite: {
              kind: 'report',
              id: report.id,
              version: version?.number ?? 0,
              documentNumber: version?.documentNumber ?? '',
            },
            source: `${names.get(report.leadUnitId) ?? ''} ${version?.documentNumber ?? ''}`,
          },
        ])
    }),
  )
  return itemKeys(plan.content)
    .filter((item) => item.leafKey === leaf.key)
    .flatMap(({ unitId }) => given.get(unitId) ?? [])
}

const packLeaf = (leaf: IndicatorNode, rows: readonly Reported[]): RunLeaf => ({
  key: leaf.key,
  name: leaf.name,
  fullMark: leaf.fullMark,
  lineKey: null,
  measure: '分',
  unitIds: rows.map(({ unitId }) => unitId),
  itemIds: [],
  targets: rows.map(() => null),
  actuals: rows.map(() => '—'),
  points: rows.map(({ points }) => points),
  fullMarks: rows.map(({ fullMark }) => fullMark),
  deductions: rows.map(() => []),
  bases: rows.map(() => null),
  sources: rows.map(({ source }) => source),
  traces: rows.map(() => null),
  cites: rows.map(({ cite }) => cite),
})
