import { showMeeting } from '@quanheng/contract/meeting'
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
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { Steps } from '../../../shared/work/Steps.tsx'
import styles from '../../../shared/work/work.module.css'
import type { PlainAct } from '../acts/PlainDialog.tsx'
import { type Meeting, toneOf } from '../meeting.ts'
import { Papers } from '../Papers.tsx'
import { Record } from '../Record.tsx'
import { Topics } from '../Topics.tsx'

const AgendaDialog = lazy(() => import('../acts/AgendaDialog.tsx'))
const ConfirmTopicsDialog = lazy(() => import('../acts/ConfirmTopicsDialog.tsx'))
const PackDialog = lazy(() => import('../acts/PackDialog.tsx'))
const OpinionDialog = lazy(() => import('../acts/OpinionDialog.tsx'))
const RecordDialog = lazy(() => import('../acts/RecordDialog.tsx'))
const MinutesDialog = lazy(() => import('../acts/MinutesDialog.tsx'))
const PlainDialog = lazy(() => import('../acts/PlainDialog.tsx'))

type Command = Meeting['may'][number]

/** One meeting: topics, opinions, what was decided, its papers, and who acts next. */
const MeetingPage = () => {
  const { meetingId } = useParams({ strict: false }) as { meetingId: string }
  const asked = useQueryRoute(showMeeting, { params: { meetingId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={asked.data.id} meeting={asked.data} />
}

const sayNext = ({ next, pack, state, may }: Meeting): string => {
  if (next === null) return state === 'cancelled' ? t('会议已取消。') : t('会议已办结。')
  const days = state === 'preReview' && pack ? t('预审意见反馈至 {{until}}。', { until: pack.until }) : ''
  const act = word('meetingCommand', next.command)
  if (may.includes(next.command)) return t('{{days}}由您{{act}}。', { days, act })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('{{days}}由{{unit}}{{act}}，该单位目前没有可办理的人员。', { days, unit: next.unitName, act })
    : t('{{days}}由{{unit}}{{people}}{{act}}。', { days, unit: next.unitName, people, act })
}

const isPlain = (open: Command | undefined): open is PlainAct =>
  ['propose', 'returnTopics', 'confirmMeeting', 'declineMeeting', 'cancel'].includes(open ?? '')

const Loaded = ({ meeting }: { readonly meeting: Meeting }) => {
  const [open, setOpen] = useState<Command>()
  const close = () => setOpen(undefined)
  const main = meeting.next?.command
  const mine = main !== undefined && meeting.may.includes(main)
  const owes = meeting.may.includes('giveOpinion') && meeting.seats.some(({ way }) => way === 'own')
  const first = owes ? 'giveOpinion' : mine ? main : undefined
  return (
    <Page
      title={meeting.title}
      crumbs={[{ title: t('会议'), to: '/meetings' }]}
      note={<StateTag word={word('meetingState', meeting.state)} tone={toneOf[meeting.state]} />}
      next={
        <NextAct
          turn={main === undefined ? 'done' : first ? 'mine' : 'others'}
          act={
            first && (
              <Button type="primary" onClick={() => setOpen(first)}>
                {word('meetingCommand', first)}
              </Button>
            )
          }
        >
          {sayNext(meeting)}
        </NextAct>
      }
      actions={
        <span className={styles.acts}>
          {meeting.may
            .filter((one) => one !== first)
            .map((one) => (
              <Button key={one} onClick={() => setOpen(one)}>
                {word('meetingCommand', one)}
              </Button>
            ))}
        </span>
      }
    >
      <Section title={t('会议安排')}>
        <Facts
          items={[
            { label: t('会议类别'), value: word('meetingKind', meeting.kind) },
            { label: t('承办单位'), value: meeting.unitName },
            { label: t('拟开日期'), value: `${meeting.plannedOn ?? t('待定')} ${meeting.time}` },
            { label: t('地点'), value: meeting.place || t('待定') },
            ...(meeting.confirmation
              ? [{ label: t('议题确定'), value: `${meeting.confirmation.by} ${meeting.confirmation.words}` }]
              : []),
            ...(meeting.pack ? [{ label: t('意见反馈截止'), value: meeting.pack.until }] : []),
            ...(meeting.minutes
              ? [{ label: t('纪要文号'), value: `${meeting.minutes.documentNumber}（${meeting.minutes.on}）` }]
              : []),
            {
              label: t('成员'),
              value:
                meeting.seats.map(({ unitName, personName }) => `${unitName}${personName}`).join('、') ||
                t('尚未设定，请在会议列表设置领导小组'),
            },
          ]}
        />
      </Section>
      <Topics meeting={meeting} />
      <Record meeting={meeting} />
      <Papers meeting={meeting} />
      <Steps steps={meeting.steps.map((step) => ({ ...step, act: word('meetingCommand', step.command) }))} />
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={meeting.id} />
      </Section>
      <Suspense>
        {open === 'edit' && <AgendaDialog meeting={meeting} onClose={close} />}
        {open === 'confirmTopics' && <ConfirmTopicsDialog meeting={meeting} onClose={close} />}
        {open === 'sendPack' && <PackDialog meeting={meeting} onClose={close} />}
        {open === 'giveOpinion' && <OpinionDialog meeting={meeting} onClose={close} />}
        {open === 'registerMeeting' && <RecordDialog meeting={meeting} onClose={close} />}
        {open === 'issueMinutes' && <MinutesDialog meeting={meeting} onClose={close} />}
        {isPlain(open) && <PlainDialog meeting={meeting} act={open} onClose={close} />}
      </Suspense>
    </Page>
  )
}

export default MeetingPage
