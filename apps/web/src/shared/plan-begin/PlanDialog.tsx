import { beginPlan } from '@quanheng/contract/plan'
import type { PlanKind } from '@quanheng/domain/plan/model'
import { Input, InputNumber, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import { Field } from '../form/Field.tsx'
import formStyles from '../form/form.module.css'
import type { Form } from '../form/use-form.ts'
import { t } from '../i18n/t.ts'
import { word } from '../i18n/word.ts'
import { Refusal } from '../page/Refusal.tsx'

const head = beginPlan.body.pick({ kind: true, year: true, title: true })

interface Props {
  readonly title: string
  readonly okText: string
  readonly form: Form<typeof head>
  /** Those that this person's posts may begin. */
  readonly kinds: readonly PlanKind[]
  readonly pending: boolean
  readonly onClose: () => void
  /** What should be known before. */
  readonly note?: ReactNode
  /** What else this way of beginning asks. */
  readonly children?: ReactNode
}

/** Begins a plan: its kind, year and title, and what else is asked. */
export const PlanDialog = ({ title, okText, form, kinds, pending, onClose, note, children }: Props) => (
  <Modal
    open
    title={title}
    okText={okText}
    cancelText={t('取消')}
    confirmLoading={pending}
    onOk={form.submit}
    onCancel={onClose}
    mask={{ closable: false }}
  >
    <form {...form.formProps} className={formStyles.form}>
      {note}
      <Field form={form} name="kind" label={t('类型')} required>
        {(bind) => <Select {...bind} options={kinds.map((kind) => ({ value: kind, label: word('planKind', kind) }))} />}
      </Field>
      <Field form={form} name="year" label={t('考评年度')} required>
        {(bind) => <InputNumber {...bind} min={2000} max={2100} style={{ width: 120 }} />}
      </Field>
      <Field form={form} name="title" label={t('标题')} required>
        {(bind) => (
          <Input.TextArea {...bind} rows={2} placeholder={t('如：2024年度各市直部门绩效考评指标考核实施方案')} />
        )}
      </Field>
      {children}
      <Refusal refusal={form.unplaced} />
    </form>
  </Modal>
)
