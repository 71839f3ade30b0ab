import { exact, sub, sum } from '../kernel/exact.ts'
import { type Rounding, round } from '../kernel/rounding.ts'
import type { Loss, Scored } from './outcome.ts'
import { show } from './trace.ts'

/** Why a score is below (or, with negative points, above) its full marks. The points add up to full marks − score, exactly. */
export const lostPoints = ({ trace }: Scored): readonly Loss[] => trace.losses

/** The same score rounded as the plan says, where it rounds each item; what rounding itself took or gave is one more reason. */
export function roundScored(scored: Scored, rounding: Rounding): Scored {
  const before = exact(scored.points)
  const after = round(before, rounding)
  const points = show(after)
  if (points === scored.points) return scored
  const loss: Loss = { code: 'loss.rounding', clause: '', points: show(sub(before, after)) }
  return {
    ...scored,
    points,
    trace: {
      ...scored.trace,
      value: points,
      rounding: { ...rounding, from: scored.points },
      losses: [...scored.trace.losses, loss],
    },
  }
}

/** Whether a trace explains its score: the check that papers and the verifier run before they print a deduction. */
export const explains = ({ points, fullMark, trace }: Scored): boolean =>
  show(sum(trace.losses.map((loss) => exact(loss.points)))) === show(sub(exact(fullMark), exact(points))) &&
  trace.value === points
