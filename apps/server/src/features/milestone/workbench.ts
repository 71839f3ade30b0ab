import type { PostKind } from '@quanheng/domain/ability/posts'
import { litOn } from '@quanheng/domain/milestone/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnMilestone } from '@quanheng/domain/workbench/next-on-milestone'
import { postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import { holdings, type Owed, type OwedProvider, type Task, type TaskProvider } from '../../platform/work/task.ts'
import { sayUrging } from '../../platform/work/urging.ts'
import { workCalendar } from '../calendar/index.ts'
import { reachable } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { sayWhat } from './say-what.ts'
import { milestoneIsVisible, milestonesVisibleTo } from './scope.ts'
import { milestoneKeeper } from './store.ts'

/** Who sees a red milestone of the own unit among the own tasks. */
const heads: readonly PostKind[] = ['unitHead', 'principal', 'leaderInCharge']

/** 待办: from the warning on for who has it in hand, from red on for the heads of the unit, once reported for who confirms. */
export const milestoneTasksOf: TaskProvider = async (db, actor, { today }) => {
  const rows = await db
    .selectFrom('milestone')
    .selectAll()
    .where('state', 'in', ['open', 'returned', 'reported'])
    .where(milestoneIsVisible(milestonesVisibleTo(actor)))
    .orderBy('due')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const calendar = await workCalendar(db)
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  const held = holdings(actor)
  return (await milestoneKeeper.complete(db, rows)).flatMap(({ model }): Task[] => {
    const act = nextOnMilestone(model)
    if (!act) return []
    const { light } = litOn(model, calendar, today)
    const isHead = light === 'red' && held.some(({ post, unitId }) => unitId === model.unitId && heads.includes(post))
    const isMine = held.some((post) => mayAct(act, post))
    if (act.verb === 'report' ? light === 'waiting' || !(isMine || isHead) : !isMine) return []
    return [
      {
        noun: 'milestone',
        id: model.id,
        verb: act.verb,
        object: sayWhat(model, names.get(model.unitId) ?? ''),
        due: act.due,
        link: `/milestones/${model.id}`,
      },
    ]
  })
}

/** 催报: units whose milestones have lit up, for who confirms them. */
export const milestonesOwed: OwedProvider = async (db, actor, { today }) => {
  const bodies = unitIdsOf(postsFor(actor, 'milestone.urge'))
  if (bodies.length === 0) return []
  const rows = await db
    .selectFrom('milestone')
    .selectAll()
    .where('state', 'in', ['open', 'returned'])
    .where((where) => where.or([where('lead_unit_id', 'in', bodies), where('office_unit_id', 'in', bodies)]))
    .orderBy('due')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const calendar = await workCalendar(db)
  const lit = (await milestoneKeeper.complete(db, rows)).filter(
    ({ model }) => litOn(model, calendar, today).light !== 'waiting',
  )
  const unitIds = [...new Set(lit.map(({ row }) => row.unit_id))]
  const names = await namesOf(db, { units: unitIds })
  const held = await reachable(db, { unitIds }, today)
  return lit.flatMap(({ model }): Owed[] => {
    const act = nextOnMilestone(model)
    if (!act) return []
    const body = names.get(model.unitId) ?? ''
    const object = `${model.demand.indicator.split(' › ').at(-1) ?? ''} · ${model.demand.name}`
    return [
      {
        noun: 'milestone',
        id: model.id,
        verb: act.verb,
        body,
        object,
        due: model.due,
        people: held
          .filter(({ unitId, post }) => unitId === model.unitId && act.posts.includes(post))
          .map(({ name, post, phone }) => ({ name, post, phone })),
        text: `${body}：${sayUrging(`报告节点“${object}”完成情况`, model.due, today)}`,
        link: `/milestones/${model.id}`,
      },
    ]
  })
}
