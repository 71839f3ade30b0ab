import { t } from '../i18n/t.ts'
import { sayClock } from '../time/time.ts'
import styles from './form.module.css'
import type { Draft } from './use-draft.ts'

const say = ({ state, savedAt }: Pick<Draft<unknown>, 'state' | 'savedAt'>): string => {
  if (state === 'unsaved') return t('尚未保存，正在重试；请勿关闭本页')
  if (state === 'waiting' || state === 'saving') return t('正在保存…')
  return savedAt ? t('已自动保存 {{time}}', { time: sayClock(savedAt) }) : ''
}

/** Says when the draft was saved; stands beside the buttons of a form. */
export const DraftNote = ({ draft }: { readonly draft: Pick<Draft<unknown>, 'state' | 'savedAt'> }) => (
  <span role="status" className={styles.draft} data-state={draft.state}>
    {say(draft)}
  </span>
)
