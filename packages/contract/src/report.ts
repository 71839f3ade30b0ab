import { leadReportStates } from '@quanheng/domain/report/model'
import { leadReportCommands } from '@quanheng/domain/report/transitions'
import { z } from 'zod'
import { person } from './result.ts'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, line, quantity, reason, version, words } from './shapes.ts'

/** The office's register of lead units' reports (已报 / 未报 / 退回), and the words of a lead unit's own report. */

const one = z.object({ reportId: id })
const state = z.enum(leadReportStates)
const nullable = z.string().nullable()

const received = z.object({
  number: z.int(),
  via: z.enum(['platform', 'paper']),
  documentNumber: z.string(),
  documentDate: day,
  receivedOn: day,
  late: z.boolean(),
  by: person,
  confirmedBy: person.nullable(),
  scanDigest: digest.nullable(),
  runDigest: digest.nullable(),
  packageDigest: digest.nullable(),
})

const registerRow = z.object({
  id,
  leadUnitId: id,
  leadUnitName: z.string(),
  state,
  due: day,
  overdue: z.boolean(),
  returnReason: nullable,
  /** Items that the report must cover. */
  expected: z.int(),
  received: received.nullable(),
  version,
  may: z.array(z.enum(leadReportCommands)),
  next: z.object({ command: z.string(), people: z.array(person) }).nullable(),
})

export const showRegister = query({
  id: 'leadReport.register',
  method: 'GET',
  path: '/api/plans/:planId/lead-reports',
  ability: 'leadReport.read',
  summary: 'The register of a year plan: which lead units have reported, which have not, which were returned',
  params: z.object({ planId: id }),
  reply: z.object({
    summary: z.object({ reported: z.int(), owed: z.int(), returned: z.int(), complete: z.boolean() }),
    rows: z.array(registerRow),
  }),
  errors: [],
})

const score = z.object({ leafKey: z.string().max(200), unitId: id, points: z.string() })

export const showLeadReport = query({
  id: 'leadReport.show',
  method: 'GET',
  path: '/api/lead-reports/:reportId',
  ability: 'leadReport.read',
  summary: 'One line of the register: the items it must cover, and the scores as reported',
  params: one,
  reply: registerRow.extend({
    planId: id,
    planTitle: z.string(),
    items: z.array(
      z.object({
        leafKey: z.string(),
        leafName: z.string(),
        unitId: id,
        unitName: z.string(),
        fullMark: z.string(),
        points: nullable,
      }),
    ),
    versions: z.array(received),
  }),
  errors: [],
})

const shared = ['leadReport.notNow', 'leadReport.notYours'] as const

export const enterPaperReport = command({
  id: 'leadReport.enterPaper',
  method: 'POST',
  path: '/api/lead-reports/:reportId/paper',
  ability: 'leadReport.enterPaper',
  act: '录入纸质评分报告',
  summary: 'Enter the scores of a report that came on paper, with the stamped scan',
  params: one,
  body: z.object({
    version,
    documentNumber: line(100),
    documentDate: day,
    scanDigest: digest,
    scores: z.array(score.extend({ points: quantity })).max(20_000),
  }),
  reply: z.object({ version }),
  errors: [
    ...shared,
    'leadReport.incomplete',
    'leadReport.scanMissing',
    'leadReport.numberMissing',
    'quantity.notANumber',
    'upload.notFound',
  ],
})

export const confirmPaperReport = command({
  id: 'leadReport.confirmPaper',
  method: 'POST',
  path: '/api/lead-reports/:reportId/confirm',
  ability: 'leadReport.confirmPaper',
  act: '核对纸质评分报告',
  summary: 'The second person has compared every score with the scan',
  params: one,
  body: z.object({ version }),
  reply: z.object({ version }),
  errors: [...shared, 'leadReport.samePerson'],
})

export const refusePaperReport = command({
  id: 'leadReport.refusePaper',
  method: 'POST',
  path: '/api/lead-reports/:reportId/refuse',
  ability: 'leadReport.refusePaper',
  act: '纸质评分报告录入不符',
  summary: 'The entry does not match the scan: it is entered again',
  params: one,
  body: z.object({ version, reason }),
  reply: z.object({ version }),
  errors: [...shared, 'leadReport.reasonMissing'],
})

export const returnLeadReport = command({
  id: 'leadReport.return',
  method: 'POST',
  path: '/api/lead-reports/:reportId/return',
  ability: 'leadReport.return',
  act: '退回评分报告',
  summary: 'Send a registered report back to its lead unit',
  params: one,
  body: z.object({ version, reason }),
  reply: z.object({ version }),
  errors: [...shared, 'leadReport.reasonMissing'],
})

