import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { exportAdjustments, listAdjustments } from '@quanheng/contract/target-adjustment'
import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import { type AdjustmentLine, lineOf, read } from './lines.ts'
import { adjustmentIsVisible } from './scope.ts'

type Filter = Omit<QueryOf<typeof exportAdjustments>, 'format'>

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const inSight = (db: Reader, actor: Actor, filter: Filter) => {
  let found = db
    .selectFrom('target_adjustment')
    .innerJoin('unit', 'unit.id', 'target_adjustment.unit_id')
    .where(adjustmentIsVisible(actor))
  if (filter.planId !== undefined) found = found.where('target_adjustment.plan_id', '=', filter.planId)
  if (filter.state !== undefined) found = found.where('target_adjustment.state', '=', filter.state)
  if (filter.kind !== undefined) {
    found = found.where(sql<boolean>`target_adjustment.content #>> '{adjusted,kind}' = ${filter.kind}`)
  }
  if (filter.q !== undefined && filter.q !== '') {
    const q = like(filter.q)
    found = found.where(
      sql<boolean>`(target_adjustment.content #>> '{was,leafName}' LIKE ${q} OR unit.name LIKE ${q}
        OR target_adjustment.standing #>> '{reply,documentNumber}' LIKE ${q})`,
    )
  }
  return found
}

/** What is under way first, in the order of the work; then the latest. */
const order = sql`array_position(ARRAY['office', 'group', 'decided', 'opinion', 'draft', 'replied', 'revised', 'withdrawn'],
  target_adjustment.state)`
const latest = sql`target_adjustment.standing ->> 'sentOn' DESC NULLS LAST`

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size, ...filter }: QueryOf<typeof listAdjustments>,
): Promise<ReplyOf<typeof listAdjustments>> => {
  const found = inSight(db, actor, filter)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('target_adjustment')
    .orderBy(order)
    .orderBy(latest)
    .orderBy('target_adjustment.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total, rows: (await read(db, rows)).map((one) => lineOf(one, actor)) }
}

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'unit', header: '申请单位', width: 24, kind: 'text' },
  { key: 'plan', header: '考评方案', width: 36, kind: 'text' },
  { key: 'leaf', header: '指标', width: 24, kind: 'text' },
  { key: 'kind', header: '类型', width: 14, kind: 'text' },
  { key: 'words', header: '调整内容', width: 46, kind: 'text' },
  { key: 'lead', header: '牵头单位', width: 24, kind: 'text' },
  { key: 'sentOn', header: '报送日期', width: 14, kind: 'text' },
  { key: 'state', header: '状态', width: 16, kind: 'text' },
  { key: 'decision', header: '审定结果', width: 12, kind: 'text' },
  { key: 'number', header: '批复文号', width: 24, kind: 'text' },
  { key: 'effectiveOn', header: '生效日期', width: 14, kind: 'text' },
]

const row = (line: AdjustmentLine, at: number) => ({
  order: String(at + 1),
  unit: line.unitName,
  plan: line.planTitle,
  leaf: line.leafName,
  kind: label('zh-CN', 'adjustmentKind', line.kind),
  words: line.words,
  lead: line.leadName,
  sentOn: line.sentOn ?? undefined,
  state: label('zh-CN', 'adjustmentState', line.state),
  decision: line.agreed === null ? undefined : line.agreed ? '同意' : '不同意',
  number: line.documentNumber ?? undefined,
  effectiveOn: line.effectiveOn ?? undefined,
})

/** 指标调整台账, in the order of the page. */
export const register = async (db: Reader, actor: Actor, filter: Filter): Promise<TakenOut> => {
  const rows = await inSight(db, actor, filter)
    .selectAll('target_adjustment')
    .orderBy(order)
    .orderBy(latest)
    .orderBy('target_adjustment.id')
    .execute()
  const lines = (await read(db, rows)).map((one) => lineOf(one, actor))
  return {
    title: '指标调整台账',
    columns,
    rows: lines.map(row),
    narrowing: [
      ['查找内容', filter.q],
      ['类型', filter.kind && label('zh-CN', 'adjustmentKind', filter.kind)],
      ['状态', filter.state && label('zh-CN', 'adjustmentState', filter.state)],
    ],
    scope: '您无权查看的单位的指标调整申请',
  }
}
