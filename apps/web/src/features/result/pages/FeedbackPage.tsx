import { listFeedback } from '@quanheng/contract/feedback'
import { Link } from '@tanstack/react-router'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { type Rounds, roundTone, sayRound } from '../feedback/feedback.ts'
import { Questions } from '../feedback/Questions.tsx'

type Round = Rounds['rounds'][number]
type Own = Rounds['own'][number]

const common = (): readonly Column<Round>[] => [
  { key: 'until', title: t('核对至'), render: ({ until }) => until ?? '—' },
  { key: 'asked', title: t('意见'), figure: true, render: ({ asked }) => asked },
  { key: 'open', title: t('待答复'), figure: true, render: ({ open }) => open },
]

const roundColumns = (): readonly Column<Round>[] => [
  {
    key: 'plan',
    title: t('方案'),
    width: 320,
    render: (row) => <Link to={`/feedback/${row.planId}` as never}>{row.planTitle}</Link>,
  },
  { key: 'owner', title: t('评分单位'), width: 180, render: ({ ownerName }) => ownerName },
  { key: 'state', title: t('状态'), render: (row) => <StateTag word={sayRound(row)} tone={roundTone[row.state]} /> },
  ...common(),
]

const ownColumns = (): readonly Column<Own>[] => [
  {
    key: 'plan',
    title: t('方案'),
    width: 320,
    render: (row) => <Link to={`/feedback/${row.planId}/${row.unitId}` as never}>{row.planTitle}</Link>,
  },
  { key: 'owner', title: t('评分单位'), width: 180, render: ({ ownerName }) => ownerName },
  { key: 'unit', title: t('单位'), width: 160, render: ({ unitName }) => unitName },
  {
    key: 'state',
    title: t('状态'),
    render: (row) =>
      row.agreed ? (
        <StateTag word={t('已确认无异议')} tone="done" />
      ) : (
        <StateTag word={sayRound(row)} tone={roundTone[row.state]} />
      ),
  },
  ...common(),
]

/** 初评反馈: what own units were told, rounds of the side that scores, and the questions in sight. */
const FeedbackPage = () => {
  const asked = useQueryRoute(listFeedback, {})
  const { rounds = [], own = [] } = asked.data ?? {}
  return (
    <Page>
      <Refusal refusal={asked.error ?? undefined} />
      {own.length > 0 && (
        <Section title={t('本单位的初评得分')}>
          <Sheet
            caption={t('本单位的初评得分')}
            columns={ownColumns()}
            rows={own}
            rowKey={(row) => `${row.planId}/${row.unitId}`}
          />
        </Section>
      )}
      {rounds.length > 0 && (
        <Section title={t('反馈情况')}>
          <Sheet caption={t('反馈情况')} columns={roundColumns()} rows={rounds} rowKey={(row) => row.planId} />
        </Section>
      )}
      {asked.data && own.length === 0 && rounds.length === 0 && (
        <p>{t('没有设初评反馈的方案。需要的，在方案“未尽事项设定”中设定工作日；默认不设。')}</p>
      )}
      <Section title={t('初评反馈意见')}>
        <Questions />
      </Section>
    </Page>
  )
}

export default FeedbackPage
