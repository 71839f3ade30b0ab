import type { ReplyOf } from '@quanheng/contract/route'
import type { listTotalsDecisions } from '@quanheng/contract/totals-decision'
import { word } from '../../../shared/i18n/word.ts'

export type Meetings = ReplyOf<typeof listTotalsDecisions>

export const sayDecider = ({ name, post }: Meetings['others'][number]['recordedBy']): string =>
  `${name}（${word('post', post)}）`
