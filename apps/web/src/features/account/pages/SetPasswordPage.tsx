import { redeemLink } from '@quanheng/contract/account'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useCommand } from '../../../shared/api/hooks.ts'
import styles from '../../../shared/form/form.module.css'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { DoorFrame } from '../DoorFrame.tsx'
import { NewPassword, passwordsDiffer } from '../NewPassword.tsx'

const shape = redeemLink.body.extend({ repeat: z.string().min(1) })

/** Where a one-time link leads: the person sets a password that nobody else ever knew. */
const SetPasswordPage = () => {
  const { token } = useParams({ strict: false }) as { token: string }
  const [login, setLogin] = useState<string>()
  const redeem = useCommand(redeemLink, { onDone: (reply) => setLogin(reply.login) })
  const form = useForm({
    shape,
    initial: { password: '', repeat: '' },
    check: passwordsDiffer,
    refusal: redeem.refusal,
    onSubmit: ({ password }) => redeem.run({ params: { token }, body: { password } }),
  })
  if (login !== undefined) {
    return (
      <DoorFrame title={t('密码已设置')}>
        <p>{t('请用登录名 {{login}} 和刚设置的密码登录。本链接已失效。', { login })}</p>
        <Link to="/login">{t('去登录')}</Link>
      </DoorFrame>
    )
  }
  return (
    <DoorFrame title={t('设置密码')}>
      <form {...form.formProps} className={styles.form}>
        <NewPassword form={form} />
        <Refusal refusal={form.unplaced} />
        <Button type="primary" htmlType="submit" loading={redeem.pending}>
          {t('设置密码')}
        </Button>
      </form>
    </DoorFrame>
  )
}

export default SetPasswordPage
