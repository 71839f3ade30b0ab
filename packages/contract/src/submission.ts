import { submissionStates } from '@quanheng/domain/submission/model'
import { submissionCommands } from '@quanheng/domain/submission/transitions'
import { z } from 'zod'
import { person } from './result.ts'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, line, text, version } from './shapes.ts'

/** The package of an approved paper, the entry sheet (录入对照单) in the superior's order, and the receipt (回执). */

const one = z.object({ submissionId: id })
const versioned = z.object({ version })
const key = z.object({ leafKey: z.string().max(200), unitId: id })
const shared = ['submission.notNow', 'submission.notYours'] as const

export const submission = z.object({
  id,
  version,
  state: z.enum(submissionStates),
  documentNumber: z.string(),
  /** Digest of the manifest: what a seal would sign. */
  packageDigest: digest,
  files: z.array(z.object({ name: z.string(), size: z.int(), sha256: digest })),
  rows: z.array(
    key.extend({
      leafName: z.string(),
      unitName: z.string(),
      points: z.string(),
      ticked: z.object({ by: person, at: z.iso.datetime() }).nullable(),
    }),
  ),
  checkedBy: person.nullable(),
  sending: z.object({ by: person, sentOn: day, channel: z.string() }).nullable(),
  receipt: z
    .object({ number: z.string().nullable(), receivedOn: day, scanDigest: digest.nullable(), by: person })
    .nullable(),
  may: z.array(z.enum(submissionCommands)),
})

export const prepareSubmission = command({
  id: 'submission.prepare',
  method: 'POST',
  path: '/api/approvals/:approvalId/submission',
  ability: 'submission.prepare',
  act: '制作报送包',
  summary: 'Make the package (documents, scores, manifest) and the entry sheet in the superior’s order',
  params: z.object({ approvalId: id }),
  body: versioned.extend({
    /** The superior's order of entry, where it differs from the plan's: every item once. */
    order: z.array(key).max(20_000).optional(),
  }),
  reply: z.object({ submissionId: id, packageDigest: digest }),
  errors: [
    'approval.notNow',
    'submission.numberMissing',
    'submission.orderDiffers',
    'submission.filesMissing',
    'submission.prepared',
  ],
})

export const tickRows = command({
  id: 'submission.tick',
  method: 'POST',
  path: '/api/submissions/:submissionId/ticks',
  ability: 'submission.tick',
  act: '录入勾对',
  summary: 'Tick rows that were entered in the superior’s platform, or take ticks back',
  params: one,
  body: versioned.extend({ rows: z.array(key).min(1).max(500), ticked: z.boolean() }),
  reply: versioned,
  errors: [...shared, 'submission.noSuchRow'],
})

export const checkSubmission = command({
  id: 'submission.check',
  method: 'POST',
  path: '/api/submissions/:submissionId/check',
  ability: 'submission.check',
  act: '核对录入',
  summary: 'A second person has compared every row with the superior’s platform',
  params: one,
  body: versioned,
  reply: versioned,
  errors: [...shared, 'submission.samePerson'],
})

export const sendSubmission = command({
  id: 'submission.send',
  method: 'POST',
  path: '/api/submissions/:submissionId/send',
  ability: 'submission.send',
  act: '报送评分报告',
  milestone: true,
  summary: 'Send the package; under a year plan of this platform the report registers itself with the office',
  stepUp: true,
  params: one,
  body: versioned.extend({ sentOn: day, channel: line(100) }),
  reply: versioned.extend({ registered: z.boolean() }),
  errors: [
    ...shared,
    'submission.inFuture',
    'approval.notNow',
    'approval.notYours',
    'leadReport.notNow',
    'leadReport.notYours',
    'leadReport.incomplete',
    'leadReport.otherUnit',
  ],
})

export const recordReceipt = command({
  id: 'submission.recordReceipt',
  method: 'POST',
  path: '/api/submissions/:submissionId/receipt',
  ability: 'submission.recordReceipt',
  act: '登记回执',
  summary: 'Record the superior’s receipt',
  params: one,
  body: versioned.extend({ number: text(100).optional(), receivedOn: day, scanDigest: digest.optional() }),
  reply: versioned,
  errors: [...shared, 'submission.inFuture', 'submission.beforeSending', 'upload.notFound'],
})

const file = { method: 'GET', ability: 'submission.read', params: one, reply: 'file', errors: [] } as const

export const packageZip = query({
  ...file,
  id: 'submission.package',
  path: '/api/submissions/:submissionId/package.zip',
  summary: 'The package as it was made: documents, scores as xlsx and json, manifest with digests',
})

export const entrySheet = query({
  ...file,
  id: 'submission.entrySheet',
  path: '/api/submissions/:submissionId/entry-sheet',
  summary: '录入对照单 to print',
  query: inFormat,
})
