import { isOpen } from '@quanheng/domain/objection/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnObjection } from '@quanheng/domain/workbench/next-on-objection'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import { holdings, type Owed, type OwedProvider, type TaskProvider } from '../../platform/work/task.ts'
import { sayUrging } from '../../platform/work/urging.ts'
import { reachable } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { barredFrom, linesOf } from './list.ts'
import { objectionIsVisible, objectionsVisibleTo } from './scope.ts'
import { type KeptObjection, objectionKeeper } from './store.ts'

const openOnes = async (
  db: Reader,
  actor: Actor,
  which: RawBuilder<boolean> = sql<boolean>`TRUE`,
): Promise<readonly KeptObjection[]> => {
  const rows = await db
    .selectFrom('objection')
    .selectAll()
    .where('state', 'not in', ['kept', 'corrected', 'declined', 'withdrawn'])
    .where(objectionIsVisible(objectionsVisibleTo(actor)))
    .where(which)
    .orderBy('id')
    .execute()
  return (await objectionKeeper.complete(db, rows)).filter(({ model }) => isOpen(model))
}

/** 待办: whoever may carry an objection on, who signed the row left out of its second scoring. */
export const objectionTasksOf: TaskProvider = async (db, actor, { today }) => {
  const open = await openOnes(db, actor)
  const lines = await linesOf(db, actor, open, today)
  const held = holdings(actor)
  const tasks = await Promise.all(
    open.map(async (one, at) => {
      const line = lines[at]
      const act = nextOnObjection(one.model, await barredFrom(db, one))
      if (!line || !act || !held.some((post) => mayAct(act, post))) return []
      return [
        {
          noun: 'objection' as const,
          id: one.row.id,
          verb: act.verb,
          object: `${line.leafName}（${line.unitName}）`,
          within: line.planTitle,
          from: line.unitName,
          due: act.due,
          link: `/objections/${one.row.id}`,
        },
      ]
    }),
  )
  return tasks.flat()
}

const verbs = { answering: '的答复', rescoring: '的复核' } as const

/** 催报 for the office: answers and second scorings that a scoring unit owes. */
export const objectionsOwed: OwedProvider = async (db, actor, { today }) => {
  const offices = unitIdsOf(postsFor(actor, 'objection.register'))
  const which = sql<boolean>`office_unit_id = ANY(${offices}::uuid[]) AND state IN ('answering', 'rescoring')`
  const owed: Owed[] = []
  for (const one of await openOnes(db, actor, which)) {
    const { model } = one
    const act = nextOnObjection(model, await barredFrom(db, one))
    if (!act?.due || act.unitId === undefined || !(model.state in verbs)) continue
    const [line] = await linesOf(db, actor, [one], today)
    const able = (await reachable(db, { unitIds: [act.unitId] }, today)).filter((held) => mayAct(act, held))
    const names = await namesOf(db, {
      units: [act.unitId],
      sections: model.score.scorer.sectionId === undefined ? [] : [model.score.scorer.sectionId],
    })
    const body = `${names.get(act.unitId) ?? ''}${names.get(model.score.scorer.sectionId ?? '') ?? ''}`
    const object = `${line?.documentNumber ?? ''} ${line?.leafName ?? ''}（${line?.unitName ?? ''}）`
    const what = `${object}${verbs[model.state as keyof typeof verbs]}`
    owed.push({
      noun: 'objection',
      id: one.row.id,
      verb: act.verb,
      body,
      object,
      within: line?.planTitle,
      due: act.due,
      people: able.map(({ name, post, phone }) => ({ name, post, phone })),
      text: `${body}：${sayUrging(what, act.due, today)}`,
      link: `/objections/${one.row.id}`,
    })
  }
  return owed
}
