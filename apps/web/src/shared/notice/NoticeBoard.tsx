import { t } from '../i18n/t.ts'
import { Icon } from '../icon/Icon.tsx'
import styles from './notice.module.css'
import { dismiss, useNotices } from './notices.ts'

/** Where `notify` speaks. Stops stay until dismissed, so that nobody has to read fast. */
export const NoticeBoard = () => (
  <div className={styles.board} role="status" aria-live="polite">
    {useNotices().map((notice) => (
      <div key={notice.id} className={styles.notice} data-tone={notice.tone}>
        <span>{notice.text}</span>
        <button type="button" aria-label={t('关闭')} onClick={() => dismiss(notice.id)}>
          <Icon name="close" size={14} />
        </button>
      </div>
    ))}
  </div>
)
