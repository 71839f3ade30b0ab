import { signIn, status } from '@quanheng/contract/account'
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useRouter, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useEffect } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { Field } from '../../../shared/form/Field.tsx'
import form from '../../../shared/form/form.module.css'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { DoorFrame } from '../DoorFrame.tsx'
import { RehearsalAccounts } from '../RehearsalAccounts.tsx'

/** Only an address of our own, so that a crafted link cannot send a person elsewhere after login. */
const safeBack = (back: string | undefined): string =>
  back?.startsWith('/') && !/^\/[/\\]/.test(back) && !back.startsWith('/login') ? back : '/'

const LoginPage = () => {
  const { back } = useSearch({ strict: false }) as { back?: string }
  const router = useRouter()
  const queries = useQueryClient()
  const asked = useQueryRoute(status, {})
  const login = useCommand(signIn, {
    refresh: false,
    onDone: () => {
      queries.clear()
      router.history.push(safeBack(back))
    },
  })
  const wantsFactor = login.refusal?.code === 'account.factorNeeded' || login.refusal?.code === 'account.wrongFactor'
  const fields = useForm({
    shape: signIn.body,
    initial: { login: '', password: '' } as { login: string; password: string; factor?: string },
    onSubmit: (body) => login.run({ body }),
  })
  useEffect(() => {
    if (wantsFactor) document.getElementById(fields.idOf('factor'))?.focus()
  }, [wantsFactor, fields.idOf])

  if (asked.data?.state === 'new') return <Navigate to="/first-run" replace />
  const accounts = asked.data?.accounts ?? []
  const password = asked.data?.rehearsalPassword
  const enterAs = (name: string) => {
    fields.set('login', name)
    if (password === undefined) document.getElementById(fields.idOf('password'))?.focus()
    else void login.run({ body: { login: name, password } })
  }
  return (
    <DoorFrame
      title={t('登录')}
      aside={accounts.length > 0 && <RehearsalAccounts accounts={accounts} password={password} onChoose={enterAs} />}
    >
      <form {...fields.formProps} className={form.form}>
        <Field form={fields} name="login" label={t('登录名')} required>
          {(bind) => <Input {...bind} autoComplete="username" autoFocus size="large" />}
        </Field>
        <Field form={fields} name="password" label={t('密码')} required>
          {(bind) => <Input.Password {...bind} autoComplete="current-password" size="large" />}
        </Field>
        {wantsFactor && (
          <Field form={fields} name="factor" label={t('动态口令')} help={t('验证器上显示的六位数字')} required>
            {(bind) => <Input {...bind} inputMode="numeric" autoComplete="one-time-code" size="large" />}
          </Field>
        )}
        <Refusal refusal={login.refusal ?? asked.error} />
        <Button type="primary" htmlType="submit" size="large" loading={login.pending} block>
          {t('登录')}
        </Button>
      </form>
    </DoorFrame>
  )
}

export default LoginPage
