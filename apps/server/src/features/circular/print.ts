import type { CircularPaper } from '@quanheng/contract/circular'
import type { Refusal } from '@quanheng/contract/errors'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { checkCode } from '@quanheng/domain/signature/check-code'
import type { AnyPaper, PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { letterheadOf } from './act-on-circular.ts'
import { receiversOn } from './addressed.ts'
import { circularLetter, receiptSheet } from './papers.ts'
import { isOfOffice, visibleCircular } from './read.ts'
import { receiptsOf, sayReceiver } from './receipts.ts'

/** Units by name; people are addressed by their units' posts, each once. */
const addresseesOf = (names: readonly string[]): readonly string[] => [...new Set(names)]

/** The paper, before its issue as a marked draft; the sheet of receipts only for the office, once there are receivers. */
export const printed = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  asked: { readonly circularId: string; readonly paper: CircularPaper; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const one = await visibleCircular(db, actor, asked.circularId)
  if (!one) return refuse('platform.notFound')
  const { model: circular } = one
  const { content, standing, unitId } = circular
  const head = standing.issued?.letterhead ?? (await letterheadOf(db, unitId, content))
  const reached = standing.issued
    ? standing.receivers
    : (await receiversOn(db, unitId, content, context.today)).receivers
  const receipts = await receiptsOf(db, one, reached, context.today)
  if (asked.paper === 'receipts' && (!standing.issued || !isOfOffice(actor, one))) return refuse('circular.notNow')
  const seal = await printedSeal(db)
  const paper = ((): AnyPaper => {
    if (asked.paper === 'text') {
      return { kind: 'letter', paper: circularLetter(circular, head, addresseesOf(receipts.map(sayReceiver))) }
    }
    const sheet = receiptSheet(circular, receipts, head.organ)
    const code = checkCode(digestOf(sha256, { v: 1, noun: 'circularReceipts', ...sheet }))
    return {
      kind: 'form',
      sheet: { ...sheet, checkCode: code, label: '内部资料', on: context.today, ...(seal && { seal }) },
    }
  })()
  const file = {
    paper,
    format: asked.format,
    name: asked.paper === 'text' ? content.title : `${content.title}签收单`,
    draft: !standing.issued,
  }
  const issued = asked.paper === 'text' && standing.issued
  return ok(await paperFile(platform, file, issued ? 'issued' : { actor, context }))
}
