import { beginMeeting, editMeeting, listMatters } from '@quanheng/contract/meeting'
import { meetingKinds } from '@quanheng/domain/meeting/model'
import { Button, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Meeting } from '../meeting.ts'
import { blankTopic, type DraftTopic, draftOf, TopicFields } from './TopicFields.tsx'

interface Props {
  /** A meeting whose topics are changed; absent for a new one. */
  readonly meeting?: Meeting
  readonly onBegun?: (meetingId: string) => void
  readonly onClose: () => void
}

/** 拟定会议: its name, day and place, and the topics that the office proposes. */
const AgendaDialog = ({ meeting, onBegun, onClose }: Props) => {
  const [kind, setKind] = useState<Meeting['kind']>(meeting?.kind ?? 'steeringGroup')
  const [head, setHead] = useState({
    title: meeting?.title ?? '',
    plannedOn: meeting?.plannedOn ?? '',
    time: meeting?.time ?? '',
    place: meeting?.place ?? '',
  })
  const [topics, setTopics] = useState<readonly DraftTopic[]>(meeting ? meeting.agenda.map(draftOf) : [blankTopic()])
  const matters = useQueryRoute(listMatters, {}).data?.rows ?? []
  const begin = useCommand(beginMeeting, {
    onDone: ({ meetingId }) => {
      onBegun?.(meetingId)
      onClose()
    },
  })
  const edit = useCommand(editMeeting, { onDone: onClose })
  const id = useId()
  const agenda = {
    ...head,
    plannedOn: head.plannedOn === '' ? null : head.plannedOn,
    topics: topics.map(({ key: _, concerns, files, ...topic }) => ({
      ...topic,
      files: [...files],
      concernedUnitIds: concerns.map(({ unitId }) => unitId),
    })),
  }
  const run = () =>
    meeting
      ? edit.run({ params: { meetingId: meeting.id }, body: { version: meeting.version, agenda } })
      : begin.run({ body: { kind, agenda } })
  const field = (name: keyof typeof head, label: string, placeholder: string, type = 'text') => (
    <>
      <label htmlFor={`${id}${name}`}>{label}</label>
      <Input
        id={`${id}${name}`}
        type={type}
        maxLength={100}
        placeholder={placeholder}
        value={head[name]}
        onChange={(event) => setHead({ ...head, [name]: event.target.value })}
      />
    </>
  )
  return (
    <Modal
      open
      width={820}
      title={meeting ? t('修改议题：{{title}}', { title: meeting.title }) : t('拟定会议')}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={begin.pending || edit.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.tall}>
        <div className={styles.form}>
          {!meeting && (
            <>
              <span>{t('会议类别')}</span>
              <Radio.Group
                value={kind}
                onChange={(event) => setKind(event.target.value as Meeting['kind'])}
                options={meetingKinds.map((value) => ({ value, label: word('meetingKind', value) }))}
              />
            </>
          )}
          {field('title', t('会议名称'), t('例如：2025年第1次会议'))}
          {field('plannedOn', t('拟开日期'), '', 'date')}
          {field('time', t('时间'), t('例如：上午9时'))}
          {field('place', t('地点'), '')}
          {topics.map((topic, at) => (
            <TopicFields
              key={topic.key}
              at={at}
              topic={topic}
              matters={matters}
              onChange={(next) => setTopics(topics.map((one) => (one.key === topic.key ? next : one)))}
              onRemove={() => setTopics(topics.filter((one) => one.key !== topic.key))}
            />
          ))}
          <p>
            <Button onClick={() => setTopics([...topics, blankTopic()])}>{t('增加议题')}</Button>
          </p>
        </div>
      </div>
      <Refusal refusal={begin.refusal ?? edit.refusal} />
    </Modal>
  )
}

export default AgendaDialog
