import type { Basis } from '@quanheng/domain/kernel/basis'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { CitedMarks } from '../../../shared/library/CitedMarks.tsx'
import { ClausePick } from '../../../shared/library/ClausePick.tsx'
import { sayBasis } from '../../../shared/plan-diff/say-basis.ts'
import { useEditor } from '../editor/editor.ts'
import styles from './plan.module.css'

interface Props {
  readonly value: Basis
  readonly onChange: (basis: Basis) => void
  readonly id?: string
}

/**
 * The clause a value rests on, as printed: 四（二）; of the plan itself, or picked from the library with its document and words. Emptied, the value is a default again.
 * What a person decided gives way to a clause.
 */
export const BasisField = ({ value, onChange, id }: Props) => {
  const { readOnly } = useEditor()
  const [citing, setCiting] = useState(false)
  if (value.kind === 'interpretation' && !citing)
    return (
      <span className={styles.row}>
        <span className={styles.note}>{sayBasis(value)}</span>
        {!readOnly && (
          <Button type="link" size="small" onClick={() => setCiting(true)}>
            {t('写明条款')}
          </Button>
        )}
      </span>
    )
  const document = value.kind === 'clause' ? (value.document ?? '') : ''
  return (
    <span className={styles.stack}>
      <Input
        id={id}
        aria-label={t('依据条款')}
        value={value.kind === 'clause' ? value.article : ''}
        placeholder={t('如：四（二）')}
        onChange={({ target }) =>
          onChange(
            target.value === ''
              ? { kind: 'default' }
              : { ...(value.kind === 'clause' ? value : {}), kind: 'clause', article: target.value },
          )
        }
      />
      {document !== '' && (
        <span className={styles.row}>
          <span className={styles.note}>{document}</span>
          {!readOnly && (
            <Button
              type="link"
              size="small"
              onClick={() => onChange({ kind: 'clause', article: value.kind === 'clause' ? value.article : '' })}
            >
              {t('改引本方案')}
            </Button>
          )}
          <CitedMarks names={[document]} />
        </span>
      )}
      {!readOnly && (
        <span>
          <ClausePick
            onPick={({ citedAs, article, text }) => onChange({ kind: 'clause', document: citedAs, article, text })}
          />
        </span>
      )}
    </span>
  )
}
