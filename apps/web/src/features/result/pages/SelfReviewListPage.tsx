import { listSelfReviews } from '@quanheng/contract/self-review'
import { Link } from '@tanstack/react-router'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import { type ReviewLine, sayState, toneOf } from '../self-review/self-review.ts'

const columns = (): readonly Column<ReviewLine>[] => [
  {
    key: 'unit',
    title: t('单位'),
    width: 240,
    render: (row) => <Link to={`/self-reviews/${row.planId}/${row.unitId}` as never}>{row.unitName}</Link>,
  },
  { key: 'plan', title: t('方案'), width: 320, render: ({ planTitle }) => planTitle },
  { key: 'owner', title: t('评分单位'), width: 180, render: ({ ownerName }) => ownerName },
  { key: 'state', title: t('状态'), render: ({ state }) => <StateTag word={sayState(state)} tone={toneOf(state)} /> },
  { key: 'signed', title: t('签字时间'), render: ({ signedAt }) => (signedAt === null ? '—' : sayMoment(signedAt)) },
]

/** 自查自评: own units', and which units of a scored plan have signed theirs. */
const SelfReviewListPage = () => {
  const asked = useQueryRoute(listSelfReviews, {})
  const { own = [], others = [] } = asked.data ?? {}
  const key = (row: ReviewLine) => `${row.planId}/${row.unitId}`
  return (
    <Page>
      <Refusal refusal={asked.error ?? undefined} />
      {own.length > 0 && (
        <Section title={t('本单位的自查自评')}>
          <Sheet caption={t('本单位的自查自评')} columns={columns()} rows={own} rowKey={key} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('各单位自查自评')}>
          <Sheet caption={t('各单位自查自评')} columns={columns()} rows={others} rowKey={key} />
        </Section>
      )}
      {asked.data && own.length === 0 && others.length === 0 && (
        <p>{t('没有要求自查自评的方案。需要的，在方案“未尽事项设定”中设定；默认不要求。')}</p>
      )}
    </Page>
  )
}

export default SelfReviewListPage