export const reportScan = query({
  id: 'leadReport.scan',
  method: 'GET',
  path: '/api/lead-reports/:reportId/files/:digest',
  ability: 'leadReport.read',
  summary: 'The stamped scan of a report that came on paper',
  params: one.extend({ digest }),
  reply: 'file',
  errors: [],
})

/** Prose of a block; a figure is written `{path}` and printed from the locked version. */
const prose = words
const letterWords = z.object({
  title: words,
  addressees: z.array(words).max(20),
  /** One entry a paragraph. */
  body: z.array(prose).max(50),
  contact: z.object({ name: words, phone: words }),
  copies: z.array(words).max(50),
})

/** What people write of a report and its covering letter; tables and figures are never among it. */
export const paperWords = z.object({
  title: words,
  overview: z.array(prose).max(50),
  completion: z.array(prose).max(50),
  scores: z.array(prose).max(50),
  notes: z.array(prose).max(50),
  letter: letterWords,
})
export type PaperWords = z.infer<typeof paperWords>

export const paperFigure = z.object({ path: z.string(), text: z.string() })
const text = z.union([z.string(), paperFigure, z.array(z.union([z.string(), paperFigure]))])
const cell = z.union([
  text,
  z.object({ cell: text, colSpan: z.int().exactOptional(), rowSpan: z.int().exactOptional() }),
])
/** `packages/papers` blocks as data, for the A4-like preview. */
export const paperBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    text,
    runIn: text.exactOptional(),
  }),
  z.object({ kind: z.literal('paragraph'), text }),
  z.object({
    kind: z.literal('table'),
    caption: text.exactOptional(),
    unit: text.exactOptional(),
    columns: z.array(z.object({ width: z.number(), align: z.enum(['left', 'center', 'right']).exactOptional() })),
    header: z.array(z.array(cell)),
    rows: z.array(z.array(cell)),
    notes: z.array(text).exactOptional(),
    wide: z.boolean().exactOptional(),
  }),
])

/** The lines of a red-headed paper around its body, as it prints them. */
export const paperLetter = z.object({
  mark: z.string(),
  number: z.string(),
  signers: z.string(),
  title: z.string(),
  addressees: z.string(),
  body: z.array(paperBlock),
  attachment: z.string(),
  organ: z.string(),
  date: z.string(),
  contact: nullable,
  copies: nullable,
  /** 印发机关 and 印发日期 of the 版记. */
  printed: z.object({ organ: z.string(), day: z.string() }).nullable(),
})

export const showPaper = query({
  id: 'paper.show',
  method: 'GET',
  path: '/api/results/:resultId/paper',
  ability: 'approval.read',
  summary:
    'Score report and covering letter over a locked version: the words that may be edited, and how both will read',
  params: z.object({ resultId: id }),
  reply: z.object({
    id,
    version,
    planId: id,
    runDigest: digest,
    words: paperWords,
    /** Figures that prose may name, with what they print. */
    figures: z.array(paperFigure.extend({ name: z.string() })),
    /** Lines as the paper prints them, headings with their numbers: Chinese whatever the reader's language. */
    report: z.object({ title: z.string(), body: z.array(paperBlock), organ: z.string(), date: z.string() }),
    letter: paperLetter,
    /** Of the paper as it would be printed, and its 校验码. */
    paperDigest: digest,
    code: z.string(),
    mayEdit: z.boolean(),
    approvalId: id.nullable(),
  }),
  errors: [],
})

export const editPaper = command({
  id: 'paper.edit',
  method: 'PUT',
  path: '/api/papers/:paperId/words',
  ability: 'approval.start',
  act: '修改评分报告文字',
  summary: 'Save the words of a report and its covering letter; figures come from the locked version',
  params: z.object({ paperId: id }),
  body: z.object({ version, words: paperWords }),
  reply: z.object({ version, paperDigest: digest }),
  errors: ['scoreReport.underWay', 'scoreReport.unknownFigure', 'scoreReport.textMissing'],
})

const file = {
  method: 'GET',
  ability: 'approval.read',
  params: z.object({ paperId: id }),
  reply: 'file',
  errors: [],
} as const

export const reportFile = query({
  ...file,
  id: 'paper.report',
  path: '/api/papers/:paperId/report',
  summary: 'The score report as it stands; as PDF or OFD with a watermark until it is issued',
  query: inFormat,
})

export const paperProof = query({
  ...file,
  id: 'paper.proof',
  path: '/api/papers/:paperId/proof',
  summary:
    'The paper’s content with proof of the sealed act that put it on its way, to check a print by its check code',
  errors: ['checkpoint.paperNotSealed'],
})

export const letterFile = query({
  ...file,
  id: 'paper.letter',
  path: '/api/papers/:paperId/letter',
  summary: 'The red-headed covering letter as it stands; as PDF or OFD with a watermark until it is issued',
  query: inFormat,
})
