import * as contract from '@quanheng/contract/feedback'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../../platform/http/bind.ts'
import { listFile } from '../../../platform/jobs/list-file.ts'
import { allQuestions, list as listQuestions, questionFile } from './questions.ts'
import { list, show } from './rounds.ts'
import { agree, answer, ask, open } from './services.ts'
import { questionsTable } from './table.ts'
import { showUnit } from './unit-scores.ts'

export const feedbackRoutes = (): readonly Binding[] => [
  bindQuery(contract.listFeedback, async ({ db, actor, context }) => ok(await list(db, actor, context.today))),
  bindQuery(contract.showFeedback, async ({ db, actor, params, context }) => {
    const shown = await show(db, actor, params.planId, context.today)
    return shown ? ok(shown) : refuse('platform.notFound')
  }),
  bindQuery(contract.showUnitFeedback, async ({ db, actor, params, context }) => {
    const shown = await showUnit(db, actor, params, context.today)
    return shown ? ok(shown) : refuse('platform.notFound')
  }),
  bindQuery(contract.listFeedbackQuestions, async ({ db, actor, query }) => ok(await listQuestions(db, actor, query))),
  bindQuery(contract.exportFeedbackQuestions, async (request) => {
    const { db, actor, query } = request
    const table = questionsTable(await allQuestions(db, actor, query), query)
    return ok(listFile(table.title, table, request))
  }),
  bindQuery(contract.feedbackQuestionFile, ({ db, actor, params }) => questionFile(db, actor, params)),
  bindCommand(contract.openFeedback, open),
  bindCommand(contract.agreeToFeedback, agree),
  bindCommand(contract.askFeedback, ask),
  bindCommand(contract.answerFeedback, answer),
]
