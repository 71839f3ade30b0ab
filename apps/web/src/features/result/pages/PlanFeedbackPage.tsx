import { listFeedbackQuestions, openFeedback, showFeedback } from '@quanheng/contract/feedback'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { usePrintSheet } from '../../../shared/print/use-print-sheet.ts'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { type PlanRound, sayAuthor, sayRound } from '../feedback/feedback.ts'
import { Questions } from '../feedback/Questions.tsx'
import { QuestionsPrint } from '../feedback/QuestionsPrint.tsx'

type Unit = PlanRound['units'][number]

const columns = (planId: string): readonly Column<Unit>[] => [
  {
    key: 'unit',
    title: t('单位'),
    width: 220,
    render: (row) => <Link to={`/feedback/${planId}/${row.unitId}` as never}>{row.unitName}</Link>,
  },
  { key: 'items', title: t('考核项目'), figure: true, render: ({ items }) => items },
  { key: 'lost', title: t('扣分'), figure: true, render: ({ lost }) => <Figure value={lost} places={2} /> },
  { key: 'asked', title: t('意见'), figure: true, render: ({ asked }) => asked },
  { key: 'open', title: t('待答复'), figure: true, render: ({ open }) => open },
  {
    key: 'agreed',
    title: t('核对情况'),
    width: 260,
    render: ({ agreed }) => (agreed ? t('无异议：{{who}}', { who: sayAuthor(agreed) }) : '—'),
  },
]

const Next = ({ round, onSend }: { readonly round: PlanRound; readonly onSend: () => void }) => {
  if (round.state === 'toOpen' && round.may.includes('open'))
    return (
      <NextAct
        turn="mine"
        act={
          <Button type="primary" onClick={onSend}>
            {t('发出初评反馈')}
          </Button>
        }
      >
        {t('评分表均已签字、核验办结，可以发给各被考核单位核对。')}
      </NextAct>
    )
  if (round.state === 'toOpen')
    return (
      <NextAct
        turn={round.notFinal > 0 ? 'stopped' : 'others'}
        act={<LinkButton to={`/results/${round.planId}` as never}>{t('查看清单')}</LinkButton>}
      >
        {round.notFinal > 0
          ? t('还有 {{count}} 处未签字或未核验，办结后才能发出。', { count: round.notFinal })
          : t('评分表均已办结，由归口科室发出初评反馈。')}
      </NextAct>
    )
  if (round.open > 0)
    return (
      <NextAct turn="others">
        {t('还有 {{count}} 条意见待评分科室负责人答复，答复后才能锁定。', { count: round.open })}
      </NextAct>
    )
  return round.state === 'running' ? (
    <NextAct turn="others">{t('各单位核对至 {{day}}。', { day: round.until ?? '' })}</NextAct>
  ) : (
    <NextAct turn="done" act={<LinkButton to={`/results/${round.planId}` as never}>{t('到“结果”页')}</LinkButton>}>
      {t('意见均已答复。')}
    </NextAct>
  )
}

/** One plan's round: sent, what each unit asked, what was answered. */
const PlanFeedbackPage = () => {
  const { planId } = useParams({ strict: false }) as { planId: string }
  const [sending, setSending] = useState(false)
  const questions = useQueryRoute(listFeedbackQuestions, { query: { planId, size: '200' } })
  const { printing, print } = usePrintSheet(questions)
  const asked = useQueryRoute(showFeedback, { params: { planId } })
  const open = useCommand(openFeedback, {
    onDone: ({ until }) => {
      notify(t('初评反馈已发出，核对至{{until}}', { until }), 'done')
      setSending(false)
    },
  })
  const crumbs = [{ title: t('初评反馈'), to: '/feedback' }]
  if (!asked.data) {
    return (
      <Page crumbs={crumbs}>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  }
  const round = asked.data
  const days = t('{{days}} 个工作日', { days: round.workingDays })
  return (
    <Page
      title={round.planTitle}
      crumbs={crumbs}
      actions={round.state !== 'toOpen' && <Button onClick={print}>{t('打印意见一览表')}</Button>}
    >
      <Next round={round} onSend={() => setSending(true)} />
      <Facts
        items={[
          { label: t('评分单位'), value: round.ownerName },
          { label: t('状态'), value: sayRound(round) },
          { label: t('核对时限'), value: days },
          { label: t('核对至'), value: round.until ?? '—' },
          { label: t('发出人'), value: round.openedBy ? sayAuthor(round.openedBy) : '—' },
        ]}
      />
      {round.units.length > 0 && (
        <Section title={t('各单位核对情况')}>
          <Sheet
            caption={t('各单位核对情况')}
            columns={columns(planId)}
            rows={round.units}
            rowKey={({ unitId }) => unitId}
          />
        </Section>
      )}
      {round.state !== 'toOpen' && (
        <Section title={t('初评反馈意见')}>
          <Questions planId={planId} />
        </Section>
      )}
      {printing && questions.data && <QuestionsPrint asked={questions.data} planTitle={round.planTitle} />}
      {sending && (
        <WeightyAct
          act={t('发出')}
          object={t('初评反馈')}
          effects={[
            t('每个被考核单位看到本单位各项得分和扣分告知书，有 {{days}} 核对，逐项提出意见。', { days }),
            t('核对期内、意见未答复前，评分结果不能锁定。'),
          ]}
          irreversible={[t('每个方案只发一次，发出后不能收回。')]}
          pending={open.pending}
          refusal={open.refusal}
          onClose={() => setSending(false)}
          onAct={() => void open.run({ params: { planId }, body: {} })}
        >
          <Facts items={[{ label: t('方案'), value: round.planTitle }]} />
        </WeightyAct>
      )}
    </Page>
  )
}

export default PlanFeedbackPage
