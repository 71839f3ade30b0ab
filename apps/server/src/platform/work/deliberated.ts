import type { Refusal } from '@quanheng/contract/errors'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Result } from '@quanheng/domain/kernel/result'
import type { Reader } from '../database/database.ts'
import type { Asking } from '../door/asking.ts'
import type { Outcome } from '../door/outcome.ts'

/** What a meeting said on one topic, as its minutes have it. */
export interface SaidByMeeting {
  readonly body: string
  readonly decidedOn: string
  readonly text: string
  readonly number?: string
  readonly scanDigest: string
}

/** A decision that two people have entered, on the text of this digest. */
export interface DecidedByMeeting extends SaidByMeeting {
  readonly id: string
  readonly digest: string
  readonly outcome: 'approved' | 'returned'
  readonly recordedBy: Author
}

export type Follows = Pick<Outcome<unknown>, 'events' | 'changes'>

/** One kind of thing that may lie before a meeting, and what follows for it. */
export interface Deliberated {
  /** What of this kind waits for a meeting of the unit, each by the digest of its present text. */
  readonly waiting: (
    db: Reader,
    unitId: string,
  ) => Promise<readonly { readonly id: string; readonly digest: string; readonly title: string }[]>
  /** Of any that ever lay before a meeting, by id. */
  readonly titles: (db: Reader, ids: readonly string[]) => Promise<readonly (readonly [id: string, title: string])[]>
  /**
   * Carries out what was agreed or refused; what cannot be carried out (another text, another state, more to be said) is left where it is.
   * Absent where the thing asks for the decision when it goes on.
   */
  readonly decide?: (asked: Asking, said: DecidedByMeeting) => Promise<Result<Follows, Refusal>>
}

/** Where something stands on the agenda of a meeting that the platform keeps. */
export interface OnAgenda {
  readonly meetingId: string
  readonly title: string
  /** What the meeting decided, from its minutes; null while it is under way. */
  readonly decision: SaidByMeeting | null
}

/** The meeting that has this very text before it; undefined where the office keeps its meetings elsewhere. */
export type AgendaOf = (db: Reader, matterId: string, digest: string) => Promise<OnAgenda | undefined>

export const noAgenda: AgendaOf = async () => undefined
