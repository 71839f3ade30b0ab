import { dueDayOf, isLocked } from '../datum/deadline.ts'
import type { Datum } from '../datum/model.ts'
import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { dayAt } from '../kernel/local-date.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { LateEntry } from './model.ts'
import { lateEntryWorkflow } from './transitions.ts'

export type LateEntryErrorCode =
  | 'lateEntry.notNow'
  | 'lateEntry.notYours'
  | 'lateEntry.notLate'
  | 'lateEntry.pending'
  | 'lateEntry.dayPassed'
  | 'lateEntry.ownUnit'

type Refused<T> = Result<T, DomainError<LateEntryErrorCode>>

/** A figure of the unit under the indicator, asked of the same body, with the plan's day for it. */
export interface EnteredDatum {
  readonly datum: Datum
  readonly due: string
}

export interface LateEntryContext extends CommandContext {
  readonly data: readonly EnteredDatum[]
}

export type LateEntryRequest = Pick<
  LateEntry,
  'planId' | 'leafKey' | 'unitId' | 'askedUnitId' | 'reason' | 'wantedUntil'
>

export type LateEntryCommand =
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'grant'; readonly until: string; readonly reason: string }
  | { readonly kind: 'decline'; readonly reason: string }

type Said = { readonly reason?: string; readonly wantedUntil?: string; readonly until?: string }

export type LateEntryEvent =
  | ({
      readonly type: 'lateEntryAsked' | 'lateEntryWithdrawn' | 'lateEntryDeclined' | 'lateEntryGranted'
      readonly lateEntryId: string
    } & Said)
  /** The same, for the history of each figure that it is about. */
  | ({ readonly type: 'datumLateEntry'; readonly datumId: string } & Said)

export interface LateEntryMove {
  readonly next: LateEntry
  readonly events: readonly LateEntryEvent[]
  /** The data that it unlocks, each with its new day. */
  readonly unlocked: readonly Datum[]
}

const eventsOf = (
  type: Exclude<LateEntryEvent['type'], 'datumLateEntry'>,
  lateEntryId: string,
  said: Said,
  about: readonly EnteredDatum[],
): readonly LateEntryEvent[] => [
  { type, lateEntryId, ...said },
  ...about.map(({ datum }): LateEntryEvent => ({ type: 'datumLateEntry', datumId: datum.id, ...said })),
]

const lockedOf = ({ data, today }: LateEntryContext): readonly EnteredDatum[] =>
  data.filter(({ datum, due }) => isLocked(datum, due, today))

/** 补报申请: only for what is locked, and one at a time. @param pending what waits already for the same unit and indicator */
export const askLateEntry = (
  request: LateEntryRequest,
  pending: LateEntry | undefined,
  context: LateEntryContext,
): Refused<LateEntryMove> => {
  const locked = lockedOf(context)
  if (locked.length === 0) return refuse('lateEntry.notLate')
  if (pending) return refuse('lateEntry.pending', { params: { day: dayAt(pending.asked.at) } })
  const { reason, wantedUntil } = request
  if (wantedUntil < context.today) {
    return refuse('lateEntry.dayPassed', { at: 'wantedUntil', params: { day: wantedUntil } })
  }
  const asked = { by: authorOf(context.actor), at: context.now }
  const next: LateEntry = { id: context.newId(), ...request, state: 'asked', asked }
  return ok({ next, events: eventsOf('lateEntryAsked', next.id, { reason, wantedUntil }, locked), unlocked: [] })
}

/** Agreed, this unit's figures under this indicator are open until the day; nobody decides for a unit of their own. */
export const decideLateEntry = (
  entry: LateEntry,
  command: LateEntryCommand,
  context: LateEntryContext,
): Refused<LateEntryMove> => {
  const row = permit(lateEntryWorkflow, entry.state, command.kind, context.actor.post)
  if (!row.ok) return row
  const locked = lockedOf(context)
  if (command.kind === 'withdraw') {
    const events = eventsOf('lateEntryWithdrawn', entry.id, {}, locked)
    return ok({ next: { ...entry, state: 'withdrawn' }, events, unlocked: [] })
  }
  const own = [entry.unitId, entry.askedUnitId].some((unitId) => context.actor.ownUnitIds.includes(unitId))
  if (own) return refuse('lateEntry.ownUnit')
  const { reason } = command
  const stamp = { by: authorOf(context.actor), at: context.now, reason }
  if (command.kind === 'decline') {
    const next: LateEntry = { ...entry, state: 'declined', decision: stamp }
    return ok({ next, events: eventsOf('lateEntryDeclined', entry.id, { reason }, locked), unlocked: [] })
  }
  const { until } = command
  if (until < context.today) return refuse('lateEntry.dayPassed', { at: 'until', params: { day: until } })
  if (locked.length === 0) return refuse('lateEntry.notLate')
  return ok({
    next: { ...entry, state: 'granted', decision: { ...stamp, until } },
    events: eventsOf('lateEntryGranted', entry.id, { reason, until }, locked),
    unlocked: locked.map(({ datum, due }) => unlocked(datum, entry, until, dueDayOf(datum, due))),
  })
}

const unlocked = (datum: Datum, { id, reason }: LateEntry, until: string, missed: string): Datum => ({
  ...datum,
  extension: { cause: 'lateEntry', until, lateEntryId: id, reason, missed },
})
