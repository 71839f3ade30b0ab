import { digestOf } from '@quanheng/domain/kernel/digest'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { label } from '@quanheng/messages/labels'
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
import { allRecords, countRecords, type Narrowed, type RoutineLine } from './lines.ts'

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'happenedOn', header: '发生日期', width: 14, kind: 'date' },
  { key: 'unit', header: '单位', width: 26, kind: 'text' },
  { key: 'indicator', header: '指标', width: 40, kind: 'text' },
  { key: 'happening', header: '记录事项', width: 60, kind: 'text' },
  { key: 'source', header: '来源文件', width: 32, kind: 'text' },
  { key: 'effect', header: '拟作处理', width: 12, kind: 'text' },
  { key: 'points', header: '分值', unit: '分', width: 10, kind: 'quantity' },
  { key: 'state', header: '状态', width: 14, kind: 'text' },
  { key: 'lead', header: '记录单位', width: 30, kind: 'text' },
  { key: 'plan', header: '方案', width: 40, kind: 'text' },
]

const sayNarrowing = (
  { q, planId, unitId, leafKey, effect, state, from, to }: Narrowed,
  [first]: readonly RoutineLine[],
): Narrowing => [
  ['方案', planId && first?.planTitle],
  ['单位', unitId && first?.unitName],
  ['指标', leafKey && first?.indicator],
  ['关键字', q],
  ['拟作处理', effect && label('zh-CN', 'routineEffect', effect)],
  ['状态', state && label('zh-CN', 'routineRecordState', state)],
  ['日期自', from],
  ['日期至', to],
]

/** 平时记录台账 as a workbook, in the order of the page. */
export const registerTable = async (
  db: Reader,
  actor: Actor,
  narrowed: Narrowed,
  { today }: Context,
): Promise<TakenOut> => {
  const rows = await allRecords(db, actor, narrowed, today)
  return {
    title: '平时记录台账',
    columns,
    rows: rows.map((row, at) => ({
      order: String(at + 1),
      happenedOn: row.happenedOn,
      unit: row.unitName,
      indicator: row.indicator,
      happening: row.happening,
      source: row.source,
      effect: label('zh-CN', 'routineEffect', row.effect),
      points: row.points ?? undefined,
      state: label('zh-CN', 'routineRecordState', row.state),
      lead: row.leadName,
      plan: row.planTitle,
    })),
    narrowing: sayNarrowing(narrowed, rows),
    inSight: await countRecords(db, actor, {}),
    scope: '您无权查看的单位的平时记录；已撤销的须按状态筛选',
  }
}

const proposed = ({ effect, points }: RoutineLine): string =>
  effect === 'none' ? '' : `${effect === 'plus' ? '加' : '减'}${points ?? ''}`

const sheetOf = (
  rows: readonly RoutineLine[],
  organ: string,
  narrowed: Narrowed,
  today: string,
): Omit<FormSheet, 'checkCode'> => {
  const chosen = sayNarrowing(narrowed, rows).flatMap(([name, value]) => (value ? [`${name}：${value}`] : []))
  const count = (effect: RoutineLine['effect']) => rows.filter((row) => row.effect === effect).length
  return {
    title: '平时记录登记表',
    organ,
    orientation: 'landscape',
    facts: [
      {
        label: '记录',
        value: `共${rows.length}条，其中拟加分${count('plus')}条、拟减分${count('minus')}条、仅记录${count('none')}条`,
      },
      { label: '范围', value: chosen.length === 0 ? '全部' : chosen.join('；') },
    ],
    columns: [
      { header: '序号', width: 10, kind: 'text' },
      { header: '日期', width: 22, kind: 'text' },
      { header: '单位', width: 32, kind: 'text' },
      { header: '指标', width: 42, kind: 'text' },
      { header: '记录事项', width: 70, kind: 'text' },
      { header: '来源文件', width: 40, kind: 'text' },
      { header: '拟加减', width: 16, kind: 'text' },
      { header: '状态', width: 22, kind: 'text' },
    ],
    rows: rows.map((row, at) => [
      String(at + 1),
      row.happenedOn,
      row.unitName,
      row.indicator.split(' › ').at(-1) ?? '',
      row.happening,
      row.source,
      proposed(row),
      label('zh-CN', 'routineRecordState', row.state),
    ]),
    notes: [`截至${today}。`, '平时记录供评分时参考；方案规定按平时记录计数或计分的，以方案的评分标准为准。'],
    signatures: [{ role: '记录人' }, { role: '科室负责人' }],
  }
}

/** 平时记录登记表 on paper, as the page is narrowed. */
export const printedRegister = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  { format, ...narrowed }: Narrowed & { readonly format: PaperFormat },
): Promise<FileReply> => {
  const rows = await allRecords(db, actor, narrowed, context.today)
  const plain = sheetOf(rows, actor.posts[0]?.unitName ?? '', narrowed, context.today)
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'routineRecordRegister', ...plain }))
  const seal = await printedSeal(db)
  const sheet: FormSheet = { ...plain, checkCode: code, label: '内部资料', on: context.today, ...(seal && { seal }) }
  return paperFile(platform, { paper: { kind: 'form', sheet }, format, name: '平时记录登记表' }, { actor, context })
}
