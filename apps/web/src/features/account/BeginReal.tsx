import { begin } from '@quanheng/contract/account'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { z } from 'zod'
import { useCommand } from '../../shared/api/hooks.ts'
import { Field } from '../../shared/form/Field.tsx'
import styles from '../../shared/form/form.module.css'
import { useForm } from '../../shared/form/use-form.ts'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { NewPassword, passwordsDiffer } from './NewPassword.tsx'

const shape = begin.body.extend({ repeat: z.string().min(1) })

/** Makes the first body and its security administrator, who then makes everyone else. */
export const BeginReal = () => {
  const navigate = useNavigate()
  const start = useCommand(begin, { onDone: () => void navigate({ to: '/login' }) })
  const form = useForm({
    shape,
    initial: { code: '', unitName: '', name: '', login: '', password: '', repeat: '' },
    check: passwordsDiffer,
    refusal: start.refusal,
    onSubmit: ({ repeat: _, ...body }) => start.run({ body }),
  })
  return (
    <form {...form.formProps} className={styles.form}>
      <Field form={form} name="code" label={t('启用码')} help={t('显示在启动程序的终端窗口中，只能使用一次')} required>
        {(bind) => <Input {...bind} autoComplete="off" spellCheck={false} />}
      </Field>
      <Field form={form} name="unitName" label={t('单位全称')} required>
        {(bind) => <Input {...bind} autoComplete="organization" />}
      </Field>
      <Field
        form={form}
        name="name"
        label={t('安全管理员姓名')}
        help={t('安全管理员负责登记人员和岗位，不能评分、审批或签字')}
        required
      >
        {(bind) => <Input {...bind} autoComplete="name" />}
      </Field>
      <Field form={form} name="login" label={t('登录名')} required>
        {(bind) => <Input {...bind} autoComplete="username" spellCheck={false} />}
      </Field>
      <NewPassword form={form} />
      <Refusal refusal={form.unplaced} />
      <Button type="primary" htmlType="submit" loading={start.pending}>
        {t('启用')}
      </Button>
    </form>
  )
}
