import { z } from 'zod'
import { onAgenda } from './on-agenda.ts'
import { person } from './result.ts'
import { command, query } from './route.ts'
import { day, digest, id, line, text } from './shapes.ts'

/** 审定 of the year's totals: each meeting that the plan's approval chain names, in its order, registered and confirmed by a second person. */

const ofResult = z.object({ resultId: id })
const nullable = z.string().nullable()

const decision = z.object({
  id,
  body: z.string(),
  decidedOn: day,
  text: z.string(),
  number: nullable,
  outcome: z.enum(['approved', 'returned']),
  grades: z.array(z.object({ unitName: z.string(), grade: z.string() })),
  scanDigest: digest,
  recordedBy: person,
  confirmedBy: person.nullable(),
})

export const listTotalsDecisions = query({
  id: 'totalsDecision.list',
  method: 'GET',
  path: '/api/results/:resultId/decisions',
  ability: 'decision.read',
  summary: 'The meetings that the plan foresees for the locked totals, and what each decided',
  params: ofResult,
  reply: z.object({
    meetings: z.array(z.object({ name: z.string(), decision: decision.nullable() })),
    /** Registered and not yet confirmed, or by which a meeting sent the matter back. */
    others: z.array(decision),
    /** Units whose grade the arithmetic leaves to the meeting, still undecided, and the grades that the plan knows. */
    openGrades: z.array(z.object({ unitId: id, unitName: z.string() })),
    gradeNames: z.array(z.string()),
    /** The meeting that has these totals before it: what it decides is carried out by itself; what it leaves to its clerk cites it. */
    agenda: onAgenda,
    may: z.array(z.enum(['record', 'confirm'])),
  }),
  errors: [],
})

export const recordTotalsDecision = command({
  id: 'totalsDecision.record',
  method: 'POST',
  path: '/api/results/:resultId/decisions',
  ability: 'decision.record',
  act: '登记会议决定',
  summary: 'Register what the next meeting decided over the locked totals, from its minutes',
  params: ofResult,
  body: z.object({
    body: line(100),
    decidedOn: day,
    text: line(4_000),
    number: text(100).optional(),
    outcome: z.enum(['approved', 'returned']),
    /** Of units whose grade is open. */
    grades: z
      .array(z.object({ unitId: id, grade: line(40) }))
      .max(2_000)
      .optional(),
    scanDigest: digest,
  }),
  reply: z.object({ decisionId: id }),
  errors: [
    'result.notNow',
    'decision.bodyMissing',
    'decision.textMissing',
    'decision.scanMissing',
    'decision.inFuture',
    'decision.waiting',
    'decision.onAgenda',
    'decision.notApproved',
    'decision.gradeUnknown',
    'decision.gradesMissing',
    'upload.notFound',
  ],
})

export const confirmTotalsDecision = command({
  id: 'totalsDecision.confirm',
  method: 'POST',
  path: '/api/results/:resultId/decisions/:decisionId/confirm',
  ability: 'decision.confirm',
  act: '核对会议决定',
  milestone: true,
  summary: 'The second person has compared the entry with the minutes; with the last meeting the totals are 审定',
  params: ofResult.extend({ decisionId: id }),
  reply: z.object({ approved: z.boolean() }),
  errors: ['result.notNow', 'result.notYours', 'result.otherDecision', 'decision.samePerson', 'decision.confirmed'],
})

export const totalsDecisionScan = query({
  id: 'totalsDecision.scan',
  method: 'GET',
  path: '/api/results/:resultId/decisions/:decisionId/scan',
  ability: 'decision.read',
  summary: 'The scan of the minutes of a decision over the locked totals',
  params: ofResult.extend({ decisionId: id }),
  reply: 'file',
  errors: [],
})
