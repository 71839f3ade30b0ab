import { t } from '../i18n/t.ts'
import { sayClock } from '../time/time.ts'
import styles from './form.module.css'
import type { Draft } from './use-draft.ts'

type Noted = Pick<Draft<unknown>, 'state' | 'savedAt' | 'refused'>

const say = ({ state, savedAt, refused }: Noted): string => {
  if (state === 'refused') return t('草稿不能自动保存：{{why}}', { why: refused ?? '' })
  if (state === 'unsaved') return t('尚未保存，正在重试；请勿关闭本页')
  if (state === 'waiting' || state === 'saving') return t('正在保存…')
  return savedAt ? t('已自动保存 {{time}}', { time: sayClock(savedAt) }) : ''
}

/** Says when the draft was saved; stands beside the buttons of a form. */
export const DraftNote = ({ draft }: { readonly draft: Noted }) => (
  <span role="status" className={styles.draft} data-state={draft.state}>
    {say(draft)}
  </span>
)
