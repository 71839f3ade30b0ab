import { isRunning } from '@quanheng/domain/feedback/standing'
import { postsFor } from '../../../platform/door/actor.ts'
import type { Task, TaskProvider } from '../../../platform/work/task.ts'
import { issuedPlan } from '../../plan/index.ts'
import { unitNames } from '../names.ts'
import { carryingPosts } from '../scope.ts'
import { linesOf } from './questions.ts'
import { countNotFinal, planRound } from './rounds.ts'
import { questionIsVisible, toldUnits } from './scope.ts'
import { feedbackDays } from './standing.ts'
import { loadedFeedback, loadedQuestion } from './store.ts'

/** Rounds in which a unit of mine still checks. */
const toCheck: TaskProvider = async (db, actor, { today }) => {
  const units = toldUnits(actor)
  if (units.length === 0) return []
  const rows = await db.selectFrom('feedback').selectAll().where('until', '>=', today).orderBy('id').execute()
  const names = await unitNames(db, units)
  const tasks: Task[] = []
  for (const { feedback } of rows.map(loadedFeedback)) {
    const plan = await issuedPlan(db, feedback.planId)
    if (plan === null || !isRunning(feedback, today)) continue
    const waiting = units.filter(
      (unitId) => feedback.unitIds.includes(unitId) && feedback.agreed.every((one) => one.unitId !== unitId),
    )
    tasks.push(
      ...waiting.map((unitId) => ({
        noun: 'feedback' as const,
        id: `${feedback.id}/${unitId}`,
        verb: 'check',
        object: names.get(unitId) ?? '',
        within: plan.title,
        due: feedback.until,
        link: `/feedback/${feedback.planId}/${unitId}`,
      })),
    )
  }
  return tasks
}

/** Questions that one of my posts answers. */
const toAnswer: TaskProvider = async (db, actor) => {
  if (postsFor(actor, 'feedback.answer').length === 0) return []
  const rows = await db
    .selectFrom('feedback_question')
    .innerJoin('plan', 'plan.id', 'feedback_question.plan_id')
    .selectAll('feedback_question')
    .where('feedback_question.state', '=', 'open')
    .where(questionIsVisible(actor))
    .orderBy('feedback_question.id')
    .execute()
  return (await linesOf(db, actor, rows.map(loadedQuestion)))
    .filter(({ mine }) => mine)
    .map((line) => ({
      noun: 'feedbackQuestion' as const,
      id: line.id,
      verb: 'answer',
      object: `${line.leafName}（${line.unitName}）`,
      within: line.planTitle,
      from: line.unitName,
      link: `/feedback?open=${line.id}`,
    }))
}

/** Plans whose scores are all final and not told to the units yet. */
const toOpen: TaskProvider = async (db, actor) => {
  const posts = postsFor(actor, 'feedback.open')
  const units = [...new Set(posts.map(({ unitId }) => unitId))]
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where('kind', '=', 'indicatorPlan')
    .where('issued_number', 'is not', null)
    .where('owner_unit_id', 'in', units)
    .orderBy('id')
    .execute()
  const tasks: Task[] = []
  for (const { id } of rows) {
    const found = await planRound(db, id)
    if (!found || found.round || feedbackDays(found.plan) === null) continue
    if (carryingPosts(posts, found.plan).length === 0 || (await countNotFinal(db, found.plan)) > 0) continue
    tasks.push({ noun: 'feedback', id, verb: 'open', object: found.plan.title, link: `/feedback/${id}` })
  }
  return tasks
}

/** 待办 of 初评反馈: sent, checked, answered. */
export const feedbackTasksOf: TaskProvider = async (...asked) =>
  (await Promise.all([toOpen(...asked), toCheck(...asked), toAnswer(...asked)])).flat()
