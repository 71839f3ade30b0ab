import type { Refusal } from '@quanheng/contract/errors'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { wrongFigures } from '@quanheng/papers/paper/figures'
import { titleText } from '@quanheng/papers/paper/title'
import type { AnyPaper, PaperFormat } from '@quanheng/papers/print/print-paper'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { Reader } from '../../platform/database/database.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import type { Taking } from '../../platform/jobs/export-mark.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Made } from './paper-query.ts'

/** A working paper with the code of all that it says; the day and the seal of the log are no part of it. */
const coded = async (db: Reader, paper: Omit<FormSheet, 'checkCode'>, today: string): Promise<FormSheet> => {
  const seal = await printedSeal(db)
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'yearPaper', ...paper }))
  return { ...paper, checkCode: code, label: '内部资料', on: today, ...(seal && { seal }) }
}

/** The bytes of a paper. A figure that is not what its source holds keeps the paper from leaving. */
export const printed = async (
  platform: Platform,
  made: Made,
  { format, ...taking }: Taking & { readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const [wrong] = wrongFigures(made.paper, made.lookup)
  if (wrong !== undefined) return refuse('yearPaper.figuresDiffer', { at: wrong.path, params: { text: wrong.text } })
  const paper: AnyPaper =
    made.kind === 'letter'
      ? { kind: 'letter', paper: made.paper }
      : { kind: 'form', sheet: await coded(platform.db, made.paper, taking.context.today) }
  return ok(await paperFile(platform, { paper, format, name: titleText(made.paper.title) }, taking))
}
