import { changePerson, createPerson, type person as personShape } from '@quanheng/contract/organisation'
import { Input, Modal, Select } from 'antd'
import { z } from 'zod'
import { useCommand } from '../../../shared/api/hooks.ts'
import { Field } from '../../../shared/form/Field.tsx'
import formStyles from '../../../shared/form/form.module.css'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'

const shape = z.object({
  ...createPerson.body.shape,
  phone: z.string().max(40),
  mail: z.string().max(100),
  state: z.enum(['active', 'disabled']),
})

interface Props {
  /** Absent: a new person. */
  readonly person?: z.infer<typeof personShape>
  readonly onClose: () => void
}

/** Registers a person, or changes name, contact and state; the login stays for good. */
const PersonForm = ({ person, onClose }: Props) => {
  const done = {
    onDone: () => {
      notify(t('已登记'))
      onClose()
    },
  }
  const create = useCommand(createPerson, done)
  const change = useCommand(changePerson, done)
  const command = person ? change : create
  const form = useForm({
    shape,
    initial: {
      name: person?.name ?? '',
      login: person?.login ?? '',
      phone: person?.phone ?? '',
      mail: person?.mail ?? '',
      state: person?.state ?? ('active' as const),
    },
    refusal: command.refusal,
    onSubmit: ({ name, login, state, ...contact }) => {
      const [phone, mail] = [contact.phone.trim() || null, contact.mail.trim() || null]
      if (!person) return create.run({ body: { name, login, phone, mail } })
      const { id, version } = person
      return change.run({ params: { personId: id }, body: { name, phone, mail, state, version } })
    },
  })
  return (
    <Modal
      open
      title={person ? t('修改人员') : t('登记人员')}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={command.pending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <form {...form.formProps} className={formStyles.form}>
        <Field form={form} name="name" label={t('姓名')} required>
          {(bind) => <Input {...bind} autoFocus />}
        </Field>
        <Field
          form={form}
          name="login"
          label={t('登录名')}
          help={t('可用中文；登记后不能更改，停用后也不再分配给他人')}
          required
        >
          {(bind) => <Input {...bind} disabled={person !== undefined} spellCheck={false} />}
        </Field>
        <Field form={form} name="phone" label={t('电话')} help={t('催报时供绩效办联系')}>
          {(bind) => <Input {...bind} inputMode="tel" />}
        </Field>
        <Field form={form} name="mail" label={t('邮箱')}>
          {(bind) => <Input {...bind} inputMode="email" />}
        </Field>
        {person && (
          <Field form={form} name="state" label={t('状态')} help={t('停用后立即退出登录，签字和记录不受影响')} required>
            {(bind) => (
              <Select
                {...bind}
                style={{ width: 120 }}
                options={(['active', 'disabled'] as const).map((value) => ({
                  value,
                  label: word('nounState', value),
                }))}
              />
            )}
          </Field>
        )}
        <Refusal refusal={form.unplaced} />
      </form>
    </Modal>
  )
}

export default PersonForm
