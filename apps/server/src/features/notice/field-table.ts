import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { basisOf } from '@quanheng/domain/notice/draft-parts'
import type { ReadField, ReadRow } from '@quanheng/domain/notice/model'
import { placesByField } from '@quanheng/domain/notice/places'
import { zhNoticeLabels } from '@quanheng/messages/zh-CN/notice-labels'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../platform/jobs/list-file.ts'
import { deciders } from './deciders.ts'
import { readingOf, visibleNotice } from './store.ts'
import type { NoticeImportRow } from './tables.ts'

const column = (key: string, header: string, width: number): TableColumn => ({ key, header, width, kind: 'text' })

const columns: readonly TableColumn[] = [
  column('number', '序号', 6),
  column('part', '部分', 12),
  column('of', '所属', 24),
  column('field', '字段', 12),
  column('words', '文件原文', 40),
  column('article', '条款', 12),
  column('line', '所在原句', 60),
  column('decision', '核对', 10),
  column('taken', '采用内容', 40),
  column('by', '核对人', 10),
  column('at', '核对时间', 18),
  column('place', '方案中的位置', 16),
]

const { noticePart, noticeField, noticeState } = zhNoticeLabels
const { planPart, stepKind } = zhCNLabels

const kindWord = (field: ReadField, value: string): string =>
  field.name === 'stepKind' ? (stepKind[value as keyof typeof stepKind] ?? '') : value

const placeWord = (at: string | undefined): string =>
  at === undefined ? '' : (planPart[(/^[a-zA-Z]+/.exec(at)?.[0] ?? '') as keyof typeof planPart] ?? '')

/** 导入核对表: every field with its words and line, what was decided, by whom and when, and where it went. */
const rowsOf = (row: NoticeImportRow, who: Awaited<ReturnType<typeof deciders>>): readonly TableValues[] => {
  const { text, headings, rows } = readingOf(row)
  const means = { headings, signs: [...text] }
  const places = placesByField(row.sources)
  const told = (one: ReadRow, field: ReadField): TableValues => {
    const choice = Object.hasOwn(row.choices, field.id) ? row.choices[field.id] : undefined
    const basis = basisOf(means, field)
    const clause = basis.kind === 'clause' ? basis : undefined
    const words = kindWord(field, field.value)
    const decided = choice && who.get(field.id)
    return {
      part: noticePart[one.part],
      of: [...(one.path ?? []), ...(one.group === undefined ? [] : [one.group])].join(' › ') || one.fields[0]?.value,
      field: noticeField[field.name],
      words,
      article: clause?.article,
      line: clause?.text,
      decision: noticeState[choice?.state ?? 'undecided'],
      taken:
        choice?.state === 'corrected'
          ? kindWord(field, choice.value)
          : choice?.state === 'accepted'
            ? words
            : undefined,
      by: decided?.name,
      at: decided?.at,
      place: placeWord(places.get(field.id)),
    }
  }
  return rows
    .flatMap((one) => one.fields.map((field) => told(one, field)))
    .map((values, at) =>
      Object.fromEntries(
        Object.entries({ number: String(at + 1), ...values }).filter(
          ([, value]) => value !== undefined && value !== '',
        ),
      ),
    )
}

export const fieldTableOf = async (
  db: Reader,
  noticeId: string,
  asking: Asking,
): Promise<Result<FileReply, Refusal>> => {
  const row = await visibleNotice(db, asking.actor, noticeId)
  if (row === undefined) return refuse('platform.notFound')
  const list = { title: '导入核对表', columns, rows: rowsOf(row, await deciders(db, row)) }
  return ok(listFile(`${row.title ?? row.file_name}导入核对表`, list, asking))
}
