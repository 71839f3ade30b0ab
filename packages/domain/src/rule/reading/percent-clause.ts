import type { Clause } from './clause.ts'
import { Cursor } from './cursor.ts'
import { readCountClause, readStepClause } from './each-clause.ts'
import { readLimit } from './limit-clauses.ts'

/** 扣满分的5%, 扣5%的分值: what stands where other sentences have points. */
const share =
  /(?:该项|本项|此项|该指标)?(?:满分|分值|标准分|总分|应得分)的(\d+(?:\.\d+)?)%|(\d+(?:\.\d+)?)%的?(?:该项|本项)?(?:满分|分值|分数|标准分|得分)(?!的)/u
const toStop = /[^，;。\n()]*(?:，[^，;。\n()]*)?/uy

/** 每低1个百分点扣满分的5%: the same words as with points, which here are percents of full marks. */
export function readPercentClause(cursor: Cursor): Clause | undefined {
  const ahead = cursor.text.slice(cursor.at)
  toStop.lastIndex = 0
  const phrase = toStop.exec(ahead)?.[0] ?? ''
  const found = share.exec(phrase)
  // 扣5满分的2%: the two numbers must not run into one.
  if (found === null || /[\d.]$/.test(phrase.slice(0, found.index))) return undefined
  const points = `${found[1] ?? found[2]}分`
  const text = phrase.slice(0, found.index) + points
  const inner = new Cursor(text)
  const clause = inner.first<Clause>([readLimit, readStepClause, readCountClause])
  if (clause === undefined || inner.at !== text.length) return undefined
  const fits =
    clause.kind === 'step' ||
    clause.kind === 'deductionLimit' ||
    clause.kind === 'additionLimit' ||
    (clause.kind === 'count' && clause.effect === 'deduct')
  if (!fits) return undefined
  cursor.at += found.index + found[0].length
  return { kind: 'percent', clause }
}
