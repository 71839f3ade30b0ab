import { z } from 'zod'
import { comparePlan } from './plan.ts'
import { command, query } from './route.ts'
import { digest, id, version } from './shapes.ts'

/** 方案文件 (YAML) into drafts: read and compared first, saved by a second act. */

/** What stands in the way, with its line in the file. */
const fileFault = z.object({ line: z.int().min(1), message: z.string() })

export const readPlanFile = query({
  id: 'plan.readFile',
  method: 'POST',
  path: '/api/plan-files/read',
  ability: 'plan.edit',
  summary:
    'Read an uploaded plan file against a draft, or against nothing: what it would change, or its faults line by line; saves nothing',
  body: z.object({ digest, planId: id.nullable() }),
  reply: z.object({
    faults: z.array(fileFault),
    /** Null while there are faults. */
    plan: z
      .object({
        kind: z.enum(['appraisalPlan', 'indicatorPlan']),
        title: z.string(),
        year: z.int(),
        indicators: z.int(),
        units: z.int(),
        tasks: z.int(),
      })
      .nullable(),
    compared: comparePlan.reply,
  }),
  errors: ['upload.notFound', 'platform.tooLarge'],
})

export const importPlanFile = command({
  id: 'plan.importFile',
  method: 'PUT',
  path: '/api/plans/:planId/file',
  ability: 'plan.edit',
  act: '导入方案文件',
  summary: 'Replace the content of a draft by that of an uploaded plan file',
  params: z.object({ planId: id }),
  body: z.object({ version, digest }),
  reply: z.object({ version }),
  errors: [
    'plan.notNow',
    'plan.notYours',
    'plan.kindFixed',
    'plan.ownerFixed',
    'plan.fileNotHere',
    'plan.unknownKey',
    'plan.fileFaulty',
    'upload.notFound',
    'platform.tooLarge',
  ],
})

export const beginFromFile = command({
  id: 'plan.beginFromFile',
  method: 'POST',
  path: '/api/plan-files/begin',
  ability: 'plan.begin',
  act: '按方案文件起草',
  summary: 'Begin a draft with the content of an uploaded plan file',
  body: z.object({ digest }),
  reply: z.object({ id }),
  errors: [
    'plan.notYours',
    'plan.otherUnit',
    'plan.fileNotHere',
    'plan.fileFaulty',
    'upload.notFound',
    'platform.tooLarge',
  ],
})
