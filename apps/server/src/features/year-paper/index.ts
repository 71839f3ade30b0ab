import { listYearPapers, yearPaperFile } from '@quanheng/contract/year-paper'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { listed } from './list.ts'
import { officialPaperRoutes } from './official/routes.ts'
import { madePaper } from './paper-query.ts'
import { printed } from './print.ts'
import { officeTemplateRoutes } from './template/routes.ts'

export { officialPaperNouns, officialPaperSights } from './official/canonical.ts'
export type {} from './official/tables.ts'
export { officeTemplateNouns, officeTemplateSights } from './template/canonical.ts'
export type {} from './template/tables.ts'

/** 全年文书: what the year needs on paper, made from plan, data, locked versions and decisions. */
export const yearPaperRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(listYearPapers, async ({ db, actor, query }) => ok(await listed(db, actor, query.planId))),
  bindQuery(yearPaperFile, async ({ actor, params, query, context }) => {
    const { db } = platform
    const asked = { planId: params.planId, kind: params.paperKind, unitId: query.unitId, now: context.now }
    const made = await madePaper(db, actor, asked)
    return made.ok ? printed(platform, made.value, { actor, context, format: query.format }) : made
  }),
  ...officialPaperRoutes(platform),
  ...officeTemplateRoutes(platform),
]
