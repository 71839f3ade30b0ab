import { showEvaluation } from '@quanheng/contract/evaluation'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { BallotForm } from '../BallotForm.tsx'
import { Counts } from '../Counts.tsx'
import { areAllIn, type Evaluation, owesBallot, sayNext, toneOf } from '../evaluation.ts'
import { PlanEditor } from '../PlanEditor.tsx'
import { ResultView } from '../Result.tsx'
import { BoxList } from '../secret/BoxList.tsx'
import { SecretForm } from '../secret/SecretForm.tsx'
import { Turnout } from '../Turnout.tsx'

const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))
const CountDialog = lazy(() => import('../acts/CountDialog.tsx'))

type Command = Evaluation['may'][number]

/** One evaluation: my ballots for who is asked; the plan, turnout, counts and result for who runs it or watches. */
const EvaluationPage = () => {
  const { evaluationId } = useParams({ strict: false }) as { evaluationId: string }
  const asked = useQueryRoute(showEvaluation, { params: { evaluationId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} evaluation={asked.data} />
}

/** The act that waits: a round is closed once its last day has passed or every ballot is in. */
const firstOf = (evaluation: Evaluation): Command | undefined => {
  const { next, may, state, content, today } = evaluation
  if (!next || !may.includes(next.command)) return undefined
  if (state === 'open' && today <= content.closesOn && !areAllIn(evaluation)) return undefined
  return next.command
}

const Loaded = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const [open, setOpen] = useState<Command>()
  const close = () => setOpen(undefined)
  const { content, state, may, ballots, reads } = evaluation
  const first = firstOf(evaluation)
  const owes = owesBallot(evaluation)
  return (
    <Page
      title={content.title}
      crumbs={[{ title: t('评议'), to: '/evaluations' }]}
      note={<StateTag word={word('evaluationState', state)} tone={toneOf[state]} />}
      next={
        <NextAct
          turn={evaluation.next === null ? 'done' : first || owes ? 'mine' : 'others'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {word('evaluationCommand', first)}
              </Button>
            )
          }
        >
          {sayNext(evaluation)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {may
            .filter((one) => one !== first && one !== 'save')
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('evaluationCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      {ballots.map((ballot) => {
        const channel = content.channels.find(({ key }) => key === ballot.channelKey)
        return (
          channel &&
          (channel.way === 'secret' ? (
            <SecretForm key={ballot.channelKey} evaluation={evaluation} channel={channel} ballot={ballot} />
          ) : (
            <BallotForm key={ballot.channelKey} evaluation={evaluation} channel={channel} ballot={ballot} />
          ))
        )
      })}
      <Section title={t('基本情况')}>
        <Facts
          items={[
            {
              label: t('方案'),
              value: (
                <Link to="/plans/$planId" params={{ planId: evaluation.planId }}>
                  {evaluation.planTitle}
                </Link>
              ),
            },
            { label: t('评议结果作为'), value: evaluation.elementName },
            { label: t('组织单位'), value: evaluation.unitName },
            {
              label: t('填票时间'),
              value: t('{{from}} 至 {{until}}', { from: content.opensOn, until: content.closesOn }),
            },
            ...(content.ticketsUntil === null ? [] : [{ label: t('领票截止'), value: content.ticketsUntil }]),
            { label: t('结果满分'), value: t('{{points}} 分', { points: content.outOf }) },
            ...(evaluation.digest === null
              ? []
              : [{ label: t('方案校验值'), value: <Digest value={evaluation.digest} /> }]),
          ]}
        />
        <p className={styles.after}>
          {t('评议单位：{{units}}。', { units: evaluation.units.map(({ name }) => name).join(t('、')) })}
        </p>
      </Section>
      {state === 'draft' && may.includes('save') && <PlanEditor evaluation={evaluation} />}
      {reads && state !== 'draft' && <Turnout evaluation={evaluation} />}
      {reads && state !== 'draft' && <Counts evaluation={evaluation} />}
      <ResultView evaluation={evaluation} />
      <BoxList evaluation={evaluation} />
      <Steps steps={evaluation.steps.map((step) => ({ ...step, act: word('evaluationCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={evaluation.id} />
      </Section>
      <Suspense>
        {open === 'count' && <CountDialog evaluation={evaluation} onClose={close} />}
        {open !== undefined && open !== 'count' && open !== 'save' && (
          <PlainDialog evaluation={evaluation} act={open} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

export default EvaluationPage
