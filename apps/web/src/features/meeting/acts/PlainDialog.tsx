import { cancelMeeting, confirmMeeting, declineMeeting, proposeTopics, returnTopics } from '@quanheng/contract/meeting'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Meeting } from '../meeting.ts'

export type PlainAct = 'propose' | 'returnTopics' | 'confirmMeeting' | 'declineMeeting' | 'cancel'

interface Props {
  readonly meeting: Meeting
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectOf = (act: PlainAct): string => {
  switch (act) {
    case 'propose':
      return t('议题送请确定；提交审议的报告、方案锁定在现有文本。')
    case 'returnTopics':
      return t('议题退回考评办修改。')
    case 'confirmMeeting':
      return t('决定生效：同意的报告进入下一环节，不同意的退回起草人；交办事项送责任单位。')
    case 'declineMeeting':
      return t('登记作废并留痕，回到登记之前。')
    case 'cancel':
      return t('会议取消，议题可另行提请，记录保留。')
  }
}

/** An act on the meeting that needs nothing but, at most, its reason. */
const PlainDialog = ({ meeting, act, onClose }: Props) => {
  const [scan, setScan] = useState<Scan>()
  const options = { onDone: onClose }
  const propose = useCommand(proposeTopics, options)
  const back = useCommand(returnTopics, options)
  const confirm = useCommand(confirmMeeting, options)
  const decline = useCommand(declineMeeting, options)
  const cancel = useCommand(cancelMeeting, options)
  const all = [propose, back, confirm, decline, cancel]
  const params = { meetingId: meeting.id }
  const { version, pending } = meeting
  const run = (reason: string) => {
    switch (act) {
      case 'propose':
        return propose.run({ params, body: { version } })
      case 'returnTopics':
        return back.run({ params, body: { version, reason, scanDigest: scan?.digest ?? null } })
      case 'confirmMeeting':
        return confirm.run({ params, body: { version } })
      case 'declineMeeting':
        return decline.run({ params, body: { version, reason } })
      case 'cancel':
        return cancel.run({ params, body: { version, reason } })
    }
  }
  const reasoned = act !== 'propose' && act !== 'confirmMeeting'
  return (
    <WeightyAct
      act={word('meetingCommand', act)}
      object={meeting.title}
      effects={[effectOf(act)]}
      {...(reasoned && { reason: 'required' as const })}
      pending={all.some((one) => one.pending)}
      refusal={all.find((one) => one.refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <ol>
        {meeting.agenda.map(({ topicId, title, postponed }) => {
          const decision = pending?.decisions.find((one) => one.topicId === topicId)
          return (
            <li key={topicId} className={styles.words}>
              {title}
              {postponed !== null && t('（暂缓上会：{{reason}}）', { reason: postponed })}
              {decision && `：${word('topicOutcome', decision.outcome)}。${decision.text}`}
            </li>
          )
        })}
      </ol>
      {act === 'returnTopics' && (
        <div className={styles.form}>
          <ScanField label={t('签批原件')} scan={scan} onStored={setScan} />
        </div>
      )}
    </WeightyAct>
  )
}

export default PlainDialog
