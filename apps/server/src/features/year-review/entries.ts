import type { ReplyOf } from '@quanheng/contract/route'
import type { showReview } from '@quanheng/contract/year-review'
import type { YearReview } from '@quanheng/domain/year-review/model'
import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import { namesOf } from '../scoring/index.ts'
import { entriesFor } from './scope.ts'

export type EntryLine = ReplyOf<typeof showReview>['lines'][number]

/** Entries as this person may read them, by kind, each with who brought it. */
export const entryLines = async (db: Reader, actor: Actor, review: YearReview): Promise<EntryLine[]> => {
  const entries = entriesFor(actor, review)
  const names = await namesOf(db, {
    units: entries.map(({ by }) => by.unitId),
    people: entries.map(({ by }) => by.personId),
  })
  const sectionIds = entries.flatMap(({ by }) => by.sectionId ?? [])
  const sections =
    sectionIds.length === 0
      ? []
      : await db.selectFrom('section').select(['id', 'name']).where('id', 'in', sectionIds).execute()
  const own = unitIdsOf(postsFor(actor, 'yearReview.drop'))
  return entries.map(({ id, kind, node, text, wanted, by, at, answer }) => ({
    id,
    kind,
    nodeName: node?.name ?? null,
    text,
    wanted: wanted ?? null,
    unitName: names.get(by.unitId) ?? '',
    sectionName: sections.find((section) => section.id === by.sectionId)?.name ?? '',
    by: names.get(by.personId) ?? '',
    post: by.post,
    at,
    answer: answer ? { outcome: answer.outcome, reason: answer.reason } : null,
    own: review.state === 'gathering' && own.includes(by.unitId),
  }))
}

const columns: readonly TableColumn[] = [
  { key: 'kind', header: '类别', width: 12, kind: 'text' },
  { key: 'unit', header: '单位', width: 26, kind: 'text' },
  { key: 'section', header: '科室', width: 18, kind: 'text' },
  { key: 'node', header: '指标', width: 24, kind: 'text' },
  { key: 'text', header: '内容', width: 60, kind: 'text' },
  { key: 'wanted', header: '下年方案怎样改', width: 40, kind: 'text' },
  { key: 'outcome', header: '采纳情况', width: 12, kind: 'text' },
  { key: 'reason', header: '说明', width: 30, kind: 'text' },
]

/** 意见台账 of one review. */
export const entriesTable = async (db: Reader, actor: Actor, review: YearReview): Promise<TakenOut> => ({
  title: `${review.content.title}意见台账`,
  columns,
  rows: (await entryLines(db, actor, review)).map((line) => ({
    kind: label('zh-CN', 'reviewEntryKind', line.kind),
    unit: line.unitName,
    section: line.sectionName || undefined,
    node: line.nodeName ?? undefined,
    text: line.text,
    wanted: line.wanted ?? undefined,
    outcome: line.answer ? label('zh-CN', 'answerOutcome', line.answer.outcome) : undefined,
    reason: line.answer?.reason || undefined,
  })),
  scope: '其他单位提出、尚未审定采纳的意见',
})
