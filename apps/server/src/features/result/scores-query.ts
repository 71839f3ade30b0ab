import type { Refusal } from '@quanheng/contract/errors'
import type { explainScore, scoreTable } from '@quanheng/contract/result'
import type { ReplyOf } from '@quanheng/contract/route'
import { printExact } from '@quanheng/domain/kernel/exact'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { itemKeys } from '@quanheng/domain/plan/items'
import { computedPoints } from '@quanheng/domain/result/adjustments'
import { nameRun, type RunAdjustment, type RunContent, type RunLeaf, rowOf } from '@quanheng/domain/result/run-content'
import { lostOn, printedPoints } from '@quanheng/domain/result/run-figures'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { sha256 } from '../../platform/log/means.ts'
import { leadRun } from './lead-run.ts'
import { unitNames } from './names.ts'
import { reportById } from './report-store.ts'
import { visibleResult } from './result-store.ts'
import { runOf } from './run-store.ts'
import { resultsVisibleTo } from './scope.ts'
import { seesTotals } from './sees-totals.ts'
import { visiblePlan } from './show-results.ts'

type Table = ReplyOf<typeof scoreTable>
type Row = Table['leaves'][number]['rows'][number]

const shownAdjustment = (made: RunAdjustment | null): Row['adjustment'] =>
  made && {
    ground: made.ground,
    reason: made.reason,
    body: made.decision.body,
    decidedOn: made.decision.decidedOn,
    number: made.decision.number ?? null,
  }

export const presentRow = (run: RunContent, leaf: RunLeaf, at: number): Row => {
  const unit = run.units.find(({ id }) => id === leaf.unitIds[at])
  const group = run.groups.find(({ key }) => key === unit?.groupKey)
  return {
    itemId: leaf.itemIds[at] ?? null,
    unitId: leaf.unitIds[at] ?? '',
    unitName: unit?.name ?? '',
    groupName: group?.name ?? null,
    target: leaf.targets[at] ?? null,
    actual: leaf.actuals[at] ?? '',
    points: printedPoints(run, leaf.points[at] ?? '0'),
    computed: computedPoints(leaf, at),
    adjustment: shownAdjustment(leaf.adjustments?.[at] ?? null),
    fullMark: leaf.fullMarks[at] ?? '',
    lost: printExact(lostOn(leaf, at)),
    deductions: [...(leaf.deductions[at] ?? [])],
    basis: leaf.bases[at] ?? null,
    source: leaf.sources[at] ?? '',
  }
}

/** Score table of a lead unit's plan: from a locked version, or from what is signed now. A year plan has none. */
export const scoresOf = async (
  db: Reader,
  actor: Actor,
  planId: string,
  resultId: string | undefined,
): Promise<Result<Table, Refusal>> => {
  const found = await visiblePlan(db, actor, planId)
  if (!found.ok) return found
  const plan = found.value
  if (plan.kind !== 'indicatorPlan') return refuse('platform.notFound')
  const result = resultId === undefined ? undefined : await visibleResult(db, resultsVisibleTo(actor), resultId)
  if (resultId !== undefined && result?.result.planId !== planId) return refuse('platform.notFound')
  const run = result === undefined ? await leadRun(db, plan) : await runOf(db, result.result.runDigest)
  if (run === undefined) return refuse('platform.notFound')
  const items = result === undefined ? itemKeys(plan.content) : []
  const names = new Map(run.units.map(({ id, name }) => [id, name]))
  return ok({
    runDigest: result === undefined ? null : nameRun(run, sha256).digest,
    leaves: run.leaves.map((leaf) => ({
      key: leaf.key,
      name: leaf.name,
      fullMark: leaf.fullMark,
      measure: leaf.measure,
      rows: leaf.unitIds.map((_, at) => presentRow(run, leaf, at)),
      waiting: items
        .filter((item) => item.leafKey === leaf.key && !leaf.unitIds.includes(item.unitId))
        .map(({ unitId }) => ({ unitId, unitName: names.get(unitId) ?? '' })),
    })),
  })
}

type Explained = ReplyOf<typeof explainScore>

/** The lead unit's report behind a total, and its parts where it came by platform. */
const reportBehind = async (
  db: Reader,
  cite: RunLeaf['cites'][number],
  leafKey: string,
  unitId: string,
): Promise<Pick<Explained, 'report' | 'parts'>> => {
  const found = cite.kind === 'report' ? await reportById(db, cite.id) : undefined
  const version =
    cite.kind === 'report' ? found?.report.versions.find(({ number }) => number === cite.version) : undefined
  if (found === undefined || version === undefined) return { report: null, parts: [] }
  const names = await unitNames(db, [found.report.leadUnitId])
  const run = version.via.kind === 'platform' ? await runOf(db, version.via.runDigest) : undefined
  return {
    report: {
      id: found.report.id,
      leadUnitName: names.get(found.report.leadUnitId) ?? '',
      documentNumber: version.documentNumber,
      via: version.via.kind,
    },
    parts: (run?.leaves ?? []).flatMap((leaf) => {
      const at = rowOf(leaf, unitId)
      const itemId = leaf.itemIds[at]
      const under = leaf.lineKey === leafKey
      if (run === undefined || at < 0 || itemId === undefined || !under) return []
      const points = printedPoints(run, leaf.points[at] ?? '0')
      const sheet = leaf.cites[at]
      const sheetId = sheet?.kind === 'sheet' ? sheet.id : null
      return [{ itemId, sheetId, leafKey: leaf.key, name: leaf.name, points, fullMark: leaf.fullMarks[at] ?? '' }]
    }),
  }
}

/** One score of a locked version. A score under totals is shown to whoever may see the totals. */
export const explain = async (
  db: Reader,
  actor: Actor,
  place: { readonly resultId: string; readonly leafKey: string; readonly unitId: string },
): Promise<Result<Explained, Refusal>> => {
  const found = await visibleResult(db, resultsVisibleTo(actor), place.resultId)
  const run = found && (await runOf(db, found.result.runDigest))
  if (found === undefined || run === undefined) return refuse('platform.notFound')
  if (found.result.purpose === 'totals' && !seesTotals(actor, found.result, found.row.owner_unit_id)) {
    return refuse('result.hidden')
  }
  const leaf = run.leaves.find(({ key }) => key === place.leafKey)
  const at = leaf === undefined ? -1 : rowOf(leaf, place.unitId)
  const cite = leaf?.cites[at]
  if (leaf === undefined || cite === undefined) return refuse('platform.notFound')
  const { key, name, fullMark, measure } = leaf
  return ok({
    leaf: { key, name, fullMark, measure },
    row: presentRow(run, leaf, at),
    trace: leaf.traces[at] ?? null,
    cite,
    ...(await reportBehind(db, cite, key, place.unitId)),
  })
}
