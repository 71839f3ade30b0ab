import { changePassword } from '@quanheng/contract/account'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { z } from 'zod'
import { useCommand } from '../../../shared/api/hooks.ts'
import { Field } from '../../../shared/form/Field.tsx'
import styles from '../../../shared/form/form.module.css'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { NewPassword, passwordsDiffer } from '../NewPassword.tsx'

const shape = z.object({
  old: changePassword.body.shape.oldPassword,
  password: changePassword.body.shape.newPassword,
  repeat: z.string().min(1),
})

const ChangePasswordPage = () => {
  const { person, mustChangePassword } = useSession()
  const navigate = useNavigate()
  const change = useCommand(changePassword, {
    onDone: () => {
      notify(t('密码已修改'))
      void navigate({ to: '/' })
    },
  })
  const form = useForm({
    shape,
    initial: { old: '', password: '', repeat: '' },
    check: passwordsDiffer,
    refusal: change.refusal,
    onSubmit: ({ old, password }) => change.run({ body: { oldPassword: old, newPassword: password } }),
  })
  return (
    <Page
      next={mustChangePassword && <NextAct turn="stopped">{t('现用密码已到期或由他人设置，须先修改密码。')}</NextAct>}
    >
      <form {...form.formProps} className={styles.form}>
        <input type="text" autoComplete="username" value={person.login} readOnly hidden />
        <Field form={form} name="old" label={t('现用密码')} required>
          {(bind) => <Input.Password {...bind} autoComplete="current-password" />}
        </Field>
        <NewPassword form={form} />
        <Refusal refusal={form.unplaced} />
        <div>
          <Button type="primary" htmlType="submit" loading={change.pending}>
            {t('修改密码')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

export default ChangePasswordPage
