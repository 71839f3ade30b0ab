import { t } from '../../shared/i18n/t.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import styles from './scoring.module.css'
import { type Sheet, sayBasis, scorerOf } from './sheet.ts'

/** What is scored and by which sentence. */
export const SheetFacts = ({ sheet }: { readonly sheet: Sheet }) => (
  <Section title={t('评分标准')}>
    <p className={styles.sentence}>{sheet.sentence || t('方案尚未写明评分标准')}</p>
    {sheet.notes.map((note) => (
      <p key={note} className={styles.note}>
        {note}
      </p>
    ))}
    <Facts
      items={[
        { label: t('指标'), value: [...sheet.path, sheet.leafName].join(' › ') },
        { label: t('分值'), value: sheet.fullMark },
        { label: t('依据'), value: sayBasis(sheet.clause) },
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
