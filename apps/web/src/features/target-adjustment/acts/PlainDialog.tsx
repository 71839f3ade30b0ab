import {
  returnAdjustment,
  reviseByAdjustment,
  sendAdjustment,
  withdrawAdjustment,
} from '@quanheng/contract/target-adjustment'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../../../shared/work/work.module.css'
import { type Adjustment, titleOf } from '../adjustment.ts'
import { Touched } from '../Touched.tsx'

export type PlainAct = 'send' | 'return' | 'withdraw' | 'revise'

interface Props {
  readonly adjustment: Adjustment
  readonly act: PlainAct
  readonly onRevised: (planId: string) => void
  readonly onClose: () => void
}

const effectOf = (act: PlainAct, { unitName, leadName, planTitle }: Adjustment): string => {
  switch (act) {
    case 'send':
      return t('送牵头单位{{lead}}提出意见，再由考评办审核；报送后不能修改，可以撤回。', { lead: leadName })
    case 'return':
      return t('退回{{unit}}补充，补充后重新报送，牵头单位重新提出意见。', { unit: unitName })
    case 'withdraw':
      return t('不再办理，记录保留。')
    case 'revise':
      return t('《{{plan}}》已印发的另起修订稿；各项改动列入方案校核，逐条点一下写入，依据写明本批复。', {
        plan: planTitle,
      })
  }
}

/** An act on the request that needs nothing but, at most, its reason. */
const PlainDialog = ({ adjustment, act, onRevised, onClose }: Props) => {
  const options = { onDone: onClose }
  const send = useCommand(sendAdjustment, options)
  const back = useCommand(returnAdjustment, options)
  const withdraw = useCommand(withdrawAdjustment, options)
  const revise = useCommand(reviseByAdjustment, { onDone: ({ planId }) => onRevised(planId) })
  const all = [send, back, withdraw, revise]
  const params = { adjustmentId: adjustment.id }
  const { version, planVersion } = adjustment
  const run = (reason: string) => {
    switch (act) {
      case 'send':
        return send.run({ params, body: { version } })
      case 'return':
        return back.run({ params, body: { version, reason } })
      case 'withdraw':
        return withdraw.run({ params, body: { version, reason } })
      case 'revise':
        return planVersion === null ? undefined : revise.run({ params, body: { version, planVersion } })
    }
  }
  const reasoned = act === 'return' || act === 'withdraw'
  return (
    <WeightyAct
      act={word('targetAdjustmentCommand', act)}
      object={titleOf(adjustment)}
      effects={[effectOf(act, adjustment)]}
      {...(reasoned && { reason: 'required' as const })}
      pending={all.some((one) => one.pending)}
      refusal={all.find((one) => one.refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <p className={styles.words}>{adjustment.words}</p>
      {act === 'send' && <Touched adjustment={adjustment} />}
    </WeightyAct>
  )
}

export default PlainDialog
