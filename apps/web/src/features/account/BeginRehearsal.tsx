import { beginRehearsal, rehearsalProgress } from '@quanheng/contract/account'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useEffect } from 'react'
import { useCommand, useQueryRoute } from '../../shared/api/hooks.ts'
import styles from '../../shared/form/form.module.css'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'

/** Loads the invented city and says how far it is; when it is done, the status leads on to the login page. */
export const BeginRehearsal = () => {
  const queries = useQueryClient()
  const start = useCommand(beginRehearsal)
  const progress = useQueryRoute(rehearsalProgress, {}, { refetchInterval: 800 })
  const { state = 'idle', percent = 0, doing } = progress.data ?? {}
  useEffect(() => {
    if (state === 'done') void queries.invalidateQueries()
  }, [state, queries])
  return (
    <div className={styles.form}>
      {state === 'loading' && (
        <div role="status">
          <Progress percent={percent} aria-label={t('正在装入演练数据')} />
          <p>{doing ?? t('正在装入演练数据')}</p>
        </div>
      )}
      {state === 'failed' && <p role="alert">{t('演练数据没有装完，原因已写入服务器日志。可以再试一次。')}</p>}
      <Refusal refusal={start.refusal ?? progress.error} />
      {state !== 'loading' && state !== 'done' && (
        <Button type="primary" loading={start.pending} onClick={() => start.run({})}>
          {t('装入演练环境')}
        </Button>
      )}
    </div>
  )
}
