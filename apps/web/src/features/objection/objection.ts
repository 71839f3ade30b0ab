import type { listObjectionItems, listObjections, objectionImpact, showObjection } from '@quanheng/contract/objection'
import type { ReplyOf } from '@quanheng/contract/route'
import type { ObjectionState } from '@quanheng/domain/objection/model'
import { t } from '../../shared/i18n/t.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listObjections>['rows'][number]
export type Item = ReplyOf<typeof listObjectionItems>['rows'][number]
export type Objection = ReplyOf<typeof showObjection>
export type Impact = ReplyOf<typeof objectionImpact>
export type Found = NonNullable<Objection['answer']>['found']

export const toneOf: Readonly<Record<ObjectionState, Tone>> = {
  draft: 'waiting',
  sent: 'heed',
  answering: 'going',
  rescoring: 'going',
  toDecide: 'heed',
  toConfirm: 'heed',
  kept: 'done',
  corrected: 'done',
  declined: 'stop',
  withdrawn: 'stop',
}

export const sayFound = ({ outcome, to }: Found): string =>
  outcome === 'kept' ? t('维持原分') : t('更正为 {{to}} 分', { to: to ?? '' })

export const saySubject = ({ unitName, leafName }: Pick<Line, 'unitName' | 'leafName'>): string =>
  t('{{unit}}“{{leaf}}”', { unit: unitName, leaf: leafName })
