import { beginPlan, listPlans } from '@quanheng/contract/plan'
import { useNavigate } from '@tanstack/react-router'
import { Input, InputNumber, Modal, Select } from 'antd'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { Field } from '../../../shared/form/Field.tsx'
import formStyles from '../../../shared/form/form.module.css'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useSession } from '../../../shared/session/session.ts'

const officePosts = ['officeStaff', 'officeDirector']

/** 起草方案: which kind, for which year, under which year plan, from which earlier plan. */
const BeginPlan = ({ onClose }: { readonly onClose: () => void }) => {
  const session = useSession()
  const navigate = useNavigate()
  const isOffice = session.posts.some((post) => officePosts.includes(post.kind))
  const isSection = session.posts.some((post) => post.kind === 'handler' || post.kind === 'sectionHead')
  const plans = useQueryRoute(listPlans, { query: { size: 200 } }).data?.rows ?? []
  const command = useCommand(beginPlan, {
    onDone: ({ id }) => void navigate({ to: '/plans/$planId', params: { planId: id } }),
  })
  const form = useForm({
    shape: beginPlan.body,
    initial: {
      kind: isOffice ? 'appraisalPlan' : 'indicatorPlan',
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
    <Modal
      open
      title={t('起草方案')}
      okText={t('起草')}
      cancelText={t('取消')}
      confirmLoading={command.pending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <form {...form.formProps} className={formStyles.form}>
        <Field form={form} name="kind" label={t('类型')} required>
          {(bind) => (
            <Select
              {...bind}
              options={[
                ...(isOffice ? [{ value: 'appraisalPlan', label: word('planKind', 'appraisalPlan') }] : []),
                ...(isSection ? [{ value: 'indicatorPlan', label: word('planKind', 'indicatorPlan') }] : []),
              ]}
            />
          )}
        </Field>
        <Field form={form} name="year" label={t('考评年度')} required>
          {(bind) => <InputNumber {...bind} min={2000} max={2100} style={{ width: 120 }} />}
        </Field>
        <Field form={form} name="title" label={t('标题')} required>
          {(bind) => <Input {...bind} placeholder={t('如：2024年度各市直部门绩效考评指标考核实施方案')} />}
        </Field>
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
        <Refusal refusal={command.refusal} />
      </form>
    </Modal>
  )
}

export default BeginPlan
