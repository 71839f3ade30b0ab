import { beginPlan, listPlans } from '@quanheng/contract/plan'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { Field } from '../../../shared/form/Field.tsx'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { PlanDialog } from '../../../shared/plan-begin/PlanDialog.tsx'
import { useSession } from '../../../shared/session/session.ts'

/** Who begins which kind of plan. */
const drafters = [
  { kind: 'appraisalPlan', posts: ['officeStaff', 'officeDirector'] },
  { kind: 'indicatorPlan', posts: ['handler', 'sectionHead'] },
] as const

/** 起草方案: which kind, for which year, under which year plan, from which earlier plan. */
const BeginPlan = ({ onClose }: { readonly onClose: () => void }) => {
  const session = useSession()
  const navigate = useNavigate()
  const holds = (posts: readonly string[]) => session.posts.some(({ kind }) => posts.includes(kind))
  const kinds = drafters.flatMap(({ kind, posts }) => (holds(posts) ? [kind] : []))
  const plans = useQueryRoute(listPlans, { query: { size: 200 } }).data?.rows ?? []
  const command = useCommand(beginPlan, {
    onDone: ({ id }) => void navigate({ to: '/plans/$planId', params: { planId: id } }),
  })
  const form = useForm({
    shape: beginPlan.body,
    initial: {
      kind: kinds[0] ?? 'indicatorPlan',
      year: Number(session.today.slice(0, 4)),
      title: '',
      parentPlanId: null,
      copyFromPlanId: null,
    },
    refusal: command.refusal,
    onSubmit: (body) => command.run({ body }),
  })
  const isIndicator = form.values.kind === 'indicatorPlan'
  const parents = plans.filter(
    (plan) => plan.kind === 'appraisalPlan' && plan.issuedNumber !== null && plan.year === form.values.year,
  )
  return (
    <PlanDialog
      title={t('起草方案')}
      okText={t('起草')}
      form={form}
      kinds={kinds}
      pending={command.pending}
      onClose={onClose}
    >
      {isIndicator && (
        <Field
          form={form}
          name="parentPlanId"
          label={t('所属年度方案')}
          help={t('选定后带入本单位牵头的条目、分值和承担单位；不选则单独编制。')}
        >
          {(bind) => (
            <Select
              {...bind}
              allowClear
              options={parents.map((plan) => ({ value: plan.id, label: plan.title }))}
              notFoundContent={t('该年度还没有已印发的年度方案')}
              onChange={(value: string | undefined) => form.set('parentPlanId', value ?? null)}
            />
          )}
        </Field>
      )}
      <Field
        form={form}
        name="copyFromPlanId"
        label={t('复制自')}
        help={t('复制上年方案时，日期和目标值不带过来，须按本年度重新填写。')}
      >
        {(bind) => (
          <Select
            {...bind}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={plans
              .filter((plan) => plan.kind === form.values.kind)
              .map((plan) => ({ value: plan.id, label: `${plan.year} ${plan.title}` }))}
            notFoundContent={t('没有可复制的方案')}
            onChange={(value: string | undefined) => form.set('copyFromPlanId', value ?? null)}
          />
        )}
      </Field>
    </PlanDialog>
  )
}

export default BeginPlan
