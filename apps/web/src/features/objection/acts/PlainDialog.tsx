import {
  confirmObjection,
  declineObjection,
  registerObjection,
  sendBackObjection,
  sendObjection,
  withdrawObjection,
} from '@quanheng/contract/objection'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../../../shared/work/work.module.css'
import { type Objection, sayFound, saySubject } from '../objection.ts'

export type PlainAct = 'send' | 'withdraw' | 'register' | 'decline' | 'confirm' | 'sendBack'

interface Props {
  readonly objection: Objection
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectOf = (act: PlainAct, { decision }: Objection): string => {
  switch (act) {
    case 'send':
      return t('送考评办受理；提交后不能再修改，决定前可以撤回。')
    case 'withdraw':
      return t('不再办理，记录保留。')
    case 'register':
      return t('取下一个编号，通知评分单位答复；答复和决定的期限从今日起按工作日计算。')
    case 'decline':
      return t('不予受理，理由告知提出单位，可以打印答复函。')
    case 'confirm':
      return decision?.found.outcome === 'corrected'
        ? t('该项得分按决定调整；原结果继续有效，待重新锁定、审定并印发更正结果后更替。')
        : t('维持公布的得分，通知提出单位。')
    case 'sendBack':
      return t('退回登记人，对照原件重新登记。')
  }
}

/** An act on the objection that needs nothing but, at most, its reason. */
const PlainDialog = ({ objection, act, onClose }: Props) => {
  const options = { onDone: onClose }
  const send = useCommand(sendObjection, options)
  const withdraw = useCommand(withdrawObjection, options)
  const register = useCommand(registerObjection, options)
  const decline = useCommand(declineObjection, options)
  const confirm = useCommand(confirmObjection, options)
  const back = useCommand(sendBackObjection, options)
  const all = [send, withdraw, register, decline, confirm, back]
  const params = { objectionId: objection.id }
  const { version, decision } = objection
  const run = (reason: string) => {
    switch (act) {
      case 'send':
        return send.run({ params, body: { version } })
      case 'withdraw':
        return withdraw.run({ params, body: { version, reason } })
      case 'register':
        return register.run({ params, body: { version } })
      case 'decline':
        return decline.run({ params, body: { version, reason } })
      case 'confirm':
        return confirm.run({ params, body: { version } })
      case 'sendBack':
        return back.run({ params, body: { version, reason } })
    }
  }
  const reasoned = act === 'withdraw' || act === 'decline' || act === 'sendBack'
  const weighs = act === 'confirm' || act === 'sendBack'
  return (
    <WeightyAct
      act={word('objectionCommand', act)}
      object={saySubject(objection)}
      effects={[effectOf(act, objection)]}
      {...(reasoned && { reason: 'required' as const })}
      pending={all.some((one) => one.pending)}
      refusal={all.find((one) => one.refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <p className={styles.words}>
        {weighs && decision ? `${decision.body}：${sayFound(decision.found)}。${decision.words}` : objection.reason}
      </p>
    </WeightyAct>
  )
}

export default PlainDialog
