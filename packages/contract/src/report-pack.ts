import { postKinds } from '@quanheng/domain/ability/posts'
import { z } from 'zod'
import { release } from './datum.ts'
import { command, housekeeping, query } from './route.ts'
import { day, digest, id, inFormat, paged, paging, version } from './shapes.ts'

/** 填报包: what one body is asked for under a plan, out as one .zip to be filled in without the platform, and back in. */

const author = z.object({ name: z.string(), post: z.enum(postKinds), unitName: z.string() })

export const listReportPackPlans = query({
  id: 'reportPack.plans',
  method: 'GET',
  path: '/api/report-packs/plans',
  ability: 'datum.report',
  summary: 'Plans under which I report for a body, with what a pack for it would hold',
  reply: z.object({
    rows: z.array(
      z.object({
        planId: id,
        planTitle: z.string(),
        planNumber: z.int(),
        unitId: id,
        unitName: z.string(),
        /** Figures still to be reported. */
        figures: z.int(),
        /** Lines of the evidence lists, and those without a file. */
        lines: z.int(),
        gaps: z.int(),
        /** The first day on which one of the figures is due. */
        due: day.nullable(),
      }),
    ),
  }),
  errors: [],
})

export const makeReportPack = query({
  id: 'reportPack.make',
  method: 'GET',
  path: '/api/plans/:planId/report-pack',
  ability: 'datum.report',
  summary:
    'The pack as a .zip: workbook to fill in, numbered folders for evidence, explanation, stamp of the plan version',
  params: z.object({ planId: id }),
  query: z.object({ unitId: id }),
  reply: 'file',
  errors: [],
})

const file = z.object({ name: z.string(), digest, size: z.int() })
const figure = z.object({
  datumId: id,
  /** In the workbook. */
  row: z.int(),
  elementName: z.string(),
  unitName: z.string(),
  text: z.string(),
  measure: z.string(),
  release,
  asOf: day,
  reason: z.string().nullable(),
  /** What stands on the platform as reported; null where nothing does. */
  before: z.string().nullable(),
  /** What I had typed for it and not reported: it is replaced. */
  typed: z.string().nullable(),
})

const refusedPack = [
  'upload.notFound',
  'upload.infected',
  'platform.tooLarge',
  'zip.damaged',
  'zip.encrypted',
  'zip.tooLarge',
  'zip.badPath',
  'zip.twice',
  'reportPack.program',
  'reportPack.macros',
  'reportPack.noStamp',
  'reportPack.stampChanged',
  'reportPack.otherVersion',
  'reportPack.notMine',
  'reportPack.noWorkbook',
  'reportPack.manyWorkbooks',
] as const

export const readReportPack = housekeeping({
  id: 'reportPack.read',
  method: 'POST',
  path: '/api/report-packs/read',
  ability: 'datum.report',
  summary:
    'Read an uploaded pack: what would change, which file matches which line, every fault; its files become uploads',
  body: z.object({ digest }),
  reply: z.object({
    planId: id,
    planTitle: z.string(),
    planNumber: z.int(),
    unitId: id,
    unitName: z.string(),
    madeOn: day,
    figures: z.array(figure),
    /** Lines of the workbook without a value, or as they stand. */
    blank: z.int(),
    /** The evidence lists, line by line, with what came for each. */
    lines: z.array(
      z.object({
        number: z.string(),
        unitName: z.string(),
        leafName: z.string(),
        name: z.string(),
        required: z.boolean(),
        /** Files attached to it already. */
        attached: z.int(),
        files: z.array(file.extend({ known: z.boolean() })),
      }),
    ),
    originals: z.array(file),
    /** Paths of files that belong to no line: not taken. */
    left: z.array(z.string()),
    faults: z.array(
      z.object({
        /** Of the workbook. */
        cell: z.string().nullable(),
        /** Of the pack. */
        path: z.string().nullable(),
        message: z.string(),
      }),
    ),
    /** What is shown here, to be named when it is taken. */
    shown: digest,
  }),
  errors: refusedPack,
})

export const markReportPack = query({
  id: 'reportPack.mark',
  method: 'POST',
  path: '/api/report-packs/marked',
  ability: 'datum.report',
  summary: 'The workbook of an uploaded pack with every fault marked in its cell',
  body: z.object({ digest }),
  reply: 'file',
  errors: refusedPack,
})

export const takeReportPack = command({
  id: 'reportPack.take',
  method: 'POST',
  path: '/api/report-packs',
  ability: 'datum.report',
  act: '收回填报包',
  summary:
    'Take a pack in, all of it or nothing: figures become my drafts and are reported by nobody; matched files are put forward',
  body: z.object({ digest, shown: digest }),
  reply: z.object({ id, version, figures: z.int(), files: z.int() }),
  errors: [
    ...refusedPack,
    'reportPack.faulty',
    'reportPack.changed',
    'reportPack.nothingNew',
    'evidence.sameFile',
    'evidence.emptyFile',
    'evidence.unknownRequirement',
    'circular.fileNoProof',
  ],
})

const taken = z.object({
  id,
  planTitle: z.string(),
  planNumber: z.int(),
  unitName: z.string(),
  fileName: z.string(),
  by: author,
  at: z.string(),
  figures: z.int(),
  evidence: z.int(),
  originals: z.array(file),
  left: z.array(z.string()),
})

export const listReportPacks = query({
  id: 'reportPack.list',
  method: 'GET',
  path: '/api/report-packs',
  ability: 'datum.read',
  summary: 'Packs that were taken in for my body, the newest first',
  query: paging,
  reply: paged(taken),
  errors: [],
})

export const reportPackReceipt = query({
  id: 'reportPack.receipt',
  method: 'GET',
  path: '/api/report-packs/:packId/receipt',
  ability: 'datum.read',
  summary: '回执: what was taken over, with the digests of the files',
  params: z.object({ packId: id }),
  query: inFormat,
  reply: 'file',
  errors: [],
})

export const reportPackOriginal = query({
  id: 'reportPack.original',
  method: 'GET',
  path: '/api/report-packs/:packId/originals/:fileDigest',
  ability: 'datum.read',
  summary: 'One scan of the stamped print that came with a pack',
  params: z.object({ packId: id, fileDigest: digest }),
  reply: 'file',
  errors: ['upload.infected'],
})
