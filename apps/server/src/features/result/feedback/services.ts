import type * as contract from '@quanheng/contract/feedback'
import { agreeToFeedback, answerFeedback, askFeedback, openFeedback } from '@quanheng/domain/feedback/decide'
import { authorOf } from '@quanheng/domain/kernel/command-context'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { addWorkingDays } from '@quanheng/domain/kernel/working-days'
import { itemKeys } from '@quanheng/domain/plan/items'
import { sheetBlockers } from '@quanheng/domain/result/freeze'
import { nameRun } from '@quanheng/domain/result/run-content'
import { standingUnits } from '@quanheng/domain/sheet/model'
import type { HeldPost } from '../../../platform/door/actor.ts'
import { commandContext } from '../../../platform/door/asking.ts'
import type { CommandHandler } from '../../../platform/door/outcome.ts'
import { sameVersion } from '../../../platform/door/stale.ts'
import { filesSent } from '../../../platform/files/sent-files.ts'
import { sha256 } from '../../../platform/log/means.ts'
import { workCalendar } from '../../calendar/index.ts'
import { lockIssuedPlan } from '../../plan/index.ts'
import { fallRowsOf, lockSheetsOfPlan, scoringPosts } from '../../scoring/index.ts'
import { leadRun } from '../lead-run.ts'
import { canonicalRunRow, keepRun } from '../run-store.ts'
import { carryingPosts } from '../scope.ts'
import { feedbackDays } from './standing.ts'
import {
  feedbackChange,
  insertFeedback,
  insertQuestion,
  lockFeedback,
  lockQuestion,
  questionChange,
  questionsOfPlan,
  saveAgreed,
  saveAnswer,
} from './store.ts'

const said = (text: string): string => normaliseText(text).trim()
const sameIn = (posts: readonly HeldPost[], unitId: string) => posts.find((post) => post.unitId === unitId)

/** Lock order: plan, sheets, then the round. */
export const open: CommandHandler<typeof contract.openFeedback> = async (asked) => {
  const { tx, posts, params, context } = asked
  const plan = await lockIssuedPlan(tx, params.planId)
  const post = plan === null ? undefined : carryingPosts(posts, plan)[0]
  if (plan === null || post === undefined || plan.kind !== 'indicatorPlan') return refuse('platform.notFound')
  const sheets = await lockSheetsOfPlan(tx, plan.planId)
  const earlier = await lockFeedback(tx, plan.planId)
  const workingDays = feedbackDays(plan)
  const until = addWorkingDays(await workCalendar(tx), context.today, workingDays ?? 0)
  if (!until.ok) return until
  const notFinal = sheetBlockers({ items: itemKeys(plan.content), sheets: sheets.map(({ sheet }) => sheet) }).length
  const content = await leadRun(tx, plan)
  const acting = commandContext(asked, post)
  const author = authorOf(acting.actor)
  const ground = { workingDays, until: until.value, earlier: earlier?.feedback, notFinal }
  const unitIds = content.units
    .map(({ id }) => id)
    .filter((id) => content.leaves.some((leaf) => leaf.unitIds.includes(id)))
  const decided = openFeedback(
    { planId: plan.planId, runDigest: nameRun(content, sha256).digest, unitIds },
    ground,
    acting,
  )
  if (!decided.ok) return decided
  const run = await keepRun(tx, content, author, context)
  const { next, events } = decided.value
  const saved = await insertFeedback(tx, next)
  const kept = { noun: 'run', id: run.id, version: 1, before: null, after: canonicalRunRow(content) }
  return ok({
    post,
    events,
    changes: [...(run.fresh ? [kept] : []), feedbackChange(null, saved)],
    reply: { until: next.until },
  })
}

