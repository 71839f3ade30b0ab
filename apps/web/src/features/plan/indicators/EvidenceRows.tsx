import type { EvidenceRequirement } from '@quanheng/domain/plan/model'
import { Button, Checkbox, Input } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { moveBy, newRowKey, removeAt, replaceAt } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { Source } from '../fields/Source.tsx'

interface Props {
  /** Place of the list in the plan. */
  readonly at: string
  readonly rows: readonly EvidenceRequirement[]
  readonly onChange: (rows: readonly EvidenceRequirement[]) => void
}

/** 台账目录清单: what an appraised unit keeps at hand for this indicator. */
export const EvidenceRows = ({ at, rows, onChange }: Props) => {
  const { readOnly } = useEditor()
  return (
    <Section
      title={t('台账目录清单')}
      actions={
        !readOnly && (
          <Button size="small" onClick={() => onChange([...rows, { key: newRowKey(), name: '', required: true }])}>
            {t('添加材料')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={styles.note}>{t('还没有材料。被考核单位按此清单备查。')}</p>}
      {rows.map((row, index) => (
        <div key={row.key} className={styles.row} style={{ flexWrap: 'nowrap' }}>
          <Input
            aria-label={t('第 {{number}} 项材料', { number: index + 1 })}
            value={row.name}
            onChange={({ target }) => onChange(replaceAt(rows, index, { ...row, name: target.value }))}
          />
          <Checkbox
            checked={row.required}
            style={{ whiteSpace: 'nowrap' }}
            onChange={({ target }) => onChange(replaceAt(rows, index, { ...row, required: target.checked }))}
          >
            {t('必交')}
          </Checkbox>
          <Source at={`${at}[${row.key}]`} name={row.name} />
          {!readOnly && (
            <RowActs
              name={row.name}
              onMove={(by) => onChange(moveBy(rows, index, by))}
              onRemove={() => onChange(removeAt(rows, index))}
            />
          )}
        </div>
      ))}
    </Section>
  )
}
