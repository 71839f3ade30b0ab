import type { Supporter } from '@quanheng/domain/plan/model'
import { Button, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { useEditor } from '../editor/editor.ts'
import { removeAt, replaceAt, withMember } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { SectionSelect } from '../fields/SectionSelect.tsx'
import { UnitSelect } from '../fields/UnitSelect.tsx'

interface Props {
  readonly rows: readonly Supporter[]
  readonly onChange: (rows: readonly Supporter[]) => void
}

const duties = ['data', 'opinion', 'partScore'] as const

/** 配合单位 and 配合科室, each with its declared duty. */
export const Supporters = ({ rows, onChange }: Props) => {
  const { content, readOnly, nameOf } = useEditor()
  return (
    <div className={styles.list}>
      <div className={styles.row}>
        <span className={styles.note}>{t('配合单位和科室')}</span>
        {!readOnly && (
          <Button size="small" onClick={() => onChange([...rows, { unitId: content.ownerUnitId, duty: 'data' }])}>
            {t('添加配合')}
          </Button>
        )}
      </div>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: supporters have no key; their place is their identity
        <div key={at} className={styles.row}>
          <div style={{ width: 260 }}>
            <UnitSelect
              label={t('第 {{number}} 个配合单位', { number: at + 1 })}
              value={row.unitId}
              onChange={(unitId) => onChange(replaceAt(rows, at, { unitId, duty: row.duty }))}
            />
          </div>
          <div style={{ width: 180 }}>
            <SectionSelect
              label={t('第 {{number}} 个配合科室', { number: at + 1 })}
              unitId={row.unitId}
              value={row.sectionId}
              onChange={(sectionId) => onChange(replaceAt(rows, at, withMember(row, 'sectionId', sectionId)))}
            />
          </div>
          <Select
            aria-label={t('第 {{number}} 个配合职责', { number: at + 1 })}
            value={row.duty}
            style={{ width: 120 }}
            options={duties.map((value) => ({ value, label: word('supporterDuty', value) }))}
            onChange={(duty) => onChange(replaceAt(rows, at, { ...row, duty }))}
          />
          {!readOnly && <RowActs name={nameOf(row.unitId)} onRemove={() => onChange(removeAt(rows, at))} />}
        </div>
      ))}
    </div>
  )
}
