import { unreadCount } from '@quanheng/contract/workbench'
import { Link } from '@tanstack/react-router'
import { useQueryRoute } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { Icon } from '../../shared/icon/Icon.tsx'
import styles from './workbench.module.css'

/** How many notifications wait to be read; asked again every minute. */
const Bell = () => {
  const count = useQueryRoute(unreadCount, {}, { refetchInterval: 60_000 }).data?.count ?? 0
  return (
    <Link
      to="/"
      search={{ tab: 'notifications' } as never}
      className={styles.bell}
      aria-label={count > 0 ? t('通知，{{count}} 条未读', { count }) : t('通知')}
    >
      <Icon name="bell" size={18} />
      {count > 0 && <span className={styles.count}>{count > 99 ? '99+' : count}</span>}
    </Link>
  )
}

export default Bell
