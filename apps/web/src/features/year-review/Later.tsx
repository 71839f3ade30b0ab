import { compareWithReviewed } from '@quanheng/contract/year-review'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { ChangeTable } from '../../shared/plan-diff/ChangeTable.tsx'
import type { Review } from './review.ts'

/** What went on to a later plan, and how that plan differs from the one of the year. */
export const Later = ({ review }: { readonly review: Review }) => {
  const [planId, setPlan] = useState('')
  const asked = useQueryRoute(
    compareWithReviewed,
    { params: { reviewId: review.id }, query: { planId } },
    { enabled: planId !== '' },
  )
  if (review.carried.length === 0 && review.drafts.length === 0) return null
  return (
    <Section
      title={t('下年方案')}
      actions={
        review.drafts.length > 0 && (
          <Select
            aria-label={t('与本年度方案比对')}
            value={planId || null}
            placeholder={t('与本年度方案比对')}
            style={{ minWidth: 280 }}
            options={review.drafts.map((draft) => ({ value: draft.planId, label: draft.title }))}
            onChange={(next: string) => setPlan(next)}
          />
        )
      }
    >
      {review.carried.map((one) => (
        <p key={one.planId}>
          {t('{{day}} 已将采纳的改进建议列入：', { day: one.on })}
          <Link to="/plans/$planId" params={{ planId: one.planId }} search={{ tab: 'findings' } as never}>
            {one.title}
          </Link>
        </p>
      ))}
      <Refusal refusal={asked.error} />
      {planId !== '' && !asked.error && <ChangeTable compared={asked.data} stale={asked.isFetching} />}
      {planId === '' && review.carried.length === 0 && (
        <p>{t('选择以后年度的方案草稿，可看到与本年度方案的逐处不同。')}</p>
      )}
    </Section>
  )
}
