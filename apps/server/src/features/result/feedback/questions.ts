import type { Refusal } from '@quanheng/contract/errors'
import type { listFeedbackQuestions } from '@quanheng/contract/feedback'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { rowOf } from '@quanheng/domain/result/run-content'
import { printedPoints } from '@quanheng/domain/result/run-figures'
import { standingUnits } from '@quanheng/domain/sheet/model'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../../platform/door/actor.ts'
import type { FileReply } from '../../../platform/door/outcome.ts'
import { type IssuedPlan, issuedPlan } from '../../plan/index.ts'
import { type LoadedSheet, scoringPosts, sheetsOfPlan } from '../../scoring/index.ts'
import { authorsNamed, unitNames } from '../names.ts'
import { runOf } from '../run-store.ts'
import { questionIsVisible, toldUnits } from './scope.ts'
import { feedbackOfPlan, type LoadedQuestion, loadedQuestion } from './store.ts'
import { pointsNow } from './unit-scores.ts'

export type QuestionLine = ReplyOf<typeof listFeedbackQuestions>['rows'][number]
export type QuestionFilter = Pick<QueryOf<typeof listFeedbackQuestions>, 'state' | 'planId' | 'unitId'>

const inSight = (db: Reader, actor: Actor, { state, planId, unitId }: QuestionFilter) => {
  let found = db
    .selectFrom('feedback_question')
    .innerJoin('plan', 'plan.id', 'feedback_question.plan_id')
    .where(questionIsVisible(actor))
  if (state !== undefined) found = found.where('feedback_question.state', '=', state)
  if (planId !== undefined) found = found.where('feedback_question.plan_id', '=', planId)
  if (unitId !== undefined) found = found.where('feedback_question.unit_id', '=', unitId)
  return found
}

/** What questions of one plan are read beside. */
interface Ground {
  readonly plan: IssuedPlan
  readonly sheets: readonly LoadedSheet[]
  readonly told: (question: LoadedQuestion['question']) => string
  readonly now: ReadonlyMap<string, string>
}

const groundOf = async (db: Reader, planId: string): Promise<Ground | undefined> => {
  const plan = await issuedPlan(db, planId)
  const round = await feedbackOfPlan(db, planId)
  const run = round && (await runOf(db, round.feedback.runDigest))
  if (plan === null || run === undefined) return undefined
  return {
    plan,
    sheets: await sheetsOfPlan(db, planId),
    told: ({ leafKey, unitId }) => {
      const leaf = run.leaves.find(({ key }) => key === leafKey)
      const at = leaf ? rowOf(leaf, unitId) : -1
      return leaf && at >= 0 ? printedPoints(run, leaf.points[at] ?? '0') : ''
    },
    now: await pointsNow(db, plan),
  }
}

/** The sheet on which the unit's row stands, or is scored again. */
const sheetOfQuestion = (
  sheets: readonly LoadedSheet[],
  { leafKey, unitId }: LoadedQuestion['question'],
): LoadedSheet | undefined =>
  sheets.find(({ sheet }) => sheet.leafKey === leafKey && standingUnits(sheet).includes(unitId))

/** A handful of queries for each plan that the questions belong to. */
export const linesOf = async (
  db: Reader,
  actor: Actor,
  loaded: readonly LoadedQuestion[],
): Promise<readonly QuestionLine[]> => {
  const grounds = new Map<string, Ground>()
  for (const planId of new Set(loaded.map(({ question }) => question.planId))) {
    const ground = await groundOf(db, planId)
    if (ground) grounds.set(planId, ground)
  }
  const named = await authorsNamed(
    db,
    loaded.flatMap(({ question }) => [question.by, ...(question.answer ? [question.answer.by] : [])]),
  )
  const scorers = [...grounds.values()].flatMap(({ sheets }) => sheets.map(({ row }) => row.scorer_unit_id))
  const names = await unitNames(db, [...loaded.map(({ question }) => question.unitId), ...scorers])
  const answering = postsFor(actor, 'feedback.answer')
  const own = unitIdsOf(actor.posts)
  return loaded.flatMap(({ row, question }) => {
    const ground = grounds.get(question.planId)
    if (!ground) return []
    const { plan, sheets, told, now } = ground
    const sheet = sheetOfQuestion(sheets, question)
    const { by, at, answer, unitId, leafKey } = question
    const onlyTold = toldUnits(actor).includes(unitId)
    return [
      {
        id: row.id,
        version: row.version,
        planId: plan.planId,
        planTitle: plan.title,
        unitId,
        unitName: names.get(unitId) ?? '',
        leafName: nodeByKey(plan.content, leafKey)?.name ?? leafKey,
        scorerName: names.get(sheet?.row.scorer_unit_id ?? plan.ownerUnitId) ?? '',
        sheetId: onlyTold ? null : (sheet?.row.id ?? null),
        words: question.words,
        files: [...question.files],
        by: { ...named(by), at },
        state: question.state,
        answer: answer ? { ...named(answer.by), at: answer.at, kind: answer.kind, words: answer.words } : null,
        told: told(question),
        now: now.get(question.itemId) ?? null,
        mine:
          question.state === 'open' &&
          !own.includes(unitId) &&
          sheet !== undefined &&
          scoringPosts(answering, sheet.row).length > 0,
      },
    ]
  })
}

/** Unanswered ones first, then the latest. */
const order = sql`(feedback_question.state = 'answered'), feedback_question.at DESC, feedback_question.id`

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size, ...filter }: QueryOf<typeof listFeedbackQuestions>,
): Promise<ReplyOf<typeof listFeedbackQuestions>> => {
  const found = inSight(db, actor, filter)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('feedback_question')
    .orderBy(order)
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total: Number(total), rows: [...(await linesOf(db, actor, rows.map(loadedQuestion)))] }
}

/** All of the filtered list, in the order asked. */
export const allQuestions = async (
  db: Reader,
  actor: Actor,
  filter: QuestionFilter,
): Promise<readonly QuestionLine[]> => {
  const rows = await inSight(db, actor, filter)
    .selectAll('feedback_question')
    .orderBy('feedback_question.at')
    .orderBy('feedback_question.id')
    .execute()
  return linesOf(db, actor, rows.map(loadedQuestion))
}

/** Evidence of a question, for those who see the question. */
export const questionFile = async (
  db: Reader,
  actor: Actor,
  { feedbackQuestionId, fileDigest }: { readonly feedbackQuestionId: string; readonly fileDigest: string },
): Promise<Result<FileReply, Refusal>> => {
  const row = await inSight(db, actor, {})
    .select('feedback_question.file_digests')
    .where('feedback_question.id', '=', feedbackQuestionId)
    .executeTakeFirst()
  if (!row?.file_digests.includes(fileDigest)) return refuse('platform.notFound')
  const upload = await db.selectFrom('upload').selectAll().where('sha256', '=', fileDigest).executeTakeFirst()
  const mediaType = upload?.media_type ?? 'application/octet-stream'
  const inline = mediaType === 'application/pdf' || mediaType.startsWith('image/')
  return ok({ name: upload?.name ?? fileDigest, mediaType, content: { stored: fileDigest }, inline })
}
