import { showCredit } from '@quanheng/contract/credit'
import { creditYears } from '@quanheng/contract/credit-register'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { CitedMarks } from '../../../shared/library/CitedMarks.tsx'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import type { ReasonedAct } from '../acts/ReasonDialog.tsx'
import type { SeveralAct } from '../acts/SeveralDialog.tsx'
import { type Credit, proofNames, signed, toneOf } from '../credit.ts'
import { Decision } from '../Decision.tsx'
import { Objections } from '../Objections.tsx'

const ClaimDialog = lazy(() => import('../acts/ClaimDialog.tsx'))
const JudgeDialog = lazy(() => import('../acts/JudgeDialog.tsx'))
const AcceptDialog = lazy(() => import('../acts/AcceptDialog.tsx'))
const StatementDialog = lazy(() => import('../acts/StatementDialog.tsx'))
const LiftDialog = lazy(() => import('../acts/LiftDialog.tsx'))
const ReasonDialog = lazy(() => import('../acts/ReasonDialog.tsx'))
const SeveralDialog = lazy(() => import('../acts/SeveralDialog.tsx'))

type Command = Credit['may'][number]

/** One entry: what is claimed and by which document, what each step made of it, and who acts next. */
const CreditPage = () => {
  const { creditId } = useParams({ strict: false }) as { creditId: string }
  const asked = useQueryRoute(showCredit, { params: { creditId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} credit={asked.data} />
}

/** Settled for good, as far as steps go. */
const isOver = ({ state }: Credit): boolean =>
  state === 'decided' || state === 'refused' || state === 'withdrawn' || state === 'lifted'

const sayNext = ({ next, until, state, may }: Credit): string => {
  if (next === null) return t('此事项已办结。')
  const days =
    until === null ? '' : state === 'shown' ? t('公示至 {{until}}。', { until }) : t('陈述至 {{until}}。', { until })
  if (may.includes(next.command)) return t('{{days}}由您{{act}}。', { days, act: word('creditCommand', next.command) })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('{{days}}由{{unit}}{{act}}，该单位目前没有可办理的人员。', {
        days,
        unit: next.unitName,
        act: word('creditCommand', next.command),
      })
    : t('{{days}}由{{unit}}{{people}}{{act}}。', {
        days,
        unit: next.unitName,
        people,
        act: word('creditCommand', next.command),
      })
}

/** The acts that stand as buttons; answers to objections stand beside each objection. */
const shownActs: readonly Command[] = [
  'firstReview',
  'accept',
  'giveStatement',
  'review',
  'show',
  'registerDecision',
  'confirmDecision',
  'declineDecision',
  'resubmit',
  'object',
  'lift',
  'withdraw',
]

const Loaded = ({ credit }: { readonly credit: Credit }) => {
  const [open, setOpen] = useState<Command>()
  const [answer, setAnswer] = useState<ReasonedAct>()
  const years = useQueryRoute(creditYears, {}).data
  const year = years?.rows.find(({ planId }) => planId === credit.planId)
  const close = () => {
    setOpen(undefined)
    setAnswer(undefined)
  }
  const acts = shownActs.filter((one) => credit.may.includes(one))
  const main = credit.next?.command
  const mine = main !== undefined && credit.may.includes(main)
  const { document } = credit
  return (
    <Page
      title={credit.matter}
      crumbs={[{ title: t('加减分核定'), to: '/adjustments' }]}
      note={<StateTag word={word('creditState', credit.state)} tone={toneOf[credit.state]} />}
      next={
        <NextAct
          turn={isOver(credit) ? 'done' : mine ? 'mine' : 'others'}
          act={
            mine &&
            acts.includes(main) && (
              <Button type="primary" onClick={() => setOpen(main)}>
                {word('creditCommand', main)}
              </Button>
            )
          }
        >
          {sayNext(credit)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {acts
            .filter((one) => one !== main)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('creditCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Section title={t('申报事项')}>
        <Facts
          items={[
            { label: t('单位'), value: credit.unitName },
            { label: t('类型'), value: word('entryKind', credit.kind) },
            ...(credit.className === null ? [] : [{ label: t('类别'), value: credit.className }]),
            ...(credit.kind === 'veto'
              ? []
              : [
                  { label: t('申报分值'), value: signed(credit.kind, credit.claimed) },
                  ...(credit.firstReviewed === null
                    ? []
                    : [{ label: t('初审分值'), value: signed(credit.kind, credit.firstReviewed) }]),
                  { label: t('认定分值'), value: signed(credit.kind, credit.recognised) || t('尚未认定') },
                ]),
            {
              label: t('依据文件'),
              value: (
                <>
                  {credit.proof} <CitedMarks names={proofNames(document)} />
                </>
              ),
            },
            { label: t('文件日期'), value: document.on },
            { label: t('级别'), value: credit.level || t('未注明') },
            { label: credit.kind === 'bonus' ? t('受表彰对象') : t('涉及对象'), value: credit.honoured || t('未注明') },
            ...(credit.kind === 'bonus' ? [{ label: t('初审单位'), value: credit.reviewUnitName }] : []),
            { label: t('考评方案'), value: credit.planTitle },
            ...(credit.sameMatter === null
              ? []
              : [
                  {
                    label: t('同一事项'),
                    value: (
                      <Link
                        to={'/adjustments/$creditId' as never}
                        params={{ creditId: credit.sameMatter.creditId } as never}
                      >
                        {t('{{matter}}（按最高计一次）', { matter: credit.sameMatter.matter })}
                      </Link>
                    ),
                  },
                ]),
          ]}
        />
        <FileLinks under={`/api/credits/${credit.id}`} files={credit.files} />
      </Section>
      {credit.statement && (
        <Section title={t('单位陈述')}>
          <p className={styles.words}>{credit.statement.words || t('无异议')}</p>
          <FileLinks under={`/api/credits/${credit.id}`} files={credit.statement.files} />
        </Section>
      )}
      <Objections credit={credit} onAnswer={setAnswer} />
      <Decision credit={credit} />
      <Steps steps={credit.steps.map((step) => ({ ...step, act: word('creditCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={credit.id} />
      </Section>
      <Suspense>
        {(open === 'firstReview' || open === 'review') && <JudgeDialog credit={credit} step={open} onClose={close} />}
        {open === 'accept' && <AcceptDialog credit={credit} onClose={close} />}
        {open === 'giveStatement' && <StatementDialog credit={credit} onClose={close} />}
        {open === 'lift' && <LiftDialog credit={credit} onClose={close} />}
        {open === 'resubmit' && year && <ClaimDialog year={year} way="claim" earlier={credit} onClose={close} />}
        {(open === 'withdraw' || open === 'object' || open === 'declineDecision') && (
          <ReasonDialog credit={credit} act={{ kind: open }} onClose={close} />
        )}
        {answer && <ReasonDialog credit={credit} act={answer} onClose={close} />}
        {years && year && isSeveral(open) && (
          <SeveralDialog act={open} year={year} today={years.today} only={credit.id} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

const isSeveral = (open: Command | undefined): open is SeveralAct =>
  open === 'show' || open === 'registerDecision' || open === 'confirmDecision'

export default CreditPage
