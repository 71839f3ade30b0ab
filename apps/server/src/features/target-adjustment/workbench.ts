import { daysBetween } from '@quanheng/domain/kernel/local-date'
import { message } from '@quanheng/messages/messages'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import type { Owed, OwedProvider, TaskProvider } from '../../platform/work/task.ts'
import { heldPosts } from '../organisation/index.ts'
import { nextOf, type ReadAdjustment, read, takesForward } from './lines.ts'
import { adjustmentIsVisible } from './scope.ts'

const objectOf = ({ kept: { model }, names }: ReadAdjustment): string =>
  `${model.content.was.leafName}指标调整（${names.get(model.unitId) ?? ''}）`

const open = (db: Reader, actor: Actor) =>
  db
    .selectFrom('target_adjustment')
    .selectAll()
    .where('state', 'not in', ['revised', 'withdrawn'])
    .where(adjustmentIsVisible(actor))
    .orderBy('id')

/** 待办 of adjustments: what this person's post does next. */
export const adjustmentTasksOf: TaskProvider = async (db, actor) => {
  const found = await read(db, await open(db, actor).execute())
  return found
    .filter((one) => takesForward(one, actor))
    .map((one) => {
      const { model } = one.kept
      const act = nextOf(one)
      return {
        noun: 'targetAdjustment',
        id: model.id,
        verb: act?.verb ?? '',
        object: objectOf(one),
        within: one.around.plan.title,
        from: one.names.get(model.unitId),
        due: act?.due,
        link: `/target-adjustments/${model.id}`,
      }
    })
}

const reachable = async (db: Reader, one: ReadAdjustment, today: string): Promise<Owed['people']> => {
  const act = nextOf(one)
  if (act?.unitId === undefined) return []
  const held = (await heldPosts(db, { unitId: act.unitId, on: today })).filter(({ kind }) => act.posts.includes(kind))
  if (held.length === 0) return []
  const ids = held.map(({ personId }) => personId)
  const people = await db.selectFrom('person').select(['id', 'phone']).where('id', 'in', ids).execute()
  const phones = new Map(people.map(({ id, phone }) => [id, phone]))
  return held.map(({ personName, kind, personId }) => ({
    name: personName,
    post: kind,
    phone: phones.get(personId) ?? null,
  }))
}

/** 催报: lead units that owe the office their opinion. */
export const adjustmentsOwed: OwedProvider = async (db, actor, { today }) => {
  const offices = unitIdsOf(postsFor(actor, 'targetAdjustment.propose'))
  if (offices.length === 0) return []
  const rows = await open(db, actor)
    .where('state', '=', 'opinion')
    .where('office_unit_id', 'in', [...offices])
    .execute()
  const owed: Owed[] = []
  for (const one of await read(db, rows)) {
    const due = one.kept.model.standing.opinionDue
    if (due === undefined) continue
    const days = daysBetween(due, today)
    const code = days > 0 ? 'urging.overdue' : days === 0 ? 'urging.dueToday' : 'urging.dueSoon'
    const object = `${objectOf(one)}意见`
    owed.push({
      noun: 'targetAdjustment',
      id: one.kept.model.id,
      verb: 'giveOpinion',
      body: one.names.get(one.kept.model.leadUnitId) ?? '',
      object,
      within: one.around.plan.title,
      due,
      people: await reachable(db, one, today),
      text: message('zh-CN', code, { what: object, due, days: String(Math.abs(days)) }),
      link: `/target-adjustments/${one.kept.model.id}`,
    })
  }
  return owed
}
