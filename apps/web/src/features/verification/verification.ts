import type { ReplyOf } from '@quanheng/contract/route'
import type { listVerifications, showVerification } from '@quanheng/contract/verification'
import type { VerificationState } from '@quanheng/domain/verification/model'
import { t } from '../../shared/i18n/t.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listVerifications>['rows'][number]
export type Verification = ReplyOf<typeof showVerification>
export type Unit = Verification['units'][number]
export type Datum = Unit['data'][number]

export const toneOf: Readonly<Record<VerificationState, Tone>> = {
  committing: 'waiting',
  revealing: 'waiting',
  toDraw: 'waiting',
  visiting: 'going',
  answering: 'heed',
  closed: 'done',
}

/** What is decided about a sheet, in words. */
export const sayDecided = (decided: Line['decided']): string =>
  ({ undecided: t('未定'), waived: t('不核验'), open: t('核验中'), closed: t('核验办结') })[decided]

/** A stored value as text of its element; `null` is none yet. */
export const sayValue = (value: string | null, type: Datum['type']): string | null => {
  if (value === null) return null
  if (type === 'fact') return value === 'true' ? t('是') : t('否')
  return value === '' ? t('无') : value
}
