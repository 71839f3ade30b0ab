import { paperSources, printedKinds, yearPapers } from '@quanheng/domain/year-paper/catalogue'
import { z } from 'zod'
import { query } from './route.ts'
import { id, inFormat } from './shapes.ts'

/** 全年文书: every paper that an appraisal year needs, where each is printed, and those printed here. */

export const listYearPapers = query({
  id: 'yearPaper.list',
  method: 'GET',
  path: '/api/year-papers',
  ability: 'approval.read',
  summary: 'The papers of one plan’s year: from what each is made and where it is printed; what waits says so',
  query: z.object({ planId: id.optional() }),
  reply: z.object({
    plans: z.array(z.object({ planId: id, title: z.string(), year: z.int() })),
    /** The plan asked for, else the newest; null where there is none. */
    planId: id.nullable(),
    units: z.array(z.object({ unitId: id, name: z.string() })),
    rows: z.array(
      z.object({
        kind: z.enum(yearPapers.map(({ kind }) => kind) as [string, ...string[]]),
        name: z.string(),
        from: z.enum(paperSources),
        made: z.enum(['here', 'elsewhere', 'waits']),
        page: z.string().nullable(),
        perUnit: z.boolean(),
      }),
    ),
  }),
  errors: [],
})

export const yearPaperFile = query({
  id: 'yearPaper.file',
  method: 'GET',
  path: '/api/plans/:planId/year-papers/:paperKind',
  ability: 'approval.read',
  summary: 'One paper of the year; each figure is compared with the plan or the locked version first',
  params: z.object({ planId: id, paperKind: z.enum(printedKinds) }),
  query: inFormat.extend({ unitId: id.optional() }),
  reply: 'file',
  errors: [
    'result.hidden',
    'yearPaper.noRow',
    'yearPaper.noLockedVersion',
    'yearPaper.noDatum',
    'yearPaper.noCredit',
    'yearPaper.nothingKept',
    'yearPaper.ofYearPlan',
    'yearPaper.ofLeadUnits',
    'yearPaper.unitUnscored',
    'yearPaper.noDecision',
    'yearPaper.gradesOpen',
    'yearPaper.notIssued',
    'yearPaper.unitMissing',
    'yearPaper.figuresDiffer',
  ],
})
