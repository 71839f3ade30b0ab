import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { markedLetter } from '../../platform/log/paper-mark.ts'
import type { Platform } from '../../platform/platform.ts'
import { groupOf } from '../meeting/index.ts'
import { matterReport } from './papers.ts'
import { isOfOffice, visibleMatter } from './read.ts'

/** 专报, of the day it was approved; before that, of today and marked. */
export const printed = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  asked: { readonly matterId: string; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const one = await visibleMatter(db, actor, asked.matterId)
  if (!one || !isOfOffice(actor, one)) return refuse('platform.notFound')
  const { model: matter } = one
  if (matter.content.body === '') return refuse('matter.bodyMissing')
  const group = await groupOf(db, matter.unitId)
  const organ = `${group?.name ?? '绩效考评领导小组'}办公室`
  const { approval } = matter.standing
  const report = matterReport(matter, organ, approval?.on ?? context.today)
  const file = {
    paper: { kind: 'letter', paper: await markedLetter(db, 'matterReport', report) },
    format: asked.format,
    name: `${matter.content.title}专报`,
    draft: !approval,
  } as const
  return ok(await paperFile(platform, file, approval ? 'issued' : { actor, context }))
}
