import { officeTemplateKinds } from '@quanheng/domain/office-template/model'
import { z } from 'zod'
import { templateFaults } from './errors/office-template.ts'
import { command, query } from './route.ts'
import { day, digest, id, line, version } from './shapes.ts'

/** 文书模板: an office's own .docx with tags, its versions, what would be made of it, and the papers that were. */

const kind = z.enum(officeTemplateKinds)
const one = z.object({ officeTemplateId: id })
const tag = z.object({ name: z.string(), meaning: z.string(), required: z.boolean() })

const templateVersion = z.object({
  number: z.int(),
  fileName: z.string(),
  size: z.int(),
  by: z.string(),
  at: z.iso.datetime(),
  tags: z.array(z.string()),
})

export const listOfficeTemplates = query({
  id: 'officeTemplate.list',
  method: 'GET',
  path: '/api/office-templates',
  ability: 'officeTemplate.read',
  summary: 'Templates of my units with their versions, and the tags of each kind with what they mean',
  reply: z.object({
    kinds: z.array(z.object({ kind, tags: z.array(tag), lists: z.array(tag.extend({ tags: z.array(tag) })) })),
    rows: z.array(
      z.object({
        id,
        version,
        kind,
        name: z.string(),
        unitName: z.string(),
        active: z.boolean(),
        versions: z.array(templateVersion),
      }),
    ),
    mayEdit: z.boolean(),
  }),
  errors: [],
})

export const sampleOfficeTemplate = query({
  id: 'officeTemplate.sample',
  method: 'GET',
  path: '/api/office-templates/samples/:templateKind',
  ability: 'officeTemplate.read',
  summary: 'A template to begin with: the tags of the kind in their places',
  params: z.object({ templateKind: kind }),
  reply: 'file',
  errors: [],
})

const uploaded = ['upload.notFound', 'upload.infected', 'platform.tooLarge', ...templateFaults] as const

export const checkOfficeTemplate = query({
  id: 'officeTemplate.check',
  method: 'POST',
  path: '/api/office-templates/check',
  ability: 'officeTemplate.edit',
  summary:
    'Read an uploaded template: every fault with its tag and paragraph, and the tags that it uses; saves nothing',
  body: z.object({ templateKind: kind, digest }),
  reply: z.object({ faults: z.array(z.object({ code: z.string(), message: z.string() })), tags: z.array(z.string()) }),
  errors: [...uploaded],
})

export const addOfficeTemplate = command({
  id: 'officeTemplate.add',
  method: 'POST',
  path: '/api/office-templates',
  ability: 'officeTemplate.edit',
  act: '新增文书模板',
  summary: 'Keep an uploaded .docx as a template of my unit; one with a fault is refused',
  body: z.object({ templateKind: kind, name: line(60), digest }),
  reply: z.object({ officeTemplateId: id }),
  errors: [...uploaded, 'officeTemplate.nameTaken'],
})

export const reviseOfficeTemplate = command({
  id: 'officeTemplate.revise',
  method: 'POST',
  path: '/api/office-templates/:officeTemplateId/versions',
  ability: 'officeTemplate.edit',
  act: '更新文书模板',
  summary: 'A new version of the template; earlier ones stay as they were',
  params: one,
  body: z.object({ version, digest }),
  reply: z.object({ version }),
  errors: [...uploaded, 'officeTemplate.sameFile', 'officeTemplate.retired'],
})

export const changeOfficeTemplate = command({
  id: 'officeTemplate.change',
  method: 'PUT',
  path: '/api/office-templates/:officeTemplateId',
  ability: 'officeTemplate.edit',
  act: '变更文书模板',
  summary: 'Rename the template, retire it or take it into use again',
  params: one,
  body: z.object({ version, name: line(60), active: z.boolean() }),
  reply: z.object({ version }),
  errors: ['officeTemplate.nameTaken', 'officeTemplate.unchanged'],
})

export const officeTemplateFile = query({
  id: 'officeTemplate.file',
  method: 'GET',
  path: '/api/office-templates/:officeTemplateId/file',
  ability: 'officeTemplate.read',
  summary: 'The template as it was uploaded: its newest version, or the one asked for',
  params: one,
  query: z.object({ number: z.coerce.number().int().min(1).optional() }),
  reply: 'file',
  errors: [],
})

const filling = [
  'result.hidden',
  'yearPaper.noLockedVersion',
  'yearPaper.gradesOpen',
  'yearPaper.noRow',
  'yearPaper.notIssued',
  'officeTemplate.unitMissing',
  'officeTemplate.notOpened',
  'officeTemplate.notTotals',
  'officeTemplate.figureLost',
  'officeTemplate.retired',
  'officeTemplate.notFillable',
] as const

export const previewOfficeTemplate = query({
  id: 'officeTemplate.preview',
  method: 'GET',
  path: '/api/office-templates/:officeTemplateId/preview',
  ability: 'officeTemplate.read',
  summary: 'What the template would make of the present figures; nothing is kept',
  params: one,
  query: z.object({ planId: id, unitId: id.optional() }),
  reply: 'file',
  errors: [...filling],
})

export const fillOfficeTemplate = command({
  id: 'officeTemplate.fill',
  method: 'POST',
  path: '/api/office-templates/:officeTemplateId/papers',
  ability: 'officeTemplate.fill',
  act: '按模板出具文书',
  summary:
    'Make a paper of the plan or its locked version and keep it, with the template and the source that it came from',
  params: one,
  body: z.object({ planId: id, unitId: id.nullable() }),
  reply: z.object({ templatePaperId: id }),
  errors: [...filling, 'officialPaper.notDecided', 'officialPaper.sourceMoved'],
})

export const listTemplatePapers = query({
  id: 'templatePaper.list',
  method: 'GET',
  path: '/api/template-papers',
  ability: 'officeTemplate.read',
  summary: 'Papers made from templates under one plan, the latest first, each with its template',
  query: z.object({ planId: id }),
  reply: z.object({
    rows: z.array(
      z.object({
        id,
        kind,
        title: z.string(),
        unitName: z.string().nullable(),
        templateName: z.string(),
        templateNumber: z.int(),
        by: z.string(),
        on: day,
        size: z.int(),
      }),
    ),
  }),
  errors: [],
})

export const templatePaperFile = query({
  id: 'templatePaper.file',
  method: 'GET',
  path: '/api/template-papers/:templatePaperId/file',
  ability: 'officeTemplate.read',
  summary: 'The paper, byte for byte as it was made',
  params: z.object({ templatePaperId: id }),
  reply: 'file',
  errors: [],
})
