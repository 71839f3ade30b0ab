import type { Refusal } from '@quanheng/contract/errors'
import type { showTotals } from '@quanheng/contract/result'
import type { ReplyOf } from '@quanheng/contract/route'
import { exact } from '@quanheng/domain/kernel/exact'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { isLeaf } from '@quanheng/domain/plan/tree'
import type { RunContent } from '@quanheng/domain/result/run-content'
import type { PlanScore, UnitScore } from '@quanheng/domain/scoring/model'
import type { Database } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { issuedVersion } from '../plan/index.ts'
import { visibleResult } from './result-store.ts'
import { runOf } from './run-store.ts'
import { resultsVisibleTo } from './scope.ts'
import { seesTotals } from './sees-totals.ts'
import { writeTrail } from './trail.ts'

type Reply = ReplyOf<typeof showTotals>
type Row = Reply['groups'][number]['rows'][number]

const rowFor = (run: RunContent, totals: PlanScore, unit: UnitScore, printed: (points: string) => string): Row => {
  const rank = totals.ranks.find(({ unitId }) => unitId === unit.unitId)
  return {
    unitId: unit.unitId,
    unitName: run.units.find(({ id }) => id === unit.unitId)?.name ?? '',
    rank: rank?.rank ?? null,
    tied: rank?.tied ?? false,
    raw: unit.raw === undefined ? null : printed(unit.raw),
    normalised: unit.normalised === undefined ? null : printed(unit.normalised),
    applicableFullMark: unit.applicableFullMark,
    total: unit.published ?? null,
    nodes: unit.nodes.map((node) => ({
      key: node.nodeKey,
      points: node.status === 'scored' ? printed(node.points) : null,
      fullMark: node.status === 'scored' ? node.fullMark : null,
    })),
    missing: unit.missing.map(({ leafKey }) => leafKey),
  }
}

type Table = Omit<Reply, 'planTitle' | 'runDigest' | 'frozenAt'>

const byRank = (a: Row, b: Row): number => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER)

const made = new WeakMap<PlanScore, Table>()

/** Runs and issued plans never change: hundreds of figures are rounded for the first look at a run, not for every one. */
const tableOf = (run: RunContent, totals: PlanScore, content: PlanContent): Table => {
  const known = made.get(totals)
  if (known !== undefined) return known
  const { settings, indicators } = content
  const printed = (points: string) => printRounded(exact(points), run.rounding)
  const grouped = new Set(run.units.flatMap(({ id, groupKey }) => (groupKey === null ? [] : [id])))
  const rowsOf = (belongs: (unitId: string) => boolean): Row[] =>
    totals.units
      .filter(({ unitId }) => belongs(unitId))
      .map((unit) => rowFor(run, totals, unit, printed))
      .toSorted(byRank)
  const loose = rowsOf((unitId) => !grouped.has(unitId))
  const table: Table = {
    counts: settings.missingItems.value,
    weighted: indicators.some(({ weight }) => weight !== undefined),
    unregistered: [...(run.unregistered ?? [])],
    ties: settings.ties.value,
    rankOn: settings.rankOn.value,
    rounding: { ...run.rounding, stage: settings.rounding.value.stage },
    nodes: indicators.map(({ key, parentKey, name, fullMark }) => ({
      key,
      parentKey: parentKey ?? null,
      name,
      fullMark,
      leaf: isLeaf(content, key),
    })),
    groups: [
      ...run.groups.map(({ key, name }) => ({
        key,
        name,
        rows: rowsOf((unitId) => run.units.some((unit) => unit.id === unitId && unit.groupKey === key)),
      })),
      ...(loose.length > 0 ? [{ key: '', name: '未分组', rows: loose }] : []),
    ],
  }
  made.set(totals, table)
  return table
}

/** Totals and ranks, group by group. Nobody sees them before the freeze; every look is written into the access trail. */
export const totalsOf = async (
  db: Database,
  actor: Actor,
  resultId: string,
  now: Date,
): Promise<Result<Reply, Refusal>> => {
  const found = await visibleResult(db, resultsVisibleTo(actor), resultId)
  if (found === undefined || found.result.purpose !== 'totals') return refuse('platform.notFound')
  const allowed = seesTotals(actor, found.result, found.row.owner_unit_id)
  await writeTrail(db, actor, 'result.totals', resultId, allowed ? 'shown' : 'result.hidden', now)
  if (!allowed) return refuse('result.hidden')
  const run = await runOf(db, found.result.runDigest)
  const plan = run && (await issuedVersion(db, run.plan.id, run.plan.number))
  if (run?.totals === undefined || !plan) return refuse('platform.notFound')
  const { runDigest, frozenAt } = found.result
  return ok({ planTitle: run.plan.title, runDigest, frozenAt, ...tableOf(run, run.totals, plan.content) })
}
