import type { PostKind } from '@quanheng/domain/ability/posts'
import { postsFor } from '@quanheng/domain/kernel/transition'
import type { SheetState } from '@quanheng/domain/sheet/model'
import { type SheetCommandKind, sheetWorkflow } from '@quanheng/domain/sheet/transitions'
import { mayAct, type NextAct } from '@quanheng/domain/workbench/next-act'
import type { Reader } from '../../platform/database/database.ts'
import type { Owed, OwedProvider } from '../../platform/work/task.ts'
import { sayUrging } from '../../platform/work/urging.ts'
import { reachable } from '../organisation/index.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { dueOf, sheetIsVisible, sheetsVisibleTo } from '../scoring/index.ts'

/** What the scoring side still has to do before a first score stands. */
const verbs = {
  toScore: 'score',
  returned: 'score',
  scored: 'sign',
  awaitingHead: 'sign',
} as const satisfies Partial<Record<SheetState, SheetCommandKind>>

type WaitingState = keyof typeof verbs
const states = Object.keys(verbs) as WaitingState[]

/** Leaders stand in for a head that a section lacks; they are not called for what its own people owe. */
const called = (state: WaitingState): readonly PostKind[] =>
  postsFor(sheetWorkflow, state, verbs[state]).filter((post) => post !== 'leaderInCharge' && post !== 'principal')

const rowsOf = (db: Reader, actor: Parameters<OwedProvider>[1]) =>
  db
    .selectFrom('sheet')
    .innerJoin('unit', 'unit.id', 'sheet.scorer_unit_id')
    .leftJoin('section', 'section.id', 'sheet.scorer_section_id')
    .select([
      'sheet.id',
      'sheet.plan_id',
      'sheet.state',
      'sheet.leaf_name',
      'sheet.scorer_unit_id',
      'sheet.scorer_section_id',
      'unit.name as unit',
      'section.name as section',
    ])
    .where('sheet.state', 'in', states)
    .where(({ fn, eb }) => eb(fn<number>('cardinality', ['sheet.unit_ids']), '>', 0))
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .orderBy('sheet.plan_id')
    .orderBy('sheet.key')
    .execute()

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const peopleFor = async (db: Reader, act: NextAct, today: string): Promise<Owed['people']> => {
  if (act.unitId === undefined) return []
  return (await reachable(db, { unitIds: [act.unitId] }, today))
    .filter((one) => mayAct(act, one))
    .map(({ name, post, phone }) => ({ name, post, phone }))
}

const textFor = (body: string, plan: IssuedPlan, object: string, due: string, today: string): string => {
  return `${body}：${sayUrging(`《${plan.title}》${object}`, due, today)}`
}

const owedBy = async (
  db: Reader,
  plan: IssuedPlan,
  rows: readonly [Row, ...Row[]],
  due: string,
  today: string,
): Promise<Owed> => {
  const [first] = rows
  const state = first.state as WaitingState
  const body = `${first.unit}${first.section ?? ''}`
  const object = rows.length === 1 ? `${first.leaf_name}评分表` : `${first.leaf_name}等${rows.length}张评分表`
  const act: NextAct = {
    noun: 'sheet',
    id: first.id,
    verb: verbs[state],
    posts: called(state),
    unitId: first.scorer_unit_id,
    ...(first.scorer_section_id !== null && { sectionId: first.scorer_section_id }),
  }
  return {
    noun: 'sheet',
    id: `${first.id}/${state}`,
    verb: verbs[state],
    body,
    object,
    within: plan.title,
    due,
    people: await peopleFor(db, act, today),
    text: textFor(body, plan, object, due, today),
    link: rows.length === 1 ? `/scoring/${first.id}` : '/scoring',
  }
}

/** Sections that have not scored or signed by the day of the first scores, one line for each section and turn. */
export const scoringOwed: OwedProvider = async (db, actor, { today }) => {
  const owed: Owed[] = []
  const groups = Map.groupBy(await rowsOf(db, actor), (row) =>
    [row.plan_id, row.scorer_unit_id, row.scorer_section_id ?? '', row.state].join('/'),
  )
  for (const [first, ...rest] of groups.values()) {
    const plan = first && (await issuedPlan(db, first.plan_id))
    const due = plan ? dueOf(plan.content, 'preliminaryScore') : null
    if (first && plan && due !== null) owed.push(await owedBy(db, plan, [first, ...rest], due, today))
  }
  return owed
}
