import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import styles from './plan.module.css'

interface Props {
  /** Names the row for those who listen. */
  readonly name: string
  readonly onMove?: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** The small buttons at the end of an editable row. */
export const RowActs = ({ name, onMove, onRemove }: Props) => (
  <span className={styles.acts}>
    {onMove && (
      <>
        <Button
          type="text"
          size="small"
          icon={<Icon name="up" />}
          aria-label={t('上移 {{name}}', { name })}
          onClick={() => onMove(-1)}
        />
        <Button
          type="text"
          size="small"
          icon={<Icon name="down" />}
          aria-label={t('下移 {{name}}', { name })}
          onClick={() => onMove(1)}
        />
      </>
    )}
    <Button
      type="text"
      size="small"
      icon={<Icon name="remove" />}
      aria-label={t('删除 {{name}}', { name })}
      onClick={onRemove}
    />
  </span>
)
