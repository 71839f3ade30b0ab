import { isWellFormedNumber, numbersIn } from '../find/document-number.ts'
import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'

/** 〔2O22〕l5号: what a scan made of a digit is a slip of its own, and the number is well formed. */
const withDigits = (number: string): string =>
  number.replace(/(?<=[〔\dOolI])[OolI]|[OolI](?=[\dOolI]*号$)/g, (sign) => (/[Oo]/.test(sign) ? '0' : '1'))

/** Document numbers that are not 机关代字〔年份〕序号 (GB/T 9704 7.2.5). */
export const lintNumbers = ({ context: { text } }: Reading): readonly Finding[] =>
  numbersIn(text, { start: 0, end: text.length }).flatMap((at): Finding[] => {
    const value = text.slice(at.start, at.end)
    return isWellFormedNumber(withDigits(value))
      ? []
      : [{ kind: 'notice.numberMalformed', at, params: { number: value } }]
  })
