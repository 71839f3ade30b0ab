import type { ReplyOf } from '@quanheng/contract/route'
import type { listSelfReviews, showSelfReview } from '@quanheng/contract/self-review'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import type { Tone } from '../../../shared/state/StateTag.tsx'
import { sayMoment } from '../../../shared/time/time.ts'

export type SelfReview = ReplyOf<typeof showSelfReview>
export type ReviewLine = ReplyOf<typeof listSelfReviews>['own'][number]
export type ReviewRow = SelfReview['rows'][number]

export const sayState = (state: SelfReview['state']): string =>
  state === null ? t('未填写') : word('selfReviewState', state)

export const toneOf = (state: SelfReview['state']): Tone =>
  state === null ? 'waiting' : ({ draft: 'going', signed: 'done', returned: 'stop' } as const)[state]

export const saySigner = ({ name, post, unitName, at }: NonNullable<SelfReview['signed']>): string =>
  `${name}（${unitName} ${word('post', post)}）${sayMoment(at)}`
