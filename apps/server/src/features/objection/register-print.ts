import { digestOf } from '@quanheng/domain/kernel/digest'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { label } from '@quanheng/messages/labels'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { allObjections, linesOf, type ObjectionFilter, type ObjectionLine } from './list.ts'
import { sayNarrowing } from './table.ts'

const ended: readonly string[] = ['kept', 'corrected', 'declined', 'withdrawn']

const sheetOf = (
  lines: readonly ObjectionLine[],
  organ: string,
  filter: ObjectionFilter,
): Omit<FormSheet, 'checkCode'> => {
  const chosen = sayNarrowing(filter).flatMap(([name, value]) => (value ? [`${name}：${value}`] : []))
  const over = lines.filter(({ state }) => ended.includes(state)).length
  const late = lines.filter(({ overdue }) => overdue > 0).length
  return {
    title: '异议复核登记簿',
    organ,
    orientation: 'landscape',
    facts: [
      { label: '件数', value: `共${lines.length}件，已办结${over}件，逾期未办${late}件` },
      { label: '范围', value: chosen.length === 0 ? '全部' : chosen.join('；') },
    ],
    columns: [
      { header: '序号', width: 12, kind: 'text' },
      { header: '编号', width: 28, kind: 'text' },
      { header: '提出单位', width: 26, kind: 'text' },
      { header: '指标', width: 30, kind: 'text' },
      { header: '评分单位', width: 26, kind: 'text' },
      { header: '公布得分', width: 19, kind: 'quantity' },
      { header: '受理日期', width: 20, kind: 'text' },
      { header: '办理期限', width: 20, kind: 'text' },
      { header: '状态', width: 16, kind: 'text' },
      { header: '决定日期', width: 20, kind: 'text' },
      { header: '更正后', width: 15, kind: 'quantity' },
    ],
    rows: lines.map((line, at) => [
      String(at + 1),
      line.documentNumber ?? '',
      line.unitName,
      line.leafName,
      line.scorerName,
      line.points,
      line.registeredOn ?? '',
      line.due ?? '',
      label('zh-CN', 'objectionState', line.state),
      line.decidedOn ?? '',
      line.to ?? '',
    ]),
    notes: ['更正后的得分在更正结果印发前不改变原公布的结果；期限按工作日计算。'],
    signatures: [{ role: '登记' }, { role: '考评办负责人' }],
  }
}

/** 异议复核登记簿 on paper, as the page is narrowed. */
export const printedRegister = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  { format, ...filter }: ObjectionFilter & { readonly format: PaperFormat },
): Promise<FileReply> => {
  const loaded = await allObjections(db, actor, filter, context.today)
  const lines = await linesOf(db, actor, loaded, context.today)
  const plain = sheetOf(lines, actor.posts[0]?.unitName ?? '', filter)
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'objectionRegister', ...plain }))
  const seal = await printedSeal(db)
  const sheet: FormSheet = { ...plain, checkCode: code, label: '内部资料', on: context.today, ...(seal && { seal }) }
  return paperFile(platform, { paper: { kind: 'form', sheet }, format, name: '异议复核登记簿' }, { actor, context })
}
