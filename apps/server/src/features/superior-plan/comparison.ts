import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showComparison } from '@quanheng/contract/superior-verdict'
import { exact } from '@quanheng/domain/kernel/exact'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import { comparedIndicators, comparedLeads } from '@quanheng/domain/superior-plan/comparison'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import { namesOf } from '../scoring/index.ts'
import { visibleSuperiorPlan } from './read.ts'
import { contentFor, readsWhole } from './scope.ts'

type Reply = ReplyOf<typeof showComparison>

/** To two places at most, as points are said. */
const rounded = (text: string): string => (text === '' ? '' : printRounded(exact(text), { places: 2, mode: 'halfUp' }))

/** 自评与上级评定对照: the office and the leaders read all, a unit the indicators of which it bears something. */
export const comparison = async (db: Reader, actor: Actor, superiorPlanId: string): Promise<Result<Reply, Refusal>> => {
  const plan = await visibleSuperiorPlan(db, actor, superiorPlanId)
  if (!plan) return refuse('platform.notFound')
  const seen = new Set(contentFor(actor, plan).indicators.map(({ key }) => key))
  const rows = comparedIndicators(plan).filter(({ key }) => readsWhole(actor, plan) || seen.has(key))
  const leads = readsWhole(actor, plan) ? comparedLeads(rows) : []
  const names = await namesOf(db, {
    units: rows.map(({ unitId }) => unitId),
    sections: rows.flatMap(({ sectionId }) => sectionId ?? []),
  })
  const place = ({ unitId, sectionId }: { readonly unitId: string; readonly sectionId?: string }) => ({
    unitName: names.get(unitId) ?? '',
    sectionName: sectionId === undefined ? '' : (names.get(sectionId) ?? ''),
  })
  const { verdict, selfScores = [] } = plan.standing
  return ok({
    rows: rows.map((row) => ({
      key: row.key,
      name: row.name,
      fullMark: row.fullMark,
      self: row.self,
      selfWords: selfScores.find(({ indicatorKey }) => indicatorKey === row.key)?.words ?? '',
      real: row.real,
      realWords: verdict?.scores.find(({ indicatorKey }) => indicatorKey === row.key)?.words ?? '',
      difference: row.difference,
      ...place(row),
    })),
    leads: leads.map(({ count, self, real, difference, optimism, ...of }) => ({
      ...place(of),
      count,
      self,
      real,
      difference,
      optimism: rounded(optimism),
    })),
    verdict: verdict
      ? { on: verdict.on, number: verdict.number, scanDigest: readsWhole(actor, plan) ? verdict.scanDigest : null }
      : null,
  })
}

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'name', header: '上级指标', width: 34, kind: 'text' },
  { key: 'unit', header: '牵头单位', width: 26, kind: 'text' },
  { key: 'section', header: '科室', width: 18, kind: 'text' },
  { key: 'fullMark', header: '分值', width: 10, kind: 'quantity' },
  { key: 'self', header: '自评得分', width: 12, kind: 'quantity' },
  { key: 'real', header: '上级评定', width: 12, kind: 'quantity' },
  { key: 'difference', header: '自评高出', width: 12, kind: 'quantity' },
  { key: 'selfWords', header: '自评说明', width: 30, kind: 'text' },
  { key: 'realWords', header: '上级扣分原因', width: 40, kind: 'text' },
]

/** 自评与上级评定对照表 as a workbook. */
export const comparisonTable = async (
  db: Reader,
  actor: Actor,
  superiorPlanId: string,
): Promise<Result<TakenOut, Refusal>> => {
  const found = await comparison(db, actor, superiorPlanId)
  if (!found.ok) return found
  return ok({
    title: '自评与上级评定对照表',
    columns,
    rows: found.value.rows.map((row, at) => ({
      order: String(at + 1),
      name: row.name,
      unit: row.unitName,
      section: row.sectionName || undefined,
      fullMark: row.fullMark || undefined,
      self: row.self || undefined,
      real: row.real || undefined,
      difference: row.difference || undefined,
      selfWords: row.selfWords || undefined,
      realWords: row.realWords || undefined,
    })),
    scope: '本单位不承担的指标',
  })
}
