import { postKinds } from '@quanheng/domain/ability/posts'
import { feedbackAnswers, feedbackQuestionStates } from '@quanheng/domain/feedback/model'
import { z } from 'zod'
import { deduction } from './result.ts'
import { command, query } from './route.ts'
import { basis } from './rule.ts'
import { day, digest, id, inTableFormat, line, paged, paging, version, words } from './shapes.ts'

/** 初评反馈: signed first scores told to the units before they are locked, questions item by item, each answered by name. */

const at = z.iso.datetime()
const author = z.object({ name: z.string(), post: z.enum(postKinds), unitName: z.string(), at })
const file = z.object({ digest, name: line(200) })
const state = z.enum(feedbackQuestionStates)

/** 待发出 · 核对中 · 核对期满. */
const roundState = z.enum(['toOpen', 'running', 'over'])

const round = z.object({
  planId: id,
  planTitle: z.string(),
  year: z.int(),
  ownerName: z.string(),
  workingDays: z.int(),
  state: roundState,
  until: day.nullable(),
  /** Questions asked, and those without an answer: of all units, or of the one in the row. */
  asked: z.int(),
  open: z.int(),
})

export const listFeedback = query({
  id: 'feedback.list',
  method: 'GET',
  path: '/api/feedback',
  ability: 'feedback.read',
  summary: 'Plans with feedback of first scores: those that the caller scores or runs, and what own units were told',
  reply: z.object({
    rounds: z.array(round),
    own: z.array(round.extend({ unitId: id, unitName: z.string(), agreed: z.boolean() })),
  }),
  errors: [],
})

export const showFeedback = query({
  id: 'feedback.show',
  method: 'GET',
  path: '/api/plans/:planId/feedback',
  ability: 'feedback.read',
  summary: 'The feedback of one plan for the side that scores: what each unit was told, asked and agreed to',
  params: z.object({ planId: id }),
  reply: round.extend({
    openedBy: author.nullable(),
    /** What is not signed and verified yet; none once it is sent. */
    notFinal: z.int(),
    units: z.array(
      z.object({
        unitId: id,
        unitName: z.string(),
        items: z.int(),
        lost: z.string(),
        asked: z.int(),
        open: z.int(),
        agreed: author.nullable(),
      }),
    ),
    may: z.array(z.enum(['open'])),
  }),
  errors: [],
})

const score = z.object({
  itemId: id,
  leafKey: z.string(),
  name: z.string(),
  measure: z.string(),
  target: z.string().nullable(),
  actual: z.string(),
  fullMark: z.string(),
  points: z.string(),
  deductions: z.array(deduction),
  basis: basis.nullable(),
  source: z.string(),
  /** Signed points now: the same, others after an accepted question; null while the item is scored again. */
  now: z.string().nullable(),
  /** The unit may ask about it today. */
  mayAsk: z.boolean(),
})

export const showUnitFeedback = query({
  id: 'feedback.unit',
  method: 'GET',
  path: '/api/plans/:planId/feedback/units/:unitId',
  ability: 'feedback.read',
  summary:
    'What one unit was told of its first scores, for that unit and for the side that scores; the 扣分告知书 is printed from it',
  params: z.object({ planId: id, unitId: id }),
  reply: round.extend({
    unitId: id,
    unitName: z.string(),
    runDigest: digest,
    version,
    openedBy: author,
    agreed: author.nullable(),
    scores: z.array(score),
    may: z.array(z.enum(['ask', 'agree'])),
  }),
  errors: [],
})

const question = z.object({
  id,
  version,
  planId: id,
  planTitle: z.string(),
  unitId: id,
  unitName: z.string(),
  leafName: z.string(),
  /** The side that scored it. */
  scorerName: z.string(),
  /** The sheet on which it stands or is scored again, for those who may open sheets. */
  sheetId: id.nullable(),
  words: z.string(),
  files: z.array(file),
  by: author,
  state,
  answer: author.extend({ kind: z.enum(feedbackAnswers), words: z.string() }).nullable(),
  /** Points as told, and signed now; null while scored again. */
  told: z.string(),
  now: z.string().nullable(),
  /** One of my posts may answer it. */
  mine: z.boolean(),
})

const narrowing = z.object({ state: state.optional(), planId: id.optional(), unitId: id.optional() })

export const listFeedbackQuestions = query({
  id: 'feedback.questions',
  method: 'GET',
  path: '/api/feedback-questions',
  ability: 'feedback.read',
  summary: 'Questions about first scores in sight, those without an answer first',
  query: paging.extend(narrowing.shape),
  reply: paged(question),
  errors: [],
})

export const exportFeedbackQuestions = query({
  id: 'feedback.export',
  method: 'GET',
  path: '/api/feedback-questions/table',
  ability: 'feedback.read',
  summary: 'Questions about first scores in sight with their answers as .xlsx: 初评反馈意见及答复一览表',
  query: narrowing.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

export const feedbackQuestionFile = query({
  id: 'feedback.file',
  method: 'GET',
  path: '/api/feedback-questions/:feedbackQuestionId/files/:fileDigest',
  ability: 'feedback.read',
  summary: 'Evidence that came with a question',
  params: z.object({ feedbackQuestionId: id, fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const openFeedback = command({
  id: 'feedback.open',
  method: 'POST',
  path: '/api/plans/:planId/feedback',
  ability: 'feedback.open',
  act: '发出初评反馈',
  summary: 'Tell every unit its signed first scores; they check for the working days that the plan gives',
  params: z.object({ planId: id }),
  body: z.object({}),
  reply: z.object({ until: day }),
  errors: ['feedback.notWanted', 'feedback.alreadyOpened', 'feedback.notReady', 'calendar.yearMissing'],
})

export const agreeToFeedback = command({
  id: 'feedback.agree',
  method: 'POST',
  path: '/api/plans/:planId/feedback/agreements',
  ability: 'feedback.agree',
  act: '确认初评得分无异议',
  summary: 'The head of a unit says that it has checked its first scores and has no question left',
  params: z.object({ planId: id }),
  body: z.object({ unitId: id, version }),
  reply: z.object({ version }),
  errors: ['feedback.over', 'feedback.agreedAlready', 'feedback.ownOpen', 'platform.stale'],
})

export const askFeedback = command({
  id: 'feedback.ask',
  method: 'POST',
  path: '/api/plans/:planId/feedback/questions',
  ability: 'feedback.ask',
  act: '提出初评反馈意见',
  summary: 'A unit asks about one of its first scores, with evidence',
  params: z.object({ planId: id }),
  body: z.object({ itemId: id, words: words.max(2000), files: z.array(file).max(20) }),
  reply: z.object({ questionId: id }),
  errors: ['feedback.over', 'feedback.agreedAlready', 'feedback.wordsMissing', 'feedback.asked', 'upload.notFound'],
})

export const answerFeedback = command({
  id: 'feedback.answer',
  method: 'POST',
  path: '/api/feedback-questions/:feedbackQuestionId/answer',
  ability: 'feedback.answer',
  act: '答复初评反馈意见',
  summary: 'Accepted, whereupon the item is scored and signed again, or declined with the reason; always by name',
  params: z.object({ feedbackQuestionId: id }),
  body: z.object({ version, kind: z.enum(feedbackAnswers), words: words.max(2000) }),
  reply: z.object({ version }),
  errors: ['feedback.answered', 'feedback.ownUnit', 'feedback.wordsMissing', 'platform.stale'],
})
