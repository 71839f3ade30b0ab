import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { groupOf } from '../meeting/index.ts'
import { entryLines } from './entries.ts'
import { reviewReport } from './papers.ts'
import { readsAll, reviewIsVisible } from './scope.ts'
import { reviewKeeper } from './store.ts'

interface Asked {
  readonly db: Reader
  readonly actor: Actor
  readonly context: Context
}

/** The report with every entry that was taken up is the office's and the head's to print; before it is taken, marked. */
export const printed = async (
  platform: Platform,
  { db, actor, context }: Asked,
  asked: { readonly reviewId: string; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const one = await reviewKeeper.find(db, asked.reviewId, reviewIsVisible(actor))
  if (!one || !readsAll(actor, one.model)) return refuse('platform.notFound')
  const { model: review } = one
  if (review.content.summary === '') return refuse('yearReview.summaryMissing')
  const group = await groupOf(db, review.unitId)
  const { taking } = review.standing
  const paper = reviewReport(review, {
    lines: await entryLines(db, actor, review),
    group: group?.name ?? '绩效考评领导小组',
    on: taking?.on ?? context.today,
  })
  const file = {
    paper: { kind: 'letter', paper },
    format: asked.format,
    name: `${review.content.title}报告`,
    draft: !taking,
  } as const
  return ok(await paperFile(platform, file, taking ? 'issued' : { actor, context }))
}

/** What the head wrote: the office's and the head's to read. */
export const scanOf = async (
  { db, actor }: Pick<Asked, 'db' | 'actor'>,
  reviewId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const one = await reviewKeeper.find(db, reviewId, reviewIsVisible(actor))
  return one && readsAll(actor, one.model) && one.row.file_digests.includes(digest)
    ? ok(await keptFile(db, digest))
    : refuse('platform.notFound')
}
