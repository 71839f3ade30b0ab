import { unassignedItems } from '@quanheng/domain/plan/items'
import type { Recusal } from '@quanheng/domain/plan/model'
import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { removeAt, replaceAt, withMember } from '../editor/rows.ts'
import { BasisField } from '../fields/BasisField.tsx'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { SectionSelect } from '../fields/SectionSelect.tsx'
import { UnitSelect } from '../fields/UnitSelect.tsx'

/** 回避: a unit that carries what it scores itself, and who scores it instead. */
export const Recusals = () => {
  const { plan, content, update, readOnly, nameOf } = useEditor()
  const rows = content.recusals
  const put = (at: number, row: Recusal) => update({ recusals: replaceAt(rows, at, row) })
  const wanted = [
    ...new Set(
      unassignedItems(content)
        .filter((item) => item.error.code === 'plan.noSubstitute')
        .map((item) => item.unitId),
    ),
  ].filter((unitId) => !rows.some((row) => row.unitId === unitId))
  const add = (unitId: string) =>
    update({ recusals: [...rows, { unitId, substitute: { unitId: '' }, basis: { kind: 'default' } }] })
  const byLeads = plan.ownItems.length > 0 && rows.length === 0 && wanted.length === 0
  return (
    <Section title={t('回避')}>
      {!byLeads && (
        <p className={styles.note}>{t('评分单位自己承担任务的，由替代单位评分。不指定的，该单位此项不评分。')}</p>
      )}
      {rows.map((row, at) => (
        <div key={row.unitId} className={styles.row}>
          <strong>{nameOf(row.unitId)}</strong>
          <span className={styles.note}>{t('改由')}</span>
          <div style={{ width: 260 }}>
            <UnitSelect
              label={t('{{name}} 的替代评分单位', { name: nameOf(row.unitId) })}
              value={row.substitute.unitId}
              onChange={(unitId) => put(at, { ...row, substitute: { unitId } })}
            />
          </div>
          <div style={{ width: 180 }}>
            <SectionSelect
              label={t('{{name}} 的替代评分科室', { name: nameOf(row.unitId) })}
              unitId={row.substitute.unitId}
              value={row.substitute.sectionId}
              onChange={(sectionId) =>
                put(at, { ...row, substitute: withMember(row.substitute, 'sectionId', sectionId) })
              }
            />
          </div>
          <div style={{ width: 160 }}>
            <BasisField value={row.basis} onChange={(basis) => put(at, { ...row, basis })} />
          </div>
          {!readOnly && <RowActs name={nameOf(row.unitId)} onRemove={() => update({ recusals: removeAt(rows, at) })} />}
        </div>
      ))}
      {!readOnly &&
        wanted.map((unitId) => (
          <div key={unitId} className={styles.row}>
            <span className={styles.heed}>{t('{{name}} 既评分又承担任务', { name: nameOf(unitId) })}</span>
            <Button size="small" onClick={() => add(unitId)}>
              {t('指定替代评分单位')}
            </Button>
          </div>
        ))}
      {rows.length === 0 && wanted.length === 0 && (
        <p className={styles.note}>
          {byLeads ? t('牵头单位自己承担的考核项，由其实施方案指定的单位评分，见“概况”。') : t('没有需要回避的单位。')}
        </p>
      )}
    </Section>
  )
}
