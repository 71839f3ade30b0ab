import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import styles from '../../../shared/form/form.module.css'
import { t } from '../../../shared/i18n/t.ts'
import { DoorFrame } from '../DoorFrame.tsx'

/** Where an account slip sends its holder: the code on the paper is typed, and the password set behind it. */
const LinkCodePage = () => {
  const [code, setCode] = useState('')
  const id = useId()
  const navigate = useNavigate()
  const go = () => void navigate({ to: '/links/$token' as never, params: { token: code.trim() } as never })
  return (
    <DoorFrame title={t('设置密码')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (code.trim() !== '') go()
        }}
      >
        <div className={styles.field}>
          <label htmlFor={id}>{t('设置码')}</label>
          <Input
            id={id}
            value={code}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            onChange={(event) => setCode(event.target.value)}
          />
          <p className={styles.help}>{t('账号条上的十六位设置码，大小写、有无短横线均可')}</p>
        </div>
        <Button type="primary" htmlType="submit" disabled={code.trim() === ''}>
          {t('下一步')}
        </Button>
      </form>
    </DoorFrame>
  )
}

export default LinkCodePage
