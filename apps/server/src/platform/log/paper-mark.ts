import { digestOf } from '@quanheng/domain/kernel/digest'
import { checkCode } from '@quanheng/domain/signature/check-code'
import type { Letter } from '@quanheng/papers/paper/model'
import type { Reader } from '../database/database.ts'
import { sha256 } from './means.ts'
import { printedSeal } from './printed-seal.ts'

/** The line below the page numbers of a paper: the check code of what it says, and how far the log was sealed. */
export const paperMark = async (db: Reader, digest: string): Promise<string> =>
  [`校验码 ${checkCode(digest)}`, ...[await printedSeal(db)].filter((seal) => seal !== undefined)].join('\u3000')

/** The letter with that line on every page; `noun` is what it is a paper of. */
export const markedLetter = async (db: Reader, noun: string, letter: Letter): Promise<Letter> => ({
  ...letter,
  mark: await paperMark(db, digestOf(sha256, { v: 1, noun, ...letter })),
})
