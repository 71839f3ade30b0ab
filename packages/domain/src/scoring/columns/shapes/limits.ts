import { add, compare, type Exact, exact, sub, zero } from '../../../kernel/exact.ts'
import { onOpenEdge } from '../../../rule/bands.ts'
import type { AdditionLimit, Band, DeductionLimit } from '../../../rule/model.ts'
import type { Clamp, Piece } from '../shape.ts'
import { level, type ShapeGround, unsettled } from './ground.ts'

/** What points may not fall below after a deduction from `start`; `silent` where it would have to be asked. */
export const afterDeduction = (
  limit: DeductionLimit | undefined,
  start: Exact,
  { answer }: ShapeGround,
): Clamp | 'silent' => {
  const kind = limit?.kind ?? answer('deductionLimit')
  if (kind === undefined) return 'silent'
  if (limit?.kind === 'points') return { atLeast: sub(start, exact(limit.points)) }
  return kind === 'untilZero' ? { atLeast: zero } : {}
}

/** What points may not rise above after a bonus on `start`. */
export const afterAddition = (
  limit: AdditionLimit | undefined,
  start: Exact,
  { fullMark, answer }: ShapeGround,
): Clamp | 'silent' => {
  const kind = limit?.kind ?? answer('additionLimit')
  if (kind === undefined || kind === 'byBaseline') return 'silent'
  if (limit?.kind === 'points') return { atMost: add(start, exact(limit.points)) }
  return kind === 'fullMark' ? { atMost: fullMark } : {}
}

/**
 * 低于60%的不得分: pieces over a measure less `offset`, with nothing below the band's edge. Undefined where a threshold judges rounded
 * figures, or the band is not simply what lies below.
 */
export function barred(
  pieces: readonly Piece[],
  band: Band | undefined,
  offset: Exact,
  { answer, thresholds }: ShapeGround,
): readonly Piece[] | undefined {
  if (band === undefined) return pieces
  if (thresholds || band.from || band.to === undefined) return undefined
  const value = exact(band.to.value)
  const at = sub(value, offset)
  const said = onOpenEdge(band, value) ? answer('edges') : band.to.inclusive ? 'included' : 'excluded'
  const beyond = pieces.filter(
    ({ to }) => to === undefined || compare(to.at, at) > 0 || (compare(to.at, at) === 0 && to.included),
  )
  return [
    { ...level(zero), to: { at, included: said === 'included' } },
    ...(said === undefined ? [{ ...unsettled, to: { at, included: true } }] : []),
    ...beyond,
  ]
}
