import type { Refusal } from '@quanheng/contract/errors'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { label } from '@quanheng/messages/labels'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { type ProgressRow, progressRound } from './round.ts'
import { sayPeriod } from './say-period.ts'

interface Asked {
  readonly db: Reader
  readonly actor: Actor
  readonly context: Context
}

interface OfRound {
  readonly superiorPlanId: string
  readonly period?: string | undefined
}

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'indicator', header: '上级指标', width: 32, kind: 'text' },
  { key: 'unit', header: '承担单位', width: 26, kind: 'text' },
  { key: 'section', header: '科室', width: 18, kind: 'text' },
  { key: 'owner', header: '责任人', width: 14, kind: 'text' },
  { key: 'measureUnit', header: '计量单位', width: 12, kind: 'text' },
  { key: 'target', header: '分解目标', width: 14, kind: 'quantity' },
  { key: 'actual', header: '累计完成', width: 14, kind: 'quantity' },
  { key: 'rate', header: '完成率', unit: '%', width: 12, kind: 'quantity' },
  { key: 'yearEnd', header: '全年预计', width: 14, kind: 'quantity' },
  { key: 'state', header: '状态', width: 12, kind: 'text' },
  { key: 'light', header: '亮灯', width: 10, kind: 'text' },
  { key: 'late', header: '逾期工作日', width: 12, kind: 'quantity' },
  { key: 'words', header: '进展情况', width: 50, kind: 'text' },
  { key: 'difficulties', header: '存在困难', width: 40, kind: 'text' },
]

const sayState = ({ report }: ProgressRow): string =>
  report === null ? '未报告' : label('zh-CN', 'progressState', report.state)

/** What was reported in time lights up no more. */
const sayLight = ({ report, light, past }: ProgressRow): string =>
  report !== null && report.state !== 'returned' && past <= 0 ? '' : label('zh-CN', 'milestoneLight', light)

/** 任务调度表 of one round as a workbook. */
export const roundTable = async ({ db, actor, context }: Asked, asked: OfRound): Promise<Result<TakenOut, Refusal>> => {
  const found = await progressRound(db, actor, asked, context.today)
  if (!found) return refuse('platform.notFound')
  const { plan, reply } = found
  if (reply.period === null) return refuse('progressReport.noRound')
  return ok({
    title: `${plan.content.document.title}任务调度表（${sayPeriod(reply.period)}）`,
    columns,
    rows: reply.rows.map((row, at) => ({
      order: String(at + 1),
      indicator: row.indicator,
      unit: row.unitName,
      section: row.sectionName || undefined,
      owner: row.owner,
      measureUnit: row.measureUnit || undefined,
      target: row.target || undefined,
      actual: row.report?.actual || undefined,
      rate: row.rate ?? undefined,
      yearEnd: row.report?.yearEnd || undefined,
      state: sayState(row),
      light: sayLight(row),
      late: row.past > 0 ? String(row.past) : undefined,
      words: row.report?.words,
      difficulties: row.report?.difficulties || undefined,
    })),
    narrowing: [['期次', sayPeriod(reply.period)]],
    scope: '其他单位承担的任务',
  })
}

const sheetOf = (
  rows: readonly ProgressRow[],
  said: {
    readonly organ: string
    readonly title: string
    readonly period: string
    readonly end: string
    readonly due: string
  },
): Omit<FormSheet, 'checkCode'> => {
  const reported = rows.filter(({ report }) => report !== null && report.state !== 'returned').length
  return {
    title: '任务调度表',
    organ: said.organ,
    orientation: 'landscape',
    facts: [
      { label: '上级方案', value: said.title },
      { label: '期次', value: `${said.period}（截至${said.end}，报告期限${said.due}）` },
      { label: '报告', value: `应报${rows.length}项，已报${reported}项` },
    ],
    columns: [
      { header: '序号', width: 8, kind: 'text' },
      { header: '上级指标', width: 34, kind: 'text' },
      { header: '承担单位、科室', width: 34, kind: 'text' },
      { header: '分解目标', width: 18, kind: 'text' },
      { header: '累计完成', width: 18, kind: 'text' },
      { header: '完成率（%）', width: 16, kind: 'quantity' },
      { header: '全年预计', width: 18, kind: 'text' },
      { header: '状态', width: 16, kind: 'text' },
      { header: '进展情况及困难', width: 70, kind: 'text' },
    ],
    rows: rows.map((row, at) => {
      const { report, measureUnit } = row
      const figure = (text: string | undefined) => (text ? `${text}${measureUnit}` : '—')
      const late = row.past > 0 && (report === null || report.state === 'returned') ? `，逾期${row.past}个工作日` : ''
      return [
        String(at + 1),
        row.indicator,
        `${row.unitName}${row.sectionName}`,
        figure(row.target),
        figure(report?.actual),
        row.rate ?? '—',
        figure(report?.yearEnd),
        `${sayState(row)}${late}`,
        report ? `${report.words}${report.difficulties === '' ? '' : `困难：${report.difficulties}`}` : '',
      ]
    }),
    notes: ['累计完成、全年预计为承担单位所报，供调度使用，不作为得分依据。'],
    signatures: [{ role: '制表' }, { role: '负责人' }],
  }
}

/** 任务调度表 of one round on paper. */
export const printedRound = async (
  platform: Platform,
  { db, actor, context }: Asked,
  { format, ...asked }: OfRound & { readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const found = await progressRound(db, actor, asked, context.today)
  if (!found) return refuse('platform.notFound')
  const { plan, reply } = found
  if (reply.period === null) return refuse('progressReport.noRound')
  const plain = sheetOf(reply.rows, {
    organ: actor.posts[0]?.unitName ?? '',
    title: plan.content.document.title,
    period: sayPeriod(reply.period),
    end: reply.end ?? '',
    due: reply.due ?? '',
  })
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'progressRound', ...plain }))
  const seal = await printedSeal(db)
  const sheet: FormSheet = { ...plain, checkCode: code, label: '内部资料', on: context.today, ...(seal && { seal }) }
  const name = `任务调度表（${sayPeriod(reply.period)}）`
  return ok(await paperFile(platform, { paper: { kind: 'form', sheet }, format, name }, { actor, context }))
}
