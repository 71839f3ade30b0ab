import type { Amount } from '../model.ts'
import { sayAmount } from '../phrases.ts'
import type { Cursor } from './cursor.ts'
import { readAmount } from './terms.ts'

/** 1个百分点, 10%（含） behind 每低: how far one step goes, and the number that it may stand behind. */

/** 每低于95%1个百分点: a number right before the size of the step. */
export const readEdge = (cursor: Cursor): Amount | undefined => {
  const edge = readAmount(cursor)
  return edge && cursor.take(amountNext) ? edge : undefined
}
const amountNext = /(?=[\d一二两三四五六七八九十])/uy

/** 10%（含）: a whole step counts once it is reached, which a count of whole steps says anyway. */
const itself = /\(含(?<named>[^)]*)\)/uy

export const readStepSize = (cursor: Cursor): Amount | undefined => {
  const by = readAmount(cursor)
  const named = by && cursor.take(itself)?.groups?.named
  return named === undefined || named === '' || named === sayAmount(by as Amount) ? by : undefined
}
