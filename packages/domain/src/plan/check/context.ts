import type { PostKind } from '../../ability/posts.ts'
import type { LocalDate } from '../../kernel/local-date.ts'
import type { WorkCalendar } from '../../kernel/working-days.ts'
import type { CitedStandings } from '../../library/validity.ts'
import type { Account } from '../../organisation/separation.ts'
import type { Finding } from '../findings.ts'
import type { PlanContent } from '../model.ts'

/** What 方案校核 knows beside the plan. */
export interface CheckContext {
  readonly calendar: WorkCalendar
  readonly today: LocalDate
  /** The year plan whose lines an indicator plan quotes, where it is on the platform. */
  readonly parent?: { readonly planId: string; readonly content: PlanContent }
  /** Posts held today, by person; a person who is not in it is unknown. */
  readonly people: Readonly<Record<string, readonly HeldPost[]>>
  /** Accounts that share a name with another one: two of them may be one natural person. */
  readonly accounts?: readonly Account[]
  /** What is still open of the notice that the draft was made from (notice/carried). */
  readonly carried?: readonly Finding[]
  /** How cited documents stand today that the library has, by number and by title. */
  readonly cited?: CitedStandings
  /** Names of units, sections and people by id, for the words of a finding; an id without a name shows as it is. */
  readonly names?: Readonly<Record<string, string>>
}

export interface HeldPost {
  readonly kind: PostKind
  readonly unitId: string
  readonly sectionId?: string
}

export const nameOf = (context: CheckContext, id: string): string => context.names?.[id] ?? id
