import type { Cursor } from './cursor.ts'
import { chineseNumber } from './terms.ts'

/** Printed numbers in front of clauses: understood only as their place, 1, 2, 3 …, each style counting for itself. */
const styles: readonly RegExp[] = [
  /(\d{1,2})[.](?!\d)/uy,
  /(\d{1,2})、(?!\d)/uy,
  /\((\d{1,2})\)/uy,
  /(\d{1,2})\)/uy,
  /([①-⑳])/uy,
  /\(([一二三四五六七八九十]{1,2})\)/uy,
  /([一二三四五六七八九十]{1,2})、(?=\D)/uy,
  /([一二三四五六七八九])是/uy,
]

/** Signs with which one of them may begin. */
const mayBeNumber = new Set('(0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  const circled = text.codePointAt(0) ?? 0
  return circled >= 0x2460 && circled <= 0x2473 ? circled - 0x245f : (chineseNumber(text) ?? 0)
}

export class Numbering {
  /** Styles in the order in which they appeared, outermost first, each with its last number. */
  private open: { readonly style: RegExp; last: number }[] = []

  /** Takes a number that stands here and says whether it is the next of its style; a new one may begin anew inside an outer one. */
  read(cursor: Cursor): 'inPlace' | 'outOfPlace' | undefined {
    if (!mayBeNumber.has(cursor.text.charAt(cursor.at))) return undefined
    for (const style of styles) {
      const match = cursor.take(style)
      if (match === undefined) continue
      const value = numberOf(match[1] ?? '')
      const at = this.open.findIndex((one) => one.style === style)
      const last = this.open[at]?.last ?? 0
      this.open = at < 0 ? [...this.open, { style, last: value }] : [...this.open.slice(0, at), { style, last: value }]
      return value === last + 1 ? 'inPlace' : 'outOfPlace'
    }
    return undefined
  }
}
