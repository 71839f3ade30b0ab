import type { listImportantMatters, showImportantMatter } from '@quanheng/contract/matter'
import type { ReplyOf } from '@quanheng/contract/route'
import type { MatterState } from '@quanheng/domain/matter/model'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listImportantMatters>['rows'][number]
export type Matter = ReplyOf<typeof showImportantMatter>
export type Member = Matter['members'][number]

export const toneOf: Readonly<Record<MatterState, Tone>> = {
  draft: 'waiting',
  opinions: 'going',
  revising: 'going',
  toApprove: 'heed',
  approved: 'done',
  cancelled: 'stop',
}
