import { exact, printExact, sub } from '../../kernel/exact.ts'
import type { Amount } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky } from './letters.ts'
import { chineseNumber, readAmount } from './terms.ts'

/** A series of bands that pay less and less (M08). */

const both = '(?:高(?:于)?(?:\\(|或|\\/)低(?:于)?\\)?|低(?:于)?(?:\\(|或|\\/)高(?:于)?\\)?)'
const start = sticky(`(?:每${both}|以|每)`)
const asBand = /(?:为|作为)(?:一|1)?(?:个)?(?:段|档|档次|级),?，/uy
const nth = sticky(`第(?<n>[一二三四五六七八九\\d])(?:段|档|级)(?:内)?，?每${both}?1?`)
const worth =
  /(?:相应)?(?:加\([扣减]\)|[扣减]\(加\)|加、?减|加或减)(?:该项|本项)?(?:(?:满分|基本分|基础分|标准分|分值)的)?1\/(?<divisor>\d+(?:\.\d+)?)(?:分)?/uy
const later =
  /，(?:以后|其后|此后)(?:每段|每档|各段|各档|逐段)?(?:的)?分母(?:依次|逐段|每段|逐档)?(?:增?加)(?<step>\d+(?:\.\d+)?)/uy
const pause = /，/uy
const goesOn = /，?(?:以此|依此|依次)类推/uy

/** 每高（低）10个百分点为一段，第一段每1个百分点加（扣）满分的1/20，以后每段分母加20; 第二段每1个百分点加（扣）1/40，以此类推. */
export function readDiminishing(cursor: Cursor): Clause | undefined {
  const width: Amount | undefined = cursor.take(start) && readAmount(cursor)
  if (width === undefined || cursor.take(asBand) === undefined) return undefined
  const first = readBand(cursor, 1, width)
  if (first === undefined) return undefined
  const said = cursor.take(later)?.groups?.step
  if (said !== undefined) return { kind: 'diminishing', width, first, step: said }
  const divisors = [first]
  for (;;) {
    const next = cursor.attempt((c) => (c.take(pause) ? readBand(c, divisors.length + 1, width) : undefined))
    if (next === undefined) break
    divisors.push(next)
  }
  const step = evenStep(divisors)
  return step === undefined || cursor.take(goesOn) === undefined
    ? undefined
    : { kind: 'diminishing', width, first, step }
}

/** What one unit of the n-th band is worth: the divisor of full marks. */
function readBand(cursor: Cursor, n: number, { unit }: Amount): string | undefined {
  const said = cursor.take(nth)?.groups?.n
  if (said === undefined || (/\d/u.test(said) ? Number(said) : chineseNumber(said)) !== n) return undefined
  if (unit !== undefined) {
    if (!cursor.text.startsWith(unit, cursor.at)) return undefined
    cursor.at += unit.length
  }
  return cursor.take(worth)?.groups?.divisor
}

/** By how much the divisor grows, where it always grows by the same. */
function evenStep(divisors: readonly string[]): string | undefined {
  const steps = divisors.slice(1).map((own, i) => printExact(sub(exact(own), exact(divisors[i] ?? own))))
  const [step] = steps
  return step?.startsWith('-') === false && steps.every((other) => other === step) ? step : undefined
}
