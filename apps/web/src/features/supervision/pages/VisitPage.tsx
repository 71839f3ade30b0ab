import { rectificationNotice, showSupervisionVisit } from '@quanheng/contract/supervision-visit'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
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
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { FileLinks } from '../../../shared/work/FileLinks.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import { Findings } from '../Findings.tsx'
import { sayNext, type Visit, visitToneOf } from '../supervision.ts'

const NotesDialog = lazy(() => import('../acts/NotesDialog.tsx'))
const VisitDialog = lazy(() => import('../acts/VisitDialog.tsx'))
const SettleDialog = lazy(() => import('../acts/SettleDialog.tsx'))

/** One visit: what was found at one unit, what the unit says to it, and what is to be put right. */
const VisitPage = () => {
  const { supervisionVisitId } = useParams({ strict: false }) as { supervisionVisitId: string }
  const asked = useQueryRoute(showSupervisionVisit, { params: { supervisionVisitId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} visit={asked.data} />
}

const doneWords = ({ state }: Visit): string =>
  state === 'dropped' ? t('本次不走访该单位。') : t('已处理；须整改的按整改事项办理。')

const Loaded = ({ visit }: { readonly visit: Visit }) => {
  const [open, setOpen] = useState<Visit['may'][number]>()
  const close = () => setOpen(undefined)
  const { next, may, statement } = visit
  const command = next?.command
  const first = command !== undefined && may.includes(command) ? command : undefined
  const act = command === undefined ? '' : word('supervisionVisitCommand', command)
  const under = `/api/supervision-visits/${visit.id}`
  return (
    <Page
      title={visit.unitName}
      crumbs={
        visit.office
          ? [
              { title: t('督查整改'), to: '/supervision' },
              { title: visit.supervisionTitle, to: `/supervision/${visit.supervisionId}` },
            ]
          : [{ title: t('整改台账'), to: '/supervision/rectifications' }]
      }
      note={<StateTag word={word('supervisionVisitState', visit.state)} tone={visitToneOf[visit.state]} />}
      next={
        <NextAct
          turn={next === null ? 'done' : first ? 'mine' : 'others'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {act}
              </Button>
            )
          }
        >
          {sayNext(visit, command, act, doneWords(visit))}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {may
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('supervisionVisitCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Section
        title={t('走访记录')}
        actions={
          visit.findings.some(({ upheld }) => upheld === true) && (
            <PaperFiles label={t('整改通知书')} route={rectificationNotice} params={{ supervisionVisitId: visit.id }} />
          )
        }
      >
        <Facts
          items={[
            { label: t('督查'), value: visit.supervisionTitle },
            { label: t('派出单位'), value: visit.officeName },
            { label: t('走访日期'), value: visit.on ?? t('尚未走访') },
            ...(visit.visitors === '' ? [] : [{ label: t('督查人员'), value: visit.visitors }]),
            ...(visit.until === null ? [] : [{ label: t('陈述截止'), value: visit.until }]),
            ...(visit.documentNumber === '' ? [] : [{ label: t('整改通知书文号'), value: visit.documentNumber }]),
          ]}
        />
        {visit.overview !== '' && <p className={styles.words}>{visit.overview}</p>}
        <FileLinks under={under} files={visit.files} />
      </Section>
      <Findings visit={visit} />
      {statement && (
        <Section title={t('单位陈述')}>
          <p className={styles.words}>{statement.words || t('无异议')}</p>
          <FileLinks
            under={under}
            files={[
              ...statement.files,
              ...(statement.scanDigest === null ? [] : [{ digest: statement.scanDigest, name: t('签字盖章原件') }]),
            ]}
          />
        </Section>
      )}
      <Steps steps={visit.steps.map((step) => ({ ...step, act: word('supervisionVisitCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={visit.id} />
      </Section>
      <Suspense>
        {open === 'record' && <NotesDialog visit={visit} onClose={close} />}
        {open === 'settle' && <SettleDialog visit={visit} onClose={close} />}
        {(open === 'send' || open === 'state' || open === 'drop') && (
          <VisitDialog visit={visit} act={open} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

export default VisitPage
