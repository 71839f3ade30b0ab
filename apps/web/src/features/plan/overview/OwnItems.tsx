import { nodeByKey } from '@quanheng/domain/plan/tree'
import { Link } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'

/** 回避: what the lead units of a year plan carry themselves, and who scores it in their place. */
export const OwnItems = () => {
  const { plan, content, nameOf } = useEditor()
  if (plan.ownItems.length === 0) return null
  return (
    <Section title={t('牵头单位自己承担的考核项由谁评分')}>
      <p className={styles.note}>{t('牵头单位不评自己，由其实施方案“回避”中指定的单位评分。')}</p>
      <Sheet
        caption={t('牵头单位自己承担的考核项由谁评分')}
        rows={plan.ownItems}
        rowKey={(row) => row.unitId}
        columns={[
          { key: 'unit', title: t('牵头单位'), width: 220, render: (row) => nameOf(row.unitId) },
          {
            key: 'leaves',
            title: t('自己承担的指标'),
            width: 320,
            render: (row) => row.leafKeys.map((key) => nodeByKey(content, key)?.name ?? key).join('、'),
          },
          {
            key: 'scorer',
            title: t('由谁评分'),
            width: 220,
            render: (row) => row.scorerName ?? <span className={styles.heed}>{t('待其实施方案指定')}</span>,
          },
          {
            key: 'plan',
            title: t('依据'),
            width: 260,
            render: (row) =>
              row.plan ? (
                <Link to="/plans/$planId" params={{ planId: row.plan.id }}>
                  {row.plan.title}
                </Link>
              ) : row.scorerName ? (
                t('本方案“回避”')
              ) : (
                t('实施方案尚未在平台印发')
              ),
          },
        ]}
      />
    </Section>
  )
}
