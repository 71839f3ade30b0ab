import {
  abs,
  add,
  ceil,
  compare,
  div,
  type Exact,
  exact,
  floor,
  isWhole,
  min,
  mul,
  neg,
  sign,
  sub,
  whole,
  zero,
} from '../../../kernel/exact.ts'
import { ceilingPoints } from '../../../rule/amounts.ts'
import type { DiminishingRule, Partial, Slope, SlopesRule } from '../../../rule/model.ts'
import type { Clamp, End, Piece, Shape } from '../shape.ts'
import { level, type ShapeGround, unsettled } from './ground.ts'
import { afterAddition, afterDeduction } from './limits.ts'
import { stairs } from './stairs.ts'
import { gapOf, sizeOf } from './steps.ts'

/** One price from `from` to `to` away from the reference; the last stretch has no end. */
interface Stretch {
  readonly from: Exact
  readonly to?: Exact
  readonly size: Exact
  /** What one step adds; negative where it takes. */
  readonly points: Exact
}

/** M07, drawn over the gap to the reference: a stretch carries what the ones before it came to. */
export function slopesShape(rule: SlopesRule, ground: ShapeGround): Shape | undefined {
  const { most } = rule
  if (rule.base || rule.limit) return undefined
  const partial = rule.partial ?? ground.answer('partial')
  const variable = gapOf(rule, false)
  if (partial === undefined || variable === undefined) return undefined
  const stretches = (side: Slope['side']) => stretchesOf(rule, side, ground)
  const [below, above] = [stretches('below'), stretches('above')]
  if (below === undefined || above === undefined) return undefined
  const clampOf = (own: readonly Stretch[]): Clamp | 'silent' => {
    if (most !== undefined)
      return { atLeast: sub(ground.fullMark, exact(most)), atMost: add(ground.fullMark, exact(most)) }
    const low = own.some(({ points }) => sign(points) < 0) ? afterDeduction(undefined, ground.fullMark, ground) : {}
    const high = own.some(({ points }) => sign(points) > 0) ? afterAddition(undefined, ground.fullMark, ground) : {}
    return low === 'silent' || high === 'silent' ? 'silent' : { ...low, ...high }
  }
  const drawn = (own: readonly Stretch[], side: Slope['side']) =>
    sidePieces(own, side, partial, clampOf(own), ground.fullMark)
  const [under, over] = [drawn(below, 'below'), drawn(above, 'above')]
  return under && over && { variable, pieces: [...under, ...over] }
}

function stretchesOf(rule: SlopesRule, side: Slope['side'], ground: ShapeGround): readonly Stretch[] | undefined {
  const reference = exact(rule.reference.value)
  const edge = ({ from }: Slope) => (from ? abs(sub(exact(from.value), reference)) : zero)
  const own = rule.slopes.filter((slope) => slope.side === side).toSorted((a, b) => compare(edge(a), edge(b)))
  const found = own.map((slope, i): Stretch | undefined => {
    const size = sizeOf(rule, slope.by, ground)
    if (size === undefined || size === 'share' || sign(size) <= 0) return undefined
    const next = own[i + 1]
    const points = slope.effect === 'add' ? exact(slope.points) : neg(exact(slope.points))
    return { from: edge(slope), ...(next && { to: edge(next) }), size, points }
  })
  return found.every((one) => one !== undefined)
    ? found.filter(({ from, to }) => to === undefined || compare(from, to) < 0)
    : undefined
}

/** From the reference outwards; undefined where a started step would be counted from an edge that is no whole number of steps away. */
function sidePieces(
  stretches: readonly Stretch[],
  side: Slope['side'],
  partial: Partial,
  clamp: Clamp | 'silent',
  fullMark: Exact,
): readonly Piece[] | undefined {
  const outwards: { readonly piece: Piece; readonly to?: Exact }[] = []
  const first = stretches[0]?.from
  if (first === undefined) outwards.push({ piece: level(fullMark) })
  else if (sign(first) > 0) outwards.push({ piece: level(fullMark), to: first })
  let start = fullMark
  for (const { from, to, size, points } of stretches) {
    const before = div(from, size)
    if (partial !== 'proRata' && !isWhole(before)) return undefined
    const line = stairs(sub(start, mul(points, before)), { size, points }, side, partial)
    outwards.push({ piece: clamp === 'silent' ? unsettled : { ...line, ...clamp }, ...(to && { to }) })
    if (to) start = add(start, mul(points, counted(div(sub(to, from), size), partial)))
  }
  return placed(outwards, side)
}

const counted = (steps: Exact, partial: Partial): Exact =>
  partial === 'proRata' ? steps : partial === 'dropped' ? floor(steps) : ceil(steps)

/** Pieces told from the reference outwards, as pieces from minus infinity up; on the reference itself both sides say the same. */
function placed(
  outwards: readonly { readonly piece: Piece; readonly to?: Exact }[],
  side: Slope['side'],
): readonly Piece[] {
  const end = (at: Exact): { readonly to: End } => ({ to: { at, included: false } })
  if (side === 'above') return outwards.map(({ piece, to }) => ({ ...piece, ...(to && end(to)) }))
  return outwards.map(({ piece }, i) => ({ ...piece, ...end(neg(outwards[i - 1]?.to ?? zero)) })).toReversed()
}

/** Bands that are drawn; a figure further off is the method's. More of them would have divisors that no whole number holds. */
const bands = 4

/** M08: a line of its own inside each band. */
export function diminishingShape(rule: DiminishingRule, ground: ShapeGround): Shape | undefined {
  const { width, ceiling } = rule
  const { fullMark, answer } = ground
  const [wide, step] = [exact(width.value), exact(rule.step)]
  const variable = gapOf(rule, false)
  if (variable === undefined || sign(wide) <= 0 || sign(exact(rule.first)) <= 0 || sign(step) < 0) return undefined
  const most = ceiling ? ceilingPoints(ceiling, fullMark) : answer('ceiling') === 'fullMark' ? fullMark : undefined
  const silent = ceiling === undefined && answer('ceiling') === undefined
  const low = afterDeduction(undefined, fullMark, ground)
  const held = most ? { atMost: most } : {}
  const side = (which: Slope['side']): readonly Piece[] => {
    const outwards: { readonly piece: Piece; readonly to?: Exact }[] = []
    let [start, divisor] = [fullMark, exact(rule.first)]
    for (let i = 0; i < bands; i += 1) {
      const each = which === 'above' ? div(fullMark, divisor) : neg(div(fullMark, divisor))
      const from = mul(whole(i), wide)
      const line = stairs(sub(start, mul(each, from)), { size: whole(1), points: each }, which, 'proRata')
      const asked = which === 'above' ? silent : low === 'silent'
      const clamp = which === 'below' && low !== 'silent' ? clamped(low, held) : held
      outwards.push({ piece: asked ? unsettled : { ...line, ...clamp }, to: mul(whole(i + 1), wide) })
      start = add(start, mul(each, wide))
      divisor = add(divisor, step)
    }
    return placed([...outwards, { piece: unsettled }], which)
  }
  return { variable, pieces: [...side('below'), ...side('above')] }
}

/** A ceiling below nothing holds what a floor has held. */
const clamped = (low: Clamp, high: Clamp): Clamp =>
  low.atLeast && high.atMost ? { atLeast: min(low.atLeast, high.atMost), atMost: high.atMost } : { ...low, ...high }
