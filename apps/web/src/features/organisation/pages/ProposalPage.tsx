import { exportPeopleLines, showPeopleProposal } from '@quanheng/contract/people-proposal'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { Lines } from '../proposals/Lines.tsx'
import { type Line, type Proposal, sayNext, toneOf } from '../proposals/proposal.ts'

const LineDialog = lazy(() => import('../proposals/acts/LineDialog.tsx'))
const ImportLines = lazy(() => import('../proposals/acts/ImportLines.tsx'))
const DecideDialog = lazy(() => import('../proposals/acts/DecideDialog.tsx'))
const PlainDialog = lazy(() => import('../proposals/acts/PlainDialog.tsx'))

/** One proposal: its lines with what was decided of each, and what would refuse a line now. */
const ProposalPage = () => {
  const { peopleProposalId } = useParams({ strict: false }) as { peopleProposalId: string }
  const asked = useQueryRoute(showPeopleProposal, { params: { peopleProposalId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} proposal={asked.data} />
}

type Open = 'import' | 'decide' | 'submit' | 'withdraw' | { readonly line: Line | undefined }

const firstOf = ({ may, rows }: Proposal): 'submit' | 'decide' | undefined => {
  if (may.includes('decide')) return 'decide'
  return may.includes('submit') && rows.length > 0 ? 'submit' : undefined
}

const Loaded = ({ proposal }: { readonly proposal: Proposal }) => {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const { id, state, may } = proposal
  const first = firstOf(proposal)
  return (
    <Page
      title={t('{{unit}}人员变动申报', { unit: proposal.unitName })}
      crumbs={[{ title: t('人员变动申报'), to: '/people-proposals' }]}
      note={<StateTag word={word('peopleProposalState', state)} tone={toneOf[state]} />}
      next={
        <NextAct
          turn={state === 'decided' || state === 'withdrawn' ? 'done' : first ? 'mine' : 'others'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {word('peopleProposalCommand', first)}
              </Button>
            )
          }
        >
          {sayNext(proposal)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {may.includes('write') && (
            <>
              <Button onClick={() => setOpen({ line: undefined })}>{t('增加一行')}</Button>
              <Button onClick={() => setOpen('import')}>{t('导入 Excel')}</Button>
            </>
          )}
          {may.includes('withdraw') && (
            <Button onClick={() => setOpen('withdraw')}>{word('peopleProposalCommand', 'withdraw')}</Button>
          )}
        </span>
      }
    >
      <Section
        title={t('变动')}
        actions={
          proposal.rows.length > 0 && (
            <ExportButton
              onExport={(format) =>
                download(exportPeopleLines, { params: { peopleProposalId: id }, query: { format } })
              }
            />
          )
        }
      >
        {proposal.note !== '' && <p className={styles.words}>{proposal.note}</p>}
        <Lines proposal={proposal} onEdit={(line) => setOpen({ line })} />
      </Section>
      <Steps steps={proposal.steps.map((step) => ({ ...step, act: word('peopleProposalCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={id} />
      </Section>
      <Suspense>
        {typeof open === 'object' && <LineDialog proposal={proposal} line={open.line} onClose={close} />}
        {open === 'import' && <ImportLines proposal={proposal} onClose={close} />}
        {open === 'decide' && <DecideDialog proposal={proposal} onClose={close} />}
        {(open === 'submit' || open === 'withdraw') && <PlainDialog proposal={proposal} act={open} onClose={close} />}
      </Suspense>
    </Page>
  )
}

export default ProposalPage
