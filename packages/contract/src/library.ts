import { citingNouns } from '@quanheng/domain/library/citation'
import { libraryCommands, libraryKinds, libraryStates } from '@quanheng/domain/library/model'
import { validities } from '@quanheng/domain/library/validity'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 制度文件: rules, policies and forms with their versions and clauses, cited as bases (沈8 附件1 十四、十五，附件2 一、十一). */

const one = z.object({ libraryDocumentId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const kind = z.enum(libraryKinds)
const validity = z.enum(validities)
const file = z.object({ digest, name: line(200) })
const clause = z.object({ article: text(60), text: text(20_000) })
const clauses = z.array(clause).max(600)

const contentBody = z.object({
  kind,
  title: text(200),
  issuer: text(200),
  documentNumber: text(60),
  issuedOn: day.nullable(),
  effectiveOn: day.nullable(),
  /** Last day on which it holds; null without an end. */
  lastOn: day.nullable(),
  /** 负责解释的单位. */
  interpreter: text(200),
  /** The published document whose next version this is. */
  replacesId: id.nullable(),
  clauses,
  files: z.array(file).max(20),
})

const row = z.object({
  id,
  version,
  kind,
  state: z.enum(libraryStates),
  validity,
  title: z.string(),
  issuer: z.string(),
  documentNumber: z.string(),
  issuedOn: day.nullable(),
  effectiveOn: day.nullable(),
  /** Last day on which it holds, with replacement and repeal counted in. */
  lastDay: day.nullable(),
  interpreter: z.string(),
  unitName: z.string(),
  clauseCount: z.int(),
})

/** 现行有效 · 尚未施行 · 已失效 · 未发布. */
export const libraryHolds = ['inForce', 'notYet', 'ended', 'unpublished'] as const

const narrowing = z.object({
  /** Words that all stand in one clause, or in title, number and issuer; parted by spaces. */
  q: z.string().max(100).optional(),
  kind: kind.optional(),
  holds: z.enum(libraryHolds).optional(),
})

export const listLibrary = query({
  id: 'library.list',
  method: 'GET',
  path: '/api/library',
  ability: 'library.read',
  summary:
    'Rules, policies and forms, searched by words of their clauses; published ones for all, drafts for their office',
  query: paging.extend(narrowing.shape),
  reply: paged(row.extend({ hits: z.array(clause) })),
  errors: [],
})

export const libraryTable = query({
  id: 'library.table',
  method: 'GET',
  path: '/api/library/table',
  ability: 'library.read',
  summary: 'The list as a table',
  query: inTableFormat.extend(narrowing.shape),
  reply: 'file',
  errors: [],
})

export const searchClauses = query({
  id: 'library.clauses',
  method: 'GET',
  path: '/api/library/clauses',
  ability: 'library.read',
  summary: 'Published clauses to cite, those in force first',
  query: z.object({ q: z.string().max(100).optional() }),
  reply: z.object({
    rows: z.array(
      clause.extend({
        libraryDocumentId: id,
        title: z.string(),
        /** What a citation names the document by: number, or title. */
        citedAs: z.string(),
        documentNumber: z.string(),
        issuer: z.string(),
        issuedOn: day.nullable(),
        validity,
      }),
    ),
  }),
  errors: [],
})

export const citedInLibrary = query({
  id: 'library.cited',
  method: 'POST',
  path: '/api/library/cited',
  ability: 'library.read',
  summary:
    'How documents stand today that citations name by number or title; what the library does not have is left out',
  body: z.object({ names: z.array(z.string().max(300)).max(500) }),
  reply: z.object({
    rows: z.array(
      z.object({
        name: z.string(),
        libraryDocumentId: id,
        title: z.string(),
        validity,
        replacedBy: z.string().nullable(),
      }),
    ),
  }),
  errors: [],
})

export const readLibraryFile = query({
  id: 'library.reading',
  method: 'GET',
  path: '/api/library/reading',
  ability: 'library.begin',
  summary: 'What an uploaded file says about itself, clause by clause, for a person to correct; stores nothing',
  query: z.object({ digest }),
  reply: contentBody.omit({ kind: true, replacesId: true, files: true }),
  errors: [
    'upload.notFound',
    'upload.infected',
    'library.tooManyClauses',
    'noticeFile.empty',
    'noticeFile.tooMuchText',
    'noticeFile.encrypted',
    'noticeFile.macros',
    'noticeFile.damaged',
    'noticeFile.unknownFormat',
    'noticeFile.noText',
  ],
})

export const showLibraryDocument = query({
  id: 'library.show',
  method: 'GET',
  path: '/api/library/:libraryDocumentId',
  ability: 'library.read',
  summary: 'One document: its clauses, versions before and after, where each clause is cited, and what was done to it',
  params: one,
  reply: row.extend({
    citedAs: z.string(),
    clauses: z.array(clause),
    files: z.array(file),
    replacesId: id.nullable(),
    lastOn: day.nullable(),
    repealedFrom: day.nullable(),
    repealReason: z.string().nullable(),
    /** All versions in order, this one included. */
    versions: z.array(z.object({ libraryDocumentId: id, citedAs: z.string(), effectiveOn: day.nullable(), validity })),
    uses: z.array(
      z.object({
        noun: z.enum(citingNouns),
        title: z.string(),
        link: z.string(),
        /** Article as cited; empty where the document as a whole is cited. */
        article: z.string(),
      }),
    ),
    steps: z.array(
      z.object({
        command: z.enum(['begin', 'replace', ...libraryCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    may: z.array(z.enum(libraryCommands)),
    /** May enter the next version of it. */
    mayRenew: z.boolean(),
    today: day,
  }),
  errors: [],
})

export const libraryFile = query({
  id: 'library.file',
  method: 'GET',
  path: '/api/library/:libraryDocumentId/files/:fileDigest',
  ability: 'library.read',
  summary: 'The document as issued, or what belongs to it',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const libraryPaper = query({
  id: 'library.paper',
  method: 'GET',
  path: '/api/library/:libraryDocumentId/paper',
  ability: 'library.read',
  summary: 'The clauses as entered, with validity and interpreter, to print; not the issued document itself',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: [],
})

export const beginLibraryDocument = command({
  id: 'library.begin',
  method: 'POST',
  path: '/api/library',
  ability: 'library.begin',
  act: '录入制度文件',
  summary: 'The office enters a document, or the next version of one',
  body: z.object({ content: contentBody }),
  reply: z.object({ libraryDocumentId: id }),
  errors: ['library.titleMissing', 'upload.notFound'],
})

export const editLibraryDocument = command({
  id: 'library.edit',
  method: 'POST',
  path: '/api/library/:libraryDocumentId/content',
  ability: 'library.edit',
  act: '修改制度文件',
  summary: 'A draft is changed',
  params: one,
  body: versioned.extend({ content: contentBody }),
  reply: done,
  errors: ['library.notNow', 'library.titleMissing', 'upload.notFound'],
})

export const publishLibraryDocument = command({
  id: 'library.publish',
  method: 'POST',
  path: '/api/library/:libraryDocumentId/publication',
  ability: 'library.publish',
  act: '发布制度文件',
  summary: 'Read by all posts from now on; the version before it holds until the day before',
  params: one,
  body: versioned,
  reply: done,
  errors: [
    'library.notNow',
    'library.titleMissing',
    'library.issuerMissing',
    'library.effectiveMissing',
    'library.lastBeforeFirst',
    'library.empty',
    'library.articleMissing',
    'library.articleTwice',
    'library.sameName',
    'library.replacesUnknown',
    'library.replacedAlready',
    'library.replacesLater',
  ],
})

export const discardLibraryDocument = command({
  id: 'library.discard',
  method: 'POST',
  path: '/api/library/:libraryDocumentId/disposal',
  ability: 'library.discard',
  act: '作废制度文件草稿',
  summary: 'A draft that will not be published',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['library.notNow'],
})

export const correctLibraryDocument = command({
  id: 'library.correct',
  method: 'POST',
  path: '/api/library/:libraryDocumentId/correction',
  ability: 'library.correct',
  act: '更正制度文件条文',
  summary: 'What was read or typed wrongly is corrected with a reason; a changed document is a new version',
  params: one,
  body: versioned.extend({ clauses, interpreter: text(200), reason }),
  reply: done,
  errors: ['library.notNow', 'library.empty', 'library.articleMissing', 'library.articleTwice'],
})

export const repealLibraryDocument = command({
  id: 'library.repeal',
  method: 'POST',
  path: '/api/library/:libraryDocumentId/repeal',
  ability: 'library.repeal',
  act: '登记制度文件废止',
  summary: 'Holds no more from a day on; it stays readable',
  params: one,
  body: versioned.extend({ from: day, reason }),
  reply: done,
  errors: ['library.notNow', 'library.repealTooEarly'],
})
