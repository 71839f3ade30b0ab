import { exportReviewEntries, reviewPaper, showReview } from '@quanheng/contract/year-review'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { Entries } from '../Entries.tsx'
import { Later } from '../Later.tsx'
import { type Review, sayNext, toneOf } from '../review.ts'

const ContributeDialog = lazy(() => import('../acts/ContributeDialog.tsx'))
const AnswerDialog = lazy(() => import('../acts/AnswerDialog.tsx'))
const SummaryDialog = lazy(() => import('../acts/SummaryDialog.tsx'))
const TakeDialog = lazy(() => import('../acts/TakeDialog.tsx'))
const CarryDialog = lazy(() => import('../acts/CarryDialog.tsx'))
const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))

type Command = Review['may'][number]

/** One review: what is asked, the summary, what units said and what became of it, and what goes on to the next plan. */
const ReviewPage = () => {
  const { reviewId } = useParams({ strict: false }) as { reviewId: string }
  const asked = useQueryRoute(showReview, { params: { reviewId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} review={asked.data} />
}

const firstOf = ({ next, may, state, until, today }: Review): Command | undefined => {
  if (state === 'gathering' && until >= today) return may.includes('contribute') ? 'contribute' : undefined
  return next && may.includes(next.command) ? next.command : undefined
}

const Loaded = ({ review }: { readonly review: Review }) => {
  const [open, setOpen] = useState<Command>()
  const close = () => setOpen(undefined)
  const mayPrint = useMay('yearReview.begin')
  const first = firstOf(review)
  const { state, taking } = review
  return (
    <Page
      title={review.title}
      crumbs={[{ title: t('总结复盘'), to: '/year-reviews' }]}
      note={<StateTag word={word('reviewState', state)} tone={toneOf[state]} />}
      next={
        <NextAct
          turn={review.next === null ? 'done' : first ? 'mine' : 'others'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {word('yearReviewCommand', first)}
              </Button>
            )
          }
        >
          {sayNext(review)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {review.may
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('yearReviewCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Section
        title={t('总结')}
        actions={
          mayPrint &&
          review.summary !== '' && (
            <PaperFiles label={t('总结复盘报告')} route={reviewPaper} params={{ reviewId: review.id }} />
          )
        }
      >
        <Facts
          items={[
            {
              label: t('年度方案'),
              value: (
                <Link to="/plans/$planId" params={{ planId: review.planId }}>
                  {t('{{year}}年度方案', { year: review.year })}
                </Link>
              ),
            },
            { label: t('征集截止'), value: review.until },
            { label: t('征集内容'), value: review.asks || t('未填写') },
            ...(taking
              ? [
                  { label: t('审定日期'), value: taking.on },
                  { label: t('审定意见'), value: taking.words || t('同意') },
                ]
              : []),
            ...(taking?.scanDigest
              ? [
                  {
                    label: t('签批原件'),
                    value: (
                      <FileLinks
                        under={`/api/year-reviews/${review.id}`}
                        files={[{ digest: taking.scanDigest, name: t('查看') }]}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
        {review.summary !== '' && <p className={styles.words}>{review.summary}</p>}
      </Section>
      <Section
        title={t('意见')}
        actions={
          review.lines.length > 0 && (
            <ExportButton
              onExport={(format) =>
                download(exportReviewEntries, { params: { reviewId: review.id }, query: { format } })
              }
            />
          )
        }
      >
        <Entries review={review} />
      </Section>
      <Later review={review} />
      <Steps steps={review.steps.map((step) => ({ ...step, act: word('yearReviewCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={review.id} />
      </Section>
      <Suspense>
        {open === 'contribute' && <ContributeDialog review={review} onClose={close} />}
        {open === 'answer' && <AnswerDialog review={review} onClose={close} />}
        {open === 'summarise' && <SummaryDialog review={review} onClose={close} />}
        {open === 'take' && <TakeDialog review={review} onClose={close} />}
        {open === 'carry' && <CarryDialog review={review} onClose={close} />}
        {(open === 'close' || open === 'propose' || open === 'return' || open === 'cancel') && (
          <PlainDialog review={review} act={open} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

export default ReviewPage
