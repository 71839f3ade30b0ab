import { exact, printExact, sum } from '../kernel/exact.ts'
import type { RecordTally } from '../plan/model.ts'
import type { RoutineRecord } from './model.ts'

/** What the records of one datum come to on a day. */
export interface Tallied {
  /** Exact: how many, or their points added up. */
  readonly amount: string
  /** Records that the unit may still deny, or denies: until they are settled there is no figure. */
  readonly open: number
}

const effectOf = { plusCount: 'plus', plusPoints: 'plus', minusCount: 'minus', minusPoints: 'minus' } as const

/**
 * 按平时记录计数、计分: of one unit's records under the leaves that use the figure, with facts up to the cut-off. Those count that were
 * told and not denied until their day, or settled; drafts, what waits for confirmation and withdrawn ones do not.
 */
export const tallyOf = (
  tally: RecordTally,
  records: readonly Pick<RoutineRecord, 'state' | 'content' | 'standing'>[],
  { cutoff, today }: { readonly cutoff: string; readonly today: string },
): Tallied => {
  const own = records.filter(
    ({ content: { effect, happenedOn } }) => effect === effectOf[tally] && happenedOn <= cutoff,
  )
  const isOpen = ({ state, standing }: (typeof own)[number]): boolean =>
    state === 'differed' || (state === 'told' && today <= (standing.told?.viewUntil ?? ''))
  const counted = own.filter((one) => (one.state === 'told' || one.state === 'settled') && !isOpen(one))
  const byPoints = tally === 'plusPoints' || tally === 'minusPoints'
  return {
    amount: byPoints
      ? printExact(sum(counted.map(({ content }) => exact(content.points ?? '0'))))
      : String(counted.length),
    open: own.filter(isOpen).length,
  }
}
