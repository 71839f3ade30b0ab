import { cancelSuperiorPlan, issueSuperiorPlan, reviseSuperiorPlan } from '@quanheng/contract/superior-plan'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import type { SuperiorPlan } from '../superior-plan.ts'

type PlainAct = 'issue' | 'revise' | 'cancel'

interface Props {
  readonly plan: SuperiorPlan
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectOf = (act: PlainAct, { units }: SuperiorPlan): string => {
  switch (act) {
    case 'issue':
      return t('通知 {{units}} 个承担单位；下达后须经修订才能改动。', { units })
    case 'revise':
      return t('修订期间各单位仍按已下达的版本落实，重新下达后生效。')
    case 'cancel':
      return t('不再办理，各单位不再看到；记录保留。')
  }
}

/** An act on the plan as a whole, with its reason where one is asked. */
const PlainDialog = ({ plan, act, onClose }: Props) => {
  const options = { onDone: onClose }
  const issue = useCommand(issueSuperiorPlan, options)
  const revise = useCommand(reviseSuperiorPlan, options)
  const cancel = useCommand(cancelSuperiorPlan, options)
  const all = { issue, revise, cancel }
  const params = { superiorPlanId: plan.id }
  const isFirst = act === 'issue' && plan.issuedNumber === null
  const { pending, refusal } = all[act]
  return (
    <WeightyAct
      act={word('superiorPlanCommand', act)}
      object={plan.title}
      effects={[effectOf(act, plan)]}
      {...(!isFirst && { reason: 'required' as const })}
      pending={pending}
      refusal={refusal}
      onClose={onClose}
      onAct={(reason) => void all[act].run({ params, body: { version: plan.version, reason } })}
    >
      <p>
        {t('{{indicators}} 个上级指标，分解到 {{units}} 个单位。', { indicators: plan.indicators, units: plan.units })}
      </p>
    </WeightyAct>
  )
}

export default PlainDialog
