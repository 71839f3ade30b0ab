import type { Reader } from '../../platform/database/database.ts'

/** Where a paper at its meeting step stands on the agenda of a meeting that the platform keeps. */
export interface OnAgenda {
  readonly meetingId: string
  readonly title: string
  /** What the meeting decided, from its minutes; null while it is under way. */
  readonly decision: {
    readonly body: string
    readonly decidedOn: string
    readonly text: string
    readonly number?: string
    readonly scanDigest: string
  } | null
}

/** The meeting that has this very text before it; undefined where the office keeps its meetings elsewhere. */
export type AgendaOf = (db: Reader, approvalId: string, paperDigest: string) => Promise<OnAgenda | undefined>

export const noAgenda: AgendaOf = async () => undefined
