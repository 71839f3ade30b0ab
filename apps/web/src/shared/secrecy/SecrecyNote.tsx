import { t } from '../i18n/t.ts'
import styles from './secrecy-note.module.css'

/** Stands wherever something can be entered for the first time: login and every upload. */
export const SecrecyNote = () => (
  <p className={styles.note}>{t('本系统为非涉密系统，严禁处理、存储、传输涉密信息。')}</p>
)
