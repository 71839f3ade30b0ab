import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { letterheadFor } from '../approval/index.ts'
import { adjustmentReply } from './papers.ts'
import { visibleAdjustment } from './read.ts'
import { show } from './show.ts'

/** 批复, once it was decided; without its number a marked draft. */
export const printed = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  asked: { readonly adjustmentId: string; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const one = await visibleAdjustment(db, actor, asked.adjustmentId)
  const shown = await show(db, actor, asked.adjustmentId, context.today)
  if (!one || !shown.ok) return refuse('platform.notFound')
  const { model } = one.kept
  const { decision, reply } = model.standing
  if (!decision) return refuse('targetAdjustment.notNow')
  const { officeName, unitName, planTitle, marks, touched, words } = shown.value
  const paper = adjustmentReply({
    adjustment: model,
    words,
    unit: unitName,
    planTitle,
    letterhead: (await letterheadFor(db, model.officeUnitId, '批复')) ?? { organs: [officeName] },
    marks,
    again: touched
      .filter(({ aspects, signers }) => aspects.length > 0 && signers.length > 0)
      .map((item) => `${item.unitName}“${item.leafName}”`),
  })
  const file = {
    paper: { kind: 'letter', paper },
    format: asked.format,
    name: `关于“${model.content.was.leafName}”指标调整的批复`,
    draft: !reply,
  } as const
  return ok(await paperFile(platform, file, reply ? 'issued' : { actor, context }))
}
