import { appraisedUnits, itemKeys } from '@quanheng/domain/plan/items'
import type { IndicatorNode, PlanContent } from '@quanheng/domain/plan/model'
import { leaves, lineage } from '@quanheng/domain/plan/tree'
import { adjustLeaf } from '@quanheng/domain/result/adjustments'
import { linesOf, outcomesOf } from '@quanheng/domain/result/lines'
import { engineVersion, type RunContent, type RunLeaf } from '@quanheng/domain/result/run-content'
import type { Reader } from '../../platform/database/database.ts'
import { factsOf, type UnitFacts } from '../collection/index.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { type SignedRow, signedRows } from '../scoring/index.ts'
import { decisionsOfPlan } from './decision-store.ts'
import { unitNames } from './names.ts'
import { actualText, sayAdjustment, targetText } from './printed.ts'

/** The score table of a lead unit's plan from its signed sheets and what meetings decided on it; rows that are not signed through are absent. */
export const leadRun = async (db: Reader, plan: IssuedPlan): Promise<RunContent> => {
  const signed = await signedRows(db, plan.planId)
  const unitIds = appraisedUnits(plan.content)
  const names = await unitNames(db, [plan.ownerUnitId, ...unitIds])
  const decisions = await decisionsOfPlan(db, plan.planId)
  const packed: RunLeaf[] = []
  for (const leaf of leaves(plan.content)) {
    const rows = inPlanOrder(plan.content, leaf, signed)
    const facts = rows.length === 0 ? [] : await factsOf(db, plan.planId, leaf.key)
    const computed = packLeaf(plan.content, leaf, rows, new Map(facts.map((one) => [one.unitId, one])))
    packed.push(adjustLeaf(computed, decisions, sayAdjustment))
  }
  const { mode, places } = plan.content.settings.rounding.value
  return {
    v: 1,
    engine: engineVersion,
    purpose: 'leadReport',
    plan: planHead(plan, names),
    rounding: { mode, places },
    units: unitsByGroup(plan.content, unitIds, names),
    groups: plan.content.unitGroups.map(({ key, name }) => ({ key, name })),
    leaves: packed,
    lines: linesOf(plan.content, packed.flatMap(outcomesOf)),
  }
}

export const planHead = (plan: IssuedPlan, names: ReadonlyMap<string, string>): RunContent['plan'] => ({
  id: plan.planId,
  number: plan.number,
  digest: plan.digest,
  title: plan.title,
  year: plan.year,
  ownerUnitId: plan.ownerUnitId,
  ownerName: names.get(plan.ownerUnitId) ?? '',
})

/** Appraised units group by group, those of no group last. */
export const unitsByGroup = (
  { unitGroups }: PlanContent,
  unitIds: readonly string[],
  names: ReadonlyMap<string, string>,
): RunContent['units'] => {
  const grouped = unitGroups.flatMap((group) =>
    group.unitIds.filter((id) => unitIds.includes(id)).map((id) => ({ id, groupKey: group.key })),
  )
  const known = new Set(grouped.map(({ id }) => id))
  const rest = unitIds.filter((id) => !known.has(id)).map((id) => ({ id, groupKey: null }))
  return [...grouped, ...rest].map(({ id, groupKey }) => ({ id, name: names.get(id) ?? '', groupKey }))
}

const inPlanOrder = (content: PlanContent, leaf: IndicatorNode, signed: readonly SignedRow[]): readonly SignedRow[] => {
  const own = new Map(signed.filter((row) => row.leafKey === leaf.key).map((row) => [row.unitId, row]))
  return itemKeys(content)
    .filter((item) => item.leafKey === leaf.key)
    .flatMap(({ unitId }) => own.get(unitId) ?? [])
}

const packLeaf = (
  content: PlanContent,
  leaf: IndicatorNode,
  rows: readonly SignedRow[],
  facts: ReadonlyMap<string, UnitFacts>,
): RunLeaf => {
  const scored = rows.flatMap((signed) =>
    signed.row.outcome.status === 'scored' ? [{ signed, outcome: signed.row.outcome }] : [],
  )
  const provenance = ({ unitId }: SignedRow) => facts.get(unitId)?.provenance ?? []
  return {
    key: leaf.key,
    name: leaf.name,
    fullMark: leaf.fullMark,
    lineKey: lineage(content, leaf.key).find((node) => node.line !== undefined)?.line?.key ?? null,
    measure: leaf.scoring?.card.unit ?? '',
    unitIds: scored.map(({ signed }) => signed.unitId),
    itemIds: scored.map(({ signed }) => signed.row.item.id),
    targets: scored.map(({ signed }) => targetText(provenance(signed))),
    actuals: scored.map(({ signed }) => actualText(provenance(signed))),
    points: scored.map(({ outcome }) => outcome.points),
    fullMarks: scored.map(({ outcome }) => outcome.fullMark),
    deductions: scored.map(({ signed }) => signed.row.item.deductions),
    bases: scored.map(({ signed }) => signed.row.item.basis ?? null),
    sources: scored.map(({ signed }) => signed.row.item.dataSource),
    traces: scored.map(({ outcome }) => outcome.trace),
    cites: scored.map(({ signed }) => ({
      kind: 'sheet',
      id: signed.sheetId,
      version: signed.planNumber,
      digest: signed.digest,
      data: signed.row.data.map(({ datumId, version, digest }) => ({ datumId, version, digest })),
      evidence: signed.row.evidence.map(({ digest }) => digest),
    })),
  }
}
