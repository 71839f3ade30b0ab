import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readAmount, readPoints } from './terms.ts'

const untilZero = /(?:直至|直到)?扣完(?:该项|本项|该项分值|本项分值|分值)?为止/uy
const noFloor = /可以?倒扣/uy
const mostDeducted = /(?:累计)?(?:最多|最高|至多)扣减?|扣分(?:累计)?(?:最多|最高)?不超过/uy
const mostAdded = /(?:累计)?(?:最多|最高|至多)加|加分(?:累计)?(?:最多|最高)?不超过/uy
const addedToFull = /加分后以满分为限|加分后不超过满分/uy
const addedFreely = /加分不封顶|加分不设上限/uy

/** How far deductions or bonuses go. */
export function readLimit(cursor: Cursor): Clause | undefined {
  if (cursor.take(untilZero)) return { kind: 'deductionLimit', limit: { kind: 'untilZero' } }
  if (cursor.take(noFloor)) return { kind: 'deductionLimit', limit: { kind: 'unlimited' } }
  if (cursor.take(addedToFull)) return { kind: 'additionLimit', limit: { kind: 'fullMark' } }
  if (cursor.take(addedFreely)) return { kind: 'additionLimit', limit: { kind: 'unlimited' } }
  const deducted = cursor.attempt((c) => (c.take(mostDeducted) ? readPoints(c) : undefined))
  if (deducted !== undefined) return { kind: 'deductionLimit', limit: { kind: 'points', points: deducted } }
  const added = cursor.attempt((c) => (c.take(mostAdded) ? readPoints(c) : undefined))
  return added === undefined ? undefined : { kind: 'additionLimit', limit: { kind: 'points', points: added } }
}

const freely = /上?不封顶|不设上限/uy
const atFull = /最[高多](?:得|不超过)?满分(?!的)|以满分为限|不超过满分(?!的)|超额(?:完成)?(?:部分)?(?:的)?不加分/uy
const share = /(?:最[高多](?:得|不超过)?|不超过)(?:满分|分值)的/uy
const points = /最[高多](?:得|计|不超过)?|不超过|封顶/uy
const until = /封顶|为限/uy
const by = /以?/uy

/** How high a score goes. */
export function readCeiling(cursor: Cursor): Clause | undefined {
  if (cursor.take(freely)) return { kind: 'ceiling', ceiling: { kind: 'unlimited' } }
  if (cursor.take(atFull)) return { kind: 'ceiling', ceiling: { kind: 'fullMark' } }
  if (cursor.take(share)) {
    const amount = readAmount(cursor)
    if (amount?.unit !== '%' || amount.value.startsWith('-')) return undefined
    return { kind: 'ceiling', ceiling: { kind: 'share', percent: amount.value } }
  }
  const most = cursor.first([
    (c) => (c.take(points) ? readPoints(c) : undefined),
    (c) => {
      c.take(by)
      const limit = readPoints(c)
      return limit !== undefined && c.take(until) ? limit : undefined
    },
  ])
  return most === undefined ? undefined : { kind: 'ceiling', ceiling: { kind: 'points', points: most } }
}
