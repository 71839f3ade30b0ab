import {
  confirmRoutineRecord,
  discardRoutineRecord,
  returnRoutineRecord,
  submitRoutineRecord,
  upholdRoutineRecord,
  withdrawRoutineRecord,
} from '@quanheng/contract/routine-record'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../../../shared/work/work.module.css'
import type { RoutineAct, RoutineRecord } from '../routine-record.ts'

export type PlainAct = Exclude<RoutineAct, 'edit' | 'state'>

interface Props {
  readonly record: RoutineRecord
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectOf = (act: PlainAct): string => {
  switch (act) {
    case 'discard':
      return t('不再办理，没有告知过单位。')
    case 'submit':
      return t('交科室另一位负责人审核；审核前不能再修改。')
    case 'confirm':
      return t('审核通过即告知单位，单位五个工作日内可提意见。')
    case 'return':
      return t('退回录入人修改。')
    case 'uphold':
      return t('记录成立，理由告知单位。')
    case 'withdraw':
      return t('记录不再作为评分参考，理由告知单位，记录保留可查。')
  }
}

/** An act on a record that needs nothing but, at most, its reason. */
const PlainDialog = ({ record, act, onClose }: Props) => {
  const options = { onDone: onClose }
  const discard = useCommand(discardRoutineRecord, options)
  const submit = useCommand(submitRoutineRecord, options)
  const confirm = useCommand(confirmRoutineRecord, options)
  const back = useCommand(returnRoutineRecord, options)
  const uphold = useCommand(upholdRoutineRecord, options)
  const withdraw = useCommand(withdrawRoutineRecord, options)
  const all = [discard, submit, confirm, back, uphold, withdraw]
  const params = { routineRecordId: record.id }
  const { version } = record
  const run = (reason: string) => {
    switch (act) {
      case 'discard':
        return discard.run({ params, body: { version } })
      case 'submit':
        return submit.run({ params, body: { version } })
      case 'confirm':
        return confirm.run({ params, body: { version } })
      case 'return':
        return back.run({ params, body: { version, reason } })
      case 'uphold':
        return uphold.run({ params, body: { version, reason } })
      case 'withdraw':
        return withdraw.run({ params, body: { version, reason } })
    }
  }
  const isReasoned = act === 'return' || act === 'uphold' || act === 'withdraw'
  return (
    <WeightyAct
      act={word('routineRecordCommand', act)}
      object={t('{{unit}}的平时记录', { unit: record.unitName })}
      effects={[effectOf(act)]}
      {...(isReasoned && { reason: 'required' as const })}
      pending={all.some(({ pending }) => pending)}
      refusal={all.find(({ refusal }) => refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <p className={styles.words}>{record.happening}</p>
    </WeightyAct>
  )
}

export default PlainDialog
