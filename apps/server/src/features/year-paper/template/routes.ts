import * as contract from '@quanheng/contract/office-template'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindPrepared, bindQuery } from '../../../platform/http/bind.ts'
import type { Platform } from '../../../platform/platform.ts'
import { fill, makeBefore, preview } from './fill-service.ts'
import { readUpload } from './read-upload.ts'
import { add, change, readForAdd, readForRevise, revise } from './service.ts'
import { checked, listed, listedPapers, paperFileOf, sample, templateFile } from './show.ts'

/** 文书模板: an office's own .docx with tags, and the papers made from it. */
export const officeTemplateRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listOfficeTemplates, async ({ db, actor }) => ok(await listed(db, actor))),
  bindQuery(contract.sampleOfficeTemplate, async ({ params }) => ok(await sample(params.templateKind))),
  bindQuery(contract.checkOfficeTemplate, async ({ db, actor, body }) => {
    const asked = { personId: actor.personId, digest: body.digest, kind: body.templateKind }
    const read = await readUpload(db, platform.files, asked)
    return read.ok ? ok(checked(read.value)) : read
  }),
  bindPrepared(contract.addOfficeTemplate, readForAdd(platform.files), add),
  bindPrepared(contract.reviseOfficeTemplate, readForRevise(platform.files), revise),
  bindCommand(contract.changeOfficeTemplate, change),
  bindQuery(contract.officeTemplateFile, ({ db, actor, params, query }) =>
    templateFile(db, actor, params.officeTemplateId, query.number),
  ),
  bindQuery(contract.previewOfficeTemplate, ({ actor, params, query, context }) =>
    preview(
      platform,
      actor,
      { templateId: params.officeTemplateId, planId: query.planId, unitId: query.unitId ?? null },
      context,
    ),
  ),
  bindPrepared(contract.fillOfficeTemplate, makeBefore(platform), fill),
  bindQuery(contract.listTemplatePapers, async ({ db, actor, query }) =>
    ok(await listedPapers(db, actor, query.planId)),
  ),
  bindQuery(contract.templatePaperFile, ({ db, actor, params }) => paperFileOf(db, actor, params.templatePaperId)),
]
