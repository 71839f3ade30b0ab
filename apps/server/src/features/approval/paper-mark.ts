import { checkCode } from '@quanheng/domain/signature/check-code'
import type { Reader } from '../../platform/database/database.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'

/** The line below the page numbers of report and letter: the check code of what signatures cover, and how far the log was sealed. */
export const paperMark = async (db: Reader, digest: string): Promise<string> =>
  [`校验码 ${checkCode(digest)}`, ...[await printedSeal(db)].filter((seal) => seal !== undefined)].join('\u3000')
