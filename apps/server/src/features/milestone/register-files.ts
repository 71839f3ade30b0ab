import { digestOf } from '@quanheng/domain/kernel/digest'
import { exact, printExact } from '@quanheng/domain/kernel/exact'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import type { Narrowing, TakenOut } from '../../platform/jobs/list-file.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { allMilestones, type MilestoneLine, type Narrowed } from './lines.ts'

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'due', header: '日期', width: 14, kind: 'date' },
  { key: 'indicator', header: '指标', width: 36, kind: 'text' },
  { key: 'name', header: '节点', width: 30, kind: 'text' },
  { key: 'unit', header: '承担单位', width: 26, kind: 'text' },
  { key: 'light', header: '亮灯', width: 10, kind: 'text' },
  { key: 'late', header: '逾期工作日', width: 12, kind: 'quantity' },
  { key: 'state', header: '状态', width: 12, kind: 'text' },
  { key: 'expected', header: '应达', group: '累计进度', width: 12, kind: 'text' },
  { key: 'reached', header: '完成', group: '累计进度', width: 12, kind: 'text' },
  { key: 'told', header: '已告知', width: 18, kind: 'text' },
  { key: 'plan', header: '方案', width: 40, kind: 'text' },
]

/** A light of what is done is history: the state says it. */
const lightWord = ({ state, light }: Pick<MilestoneLine, 'state' | 'light'>): string =>
  state === 'confirmed' ? '' : label('zh-CN', 'milestoneLight', light)

const lateDays = ({ past }: MilestoneLine): string | undefined => (past > 0 ? String(past) : undefined)

const amount = (text: string | null, unit: string): string => (text === null ? '' : `${printExact(exact(text))}${unit}`)

const sayNarrowing = (
  { q, state, light, from, to }: Narrowed,
  rows: readonly MilestoneLine[],
  planId?: string,
): Narrowing => [
  ['方案', planId && rows[0]?.planTitle],
  ['关键字', q],
  ['状态', state && label('zh-CN', 'milestoneState', state)],
  ['亮灯', light && label('zh-CN', 'milestoneLight', light)],
  ['日期自', from],
  ['日期至', to],
]

/** 指标节点台账 as a workbook, in the order of the page. */
export const registerTable = async (
  db: Reader,
  actor: Actor,
  narrowed: Narrowed,
  { today }: Context,
): Promise<TakenOut> => {
  const rows = await allMilestones(db, actor, narrowed, today)
  return {
    title: '指标节点台账',
    columns,
    rows: rows.map((row, at) => ({
      order: String(at + 1),
      due: row.due,
      indicator: row.indicator,
      name: row.name,
      unit: row.unitName,
      light: lightWord(row),
      late: lateDays(row),
      state: label('zh-CN', 'milestoneState', row.state),
      expected: amount(row.expectedAmount, row.measureUnit),
      reached: amount(row.reached, row.measureUnit),
      told: row.told === null ? undefined : label('zh-CN', 'lightRung', row.told),
      plan: row.planTitle,
    })),
    narrowing: sayNarrowing(narrowed, rows, narrowed.planId),
    inSight: (await allMilestones(db, actor, {}, today)).length,
    scope: '您无权查看的单位的指标节点',
  }
}

const sheetOf = (
  rows: readonly MilestoneLine[],
  organ: string,
  narrowed: Narrowed,
  today: string,
): Omit<FormSheet, 'checkCode'> => {
  const chosen = sayNarrowing(narrowed, rows, narrowed.planId).flatMap(([name, value]) =>
    value ? [`${name}：${value}`] : [],
  )
  const open = rows.filter(({ state }) => state !== 'confirmed')
  const count = (light: MilestoneLine['light']) => open.filter((row) => row.light === light).length
  return {
    title: '指标节点亮灯情况表',
    organ,
    orientation: 'landscape',
    facts: [
      { label: '范围', value: chosen.length === 0 ? '全部' : chosen.join('；') },
      { label: '截至', value: sayDay(today) },
      {
        label: '节点',
        value: `共${rows.length}个，已完成${rows.length - open.length}个；红灯${count('red')}个，黄灯${count('yellow')}个，预警${count('warning')}个`,
      },
    ],
    columns: [
      { header: '序号', width: 10, kind: 'text' },
      { header: '日期', width: 24, kind: 'text' },
      { header: '指标', width: 52, kind: 'text' },
      { header: '节点', width: 40, kind: 'text' },
      { header: '承担单位', width: 34, kind: 'text' },
      { header: '亮灯', width: 16, kind: 'text' },
      { header: '逾期', width: 14, kind: 'quantity' },
      { header: '状态', width: 24, kind: 'text' },
      { header: '应达', width: 20, kind: 'text' },
      { header: '完成', width: 20, kind: 'text' },
    ],
    rows: rows.map((row, at) => [
      String(at + 1),
      row.due,
      row.indicator,
      row.name,
      row.unitName,
      lightWord(row),
      lateDays(row) ?? '',
      label('zh-CN', 'milestoneState', row.state),
      amount(row.expectedAmount, row.measureUnit),
      amount(row.reached, row.measureUnit),
    ]),
    notes: ['亮灯按工作日计算，逾期算到报告完成之日。', '亮灯反映工作进度，用于提醒和督促，不直接增减得分。'],
    signatures: [{ role: '制表' }, { role: '负责人' }],
  }
}

/** 指标节点亮灯情况表 on paper, as the page is narrowed. */
export const printedRegister = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  { format, ...narrowed }: Narrowed & { readonly format: PaperFormat },
): Promise<FileReply> => {
  const rows = await allMilestones(db, actor, narrowed, context.today)
  const plain = sheetOf(rows, actor.posts[0]?.unitName ?? '', narrowed, context.today)
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'milestoneRegister', ...plain }))
  const seal = await printedSeal(db)
  const sheet: FormSheet = { ...plain, checkCode: code, label: '内部资料', on: context.today, ...(seal && { seal }) }
  return paperFile(platform, { paper: { kind: 'form', sheet }, format, name: '指标节点亮灯情况表' }, { actor, context })
}