export const agree: CommandHandler<typeof contract.agreeToFeedback> = async (asked) => {
  const { tx, posts, params, body } = asked
  const post = sameIn(posts, body.unitId)
  const held = await lockFeedback(tx, params.planId)
  if (post === undefined || !held?.feedback.unitIds.includes(body.unitId)) return refuse('platform.notFound')
  const current = await sameVersion(tx, held.row, body.version)
  if (!current.ok) return current
  const questions = await questionsOfPlan(tx, params.planId)
  const openOfUnit = questions.filter(
    ({ question }) => question.unitId === body.unitId && question.state === 'open',
  ).length
  const decided = agreeToFeedback(held.feedback, { unitId: body.unitId, openOfUnit }, commandContext(asked, post))
  if (!decided.ok) return decided
  const saved = await saveAgreed(tx, held, decided.value.next)
  const { events } = decided.value
  return ok({ post, events, changes: [feedbackChange(held, saved)], reply: { version: saved.row.version } })
}

export const ask: CommandHandler<typeof contract.askFeedback> = async (asked) => {
  const { tx, posts, params, body } = asked
  const item = await tx
    .selectFrom('item')
    .select(['plan_id', 'leaf_key', 'unit_id'])
    .where('id', '=', body.itemId)
    .executeTakeFirst()
  const post = item && sameIn(posts, item.unit_id)
  const held = await lockFeedback(tx, params.planId)
  const told = held && item?.plan_id === params.planId && held.feedback.unitIds.includes(item.unit_id)
  if (!told || post === undefined) return refuse('platform.notFound')
  const digests = body.files.map(({ digest }) => digest)
  const files = await filesSent(asked, digests, [], (index) => `body.files[${index}].digest`)
  if (!files.ok) return files
  const questions = await questionsOfPlan(tx, params.planId)
  const pending = questions.some(({ question }) => question.itemId === body.itemId && question.state === 'open')
  const given = {
    leafKey: item.leaf_key,
    itemId: body.itemId,
    unitId: item.unit_id,
    words: said(body.words),
    files: body.files.map(({ digest, name }) => ({ digest, name })),
  }
  const decided = askFeedback(held.feedback, given, pending, commandContext(asked, post))
  if (!decided.ok) return decided
  const saved = await insertQuestion(tx, decided.value.next)
  const { events } = decided.value
  return ok({ post, events, changes: [questionChange(null, saved)], reply: { questionId: saved.row.id } })
}

/** An accepted question lets the signed row fall, so that it is scored and signed again as after any change. Lock order: plan, sheets, question. */
export const answer: CommandHandler<typeof contract.answerFeedback> = async (asked) => {
  const { tx, posts, params, body, context } = asked
  const found = await tx
    .selectFrom('feedback_question')
    .select(['plan_id', 'leaf_key', 'unit_id'])
    .where('id', '=', params.feedbackQuestionId)
    .executeTakeFirst()
  const plan = found && (await lockIssuedPlan(tx, found.plan_id))
  if (!found || !plan) return refuse('platform.notFound')
  const sheets = await lockSheetsOfPlan(tx, found.plan_id, [found.leaf_key])
  const sheet = sheets.find((one) => standingUnits(one.sheet).includes(found.unit_id))
  const [post] = sheet ? scoringPosts(posts, sheet.row) : []
  const held = await lockQuestion(tx, params.feedbackQuestionId)
  if (!held || post === undefined) return refuse('platform.notFound')
  const current = await sameVersion(tx, held.row, body.version)
  if (!current.ok) return current
  const acting = commandContext(asked, post)
  const words = said(body.words)
  const decided = answerFeedback(held.question, { kind: body.kind, words }, acting)
  if (!decided.ok) return decided
  const saved = await saveAnswer(tx, held, decided.value.next)
  const { planId, leafKey, unitId } = held.question
  const by = authorOf(acting.actor)
  const moved = { planId, leafKeys: [leafKey], unitId, cause: `采纳初评反馈意见：${words}`, by }
  const fallen = body.kind === 'accepted' ? await fallRowsOf(tx, moved, context) : []
  return ok({
    post,
    events: decided.value.events,
    changes: [questionChange(held, saved), ...fallen],
    reply: { version: saved.row.version },
  })
}
