import {
  add,
  ceil,
  div,
  type Exact,
  exact,
  floor,
  hundred,
  isWhole,
  mul,
  one,
  printExact,
  whole,
} from '../kernel/exact.ts'
import { ask, type Computation } from './method.ts'
import type { RankBand } from './model.ts'

/** The places that a run takes, both ends its own; of a share of all units that is no whole number it is asked. */
export function* placesOf(
  { by, from, to }: RankBand,
  ranked: Exact,
): Computation<{ readonly from: Exact; readonly to: Exact }> {
  if (by !== 'share') return { from: exact(from), to: exact(to) }
  return { from: add(yield* countOf(exact(from), ranked), one), to: yield* countOf(exact(to), ranked) }
}

function* countOf(share: Exact, ranked: Exact): Computation<Exact> {
  const count = mul(share, ranked)
  if (isWhole(count)) return count
  const choice = yield* ask('placeShare')
  if (choice === 'dropped') return floor(count)
  return choice === 'whole' ? ceil(count) : floor(add(count, half))
}

const half = div(one, whole(2))

/** 前30%, 前30%至70%, 后1/3. */
export function sayShares({ end, from, to }: RankBand): string {
  const word = end === 'first' ? '前' : '后'
  return from === '0' ? word + sayShare(to) : `${word}${sayShare(from)}至${sayShare(to)}`
}

/** A third has no percentage that ends. */
const sayShare = (share: string): string => (share.includes('/') ? share : `${printExact(mul(exact(share), hundred))}%`)
