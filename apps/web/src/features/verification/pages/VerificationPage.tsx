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
import { VerifiedUnits } from '../VerifiedUnits.tsx'
import { toneOf, type Verification } from '../verification.ts'

const DrawDialog = lazy(() => import('../acts/DrawDialog.tsx'))
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
      command === 'draw' ||
      command === 'close' ||
      (command === 'recordVisit' && visits > 0) ||
      (command === 'giveOpinion' && opinions > 0) ||
      (command === 'answer' && answers > 0),
  )
}

const nextWords = (verification: Verification): string => {
  const { state, unsigned } = verification
  const { visits, opinions, answers } = openSteps(verification)
  switch (state) {
    case 'toDraw':
      return t('名单已定，由监督人见证抽样。')
    case 'closed':
      return t('核验已办结。')
    default:
      return [
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

const Loaded = ({ verification }: { readonly verification: Verification }) => {
  const [open, setOpen] = useState<'draw' | 'cancel'>()
  const close = useCommand(closeVerification)
  const may = (command: Verification['may'][number]) => verification.may.includes(command)
  const params = { verificationId: verification.id }
  const act = may('draw') ? (
    <Button type="primary" onClick={() => setOpen('draw')}>
      {t('抽样')}
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
      actions={may('cancelDraw') && <Button onClick={() => setOpen('cancel')}>{t('取消抽样')}</Button>}
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
      {verification.draws.map((draw) => (
        <DrawRecord key={draw.id} verification={verification} draw={draw} />
      ))}
      <VerifiedUnits verification={verification} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={verification.id} />
      </Section>
      <Suspense>
        {open === 'draw' && <DrawDialog verification={verification} onClose={() => setOpen(undefined)} />}
        {open === 'cancel' && <CancelDrawDialog verification={verification} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Page>
  )
}

export default VerificationPage
