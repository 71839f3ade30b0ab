import type { DomainError, Result } from '@quanheng/domain/kernel/result'
import { ok } from '@quanheng/domain/kernel/result'
import type { Language } from '@quanheng/messages/language'
import { message } from '@quanheng/messages/messages'
import { explain } from './explain.ts'
import type { FileErrorCode } from './files/file-error.ts'
import { readFile } from './files/read-file.ts'
import { lintNotice } from './lint/lint.ts'
import { present } from './present.ts'
import { readNotice } from './read.ts'

/** One notice as the command line prints it. */
export interface PrintedNotice {
  /** The normalised text that all offsets point into. */
  readonly text: string
  readonly json: ReturnType<typeof present>
  readonly findings: readonly ReturnType<typeof explain>[]
}

/** A file's bytes → fields and findings, in the words of a language. */
export async function readBytes(
  bytes: Uint8Array,
  language: Language,
): Promise<Result<PrintedNotice, DomainError<FileErrorCode>>> {
  const source = await readFile(bytes)
  if (!source.ok) return source
  const reading = readNotice(source.value)
  const findings = lintNotice(reading).map((finding) => explain(language, finding))
  return ok({ text: reading.context.text, json: present(reading, findings), findings })
}

/** The sentence of a refused file. */
export const refusalSentence = (
  language: Language,
  { code, params }: DomainError<FileErrorCode | 'noticeFile.missing'>,
): string => message(language, code, params)
