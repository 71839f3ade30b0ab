import { agreeToFeedback, showUnitFeedback } from '@quanheng/contract/feedback'
import { useParams } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { sayAuthor, sayPoints, type ToldScore, type UnitFeedback } from '../feedback/feedback.ts'
import { Questions } from '../feedback/Questions.tsx'
import { LetterPrint } from '../letter/LetterPrint.tsx'
import { sayBasis } from '../result.ts'

const AskDialog = lazy(() => import('../feedback/AskDialog.tsx'))

const columns = (asking: boolean, onAsk: (score: ToldScore) => void): readonly Column<ToldScore>[] => [
  { key: 'name', title: t('指标'), width: 180, render: (score) => score.name },
  { key: 'target', title: t('目标值'), figure: true, render: (score) => score.target ?? '—' },
  { key: 'actual', title: t('实际完成'), figure: true, render: (score) => score.actual },
  { key: 'measure', title: t('计量单位'), optional: true, render: (score) => score.measure },
  { key: 'fullMark', title: t('满分'), figure: true, render: (score) => <Figure value={score.fullMark} /> },
  {
    key: 'points',
    title: t('得分'),
    figure: true,
    width: 140,
    render: ({ points, now }) => sayPoints({ told: points, now }),
  },
  ...(asking
    ? [
        {
          key: 'ask',
          title: t('办理'),
          width: 100,
          render: (score: ToldScore) =>
            score.mayAsk && (
              <Button size="small" onClick={() => onAsk(score)}>
                {t('提出意见')}
              </Button>
            ),
        },
      ]
    : []),
  {
    key: 'reason',
    title: t('扣分理由'),
    width: 220,
    render: (score) =>
      score.deductions.map(({ reason, points }) => t('{{reason}}（{{points}}分）', { reason, points })).join('；'),
  },
  { key: 'basis', title: t('评分依据'), width: 120, render: (score) => sayBasis(score.basis) },
  { key: 'source', title: t('数据来源'), width: 130, optional: true, render: (score) => score.source },
]

const Next = ({ shown, pending, onAgree }: { shown: UnitFeedback; pending: boolean; onAgree: () => void }) => {
  if (shown.agreed)
    return <NextAct turn="done">{t('本单位已确认无异议：{{who}}。', { who: sayAuthor(shown.agreed) })}</NextAct>
  if (shown.may.includes('ask'))
    return (
      <NextAct
        turn="mine"
        act={
          shown.may.includes('agree') && (
            <Popconfirm
              title={t('确认本单位对各项得分没有异议？确认后不能再提出。')}
              okText={t('确认')}
              cancelText={t('取消')}
              onConfirm={onAgree}
            >
              <Button type="primary" loading={pending}>
                {t('确认无异议')}
              </Button>
            </Popconfirm>
          )
        }
      >
        {t('请在 {{day}} 前核对，有不同意见的逐项提出，没有的由单位负责人确认无异议。', { day: shown.until ?? '' })}
      </NextAct>
    )
  return shown.open > 0 ? (
    <NextAct turn="others">{t('还有 {{count}} 条意见待评分单位答复。', { count: shown.open })}</NextAct>
  ) : (
    <NextAct turn={shown.state === 'running' ? 'others' : 'done'}>
      {shown.state === 'running'
        ? t('该单位核对至 {{day}}。', { day: shown.until ?? '' })
        : t('核对期已于 {{day}} 结束。', { day: shown.until ?? '' })}
    </NextAct>
  )
}

/** What one unit was told of its first scores, what became of each, its questions, and its 扣分告知书 on paper. */
const UnitFeedbackPage = () => {
  const { planId, unitId } = useParams({ strict: false }) as { planId: string; unitId: string }
  const [asking, setAsking] = useState<ToldScore>()
  const asked = useQueryRoute(showUnitFeedback, { params: { planId, unitId } })
  const agree = useCommand(agreeToFeedback, { onDone: () => notify(t('已确认无异议'), 'done') })
  const crumbs = [{ title: t('初评反馈'), to: '/feedback' }]
  if (!asked.data) {
    return (
      <Page crumbs={crumbs}>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  }
  const shown = asked.data
  const { scores, version } = shown
  return (
    <Page
      title={shown.unitName}
      crumbs={crumbs}
      actions={<Button onClick={() => window.print()}>{t('打印扣分告知书')}</Button>}
    >
      <Next
        shown={shown}
        pending={agree.pending}
        onAgree={() => void agree.run({ params: { planId }, body: { unitId, version } })}
      />
      <Refusal refusal={agree.refusal} />
      <Facts
        items={[
          { label: t('方案'), value: shown.planTitle },
          { label: t('评分单位'), value: shown.ownerName },
          { label: t('核对至'), value: shown.until ?? '—' },
          { label: t('发出人'), value: sayAuthor(shown.openedBy) },
        ]}
      />
      <LetterPrint
        unitName={shown.unitName}
        scorerName={shown.ownerName}
        planTitle={shown.planTitle}
        rows={scores}
        runDigest={shown.runDigest}
      />
      <Section title={t('初评得分')}>
        <Sheet
          caption={t('初评得分')}
          columns={columns(shown.may.includes('ask'), setAsking)}
          rows={scores}
          rowKey={(score) => score.leafKey}
        />
      </Section>
      <Section title={t('初评反馈意见')}>
        <Questions planId={planId} unitId={unitId} />
      </Section>
      <Suspense>{asking && <AskDialog planId={planId} score={asking} onClose={() => setAsking(undefined)} />}</Suspense>
    </Page>
  )
}

export default UnitFeedbackPage
