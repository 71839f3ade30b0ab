import { Input } from 'antd'
import type { z } from 'zod'
import { Field } from '../../shared/form/Field.tsx'
import type { Form } from '../../shared/form/use-form.ts'
import { t } from '../../shared/i18n/t.ts'

/** The two password fields of every form that sets one; the form's shape has `password` and `repeat`. */
export type TwoPasswords = z.ZodType<{ password: string; repeat: string }, { password: string; repeat: string }>

export const passwordsDiffer = (values: { readonly password: string; readonly repeat: string }) =>
  values.repeat !== '' && values.repeat !== values.password ? { repeat: t('两次输入的密码不一致') } : {}

export const NewPassword = <S extends TwoPasswords>({ form }: { readonly form: Form<S> }) => {
  const fields = form as unknown as Form<TwoPasswords>
  return (
    <>
      <Field
        form={fields}
        name="password"
        label={t('新密码')}
        help={t('至少12个字，含大写字母、小写字母、数字、其他符号（含汉字）中的三类；可以用一句自己记得住的话')}
        required
      >
        {(bind) => <Input.Password {...bind} autoComplete="new-password" />}
      </Field>
      <Field form={fields} name="repeat" label={t('再输一次')} required>
        {(bind) => <Input.Password {...bind} autoComplete="new-password" />}
      </Field>
    </>
  )
}
