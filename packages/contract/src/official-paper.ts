import { officialPaperKinds, officialPaperStates, proseBlocks } from '@quanheng/domain/official-paper/model'
import { z } from 'zod'
import { paperBlock, paperFigure, paperLetter } from './report.ts'
import { command, query } from './route.ts'
import { day, id, inFormat, reason, version, words } from './shapes.ts'

/** 发文稿: 印发方案的通知 and 考评结果通报, worded in blocks over a plan version or a locked version, numbered and issued here. */

const kind = z.enum(officialPaperKinds)
const block = z.enum(proseBlocks)
const ofPlan = z.object({ planId: id, officialKind: kind })
const one = z.object({ officialPaperId: id })
const proseWords = z.partialRecord(block, words)
export type ProseWords = z.infer<typeof proseWords>
const nullable = z.string().nullable()

export const showOfficialPaper = query({
  id: 'officialPaper.show',
  method: 'GET',
  path: '/api/plans/:planId/official-papers/:officialKind',
  ability: 'officialPaper.read',
  summary:
    'The paper of a plan as it will read, its prose block by block with who wrote what, and what was issued before',
  params: ofPlan,
  reply: z.object({
    planTitle: z.string(),
    /** The draft or, where none is under way, the paper that is out; null before anybody began. */
    paper: z
      .object({
        id,
        version,
        state: z.enum(officialPaperStates),
        writtenBy: z.string(),
        documentNumber: nullable,
        issuedOn: day.nullable(),
        withdrawn: nullable,
        /** The issued file, to open and print. */
        issuedPaperId: id.nullable(),
      })
      .nullable(),
    blocks: z.array(z.object({ block, text: z.string(), proposed: z.string(), required: z.boolean() })),
    /** Fields that prose may name, with what they print. */
    figures: z.array(paperFigure.extend({ name: z.string() })),
    /** What the source says otherwise now than when the text was last looked at; null where nothing moved. */
    moved: nullable,
    letter: paperLetter.omit({ contact: true }),
    attachments: z.array(z.object({ name: z.string(), body: z.array(paperBlock) })),
    revisions: z.array(
      z.object({
        number: z.int(),
        block,
        text: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
        restored: z.boolean(),
      }),
    ),
    earlier: z.array(
      z.object({ id, documentNumber: z.string(), issuedOn: day, withdrawn: nullable, issuedPaperId: id.nullable() }),
    ),
    /** Number that the plan version went out under; its notice carries the same. */
    givenNumber: nullable,
    books: z.array(z.object({ id, next: z.string() })),
    may: z.array(z.enum(['begin', 'edit', 'refresh', 'issue', 'withdraw'])),
  }),
  errors: ['result.hidden', 'yearPaper.noLockedVersion', 'yearPaper.gradesOpen', 'yearPaper.noRow'],
})

const fromSource = ['result.hidden', 'yearPaper.noLockedVersion', 'yearPaper.gradesOpen', 'yearPaper.noRow'] as const

export const beginOfficialPaper = command({
  id: 'officialPaper.begin',
  method: 'POST',
  path: '/api/plans/:planId/official-papers/:officialKind',
  ability: 'officialPaper.edit',
  act: '起草公文',
  summary: 'Begin the paper with the text that plan and locked version propose',
  params: ofPlan,
  reply: z.object({ officialPaperId: id, version }),
  errors: [...fromSource, 'officialPaper.begun'],
})

const refused = ['officialPaper.notNow', 'officialPaper.notYours'] as const
const wording = ['officialPaper.textMissing', 'officialPaper.typedFigure', 'officialPaper.unknownFigure'] as const

export const editOfficialPaper = command({
  id: 'officialPaper.edit',
  method: 'PUT',
  path: '/api/official-papers/:officialPaperId/words',
  ability: 'officialPaper.edit',
  act: '修改公文文字',
  summary: 'Save the prose; a figure is a field of the source and cannot be typed',
  params: one,
  body: z.object({ version, words: proseWords }),
  reply: z.object({ version }),
  errors: [...refused, ...wording, 'officialPaper.unchanged'],
})

