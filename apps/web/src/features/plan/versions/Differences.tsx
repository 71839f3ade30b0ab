import { comparePlan } from '@quanheng/contract/plan'
import type { Basis } from '@quanheng/domain/kernel/basis'
import type { PlanContent } from '@quanheng/domain/plan/model'
import type { Setting, SettingName } from '@quanheng/domain/plan/settings'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Change, ChangeTable } from '../../../shared/plan-diff/ChangeTable.tsx'
import { useEditor } from '../editor/editor.ts'
import { sayBasis } from '../fields/BasisField.tsx'
import { saySetting } from '../settings/say-setting.ts'

const isSetting = (field: string): field is SettingName => Object.hasOwn(zhCNLabels.setting, field)

/** Settings in the words of their controls with what they rest on, and a basis as its field says it. */
const sayChange =
  (indicators: PlanContent['indicators']) =>
  ({ part, field = '' }: Change, side: unknown): string | undefined => {
    if (field === 'basis') return sayBasis(side as Basis)
    if (part !== 'settings' || !isSetting(field)) return undefined
    const { value, basis } = side as Setting<never>
    return t('{{said}}（依据：{{basis}}）', { said: saySetting(field, value, indicators), basis: sayBasis(basis) })
  }

/** Every difference between two versions, part by part. */
export const Differences = ({ from, to }: { readonly from: number; readonly to: number | undefined }) => {
  const { plan, content, nameOf } = useEditor()
  const asked = useQueryRoute(comparePlan, { params: { planId: plan.id }, query: { from, ...(to && { to }) } })
  return (
    <>
      <Refusal refusal={asked.error} onRetry={asked.refetch} />
      <ChangeTable
        compared={asked.data}
        stale={asked.isFetching}
        nameOf={nameOf}
        sayChange={sayChange(content.indicators)}
      />
    </>
  )
}
