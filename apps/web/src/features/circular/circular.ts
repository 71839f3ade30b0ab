import type { listCirculars, showCircular } from '@quanheng/contract/circular'
import type { ReplyOf } from '@quanheng/contract/route'
import type { CircularState } from '@quanheng/domain/circular/model'
import { t } from '../../shared/i18n/t.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listCirculars>['rows'][number]
export type Circular = ReplyOf<typeof showCircular>
export type Receipt = Circular['receipts'][number]

export const toneOf: Readonly<Record<CircularState, Tone>> = {
  draft: 'waiting',
  toIssue: 'heed',
  issued: 'done',
  withdrawn: 'stop',
  discarded: 'stop',
}

/** 发文字号, or 第N期 of a briefing. */
export const sayNumber = ({ documentNumber, issue }: Pick<Line, 'documentNumber' | 'issue'>): string =>
  documentNumber ?? (issue === null ? '' : t('第{{issue}}期', { issue }))
