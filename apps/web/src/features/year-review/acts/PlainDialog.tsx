import { cancelReview, closeReview, proposeReview, returnReview } from '@quanheng/contract/year-review'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../../../shared/work/work.module.css'
import type { Review } from '../review.ts'

export type PlainAct = 'close' | 'propose' | 'return' | 'cancel'

interface Props {
  readonly review: Review
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectOf = (act: PlainAct, { units, entries }: Review): string => {
  switch (act) {
    case 'close':
      return t('已有 {{units}} 个单位提出 {{entries}} 条意见；结束后不再收，转入汇总。', { units, entries })
    case 'propose':
      return t('报请组长审定；审定前不能再修改。')
    case 'return':
      return t('退回考评办修改。')
    case 'cancel':
      return t('不再办理，记录保留；该年度可以重新发起。')
  }
}

/** An act on the review that needs nothing but, at most, its reason. */
const PlainDialog = ({ review, act, onClose }: Props) => {
  const options = { onDone: onClose }
  const close = useCommand(closeReview, options)
  const propose = useCommand(proposeReview, options)
  const back = useCommand(returnReview, options)
  const cancel = useCommand(cancelReview, options)
  const all = [close, propose, back, cancel]
  const params = { reviewId: review.id }
  const { version } = review
  const run = (reason: string) => {
    switch (act) {
      case 'close':
        return close.run({ params, body: { version } })
      case 'propose':
        return propose.run({ params, body: { version } })
      case 'return':
        return back.run({ params, body: { version, reason } })
      case 'cancel':
        return cancel.run({ params, body: { version, reason } })
    }
  }
  const reasoned = act === 'return' || act === 'cancel'
  return (
    <WeightyAct
      act={word('yearReviewCommand', act)}
      object={review.title}
      effects={[effectOf(act, review)]}
      {...(reasoned && { reason: 'required' as const })}
      pending={all.some((one) => one.pending)}
      refusal={all.find((one) => one.refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <p className={styles.words}>{review.summary || t('还没有总结正文。')}</p>
    </WeightyAct>
  )
}

export default PlainDialog
