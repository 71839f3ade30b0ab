import type { ReplyOf } from '@quanheng/contract/route'
import type { listReviews, showReview } from '@quanheng/contract/year-review'
import type { ReviewState } from '@quanheng/domain/year-review/model'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listReviews>['rows'][number]
export type Review = ReplyOf<typeof showReview>
export type Entry = Review['lines'][number]

export const toneOf: Readonly<Record<ReviewState, Tone>> = {
  gathering: 'going',
  sorting: 'going',
  toTake: 'heed',
  taken: 'done',
  cancelled: 'stop',
}

/** Who acts next: the reader, named people, or nobody any more. */
export const sayNext = ({ next, may, state, until, today }: Review): string => {
  if (state === 'cancelled') return t('已撤销。')
  if (next === null) return t('已审定。采纳的改进建议可列入以后年度的方案。')
  if (state === 'gathering' && until >= today) return t('正在征集意见，截止{{day}}。', { day: until })
  const act = word('yearReviewCommand', next.command)
  if (may.includes(next.command)) return t('由您{{act}}。', { act })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
    : t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })
}
