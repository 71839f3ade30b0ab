import type { listReportPacks, readReportPack } from '@quanheng/contract/report-pack'
import type { ReplyOf } from '@quanheng/contract/route'

/** An uploaded pack as it was read: what would change, under which name it came. */
export type ReadPack = ReplyOf<typeof readReportPack> & { readonly digest: string; readonly name: string }

export type TakenPack = ReplyOf<typeof listReportPacks>['rows'][number]
