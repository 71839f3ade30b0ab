import type { Outcome } from '../outcome.ts'

/** Points, what they are out of, and every loss: all that is signed. The words of a trace may be bettered. */
export const signedOutcome = (outcome: Outcome): unknown =>
  outcome.status === 'scored'
    ? {
        status: outcome.status,
        points: outcome.points,
        fullMark: outcome.fullMark,
        losses: outcome.trace.losses.map(({ code, points }) => ({ code, points })),
      }
    : outcome
