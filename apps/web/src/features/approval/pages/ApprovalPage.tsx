import { showApproval, signOffSheet } from '@quanheng/contract/approval'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import { SecondLook } from '../acts/SecondLook.tsx'
import styles from '../approval.module.css'
import { type Approval, approvalTone, sayPerson } from '../approval.ts'
import { type Dialog, NextStep } from '../chain/NextStep.tsx'
import { Timeline } from '../chain/Timeline.tsx'
import { PaperPart } from '../paper/PaperPart.tsx'
import { SubmissionPart } from '../submission/SubmissionPart.tsx'

const AgreeDialog = lazy(() => import('../acts/AgreeDialog.tsx'))
const ReturnDialog = lazy(() => import('../acts/ReturnDialog.tsx'))
const PaperSignatureDialog = lazy(() => import('../acts/PaperSignatureDialog.tsx'))
const MeetingDialog = lazy(() => import('../acts/MeetingDialog.tsx'))
const NumberDialog = lazy(() => import('../acts/NumberDialog.tsx'))

/** One paper on its way: whose turn it is, the paper itself, everything done at each step, package and receipt. */
const ApprovalPage = () => {
  const { approvalId } = useParams({ strict: false }) as { approvalId: string }
  const asked = useQueryRoute(showApproval, { params: { approvalId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={approvalId} approval={asked.data} />
}

const Loaded = ({ approval }: { readonly approval: Approval }) => {
  const [open, setOpen] = useState<Dialog>()
  const close = () => setOpen(undefined)
  const may = (command: Approval['may'][number]) => approval.may.includes(command)
  return (
    <Page
      title={approval.title}
      crumbs={[{ title: t('审批签发'), to: '/approvals' }]}
      note={<StateTag word={word('approvalState', approval.state)} tone={approvalTone(approval.state)} />}
      next={<NextStep approval={approval} onOpen={setOpen} />}
      actions={
        <>
          {may('return') && <Button onClick={() => setOpen('return')}>{t('退回修改')}</Button>}
          {may('registerPaper') && <Button onClick={() => setOpen('paper')}>{t('线下签批登记')}</Button>}
          <PaperFiles label={t('签批单')} route={signOffSheet} params={{ approvalId: approval.id }} />
        </>
      }
    >
      <SecondLook approval={approval} />
      {approval.submission && <SubmissionPart approval={approval} submission={approval.submission} />}
      <div className={styles.columns}>
        <PaperPart resultId={approval.resultId} />
        <div>
          <Timeline approval={approval} />
          <Section title={t('概况')}>
            <Facts
              items={[
                { label: t('方案'), value: approval.planTitle },
                { label: t('送审人'), value: sayPerson(approval.startedBy) },
                { label: t('送审时间'), value: sayMoment(approval.startedAt) },
                { label: t('发文字号'), value: approval.documentNumber ?? t('未编号') },
                { label: t('校验码'), value: <code className={styles.digest}>{approval.code}</code> },
                {
                  label: t('锁定版'),
                  value: (
                    <>
                      <Digest value={approval.runDigest} />{' '}
                      <Link to={`/results/${approval.planId}` as never}>{t('查看')}</Link>
                    </>
                  ),
                },
              ]}
            />
          </Section>
          <Section title={t('操作留痕')}>
            <ObjectHistory subjectId={approval.id} />
          </Section>
        </div>
      </div>
      <Suspense>
        {open === 'agree' && <AgreeDialog approval={approval} onClose={close} />}
        {open === 'return' && <ReturnDialog approval={approval} onClose={close} />}
        {open === 'paper' && <PaperSignatureDialog approval={approval} onClose={close} />}
        {open === 'meeting' && <MeetingDialog approval={approval} onClose={close} />}
        {open === 'number' && <NumberDialog approval={approval} onClose={close} />}
      </Suspense>
    </Page>
  )
}

export default ApprovalPage
