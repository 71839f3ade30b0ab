import type { Refusal } from '@quanheng/contract/errors'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { inForce } from '@quanheng/domain/superior-plan/model'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { namesOf } from '../scoring/index.ts'
import { breakdownSheet, paperName } from './breakdown-table.ts'
import { breakdownLines } from './lines.ts'
import { contentFor, readsWhole, superiorPlanIsVisible } from './scope.ts'
import { superiorPlanKeeper } from './store.ts'

interface Asked {
  readonly db: Reader
  readonly actor: Actor
  readonly context: Context
}

/** 上级考评任务分解表, as far as this person sees it; while it is written, marked. */
export const printed = async (
  platform: Platform,
  { db, actor, context }: Asked,
  asked: { readonly superiorPlanId: string; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const one = await superiorPlanKeeper.find(db, asked.superiorPlanId, superiorPlanIsVisible(actor))
  if (!one) return refuse('platform.notFound')
  const { model: plan } = one
  const content = contentFor(actor, plan)
  const issued = inForce(plan)
  const draft = plan.state === 'draft' || (plan.state === 'revising' && content === plan.content)
  const names = await namesOf(db, { units: [plan.unitId] })
  const plain = breakdownSheet(await breakdownLines(db, content), {
    organ: names.get(plan.unitId) ?? '',
    title: content.document.title,
    number: content.document.number,
    issuer: content.document.issuer,
    issued: draft || !issued ? '尚未下达' : `${issued.on}（第${issued.number}版）`,
  })
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'superiorBreakdown', ...plain }))
  const seal = await printedSeal(db)
  const sheet = { ...plain, checkCode: code, label: '内部资料', on: context.today, ...(seal && { seal }) } as const
  const file = { paper: { kind: 'form', sheet }, format: asked.format, name: paperName, draft } as const
  return ok(await paperFile(platform, file, { actor, context }))
}

/** The paper of the superior, for everybody who sees the plan. */
export const fileOf = async (
  { db, actor }: Pick<Asked, 'db' | 'actor'>,
  superiorPlanId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const one = await superiorPlanKeeper.find(db, superiorPlanId, superiorPlanIsVisible(actor))
  if (!one) return refuse('platform.notFound')
  const { files } = contentFor(actor, one.model).document
  const isVerdict = readsWhole(actor, one.model) && one.model.standing.verdict?.scanDigest === digest
  return isVerdict || files.some((file) => file.digest === digest)
    ? ok(await keptFile(db, digest))
    : refuse('platform.notFound')
}
