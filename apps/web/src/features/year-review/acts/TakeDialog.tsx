import { takeReview } from '@quanheng/contract/year-review'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { HeadDecision } from '../../../shared/work/HeadDecision.tsx'
import type { Review } from '../review.ts'

/** 审定, by the head on screen or as the head wrote it. */
const TakeDialog = ({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) => {
  const take = useCommand(takeReview, { onDone: onClose })
  return (
    <HeadDecision
      title={t('审定：{{title}}', { title: review.title })}
      act={t('审定')}
      fields={{
        words: t('审定意见'),
        on: t('审定日期'),
        note: t('组长本人审定的不必附件；代为登记的，须附签批原件扫描件。'),
      }}
      today={review.today}
      pending={take.pending}
      refusal={take.refusal}
      onAct={(said) => void take.run({ params: { reviewId: review.id }, body: { version: review.version, ...said } })}
      onClose={onClose}
    />
  )
}

export default TakeDialog
