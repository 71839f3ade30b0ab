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
import { allItems, type ItemLine, type Narrowed } from './register.ts'

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'unit', header: '单位', width: 26, kind: 'text' },
  { key: 'subject', header: '内容', width: 26, kind: 'text' },
  { key: 'words', header: '整改要求', width: 40, kind: 'text' },
  { key: 'seriousness', header: '程度', width: 10, kind: 'text' },
  { key: 'times', header: '发现次数', width: 10, kind: 'quantity' },
  { key: 'ticket', header: '督办', width: 12, kind: 'text' },
  { key: 'noticedOn', header: '通知日期', width: 14, kind: 'text' },
  { key: 'due', header: '时限', width: 14, kind: 'text' },
  { key: 'late', header: '逾期工作日', width: 12, kind: 'quantity' },
  { key: 'state', header: '状态', width: 12, kind: 'text' },
  { key: 'supervision', header: '督查', width: 30, kind: 'text' },
]

const sayNarrowing = ({ q, state, ticket, late, again }: Narrowed): Narrowing => [
  ['关键字', q],
  ['状态', state && label('zh-CN', 'rectificationState', state)],
  ['督办', ticket && label('zh-CN', 'ticket', ticket)],
  ['只看逾期', late && '是'],
  ['只看重复发现', again && '是'],
]

/** 整改台账 as a workbook, in the order of the page. */
export const registerTable = async (
  db: Reader,
  actor: Actor,
  narrowed: Narrowed,
  { today }: Context,
): Promise<TakenOut> => {
  const rows = await allItems(db, actor, narrowed, today)
  return {
    title: '整改台账',
    columns,
    rows: rows.map((row, at) => ({
      order: String(at + 1),
      unit: row.unitName,
      subject: row.subject,
      words: row.words,
      seriousness: label('zh-CN', 'seriousness', row.seriousness),
      times: String(row.times),
      ticket: label('zh-CN', 'ticket', row.ticket),
      noticedOn: row.noticedOn,
      due: row.due,
      late: row.daysLate === 0 ? undefined : String(row.daysLate),
      state: label('zh-CN', 'rectificationState', row.state),
      supervision: row.supervisionTitle,
    })),
    narrowing: sayNarrowing(narrowed),
    inSight: (await allItems(db, actor, {}, today)).length,
    scope: '您无权查看的单位的整改事项',
  }
}

const sheetOf = (rows: readonly ItemLine[], organ: string, narrowed: Narrowed): Omit<FormSheet, 'checkCode'> => {
  const chosen = sayNarrowing(narrowed).flatMap(([name, value]) => (value ? [`${name}：${value}`] : []))
  const closed = rows.filter(({ state }) => state === 'closed').length
  const late = rows.filter(({ daysLate, state }) => daysLate > 0 && state !== 'closed').length
  return {
    title: '整改台账',
    organ,
    orientation: 'landscape',
    facts: [
      { label: '事项', value: `共${rows.length}项，已销号${closed}项，逾期未完成${late}项` },
      { label: '范围', value: chosen.length === 0 ? '全部' : chosen.join('；') },
    ],
    columns: [
      { header: '序号', width: 10, kind: 'text' },
      { header: '单位', width: 26, kind: 'text' },
      { header: '内容', width: 30, kind: 'text' },
      { header: '整改要求', width: 46, kind: 'text' },
      { header: '发现次数', width: 18, kind: 'quantity' },
      { header: '督办', width: 18, kind: 'text' },
      { header: '时限', width: 20, kind: 'text' },
      { header: '逾期', width: 12, kind: 'quantity' },
      { header: '状态', width: 16, kind: 'text' },
    ],
    rows: rows.map((row, at) => [
      String(at + 1),
      row.unitName,
      row.subject,
      row.words,
      String(row.times),
      label('zh-CN', 'ticket', row.ticket),
      row.due,
      row.daysLate === 0 ? '' : String(row.daysLate),
      label('zh-CN', 'rectificationState', row.state),
    ]),
    notes: ['发现次数为同一单位同一内容历年累计；逾期按工作日计算，算到报告完成之日。'],
    signatures: [{ role: '制表' }, { role: '考评办负责人' }],
  }
}

/** 整改台账 on paper, as the page is narrowed. */
export const printedRegister = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  { format, ...narrowed }: Narrowed & { readonly format: PaperFormat },
): Promise<FileReply> => {
  const rows = await allItems(db, actor, narrowed, context.today)
  const plain = sheetOf(rows, actor.posts[0]?.unitName ?? '', narrowed)
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'rectificationRegister', ...plain }))
  const seal = await printedSeal(db)
  const sheet: FormSheet = { ...plain, checkCode: code, label: '内部资料', on: context.today, ...(seal && { seal }) }
  return paperFile(platform, { paper: { kind: 'form', sheet }, format, name: '整改台账' }, { actor, context })
}
