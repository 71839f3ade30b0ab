import { stepUp } from '@quanheng/contract/account'
import { Input, Modal } from 'antd'
import { useCommand } from '../../shared/api/hooks.ts'
import { Field } from '../../shared/form/Field.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import styles from './shell.module.css'

interface Props {
  readonly login: string
  readonly onAnswer: (proved: boolean) => void
}

/** Before a weighty act: the same person again, by password and, where set, the second factor. */
const StepUp = ({ login, onAnswer }: Props) => {
  const prove = useCommand(stepUp, { refresh: false, onDone: () => onAnswer(true) })
  const form = useForm({
    shape: stepUp.body,
    initial: { password: '', factor: '' },
    refusal: prove.refusal,
    onSubmit: (body) => prove.run({ body }),
  })
  return (
    <Modal
      open
      title={t('请再次确认身份')}
      okText={t('确认')}
      cancelText={t('取消')}
      confirmLoading={prove.pending}
      onOk={form.submit}
      onCancel={() => onAnswer(false)}
      mask={{ closable: false }}
      width={420}
    >
      <form {...form.formProps} className={styles.stepUp}>
        <p>{t('此操作需要再次输入密码，确认是您本人办理。五分钟内不再询问。')}</p>
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <Field form={form} name="password" label={t('密码')} required>
          {(bind) => <Input.Password {...bind} autoFocus autoComplete="current-password" />}
        </Field>
        <Field form={form} name="factor" label={t('动态口令')} help={t('未启用动态口令的账号不填')}>
          {(bind) => <Input {...bind} inputMode="numeric" autoComplete="one-time-code" />}
        </Field>
        <Refusal refusal={form.unplaced} />
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

export default StepUp
