import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'

/** 报送负担: what the saved plan asks of each body, seen before it is issued. */
export const Burden = () => {
  const { plan, nameOf } = useEditor()
  const sum = (key: 'data' | 'evidence' | 'required') => plan.burden.reduce((total, row) => total + row[key], 0)
  return (
    <Section title={t('报送负担')}>
      <p className={styles.note}>{t('按最近一次保存的内容计算：每个单位要报多少个数，要备多少份材料。')}</p>
      <Sheet
        caption={t('报送负担')}
        rows={plan.burden}
        rowKey={(row) => row.unitId}
        columns={[
          { key: 'unit', title: t('单位'), render: (row) => row.unitName || nameOf(row.unitId) },
          { key: 'data', title: t('填报数据'), unit: t('个'), figure: true, render: (row) => row.data },
          { key: 'evidence', title: t('台账材料'), unit: t('份'), figure: true, render: (row) => row.evidence },
          { key: 'required', title: t('其中必交'), unit: t('份'), figure: true, render: (row) => row.required },
        ]}
        totals={{ data: sum('data'), evidence: sum('evidence'), required: sum('required') }}
        empty={t('还没有分配任务。')}
      />
    </Section>
  )
}
