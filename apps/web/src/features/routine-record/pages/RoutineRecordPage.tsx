import { routineNotice, showRoutineRecord } from '@quanheng/contract/routine-record'
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
import { type RoutineAct, type RoutineRecord, sayNext, toneOf } from '../routine-record.ts'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))
const StateDialog = lazy(() => import('../acts/StateDialog.tsx'))
const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))

/** One record: the fact and its papers, what is proposed, what the unit says, what became of it. */
const RoutineRecordPage = () => {
  const { routineRecordId } = useParams({ strict: false }) as { routineRecordId: string }
  const asked = useQueryRoute(showRoutineRecord, { params: { routineRecordId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} record={asked.data} />
}

const Loaded = ({ record }: { readonly record: RoutineRecord }) => {
  const [open, setOpen] = useState<RoutineAct>()
  const { next, may, state, told, returnReason } = record
  const command = next?.command
  const first = command !== undefined && may.includes(command) ? command : undefined
  const act = command === undefined ? '' : word('routineRecordCommand', command)
  const close = () => setOpen(undefined)
  return (
    <Page
      title={t('{{unit}}：{{day}}', { unit: record.unitName, day: record.happenedOn })}
      crumbs={[{ title: t('平时记录'), to: '/routine-records' }]}
      note={<StateTag word={word('routineRecordState', state)} tone={toneOf[state]} />}
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
          {sayNext(record, act)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {may
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('routineRecordCommand', one)}
              </Button>
            ))}
          {told && <PaperFiles label={t('告知单')} route={routineNotice} params={{ routineRecordId: record.id }} />}
        </span>
      }
    >
      {returnReason !== null && <p className={styles.fault}>{t('退回理由：{{reason}}', { reason: returnReason })}</p>}
      <Recorded record={record} />
      <Heard record={record} />
      <Steps steps={record.steps.map((step) => ({ ...step, act: word('routineRecordCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={record.id} />
      </Section>
      <Suspense>
        {open === 'edit' && <ContentDialog record={record} onClose={close} />}
        {open === 'state' && <StateDialog record={record} onClose={close} />}
        {open !== undefined && open !== 'edit' && open !== 'state' && (
          <PlainDialog record={record} act={open} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

const Recorded = ({ record }: { readonly record: RoutineRecord }) => (
  <Section title={t('记录内容')}>
    <Facts
      items={[
        { label: t('指标'), value: record.indicator },
        { label: t('方案'), value: record.planTitle },
        { label: t('记录单位'), value: record.leadName },
        { label: t('来源文件'), value: record.source },
        {
          label: t('拟作处理'),
          value:
            record.points === null
              ? word('routineEffect', record.effect)
              : t('{{effect}} {{points}} 分', { effect: word('routineEffect', record.effect), points: record.points }),
        },
        ...(record.proposalBasis === '' ? [] : [{ label: t('依据'), value: record.proposalBasis }]),
      ]}
    />
    <p className={styles.words}>{record.happening}</p>
    <p>
      {record.files.length === 0 ? t('没有附佐证材料。') : t('佐证材料：')}
      <FileLinks under={`/api/routine-records/${record.id}`} files={record.files} />
    </p>
  </Section>
)

/** What the unit was told, what it says, and what became of that. */
const Heard = ({ record: { id, told, view, answer } }: { readonly record: RoutineRecord }) =>
  told && (
    <Section title={t('单位意见')}>
      <p>
        {t('{{on}} 由{{by}}审核并告知单位，{{until}}前可提意见。', { on: told.on, by: told.by, until: told.viewUntil })}
      </p>
      {view === null && <p>{t('单位还没有提出意见。')}</p>}
      {view && (
        <p className={styles.words}>
          {t('{{on}} {{by}}：{{stance}}。{{words}}', {
            on: view.on,
            by: view.by,
            stance: word('routineStance', view.stance),
            words: view.words,
          })}{' '}
          <FileLinks under={`/api/routine-records/${id}`} files={view.files} />
        </p>
      )}
      {answer && (
        <p className={styles.words}>
          {t('{{on}} {{by}}维持：{{words}}', { on: answer.on, by: answer.by, words: answer.words })}
        </p>
      )}
    </Section>
  )

export default RoutineRecordPage
