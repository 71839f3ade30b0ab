import { caseFacts, type WorkedCase } from '@quanheng/domain/rule/cases'
import { type Curve, curveOf } from '@quanheng/domain/rule/curve/curve'
import type { StoredRule } from '@quanheng/domain/rule/model'

export interface Drawing {
  /** Its own place is that of the example picked, or of the first that can be drawn. */
  readonly curve: Curve
  readonly others: readonly Curve['own'][]
}

/** More dots than this say nothing. */
const most = 20

/** The rule drawn with its examples; nothing where no one figure moves the points, or no example has a score. */
export const drawingOf = (
  rule: StoredRule,
  fullMark: string,
  cases: readonly WorkedCase[],
  picked = 0,
): Drawing | undefined => {
  const drawn = cases.slice(0, most).flatMap((one, at) => {
    const curve = curveOf(rule, caseFacts(rule, fullMark, one.given))
    return curve ? [{ at, curve }] : []
  })
  const own = drawn.find(({ at }) => at === picked) ?? drawn[0]
  if (!own) return undefined
  const others = drawn.filter((one) => one !== own && one.curve.measure === own.curve.measure)
  return { curve: own.curve, others: others.map(({ curve }) => curve.own) }
}
