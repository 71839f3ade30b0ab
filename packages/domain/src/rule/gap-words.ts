import { exact, neg, printExact, sign } from '../kernel/exact.ts'
import type { Band, Edge } from './model.ts'
import { sayAmount, sayBand } from './phrases.ts'

/** 高于, 不低于, 低于…不超过1个百分点: a band of how far a figure lies above what it is held against, said from there. */
export function sayGap({ from, to }: Band, reference: string): string {
  if (from && to && isMirror(from, to)) return `与${reference}相差${sayBand({ to })}`
  if (from && isZero(from)) {
    if (to && isZero(to)) return `等于${reference}`
    if (to === undefined) return `${from.inclusive ? '不低于' : '高于'}${reference}`
    return `高于${reference}${sayBand({ to })}`
  }
  if (to && isZero(to)) {
    if (from === undefined) return `${to.inclusive ? '不高于' : '低于'}${reference}`
    return `低于${reference}${sayBand({ to: turned(from) })}`
  }
  const beneath = sign(exact((from ?? to)?.value ?? '0')) < 0
  if (!beneath) return `高于${reference}${sayBand({ ...(from && { from }), ...(to && { to }) })}`
  return `低于${reference}${sayBand({ ...(to && { from: turned(to) }), ...(from && { to: turned(from) }) })}`
}

const isZero = ({ value }: Edge): boolean => sign(exact(value)) === 0
export const turned = (edge: Edge): Edge => ({ ...edge, value: printExact(neg(exact(edge.value))) })
const isMirror = (from: Edge, to: Edge): boolean => !isZero(to) && sayAmount(turned(from)) === sayAmount(to)
