import { t } from '../../../shared/i18n/t.ts'
import styles from '../approval.module.css'
import type { Paper } from '../approval.ts'
import { BlockView } from './BlockView.tsx'

/** The red-headed covering letter, as on A4. */
export const LetterView = ({ letter }: { readonly letter: Paper['letter'] }) => (
  <article className={styles.sheet} aria-label={t('报送公文')} lang="zh-CN">
    <p className={styles.mark}>{letter.mark}</p>
    <p className={styles.numberLine}>
      <span>{letter.number}</span>
      <span>{letter.signers}</span>
    </p>
    <hr className={styles.rule} />
    <h2>{letter.title}</h2>
    <p className={styles.addressee}>{letter.addressees}</p>
    <BlockView blocks={letter.body} />
    <p>{letter.attachment}</p>
    <p className={styles.signature}>
      {letter.organ}
      <br />
      {letter.date}
    </p>
    {letter.contact && <p>{letter.contact}</p>}
    {letter.copies && <p className={styles.copies}>{letter.copies}</p>}
  </article>
)

/** 指标考核评分报告, as on A4. */
export const ReportView = ({ report }: { readonly report: Paper['report'] }) => (
  <article className={styles.sheet} aria-label={t('评分报告')} lang="zh-CN">
    <h2>{report.title}</h2>
    <BlockView blocks={report.body} />
    <p className={styles.signature}>
      {report.organ}
      <br />
      {report.date}
    </p>
  </article>
)
