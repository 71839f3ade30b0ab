import { daysBetween } from '../kernel/local-date.ts'
import { type HeldPost, mayAct, type NextAct } from './next-act.ts'

/** Somebody who can be urged, as the organisation knows them. */
export interface Reachable extends HeldPost {
  readonly name: string
  readonly phone?: string
}

/** One line of the 催报 list: whom to call, and what to say, ready to copy. */
export interface Urging {
  readonly act: NextAct
  /** Empty when nobody holds the post: then the post itself is what is missing. */
  readonly people: readonly Reachable[]
  /** Days past the due day; 0 on the day itself, negative before it. */
  readonly daysLate: number
  readonly text: {
    readonly code: 'urging.dueSoon' | 'urging.dueToday' | 'urging.overdue'
    readonly params: UrgingParams
  }
}

export interface UrgingParams {
  readonly what: string
  readonly due: string
  readonly days: string
  readonly [name: string]: string
}

/** What is due within `ahead` days or overdue, longest overdue first. Acts without a due day urge nobody. */
export const urgingList = (
  acts: readonly { readonly act: NextAct; readonly what: string }[],
  people: readonly Reachable[],
  today: string,
  ahead: number,
): readonly Urging[] =>
  acts
    .flatMap(({ act, what }) => (act.due === undefined ? [] : [urging(act, what, act.due, people, today)]))
    .filter(({ daysLate }) => daysLate >= -ahead)
    .toSorted((a, b) => b.daysLate - a.daysLate)

const urging = (act: NextAct, what: string, due: string, people: readonly Reachable[], today: string): Urging => {
  const daysLate = daysBetween(due, today)
  const code = daysLate > 0 ? 'urging.overdue' : daysLate === 0 ? 'urging.dueToday' : 'urging.dueSoon'
  return {
    act,
    people: people.filter((person) => mayAct(act, person)),
    daysLate,
    text: { code, params: { what, due, days: String(Math.abs(daysLate)) } },
  }
}
