import { t } from '../../shared/i18n/t.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import styles from './scoring.module.css'
import { type Sheet, sayBasis, scorerOf } from './sheet.ts'

/** The sentence that is scored by, with how it is read: one glance above the table. */
export const Sentence = ({ sheet }: { readonly sheet: Sheet }) => (
  <p className={styles.sentence}>
    <strong>{t('评分标准')}</strong> {sheet.sentence || t('方案尚未写明评分标准')}
    <span className={styles.note}>{sheet.notes.join('')}</span>
    <span className={styles.note}>{t('满分 {{mark}} 分', { mark: sheet.fullMark })}</span>
    <span className={styles.note}>{sayBasis(sheet.clause)}</span>
  </p>
)

/** What the sheet is and belongs to. */
export const SheetFacts = ({ sheet }: { readonly sheet: Sheet }) => (
  <Section title={t('本表信息')}>
    <Facts
      items={[
        { label: t('指标'), value: [...sheet.path, sheet.leafName].join(' › ') },
        { label: t('完成标准'), value: sheet.completionStandard },
        { label: t('评分科室'), value: scorerOf(sheet) },
        {
          label: t('考评方案'),
          value: t('{{title}}（第 {{number}} 版）', { title: sheet.planTitle, number: sheet.planNumber }),
        },
        { label: t('校验码'), value: <code className={styles.code}>{sheet.code}</code> },
      ]}
    />
  </Section>
)
