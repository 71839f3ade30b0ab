import type { Author } from '../kernel/command-context.ts'

/** 待批复 已同意 未同意 已撤回 */
export const lateEntryStates = ['asked', 'granted', 'declined', 'withdrawn'] as const
export type LateEntryState = (typeof lateEntryStates)[number]

/** 补报: a body that missed the day asks leave to enter the figures of one unit under one indicator. */
export interface LateEntry {
  readonly id: string
  readonly planId: string
  readonly leafKey: string
  /** The appraised unit that the figures are about. */
  readonly unitId: string
  /** The body that is asked for them, and asks: the unit itself or a data provider. */
  readonly askedUnitId: string
  readonly state: LateEntryState
  readonly reason: string
  /** `YYYY-MM-DD`: until when it wants to enter them. */
  readonly wantedUntil: string
  readonly asked: Stamp
  /** Absent while it waits and after it was taken back. */
  readonly decision?: LateEntryDecision
}

interface Stamp {
  readonly by: Author
  /** RFC 3339 */
  readonly at: string
}

/** `until`: the last day on which the figures may be entered; declined, there is none. */
export interface LateEntryDecision extends Stamp {
  readonly until?: string
  readonly reason: string
}

export const canonicalLateEntry = (entry: LateEntry) => ({ v: 1, noun: 'lateEntry', ...entry })
