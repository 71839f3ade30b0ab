import type { Refusal } from '@quanheng/contract/errors'
import type { showRectification } from '@quanheng/contract/rectification'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import type { Rectification } from '@quanheng/domain/rectification/model'
import { type RectificationCommandKind, rectificationWorkflow } from '@quanheng/domain/rectification/transitions'
import { nextOnRectification } from '@quanheng/domain/workbench/next-on-supervision'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { namesOf } from '../scoring/index.ts'
import { nextShown, stepsShown } from './next-shown.ts'
import { noticeTitle } from './notice.ts'
import { itemLines } from './register.ts'
import { itemIsVisible, itemsVisibleTo } from './scope.ts'
import { itemKeeper, type KeptItem } from './store.ts'

type Reply = ReplyOf<typeof showRectification>

export const visibleItem = (db: Reader, actor: Actor, id: string): Promise<KeptItem | undefined> =>
  itemKeeper.find(db, id, itemIsVisible(itemsVisibleTo(actor)))

const mayNow = (item: Rectification, actor: Actor): RectificationCommandKind[] => {
  const may = actor.posts.flatMap(({ kind, unitId }) =>
    commandsFor(rectificationWorkflow, item.state, kind).filter(
      (command) => unitId === (command === 'plan' || command === 'report' ? item.unitId : item.fromUnitId),
    ),
  )
  const reporter = item.steps.findLast(({ command }) => command === 'report')?.by.personId
  const second = actor.personId !== reporter && actor.personId !== item.demand.foundBy
  return [...new Set(may)].filter((command) => command !== 'close' || second)
}

/** Items of the unit under the same subject from other visits, the latest first. */
const earlierOf = async (
  db: Reader,
  { unitId, fromUnitId, visitId, demand }: Rectification,
): Promise<Reply['earlier']> => {
  const rows = await db
    .selectFrom('rectification')
    .select(['id', 'demand', 'state'])
    .where('unit_id', '=', unitId)
    .where('from_unit_id', '=', fromUnitId)
    .where('subject', '=', demand.subject)
    .where('visit_id', '<>', visitId)
    .execute()
  return rows
    .filter((row) => row.demand.noticedOn <= demand.noticedOn)
    .map(({ id, demand: { noticedOn, words }, state }) => ({ rectificationId: id, noticedOn, words, state }))
    .toSorted((a, b) => b.noticedOn.localeCompare(a.noticedOn))
}

export const showItem = async (
  db: Reader,
  actor: Actor,
  id: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const one = await visibleItem(db, actor, id)
  const [line] = one ? await itemLines(db, [one], actor, today) : []
  if (!one || !line) return refuse('platform.notFound')
  const { model: item } = one
  const { demand, standing, steps } = item
  const { plan, done, check } = standing
  const names = await namesOf(db, {
    units: [item.unitId, item.fromUnitId, ...steps.map(({ by }) => by.unitId)],
    people: steps.map(({ by }) => by.personId),
  })
  return ok({
    ...line,
    supervisionVisitId: item.visitId,
    officeName: names.get(item.fromUnitId) ?? '',
    fact: demand.fact,
    basis: demand.basis,
    documentNumber: demand.documentNumber,
    citation: `《${noticeTitle(line.supervisionTitle)}》（${demand.documentNumber || demand.noticedOn}）`,
    follows: demand.ladder.follows[line.ticket],
    plan: plan ?? null,
    done: done ? { ...done, files: [...done.files] } : null,
    check: check
      ? { words: check.words, on: check.on, by: names.get(check.by.personId) ?? '', files: [...check.files] }
      : null,
    earlier: await earlierOf(db, item),
    steps: stepsShown<RectificationCommandKind>(steps, names),
    next: await nextShown<RectificationCommandKind>(db, nextOnRectification(item), names, today),
    may: mayNow(item, actor),
    today,
  })
}
