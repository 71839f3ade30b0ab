import { showAdjustment } from '@quanheng/contract/target-adjustment'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Adjustment, isSettled, sayNext, titleOf, toneOf } from '../adjustment.ts'
import { Outcome } from '../Outcome.tsx'
import { Request } from '../Request.tsx'
import { Touched } from '../Touched.tsx'

const RequestDialog = lazy(() => import('../acts/RequestDialog.tsx'))
const OpinionDialog = lazy(() => import('../acts/OpinionDialog.tsx'))
const ProposeDialog = lazy(() => import('../acts/ProposeDialog.tsx'))
const DecideDialog = lazy(() => import('../acts/DecideDialog.tsx'))
const ReplyDialog = lazy(() => import('../acts/ReplyDialog.tsx'))
const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))

type Command = Adjustment['may'][number]

/** One request: what it touches, what is asked and why, what was said and decided, and who acts next. */
const AdjustmentPage = () => {
  const { adjustmentId } = useParams({ strict: false }) as { adjustmentId: string }
  const asked = useQueryRoute(showAdjustment, { params: { adjustmentId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} adjustment={asked.data} />
}

const Loaded = ({ adjustment }: { readonly adjustment: Adjustment }) => {
  const [open, setOpen] = useState<Command>()
  const navigate = useNavigate()
  const close = () => setOpen(undefined)
  const { next, may, state } = adjustment
  const first = next && may.includes(next.command) ? next.command : undefined
  return (
    <Page
      title={titleOf(adjustment)}
      crumbs={[{ title: t('指标调整'), to: '/target-adjustments' }]}
      note={<StateTag word={word('adjustmentState', state)} tone={toneOf[state]} />}
      next={
        <NextAct
          turn={isSettled(adjustment) ? 'done' : first ? 'mine' : 'others'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {word('targetAdjustmentCommand', first)}
              </Button>
            )
          }
        >
          {sayNext(adjustment)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {may
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('targetAdjustmentCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Request adjustment={adjustment} />
      <Section title={t('触及的评分项')}>
        <Touched adjustment={adjustment} />
      </Section>
      <Outcome adjustment={adjustment} />
      <Steps
        steps={adjustment.steps.map((step) => ({ ...step, act: word('targetAdjustmentCommand', step.command) }))}
      />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={adjustment.id} />
      </Section>
      <Suspense>
        {open === 'edit' && <RequestDialog adjustment={adjustment} onClose={close} />}
        {open === 'giveOpinion' && <OpinionDialog adjustment={adjustment} onClose={close} />}
        {open === 'propose' && <ProposeDialog adjustment={adjustment} onClose={close} />}
        {open === 'decide' && <DecideDialog adjustment={adjustment} onClose={close} />}
        {open === 'reply' && <ReplyDialog adjustment={adjustment} onClose={close} />}
        {(open === 'send' || open === 'return' || open === 'withdraw' || open === 'revise') && (
          <PlainDialog
            adjustment={adjustment}
            act={open}
            onRevised={(planId) =>
              void navigate({ to: '/plans/$planId', params: { planId }, search: { tab: 'findings' } as never })
            }
            onClose={close}
          />
        )}
      </Suspense>
    </Page>
  )
}

export default AdjustmentPage
