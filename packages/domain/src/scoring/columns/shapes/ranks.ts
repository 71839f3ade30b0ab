import { add, exact, neg, one } from '../../../kernel/exact.ts'
import { awarded, basePoints } from '../../../rule/amounts.ts'
import type { RankBandsRule, RankStepsRule } from '../../../rule/model.ts'
import type { Shape } from '../shape.ts'
import { constant, linear, type ShapeGround, unsettled } from './ground.ts'
import { afterDeduction } from './limits.ts'
import { sampledWhole } from './sampled.ts'

export function rankStepsShape({ name, first, each, least }: RankStepsRule, ground: ShapeGround): Shape | undefined {
  if (each.kind === 'even') return undefined
  const { fullMark } = ground
  const [start, step] = [awarded(first, fullMark), basePoints(each, fullMark)]
  const clamp = least === undefined ? afterDeduction(undefined, start, ground) : { atLeast: exact(least) }
  if (clamp === 'silent') return undefined
  return {
    variable: { top: linear([one, name]), bottom: constant(one), whole: true },
    pieces: [
      { ...unsettled, to: { at: one, included: false } },
      { kind: 'points', base: add(start, step), slope: neg(step), ...clamp },
    ],
  }
}

/** More places than any group has units are left to the method. */
const mostPlaces = 500

/** Counted from the first only: from the last it takes the number of units too. */
export function rankBandsShape({ name, bands }: RankBandsRule, ground: ShapeGround): Shape | undefined {
  const last = bands.map(({ to }) => Number(to)).reduce((a, b) => Math.max(a, b), 0)
  if (bands.some(({ end, by }) => end === 'last' || by) || last > mostPlaces) return undefined
  return sampledWhole(name, { from: 1, to: last + 1, onwards: true }, (n) => ({ kind: 'count', n: String(n) }), ground)
}
