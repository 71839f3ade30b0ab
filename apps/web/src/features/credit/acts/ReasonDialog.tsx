import { answerCreditObjection, declineCreditDecision, objectToCredit, withdrawCredit } from '@quanheng/contract/credit'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import type { Credit } from '../credit.ts'

export type ReasonedAct =
  | { readonly kind: 'withdraw' | 'object' | 'declineDecision' }
  | { readonly kind: 'answerObjection'; readonly objectionId: string; readonly upheld: boolean }

interface Props {
  readonly credit: Credit
  readonly act: ReasonedAct
  readonly onClose: () => void
}

const effectOf = (act: ReasonedAct): string => {
  switch (act.kind) {
    case 'withdraw':
      return t('撤回后不再办理，记录保留。')
    case 'object':
      return t('异议送考评办，答复之前此事不能审定。')
    case 'declineDecision':
      return t('登记作废并留痕，回到登记之前。')
    case 'answerObjection':
      return act.upheld ? t('异议成立，退回联审，公示随之撤下。') : t('异议不成立，理由与异议一并留存。')
  }
}

/** An act that needs nothing but its reason. */
const ReasonDialog = ({ credit, act, onClose }: Props) => {
  const options = { onDone: onClose }
  const withdraw = useCommand(withdrawCredit, options)
  const object = useCommand(objectToCredit, options)
  const answer = useCommand(answerCreditObjection, options)
  const decline = useCommand(declineCreditDecision, options)
  const all = [withdraw, object, answer, decline]
  const params = { creditId: credit.id }
  const { version } = credit
  const run = (reason: string) => {
    switch (act.kind) {
      case 'withdraw':
        return withdraw.run({ params, body: { version, reason } })
      case 'object':
        return object.run({ params, body: { version, words: reason } })
      case 'declineDecision':
        return decline.run({ params, body: { version, reason } })
      case 'answerObjection':
        return answer.run({ params, body: { version, objectionId: act.objectionId, upheld: act.upheld, reason } })
    }
  }
  return (
    <WeightyAct
      act={word('creditCommand', act.kind)}
      object={credit.matter}
      effects={[effectOf(act)]}
      reason="required"
      pending={all.some(({ pending }) => pending)}
      refusal={all.find(({ refusal }) => refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <p>{t('{{unit}}：{{matter}}', { unit: credit.unitName, matter: credit.matter })}</p>
    </WeightyAct>
  )
}

export default ReasonDialog
