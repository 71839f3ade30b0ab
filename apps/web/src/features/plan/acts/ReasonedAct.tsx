import type { discardPlan, returnPlan, revisePlan } from '@quanheng/contract/plan'
import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'

interface Props {
  readonly route: typeof returnPlan | typeof revisePlan | typeof discardPlan
  readonly act: string
  readonly effects: readonly string[]
  readonly irreversible?: readonly string[]
  readonly onClose: () => void
}

/** An act on the plan that asks for nothing but a reason. */
const ReasonedAct = ({ route, act, effects, irreversible = [], onClose }: Props) => {
  const { plan } = useEditor()
  const navigate = useNavigate()
  const isOver = route.id === 'plan.discard' && plan.issuedNumber === null
  const command = useCommand(route as typeof returnPlan, {
    onDone: () => {
      onClose()
      if (isOver) void navigate({ to: '/plans' })
    },
  })
  return (
    <WeightyAct
      act={act}
      object={plan.title}
      reason="required"
      effects={effects}
      irreversible={irreversible}
      pending={command.pending}
      refusal={command.refusal}
      onAct={(reason) => void command.run({ params: { planId: plan.id }, body: { version: plan.version, reason } })}
      onClose={onClose}
    >
      <p>{t('第 {{number}} 版《{{title}}》', { number: plan.number, title: plan.title })}</p>
    </WeightyAct>
  )
}

export default ReasonedAct
