import type { UnitGroup } from '@quanheng/domain/plan/model'
import { Button, Input, InputNumber } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { moveBy, newRowKey, removeAt, replaceAt, withMember } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { Source } from '../fields/Source.tsx'
import { UnitsSelect } from '../fields/UnitSelect.tsx'

/** 考核分组: units ranked together; the count the notice announces stands beside the count found. */
export const UnitGroups = () => {
  const { content, update, readOnly } = useEditor()
  const rows = content.unitGroups
  const put = (at: number, row: UnitGroup) => update({ unitGroups: replaceAt(rows, at, row) })
  return (
    <Section
      title={t('考核分组')}
      actions={
        !readOnly && (
          <Button
            size="small"
            onClick={() => update({ unitGroups: [...rows, { key: newRowKey(), name: '', unitIds: [] }] })}
          >
            {t('添加分组')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={styles.note}>{t('还没有分组。考核对象先编入分组，再分配任务。')}</p>}
      {rows.map((row, at) => (
        <div key={row.key} className={styles.row} data-at={`unitGroups[${row.key}]`}>
          <Input
            aria-label={t('第 {{number}} 组名称', { number: at + 1 })}
            placeholder={t('分组名称')}
            value={row.name}
            style={{ width: 180 }}
            onChange={({ target }) => put(at, { ...row, name: target.value })}
          />
          <div style={{ flex: '1 1 360px' }}>
            <UnitsSelect
              label={t('{{name}} 成员单位', { name: row.name })}
              value={row.unitIds}
              onChange={(unitIds) => put(at, { ...row, unitIds })}
            />
          </div>
          <span
            className={row.announced !== undefined && row.announced !== row.unitIds.length ? styles.stop : styles.note}
          >
            {t('实列 {{count}} 家，文中称', { count: row.unitIds.length })}
          </span>
          <InputNumber
            aria-label={t('{{name}} 文中所称家数', { name: row.name })}
            value={row.announced ?? null}
            min={0}
            style={{ width: 70 }}
            onChange={(value) => put(at, withMember(row, 'announced', value ?? undefined))}
          />
          <Source at={`unitGroups[${row.key}]`} name={row.name} />
          {!readOnly && (
            <RowActs
              name={row.name}
              onMove={(by) => update({ unitGroups: moveBy(rows, at, by) })}
              onRemove={() => update({ unitGroups: removeAt(rows, at) })}
            />
          )}
        </div>
      ))}
    </Section>
  )
}
