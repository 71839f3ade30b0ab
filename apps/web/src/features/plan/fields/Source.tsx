import { Link } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import styles from './plan.module.css'

interface Props {
  /** Place in the plan: a field (`steps[k].due`) or a row (`steps[k]`). */
  readonly at: string
  /** Names the row for those who listen. */
  readonly name?: string
}

/** 原文: to the words of the imported notice that say this; nothing where no notice does. */
export const Source = ({ at, name }: Props) => {
  const { originOf } = useEditor()
  const origin = originOf(at)
  if (!origin) return null
  return (
    <Link
      to="/notices/$noticeId"
      params={{ noticeId: origin.noticeId }}
      search={{ field: origin.field } as never}
      className={styles.source}
      {...(name !== undefined && { 'aria-label': t('{{name}} 看原文', { name }) })}
    >
      {t('看原文')}
    </Link>
  )
}
