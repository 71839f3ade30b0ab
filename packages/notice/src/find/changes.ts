import type { Context } from '../text/context.ts'
import type { Line, Span, Table } from '../text/document.ts'
import { openingOf } from '../text/labels.ts'
import { placed, split } from '../text/words.ts'
import { type ChangeAct, changedValue, changesIn, type NoticeChange } from './change-clauses.ts'
import { fieldOf } from './changed-field.ts'
import type { NoticeKind } from './kind.ts'

const heads: readonly (readonly [RegExp, ChangeAct])[] = [
  [/^(?:新增|增加|增设|增补|补充)(?:的)?(?:部分|有关)?(?:考核|考评)?(?:指标|内容|项目|事项|任务|方面)?$/, 'added'],
  [/^(?:取消|删除|删去|撤销|剔除)(?:的)?(?:部分|有关)?(?:考核|考评)?(?:指标|内容|项目|事项|任务|方面)?$/, 'dropped'],
]

/** 新增指标 above items: what is done to each of them. */
const actOf = (title: string): ChangeAct | undefined =>
  title.length <= 16 && !/[“"]/.test(title) ? heads.find(([words]) => words.test(title))?.[1] : undefined

/** An item under such a heading is its first sentence, or the names that it lists; elsewhere each clause is asked. */
function inLine(text: string, line: Line, act: ChangeAct | undefined): readonly NoticeChange[] {
  const span = { start: line.start + openingOf(line.text, line.label), end: line.end }
  return split(text, span, '。；;').flatMap((clause, at) => {
    const names = act ? split(text, clause, '、') : []
    const listed = names.length > 1 && names.every(({ start }) => /[“"]/.test(text.charAt(start)))
    return listed
      ? names.flatMap((one) => changesIn(text, one, act))
      : changesIn(text, clause, at === 0 ? act : undefined)
  })
}

const before = /^(?:原|调整前|修订前|更正前|现行)(?:的)?/
const after = /^(?:调整后|现|新|修订后|更正后|变更后)(?:的)?/
const nameHead = /^(?:考[核评])?(?:[一二三]级)?(?:指标|项目)(?:名称)?$/

/** 指标名称 | 原分值 | 调整后分值: a change to each row. */
function inTable(text: string, { rows }: Table): readonly NoticeChange[] {
  const [head = [], ...below] = rows
  const words = head.map((cell) => cell.text.replace(/\s/g, ''))
  const column = (form: RegExp): number => words.findIndex((one) => form.test(one))
  const [nameAt, fromAt, toAt] = [column(nameHead), column(before), column(after)]
  if (nameAt < 0 || fromAt < 0 || toAt < 0) return []
  const field = fieldOf((words[fromAt] ?? '').replace(before, '')) ?? fieldOf((words[toAt] ?? '').replace(after, ''))
  const said = (cell: Span & { readonly text: string }) =>
    /^[-—－/无]*$/.test(cell.text) ? null : changedValue(text, cell, field)
  return below.flatMap((row): NoticeChange[] => {
    const [own, old, fresh] = [row[nameAt], row[fromAt], row[toAt]]
    if (!own || !old || !fresh || own.text === '') return []
    const [from, to] = [said(old), said(fresh)]
    if (!(from ?? to) || from?.value === to?.value) return []
    const act = from === null ? 'added' : to === null ? 'dropped' : 'changed'
    return [{ start: own.start, end: fresh.end, act, name: placed(text, own, 0.9), field, from, to }]
  })
}

/** What a notice of adjustment adds, drops and changes, in the order of the text; a notice of another kind changes nothing. */
export function findChanges(
  { text, lines, tables, letter }: Context,
  kind: NoticeKind | undefined,
): readonly NoticeChange[] {
  if (kind !== 'adjustment') return []
  const found: NoticeChange[] = []
  let under: { readonly level: number; readonly act: ChangeAct | undefined } | undefined
  for (const line of lines.slice(letter.body, letter.to)) {
    if (line.table !== undefined) continue
    const act = line.label ? actOf(line.text.slice(line.label.length).replace(/[。：:]$/, '')) : undefined
    if (line.label && (act || !under || line.label.level <= under.level)) under = { level: line.label.level, act }
    if (!act) found.push(...inLine(text, line, line.label || /[“"]/.test(line.text) ? under?.act : undefined))
  }
  return [...found, ...tables.flatMap((table) => inTable(text, table))].sort((a, b) => a.start - b.start)
}
