import { Button } from 'antd'
import { RefusedError } from '../api/refused.ts'
import { t } from '../i18n/t.ts'
import styles from './page.module.css'

/** A page that could not be drawn: what happened, that nothing was lost, and the two ways on. */
export const PageFault = ({ error }: { readonly error: unknown }) => {
  const refused = error instanceof RefusedError
  return (
    <div className={styles.fault} role="alert">
      <h1>{refused ? t('页面没有取到数据') : t('页面出现错误')}</h1>
      <p>
        {refused
          ? error.message
          : t(
              '本页没有正确显示。已经提交的内容不受影响，自动保存的草稿仍在。请刷新页面；仍不能打开时，把下面的说明发给系统管理员。',
            )}
      </p>
      <p className={styles.faultCode}>{refused ? error.code : String(error)}</p>
      <div className={styles.faultActs}>
        <Button type="primary" onClick={() => location.reload()}>
          {t('刷新页面')}
        </Button>
        <Button href="/">{t('回到首页')}</Button>
      </div>
    </div>
  )
}
