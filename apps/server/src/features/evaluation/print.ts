import type { Refusal } from '@quanheng/contract/errors'
import { citedDigest, digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import type { Platform } from '../../platform/platform.ts'
import { issuedPlan } from '../plan/index.ts'
import { namesOf } from '../scoring/index.ts'
import { slipsTable } from './box-shown.ts'
import { resultPaper, resultTable } from './papers.ts'
import { evaluationIsVisible, readsEvaluation } from './scope.ts'
import { evaluationKeeper, type KeptEvaluation } from './store.ts'

interface Asked {
  readonly db: Reader
  readonly actor: Actor
  readonly context: Context
}

/** As whoever reads the result may have it on paper. */
const counted = async (
  { db, actor }: Pick<Asked, 'db' | 'actor'>,
  evaluationId: string,
): Promise<Result<KeptEvaluation, Refusal>> => {
  const one = await evaluationKeeper.find(db, evaluationId, evaluationIsVisible(actor))
  if (!one || !readsEvaluation(actor, one.model)) return refuse('platform.notFound')
  return one.model.standing.result ? ok(one) : refuse('evaluation.notNow')
}

const namesIn = async (db: Reader, { model }: KeptEvaluation) => {
  const people = model.standing.counts.map(({ by }) => by.personId)
  const names = await namesOf(db, { units: model.unitIds, people })
  return (id: string) => names.get(id) ?? ''
}

export const printed = async (
  platform: Platform,
  { db, actor, context }: Asked,
  asked: { readonly evaluationId: string; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const one = await counted({ db, actor }, asked.evaluationId)
  if (!one.ok) return one
  const { model } = one.value
  const plan = await issuedPlan(db, model.planId)
  const paper = resultPaper(model, {
    said: await namesIn(db, one.value),
    elementName: plan?.content.dataElements.find(({ key }) => key === model.elementKey)?.name ?? '',
    planTitle: plan?.title ?? '',
    digest: citedDigest(digestOf(sha256, model.standing.result)),
  })
  const file = { paper: { kind: 'report', paper }, format: asked.format, name: paper.title as string } as const
  return ok(await paperFile(platform, file, { actor, context }))
}

export const tableOf = async ({ db, actor }: Pick<Asked, 'db' | 'actor'>, evaluationId: string) => {
  const one = await counted({ db, actor }, evaluationId)
  return one.ok ? ok(resultTable(one.value.model, await namesIn(db, one.value))) : one
}

/** The list of secret slips, for everybody who sees the round. */
export const slipsOf = async ({ db, actor }: Pick<Asked, 'db' | 'actor'>, evaluationId: string) => {
  const one = await evaluationKeeper.find(db, evaluationId, evaluationIsVisible(actor))
  if (!one) return refuse('platform.notFound')
  return one.model.standing.box ? ok(slipsTable(one.model, await namesIn(db, one))) : refuse('evaluation.notNow')
}

/** Scans of tally sheets: for the body and observers. */
export const scanOf = async (
  { db, actor }: Pick<Asked, 'db' | 'actor'>,
  evaluationId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const one = await evaluationKeeper.find(db, evaluationId, evaluationIsVisible(actor))
  return one && readsEvaluation(actor, one.model) && one.row.file_digests.includes(digest)
    ? ok(await keptFile(db, digest))
    : refuse('platform.notFound')
}
