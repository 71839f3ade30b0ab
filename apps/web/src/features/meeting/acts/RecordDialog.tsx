import { registerMeeting } from '@quanheng/contract/meeting'
import { presences } from '@quanheng/domain/meeting/model'
import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import own from '../meeting.module.css'
import type { Meeting } from '../meeting.ts'
import { blankDecision, DecisionFields, type DraftDecision, sentDecision } from './DecisionFields.tsx'

type Presence = (typeof presences)[number]

/** 登记会议情况: who came, what was decided, what was given to do; from the signed minutes. */
const RecordDialog = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const [head, setHead] = useState({ heldOn: meeting.today, place: meeting.place, presider: '', observing: '' })
  const [attendance, setAttendance] = useState(
    meeting.seats.map(({ key }) => ({ key, presence: 'present' as Presence, delegate: '' })),
  )
  const topics = meeting.agenda.filter(({ postponed }) => postponed === null)
  const [decisions, setDecisions] = useState<readonly DraftDecision[]>(topics.map(blankDecision))
  const [scan, setScan] = useState<Scan>()
  const [tried, setTried] = useState(false)
  const register = useCommand(registerMeeting, { onDone: onClose })
  const id = useId()
  const run = () => {
    setTried(true)
    if (!scan) return undefined
    const { observing, ...held } = head
    const record = {
      ...held,
      observing: observing.split(/[、，,\n]/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()])),
      attendance,
      decisions: decisions.map(sentDecision),
      scanDigest: scan.digest,
    }
    return register.run({ params: { meetingId: meeting.id }, body: { version: meeting.version, record } })
  }
  const field = (name: keyof typeof head, label: string, type = 'text', placeholder = '') => (
    <>
      <label htmlFor={`${id}${name}`}>{label}</label>
      <Input
        id={`${id}${name}`}
        type={type}
        placeholder={placeholder}
        value={head[name]}
        onChange={(event) => setHead({ ...head, [name]: event.target.value })}
      />
    </>
  )
  return (
    <WeightyAct
      act={word('meetingCommand', 'registerMeeting')}
      object={meeting.title}
      effects={[t('登记后由另一人对照纪要复核，复核一致决定才生效。')]}
      pending={register.pending}
      refusal={register.refusal}
      onClose={onClose}
      onAct={() => void run()}
    >
      <div className={styles.form}>
        {field('heldOn', t('召开日期'), 'date')}
        {field('place', t('地点'))}
        {field('presider', t('主持人'))}
        {field('observing', t('列席'), 'text', t('单位或人员，用顿号隔开'))}
        <ScanField label={t('会议纪要扫描件')} scan={scan} onStored={setScan} />
        <fieldset className={styles.group}>
          <legend>{t('出席情况')}</legend>
          <div className={styles.list}>
            {meeting.seats.map((seat, at) => {
              const name = `${seat.unitName}${seat.personName}`
              const row = attendance[at]
              const set = (more: { readonly presence?: Presence; readonly delegate?: string }) =>
                setAttendance(attendance.map((one, place) => (place === at ? { ...one, ...more } : one)))
              return (
                <div key={seat.key} className={own.row}>
                  <span>{`${word('seatRank', seat.rank)} ${name}`}</span>
                  <Select
                    aria-label={t('{{name}}的出席情况', { name })}
                    value={row?.presence ?? 'present'}
                    options={presences.map((value) => ({ value, label: word('presence', value) }))}
                    onChange={(presence: Presence) => set({ presence })}
                  />
                  {row?.presence === 'delegate' ? (
                    <Input
                      aria-label={t('{{name}}的代会人员', { name })}
                      placeholder={t('代会人员姓名和职务')}
                      maxLength={60}
                      value={row.delegate}
                      onChange={(event) => set({ delegate: event.target.value })}
                    />
                  ) : (
                    <span />
                  )}
                </div>
              )
            })}
          </div>
        </fieldset>
        {topics.map((topic, at) => (
          <DecisionFields
            key={topic.topicId}
            topic={topic}
            value={decisions[at] ?? blankDecision(topic)}
            onChange={(next) => setDecisions(decisions.map((one, place) => (place === at ? next : one)))}
          />
        ))}
        {tried && !scan && (
          <p role="alert" className={styles.fault}>
            {t('请附会议纪要的扫描件。')}
          </p>
        )}
      </div>
    </WeightyAct>
  )
}

export default RecordDialog
