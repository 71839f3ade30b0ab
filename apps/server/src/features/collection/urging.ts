import type { urgingList } from '@quanheng/contract/datum'
import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { dueDayOf } from '@quanheng/domain/datum/deadline'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { mayAct, type NextAct } from '@quanheng/domain/workbench/next-act'
import { label } from '@quanheng/messages/labels'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import { type Reachable, reachable } from '../organisation/index.ts'
import { type IssuedPlan, issuedPlan, planHeader, plansVisibleTo } from '../plan/index.ts'
import { complete, type LoadedDatum } from './datum-store.ts'
import { namesFor } from './names.ts'
import { nextActOn } from './next-of.ts'
import { dataUrgedBy } from './scope.ts'
import { daysLate, urgingText } from './urging-text.ts'

export type UrgingEntry = ReplyOf<typeof urgingList>['rows'][number]

interface Waiting {
  readonly loaded: LoadedDatum
  readonly act: NextAct
  readonly due: string
}

const placeKey = ({ act }: Waiting): string => JSON.stringify([act.unitId, act.sectionId ?? '', act.verb, act.posts])

const peopleFor = (held: readonly Reachable[], waiting: readonly Waiting[]): UrgingEntry['people'] =>
  held
    .filter((person) => waiting.some(({ act }) => mayAct(act, person)))
    .map(({ name, post, phone }) => ({ name, post, phone }))

const entries = async (
  db: Reader,
  plan: IssuedPlan,
  waiting: readonly Waiting[],
  today: string,
): Promise<readonly UrgingEntry[]> => {
  const names = await namesFor(db, {
    units: waiting.flatMap(({ act, loaded }) => [act.unitId ?? '', loaded.row.unit_id]).filter((id) => id !== ''),
    sections: waiting.map(({ act }) => act.sectionId),
  })
  const held = await reachable(db, { unitIds: [...new Set(waiting.flatMap(({ act }) => act.unitId ?? []))] }, today)
  const elements = new Map(plan.content.dataElements.map((element) => [element.key, element.name]))
  return [...Map.groupBy(waiting, placeKey).values()].flatMap((group): UrgingEntry[] => {
    const act = group[0]?.act
    if (act?.unitId === undefined) return []
    const unitName = names.unit(act.unitId)
    const sectionName = act.sectionId === undefined ? null : names.section(act.sectionId)
    const waitsFor = act.verb === 'confirm' ? 'confirm' : 'report'
    const data = group.map(({ loaded: { row }, due }) => ({
      datumId: row.id,
      elementName: elements.get(row.element_key) ?? row.element_key,
      unitName: names.unit(row.unit_id),
      due,
      overdueDays: Math.max(0, daysLate(due, today)),
    }))
    const awaited = data.map((one) => ({
      what: one.unitName === unitName ? one.elementName : `${one.unitName}${one.elementName}`,
      due: one.due,
    }))
    const text = urgingText(`${unitName}${sectionName ?? ''}`, plan.title, waitsFor, awaited, today)
    return [{ unitId: act.unitId, unitName, sectionName, waitsFor, people: peopleFor(held, group), data, text }]
  })
}

const waitingStates = ['notReported', 'drafting', 'returned', 'reported'] as const

/**
 * 催报: for every body whose report or confirmation is waited for, who to call and what to say; longest overdue first.
 * @param posts narrow it to what these posts score with; the office sees all. Absent: unscoped, for lists that have a scope.
 */
export const unreported = async (
  db: Reader,
  planId: string,
  today: string,
  posts?: readonly HeldPost[],
): Promise<readonly UrgingEntry[]> => {
  const plan = await issuedPlan(db, planId)
  if (plan === null) return []
  let found = db
    .selectFrom('datum')
    .selectAll()
    .where('datum.plan_id', '=', planId)
    .where('datum.asked', '=', true)
    .where('datum.state', 'in', [...waitingStates])
  if (posts !== undefined) found = found.where(dataUrgedBy(posts))
  const loaded = await complete(db, await found.orderBy('due').orderBy('element_key').orderBy('id').execute())
  const waiting = loaded.flatMap((one): Waiting[] => {
    const act = nextActOn(plan, one)
    return act === undefined ? [] : [{ loaded: one, act, due: dueDayOf(one.datum, one.row.due) }]
  })
  const late = (entry: UrgingEntry) => Math.max(...entry.data.map((one) => daysLate(one.due, today)))
  return (await entries(db, plan, waiting, today)).toSorted((a, b) => late(b) - late(a))
}

/** The urging list that this person asks for; a plan that he does not see is not there. */
export const urgingFor = async (
  db: Reader,
  actor: Actor,
  posts: readonly HeldPost[],
  planId: string,
  today: string,
): Promise<Result<readonly UrgingEntry[], Refusal>> =>
  (await planHeader(db, plansVisibleTo(actor), planId)) === null
    ? refuse('platform.notFound')
    : ok(await unreported(db, planId, today, posts))

const postWord = (post: PostKind): string => label('zh-CN', 'post', post)

/** 催报 list to take out. */
export const urgingTable = (rows: readonly UrgingEntry[]): TakenOut => ({
  title: '催报清单',
  columns: [
    { key: 'body', header: '单位（科室）', width: 26, kind: 'text' },
    { key: 'waitsFor', header: '待办事项', width: 10, kind: 'text' },
    { key: 'people', header: '联系人', width: 30, kind: 'text' },
    { key: 'count', header: '项数', width: 8, kind: 'quantity' },
    { key: 'overdue', header: '最长逾期', unit: '天', width: 10, kind: 'quantity' },
    { key: 'text', header: '催报内容', width: 70, kind: 'text' },
  ],
  rows: rows.map((row) => ({
    body: `${row.unitName}${row.sectionName ?? ''}`,
    waitsFor: row.waitsFor === 'report' ? '报送' : '确认',
    people: row.people.map(({ name, post, phone }) => `${name}（${postWord(post)}）${phone ?? ''}`).join('\n'),
    count: String(row.data.length),
    overdue: String(Math.max(0, ...row.data.map((one) => one.overdueDays))),
    text: row.text,
  })),
})
