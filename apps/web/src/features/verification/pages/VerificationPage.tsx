import { closeVerification, showVerification } from '@quanheng/contract/verification'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { DrawRecord } from '../DrawRecord.tsx'
import { Population } from '../Population.tsx'
import { SeedAgreement } from '../SeedAgreement.tsx'
import { VerifiedUnits } from '../VerifiedUnits.tsx'
import { toneOf, type Verification } from '../verification.ts'

const DrawDialog = lazy(() => import('../acts/DrawDialog.tsx'))
const CommitDialog = lazy(() => import('../acts/CommitDialog.tsx'))
const RevealDialog = lazy(() => import('../acts/RevealDialog.tsx'))
const FallBackDialog = lazy(() => import('../acts/FallBackDialog.tsx'))
const WitnessDialog = lazy(() => import('../acts/WitnessDialog.tsx'))
const CancelDrawDialog = lazy(() => import('../acts/CancelDrawDialog.tsx'))

/** One verification: whom, by which draw, what was seen, what the scoring side made of it, before and after. */
const VerificationPage = () => {
  const { verificationId } = useParams({ strict: false }) as { verificationId: string }
  const asked = useQueryRoute(showVerification, { params: { verificationId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} verification={asked.data} />
}

/** How many units still wait for each step. */
const openSteps = ({ units }: Verification) => ({
  visits: units.filter((unit) => unit.visits.length === 0).length,
  opinions: units.filter((unit) => unit.visits.length > 0 && unit.opinion === null).length,
  answers: units.filter((unit) => unit.opinion?.kind === 'toChange' && unit.opinion.answer === null).length,
})

/** Whether one of the waiting steps is this person's. */
const isMine = (verification: Verification): boolean => {
  const { visits, opinions, answers } = openSteps(verification)
  return verification.may.some(
    (command) =>
      ['commit', 'reveal', 'draw', 'witness'].includes(command) ||
      command === 'close' ||
      (command === 'recordVisit' && visits > 0) ||
      (command === 'giveOpinion' && opinions > 0) ||
      (command === 'answer' && answers > 0),
  )
}

/** A draw from an agreed seed waits for its witness; others may be signed at any time. */
const isUnattested = ({ draws, scope }: Verification): boolean =>
  scope.agreement !== null && draws.some(({ cancellation, attested }) => cancellation === null && attested === null)

const nextWords = (verification: Verification): string => {
  const { state, unsigned } = verification
  const { visits, opinions, answers } = openSteps(verification)
  switch (state) {
    case 'committing':
      return t('双方提交承诺后，名单即行确定。')
    case 'revealing':
      return t('名单已定，待双方揭示承诺数。')
    case 'toDraw':
      return verification.scope.agreement?.stands
        ? t('双方均已揭示，{{day}} 公布公开数后由监督人见证抽样。', { day: verification.scope.agreement.publishedOn })
        : t('名单已定，由监督人见证抽样。')
    case 'closed':
      return t('核验已办结。')
    default:
      return [
        isUnattested(verification) && t('待监督人见证签字'),
        visits > 0 && t('还有 {{visits}} 家未核验', { visits }),
        opinions > 0 && t('{{opinions}} 家待提出意见', { opinions }),
        answers > 0 && t('{{answers}} 条意见待经办人答复', { answers }),
        unsigned.length > 0 && t('{{units}} 采纳后的评分待重新签字', { units: unsigned.join('、') }),
        visits + opinions + answers + unsigned.length === 0 && t('各项办理完毕，可以办结。'),
      ]
        .filter(Boolean)
        .join('；')
  }
}

/** Whose turn it is, by name. */
const sayNext = ({ next, may }: Verification): string => {
  if (next === null || may.some((command) => command === next.command)) return ''
  const names = next.people
    .slice(0, 3)
    .map(({ name, post }) => t('{{name}}（{{post}}）', { name, post: word('post', post) }))
  if (names.length === 0) return ''
  return next.people.length > names.length
    ? t('由{{names}} 等 {{count}} 人办理：', { names: names.join('、'), count: next.people.length })
    : t('由{{names}}办理：', { names: names.join('、') })
}

/** What my value is hashed behind. */
const myBound = ({ scope }: Verification): string => scope.agreement?.parties.find(({ me }) => me)?.bound ?? ''

type Dialog = 'commit' | 'reveal' | 'fallBack' | 'draw' | 'witness' | 'cancel'

/** What this person is asked for first. */
const firstAct = ({ may }: Verification): { readonly dialog: Dialog; readonly word: string } | undefined =>
  [
    { dialog: 'commit', word: t('提交承诺') } as const,
    { dialog: 'reveal', word: t('揭示承诺数') } as const,
    { dialog: 'draw', word: t('抽样') } as const,
    { dialog: 'witness', word: t('见证签字') } as const,
  ].find(({ dialog }) => may.includes(dialog))

const Loaded = ({ verification }: { readonly verification: Verification }) => {
  const [open, setOpen] = useState<Dialog>()
  const close = useCommand(closeVerification)
  const may = (command: Verification['may'][number]) => verification.may.includes(command)
  const params = { verificationId: verification.id }
  const done = () => setOpen(undefined)
  const first = firstAct(verification)
  const act = first ? (
    <Button type="primary" onClick={() => setOpen(first.dialog)}>
      {first.word}
    </Button>
  ) : may('close') ? (
    <Button
      type="primary"
      loading={close.pending}
      onClick={() => close.run({ params, body: { version: verification.version } })}
    >
      {t('核验办结')}
    </Button>
  ) : undefined
  return (
    <Page
      title={verification.leafName}
      crumbs={[{ title: t('现场核验'), to: '/verification' }]}
      note={<StateTag word={word('verificationState', verification.state)} tone={toneOf[verification.state]} />}
      next={
        <NextAct turn={verification.state === 'closed' ? 'done' : isMine(verification) ? 'mine' : 'others'} act={act}>
          {sayNext(verification)}
          {nextWords(verification)}
          {verification.due && verification.state !== 'closed' && t('（时限 {{day}}）', { day: verification.due })}
        </NextAct>
      }
      actions={
        <>
          {may('fallBack') && <Button onClick={() => setOpen('fallBack')}>{t('改用当场报数')}</Button>}
          {may('cancelDraw') && <Button onClick={() => setOpen('cancel')}>{t('取消抽样')}</Button>}
        </>
      }
    >
      <Refusal refusal={close.refusal} />
      <Section title={t('核验安排')}>
        <Facts
          items={[
            { label: t('核验方式'), value: word('verificationScope', verification.scope.kind) },
            { label: t('评分科室'), value: verification.scorerName },
            { label: t('考评方案'), value: verification.planTitle },
            {
              label: t('评分表'),
              value: (
                <Link to={'/scoring/$sheetId' as never} params={{ sheetId: verification.sheetId } as never}>
                  {t('查看评分表')}
                </Link>
              ),
            },
            { label: t('核验标准'), value: verification.standard },
          ]}
        />
        <Population scope={verification.scope} />
      </Section>
      <SeedAgreement agreement={verification.scope.agreement} />
      {verification.draws.map((draw) => (
        <DrawRecord key={draw.id} verification={verification} draw={draw} />
      ))}
      <VerifiedUnits verification={verification} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={verification.id} />
      </Section>
      <Suspense>
        {open === 'draw' && <DrawDialog verification={verification} onClose={done} />}
        {open === 'commit' && <CommitDialog verification={verification} bound={myBound(verification)} onClose={done} />}
        {open === 'reveal' && <RevealDialog verification={verification} onClose={done} />}
        {open === 'fallBack' && <FallBackDialog verification={verification} onClose={done} />}
        {open === 'witness' && <WitnessDialog verification={verification} onClose={done} />}
        {open === 'cancel' && <CancelDrawDialog verification={verification} onClose={done} />}
      </Suspense>
    </Page>
  )
}

export default VerificationPage
