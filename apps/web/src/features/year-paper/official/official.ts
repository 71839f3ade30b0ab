import type { showOfficialPaper } from '@quanheng/contract/official-paper'
import type { ReplyOf } from '@quanheng/contract/route'
import type { OfficialPaperKind, OfficialPaperState } from '@quanheng/domain/official-paper/model'
import { word } from '../../../shared/i18n/word.ts'
import type { Tone } from '../../../shared/state/StateTag.tsx'

export type Official = ReplyOf<typeof showOfficialPaper>
export type Standing = NonNullable<Official['paper']>

export const stateTone: Readonly<Record<OfficialPaperState, Tone>> = {
  draft: 'going',
  issued: 'done',
  withdrawn: 'stop',
}

export const kindName = (kind: OfficialPaperKind): string => word('paperKind', kind)
