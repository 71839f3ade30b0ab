import type { showCockpit } from '@quanheng/contract/cockpit'
import type { ReplyOf } from '@quanheng/contract/route'

export type Year = NonNullable<ReplyOf<typeof showCockpit>['year']>
export type Standing = NonNullable<Year['standing']>