export const restoreOfficialBlock = command({
  id: 'officialPaper.restore',
  method: 'POST',
  path: '/api/official-papers/:officialPaperId/restorations',
  ability: 'officialPaper.edit',
  act: '恢复公文段落',
  summary: 'Put one block back to how it read in an earlier revision',
  params: one,
  body: z.object({ version, block, revision: z.int().min(1) }),
  reply: z.object({ version }),
  errors: [...refused, ...wording, 'officialPaper.unchanged'],
})

export const refreshOfficialPaper = command({
  id: 'officialPaper.refresh',
  method: 'POST',
  path: '/api/official-papers/:officialPaperId/source',
  ability: 'officialPaper.edit',
  act: '采用现行数据',
  summary: 'The writers have seen what the source says now, and take it',
  params: one,
  body: z.object({ version }),
  reply: z.object({ version }),
  errors: [...refused, ...fromSource, 'officialPaper.sourceSame'],
})

export const checkOfficialPaper = query({
  id: 'officialPaper.check',
  method: 'GET',
  path: '/api/official-papers/:officialPaperId/check',
  ability: 'officialPaper.read',
  summary:
    'What still keeps the paper from going out: its form by the fifty assertions, and characters without a glyph',
  params: one,
  reply: z.object({
    /** Assertions of form that fail, in words. */
    faults: z.array(z.object({ assertion: z.int(), says: z.string(), place: z.string(), found: z.string() })),
    /** Characters that no font of this site has: PDF and OFD show a box for each. */
    missing: z.array(z.string()),
    pages: z.int(),
  }),
  errors: [...fromSource, ...wording, 'officialPaper.sourceMoved', 'officialPaper.notDecided', 'yearPaper.notIssued'],
})

export const issueOfficialPaper = command({
  id: 'officialPaper.issue',
  method: 'POST',
  path: '/api/official-papers/:officialPaperId/issue',
  ability: 'officialPaper.issue',
  act: '印发公文',
  stepUp: true,
  milestone: true,
  summary: 'Number the paper and let it out: form and every figure are checked first, .docx, PDF and OFD are kept',
  params: one,
  body: z.object({
    version,
    /** The book whose next number is taken; null where the OA gave one. */
    bookId: id.nullable(),
    documentNumber: z.string().trim().max(100),
    issuedOn: day,
  }),
  reply: z.object({ version, documentNumber: z.string(), issuedPaperId: id }),
  errors: [
    ...refused,
    ...fromSource,
    ...wording,
    'yearPaper.notIssued',
    'yearPaper.figuresDiffer',
    'officialPaper.sourceMoved',
    'officialPaper.notDecided',
    'officialPaper.samePerson',
    'officialPaper.inFuture',
    'officialPaper.formFaults',
    'officialPaper.numberDiffers',
    'officialPaper.numberTaken',
    'approval.numberMalformed',
    'approval.bookGap',
    'numberBook.inFuture',
  ],
})

export const withdrawOfficialPaper = command({
  id: 'officialPaper.withdraw',
  method: 'POST',
  path: '/api/official-papers/:officialPaperId/withdraw',
  ability: 'officialPaper.withdraw',
  act: '撤回公文',
  stepUp: true,
  summary: 'The paper is withdrawn in the open: it stays readable, its number is burned with the reason',
  params: one,
  body: z.object({ version, reason }),
  reply: z.object({ version }),
  errors: [...refused, 'officialPaper.reasonMissing'],
})

export const officialPaperFile = query({
  id: 'officialPaper.file',
  method: 'GET',
  path: '/api/official-papers/:officialPaperId/file',
  ability: 'officialPaper.read',
  summary: 'The draft as a file, with a watermark as PDF and OFD; once issued, byte for byte as it was kept',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: [...fromSource, ...wording],
})
