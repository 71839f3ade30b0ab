import { officialPaperKinds } from '@quanheng/domain/official-paper/model'
import { z } from 'zod'
import { query } from './route.ts'
import { day, digest, id, inFormat, paged, paging } from './shapes.ts'

/** 公文: papers that were issued, and the fonts that PDF and OFD are drawn with. */

const nullable = z.string().nullable()

/** What a body issues here: a report with its letter through an approval, or a paper worded here. */
export const issuedPaperKinds = ['letter', 'scoreReport', ...officialPaperKinds] as const

export const listPapers = query({
  id: 'issuedPaper.list',
  method: 'GET',
  path: '/api/papers',
  ability: 'approval.read',
  summary: 'Papers that were issued, the latest first',
  query: paging.extend({ q: z.string().max(100).optional() }),
  reply: paged(
    z.object({
      id,
      kind: z.enum(issuedPaperKinds),
      title: z.string(),
      documentNumber: z.string(),
      issuedOn: day,
      ownerName: z.string(),
      /** Null where I may read the paper, not how it was approved. */
      approvalId: id.nullable(),
      fileName: z.string(),
      size: z.int(),
      digest,
      /** 撤回: why, where the paper was withdrawn. */
      withdrawn: nullable,
    }),
  ),
  errors: [],
})

/** Which fonts PDF and OFD are drawn with, by face. */
export const paperFonts = query({
  id: 'paper.fonts',
  method: 'GET',
  path: '/api/paper-fonts',
  ability: 'signedIn',
  summary: 'The fonts that PDF and OFD embed: the site’s own where its folder has them, else the stand-in',
  reply: z.object({
    faces: z.array(
      z.object({ face: z.enum(['title', 'body', 'strong', 'script', 'plain']), font: z.string(), own: z.boolean() }),
    ),
    /** Files of the folder that are no TrueType fonts. */
    unreadable: z.array(z.string()),
  }),
  errors: [],
})

export const paperFile = query({
  id: 'issuedPaper.file',
  method: 'GET',
  path: '/api/papers/:paperId/file',
  ability: 'approval.read',
  summary: 'An issued paper: as .docx byte for byte as it was kept, as PDF or OFD set from the same content',
  params: z.object({ paperId: id }),
  query: inFormat,
  reply: 'file',
  errors: [],
})
