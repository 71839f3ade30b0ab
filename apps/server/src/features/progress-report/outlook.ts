import type { Refusal } from '@quanheng/contract/errors'
import type { showOutlook } from '@quanheng/contract/progress-report'
import type { ReplyOf } from '@quanheng/contract/route'
import { exact } from '@quanheng/domain/kernel/exact'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import { sharesOf } from '@quanheng/domain/superior-plan/breakdown'
import { inForce, type SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import { type LatestProgress, type Outlook, outlookOf, totalOutlook } from '@quanheng/domain/superior-plan/outlook'
import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import { contentFor, visibleSuperiorPlan } from '../superior-plan/index.ts'
import { reportsOf } from './store.ts'

type Reply = ReplyOf<typeof showOutlook>
type Pair = Reply['total']['score']

/** To two places: more would pretend to know. */
const rounded = ([low, high]: readonly [string, string]): Pair => {
  const print = (text: string) => printRounded(exact(text), { places: 2, mode: 'halfUp' })
  return [print(low), print(high)]
}
const shown = ({ figure, score }: Outlook) => ({ figure: rounded(figure), score: rounded(score) })

/** The latest report of each share that was not sent back, whether confirmed yet or not. */
const latestOf = async (db: Reader, { id }: SuperiorPlan): Promise<ReadonlyMap<string, LatestProgress>> =>
  new Map(
    (await reportsOf(db, [id])).flatMap(({ model: { state, shareKey, content } }) =>
      state === 'returned'
        ? []
        : [
            [
              shareKey,
              { actual: content.actual, yearEnd: content.yearEnd, periodEnd: content.demand.periodEnd },
            ] as const,
          ],
    ),
  )

const outlookFor = async (
  db: Reader,
  actor: Actor,
  superiorPlanId: string,
  today: string,
): Promise<{ readonly plan: SuperiorPlan; readonly reply: Reply } | undefined> => {
  const plan = await visibleSuperiorPlan(db, actor, superiorPlanId)
  if (!plan) return undefined
  const issued = inForce(plan)
  const seen = new Set(contentFor(actor, plan).indicators.map(({ key }) => key))
  const latest = await latestOf(db, plan)
  const all = (issued?.indicators ?? []).flatMap((indicator) =>
    issued && seen.has(indicator.key)
      ? [{ indicator, outlook: outlookOf(indicator, sharesOf(issued, indicator.key), latest, plan.year) }]
      : [],
  )
  const total = totalOutlook(all.map(({ outlook }) => outlook))
  const rows = all.map(
    ({ indicator: { key, name, fullMark, target, measureUnit }, outlook }): Reply['rows'][number] => {
      const head = { key, name, fullMark, target, measureUnit, kind: outlook.kind }
      if (outlook.kind !== 'outlook') {
        const owing = outlook.kind === 'noReport' ? outlook.owing : 0
        return { ...head, basis: null, byOwner: null, linear: null, owing, dataFrom: null, dataTo: null }
      }
      const { basis, byOwner, linear, owing, dataFrom, dataTo } = outlook
      return {
        ...head,
        basis,
        byOwner: byOwner ? shown(byOwner) : null,
        linear: shown(linear),
        owing,
        dataFrom,
        dataTo,
      }
    },
  )
  return { plan, reply: { rows, total: { ...total, score: rounded(total.score) }, today } }
}

/** 得分预测, as far as this person sees the plan. */
export const outlook = async (...given: Parameters<typeof outlookFor>): Promise<Result<Reply, Refusal>> => {
  const found = await outlookFor(...given)
  return found ? ok(found.reply) : refuse('platform.notFound')
}

const columns: readonly TableColumn[] = [
  { key: 'name', header: '上级指标', width: 34, kind: 'text' },
  { key: 'fullMark', header: '分值', width: 10, kind: 'quantity' },
  { key: 'target', header: '目标', width: 14, kind: 'text' },
  { key: 'ownerFigure', header: '全年数', group: '承担单位预计', width: 18, kind: 'text' },
  { key: 'ownerScore', header: '预测得分', group: '承担单位预计', width: 18, kind: 'text' },
  { key: 'linearFigure', header: '全年数', group: '按进度推算', width: 18, kind: 'text' },
  { key: 'linearScore', header: '预测得分', group: '按进度推算', width: 18, kind: 'text' },
  { key: 'basis', header: '计分依据', width: 16, kind: 'text' },
  { key: 'owing', header: '未报单位数', width: 12, kind: 'quantity' },
  { key: 'data', header: '数据截至', width: 24, kind: 'text' },
]

const sayRange = ([low, high]: Pair): string => (low === high ? low : `${low}—${high}`)

/** 上级考评得分预测表 as a workbook. */
export const outlookTable = async (...given: Parameters<typeof outlookFor>): Promise<Result<TakenOut, Refusal>> => {
  const found = await outlookFor(...given)
  if (!found) return refuse('platform.notFound')
  const { plan, reply } = found
  return ok({
    title: `${plan.content.document.title}得分预测表`,
    columns,
    rows: reply.rows.map((row) => ({
      name: row.name,
      fullMark: row.fullMark || undefined,
      target: row.target === '' ? undefined : `${row.target}${row.measureUnit}`,
      ownerFigure: row.byOwner ? sayRange(row.byOwner.figure) : undefined,
      ownerScore: row.byOwner ? sayRange(row.byOwner.score) : undefined,
      linearFigure: row.linear ? sayRange(row.linear.figure) : undefined,
      linearScore: row.linear ? sayRange(row.linear.score) : undefined,
      basis: row.basis ? label('zh-CN', 'outlookBasis', row.basis) : label('zh-CN', 'outlookKind', row.kind),
      owing: row.owing > 0 ? String(row.owing) : undefined,
      data:
        row.dataTo === null ? undefined : row.dataFrom === row.dataTo ? row.dataTo : `${row.dataFrom}至${row.dataTo}`,
    })),
    scope: '本单位不承担的指标',
  })
}
