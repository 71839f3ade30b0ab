import { giveOpinion } from '@quanheng/contract/meeting'
import { stances } from '@quanheng/domain/meeting/model'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Meeting } from '../meeting.ts'

/** 预审意见 on one topic: the member's own, or a signed one that liaison or office hand in. */
const OpinionDialog = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const seats = meeting.seats.filter(({ way }) => way !== null)
  const [seatKey, setSeatKey] = useState((seats.find(({ way }) => way === 'own') ?? seats[0])?.key ?? '')
  const seat = seats.find(({ key }) => key === seatKey)
  const topics = meeting.agenda.filter(({ topicId, postponed }) => postponed === null && !seat?.aside.includes(topicId))
  const given = meeting.opinions.filter((one) => one.seatKey === seatKey).map(({ topicId }) => topicId)
  const [chosen, setTopicId] = useState('')
  const topicId = chosen || (topics.find((one) => !given.includes(one.topicId)) ?? topics[0])?.topicId || ''
  const [stance, setStance] = useState<(typeof stances)[number]>('agree')
  const [words, setWords] = useState('')
  const [scan, setScan] = useState<Scan>()
  const give = useCommand(giveOpinion, { onDone: onClose })
  const id = useId()
  const body = { version: meeting.version, seatKey, topicId, stance, words, scanDigest: scan?.digest ?? null }
  return (
    <Modal
      open
      width={640}
      title={t('提出预审意见')}
      okText={t('提交')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: topicId === '' || (stance !== 'agree' && words.trim() === '') }}
      confirmLoading={give.pending}
      onOk={() => give.run({ params: { meetingId: meeting.id }, body })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}s`}>{t('成员')}</label>
        <Select
          id={`${id}s`}
          value={seatKey || null}
          options={seats.map(({ key, unitName, personName }) => ({ value: key, label: `${unitName}${personName}` }))}
          onChange={setSeatKey}
        />
        <label htmlFor={`${id}t`}>{t('议题')}</label>
        <Select
          id={`${id}t`}
          value={topicId || null}
          options={topics.map((topic) => ({ value: topic.topicId, label: topic.title }))}
          onChange={setTopicId}
        />
        <span>{t('意见')}</span>
        <Radio.Group
          value={stance}
          onChange={(event) => setStance(event.target.value as typeof stance)}
          options={stances.map((value) => ({ value, label: word('stance', value) }))}
        />
        <label htmlFor={`${id}w`}>{t('具体意见')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={4}
          maxLength={2_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {seat?.way === 'brought' && (
          <>
            <ScanField label={t('签字原件')} scan={scan} onStored={setScan} />
            <p className={styles.note}>{t('代收代报的，须附成员签字的原件。')}</p>
          </>
        )}
      </div>
      <Refusal refusal={give.refusal} />
    </Modal>
  )
}

export default OpinionDialog
