import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import styles from '../../shared/work/work.module.css'
import type { Adjustment } from './adjustment.ts'

/** Of an added item: everything that the plan would say of it. */
const addedFacts = ({ request: { adjusted } }: Adjustment) => {
  if (adjusted.kind !== 'added') return []
  const { item } = adjusted
  return [
    { label: t('任务'), value: item.task },
    { label: t('完成标准'), value: item.completionStandard },
    { label: t('评分标准'), value: item.sentence },
  ].filter(({ value }) => value !== '')
}

/** What is asked and why, with what proves it. */
export const Request = ({ adjustment }: { readonly adjustment: Adjustment }) => {
  const { request, planId } = adjustment
  const { adjusted } = request
  return (
    <Section title={t('申请内容')}>
      <p className={styles.words}>{adjustment.words}</p>
      <Facts
        items={[
          {
            label: t('考评方案'),
            value: (
              <Link to="/plans/$planId" params={{ planId }}>
                {adjustment.planTitle}
              </Link>
            ),
          },
          { label: t('类型'), value: word('adjustmentKind', adjustment.kind) },
          { label: t('申请单位'), value: adjustment.unitName },
          { label: t('牵头单位'), value: adjustment.leadName },
          { label: t('报送日期'), value: adjustment.sentOn ?? t('未报送') },
          ...('marks' in adjusted && (adjusted.kind === 'added' || adjustment.marks.length > 0)
            ? [{ label: t('分值处理'), value: word('marksRule', adjusted.marks.by) }]
            : []),
          ...addedFacts(adjustment),
          { label: t('理由'), value: request.reason || t('未填写') },
          { label: t('依据文件'), value: request.basisDocument || t('未填写') },
          {
            label: t('佐证材料'),
            value:
              request.files.length === 0 ? (
                t('未附')
              ) : (
                <FileLinks under={`/api/target-adjustments/${adjustment.id}`} files={request.files} />
              ),
          },
        ]}
      />
    </Section>
  )
}
