import type { searchClauses } from '@quanheng/contract/library'
import type { ReplyOf } from '@quanheng/contract/route'

/** A published clause as the library found it, with what a citation needs. */
export type FoundClause = ReplyOf<typeof searchClauses>['rows'][number]
