import {
  canonicalFeedback,
  canonicalFeedbackQuestion,
  type Feedback,
  type FeedbackQuestion,
} from '@quanheng/domain/feedback/model'
import { json, type Reader, type Tx } from '../../../platform/database/database.ts'
import type { Change } from '../../../platform/door/outcome.ts'
import type { FeedbackQuestionRow, FeedbackRow } from './tables.ts'

export interface LoadedFeedback {
  readonly row: Pick<FeedbackRow, 'id' | 'version'>
  readonly feedback: Feedback
}

export interface LoadedQuestion {
  readonly row: Pick<FeedbackQuestionRow, 'id' | 'version'>
  readonly question: FeedbackQuestion
}

export const loadedFeedback = (row: FeedbackRow): LoadedFeedback => ({
  row,
  feedback: {
    id: row.id,
    planId: row.plan_id,
    runDigest: row.run_digest,
    unitIds: row.unit_ids,
    workingDays: row.working_days,
    until: row.until,
    opened: row.opened,
    agreed: row.agreed,
  },
})

export const loadedQuestion = (row: FeedbackQuestionRow): LoadedQuestion => ({
  row,
  question: {
    id: row.id,
    planId: row.plan_id,
    leafKey: row.leaf_key,
    itemId: row.item_id,
    unitId: row.unit_id,
    words: row.words,
    files: row.files,
    by: row.author,
    at: row.at.toISOString(),
    state: row.state,
    ...(row.answer !== null && { answer: row.answer }),
  },
})

/** The round of a plan, if it was opened. Unscoped. */
export const feedbackOfPlan = async (db: Reader, planId: string): Promise<LoadedFeedback | undefined> => {
  const row = await db.selectFrom('feedback').selectAll().where('plan_id', '=', planId).executeTakeFirst()
  return row && loadedFeedback(row)
}

export const lockFeedback = async (tx: Tx, planId: string): Promise<LoadedFeedback | undefined> => {
  const row = await tx.selectFrom('feedback').selectAll().where('plan_id', '=', planId).forUpdate().executeTakeFirst()
  return row && loadedFeedback(row)
}

/** Every question of a plan, in the order asked. Unscoped. */
export const questionsOfPlan = async (db: Reader, planId: string): Promise<readonly LoadedQuestion[]> =>
  (
    await db
      .selectFrom('feedback_question')
      .selectAll()
      .where('plan_id', '=', planId)
      .orderBy('at')
      .orderBy('id')
      .execute()
  ).map(loadedQuestion)

export const lockQuestion = async (tx: Tx, id: string): Promise<LoadedQuestion | undefined> => {
  const row = await tx.selectFrom('feedback_question').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && loadedQuestion(row)
}

const feedbackForm = ({ row, feedback }: LoadedFeedback): object => ({
  ...canonicalFeedback(feedback),
  version: row.version,
})
const questionForm = ({ row, question }: LoadedQuestion): object => ({
  ...canonicalFeedbackQuestion(question),
  version: row.version,
})

/** Canonical forms from live rows, for the check of what acts say. */
export const feedbackNouns = {
  feedback: async (db: Reader, id: string) => {
    const row = await db.selectFrom('feedback').selectAll().where('id', '=', id).executeTakeFirst()
    return row && feedbackForm(loadedFeedback(row))
  },
  feedbackQuestion: async (db: Reader, id: string) => {
    const row = await db.selectFrom('feedback_question').selectAll().where('id', '=', id).executeTakeFirst()
    return row && questionForm(loadedQuestion(row))
  },
}

export const feedbackChange = (before: LoadedFeedback | null, after: LoadedFeedback): Change => ({
  noun: 'feedback',
  id: after.row.id,
  version: after.row.version,
  before: before && feedbackForm(before),
  after: feedbackForm(after),
})

export const questionChange = (before: LoadedQuestion | null, after: LoadedQuestion): Change => ({
  noun: 'feedbackQuestion',
  id: after.row.id,
  version: after.row.version,
  before: before && questionForm(before),
  after: questionForm(after),
})

export const insertFeedback = async (tx: Tx, feedback: Feedback): Promise<LoadedFeedback> => {
  await tx
    .insertInto('feedback')
    .values({
      id: feedback.id,
      plan_id: feedback.planId,
      run_digest: feedback.runDigest,
      unit_ids: [...feedback.unitIds],
      working_days: feedback.workingDays,
      until: feedback.until,
      opened: json(feedback.opened),
      agreed: json(feedback.agreed),
      version: 1,
    })
    .execute()
  return { row: { id: feedback.id, version: 1 }, feedback }
}

export const saveAgreed = async (tx: Tx, before: LoadedFeedback, next: Feedback): Promise<LoadedFeedback> => {
  const version = before.row.version + 1
  await tx
    .updateTable('feedback')
    .set({ agreed: json(next.agreed), version })
    .where('id', '=', next.id)
    .execute()
  return { row: { id: next.id, version }, feedback: next }
}

export const insertQuestion = async (tx: Tx, question: FeedbackQuestion): Promise<LoadedQuestion> => {
  await tx
    .insertInto('feedback_question')
    .values({
      id: question.id,
      plan_id: question.planId,
      leaf_key: question.leafKey,
      item_id: question.itemId,
      unit_id: question.unitId,
      words: question.words,
      files: json(question.files),
      file_digests: question.files.map(({ digest }) => digest),
      author: json(question.by),
      at: question.at,
      state: question.state,
      answer: null,
      version: 1,
    })
    .execute()
  return { row: { id: question.id, version: 1 }, question }
}

export const saveAnswer = async (tx: Tx, before: LoadedQuestion, next: FeedbackQuestion): Promise<LoadedQuestion> => {
  const version = before.row.version + 1
  const answer = next.answer === undefined ? null : json(next.answer)
  await tx
    .updateTable('feedback_question')
    .set({ state: next.state, answer, version })
    .where('id', '=', next.id)
    .execute()
  return { row: { id: next.id, version }, question: next }
}
