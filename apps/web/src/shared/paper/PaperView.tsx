import type { paperLetter, showPaper } from '@quanheng/contract/report'
import type { ReplyOf } from '@quanheng/contract/route'
import type { z } from 'zod'
import { t } from '../i18n/t.ts'
import { type Block, BlockView } from './BlockView.tsx'
import styles from './paper-sheet.module.css'

type Lines = Omit<z.infer<typeof paperLetter>, 'contact'>

interface LetterProps {
  /** What the paper is: 报送公文. */
  readonly label: string
  readonly letter: Lines & { readonly contact?: string | null }
  /** Bound behind it. */
  readonly attachments?: readonly { readonly name: string; readonly body: readonly Block[] }[]
}

/** A red-headed paper, as on A4; its attachments on sheets of their own. */
export const LetterView = ({ label, letter, attachments = [] }: LetterProps) => (
  <>
    <article className={styles.sheet} aria-label={label} lang="zh-CN">
      <p className={styles.mark}>{letter.mark}</p>
      <p className={styles.numberLine} data-signed={letter.signers !== ''}>
        <span>{letter.number}</span>
        {letter.signers !== '' && <span>{letter.signers}</span>}
      </p>
      <hr className={styles.rule} />
      <h2>{letter.title}</h2>
      <p className={styles.addressee}>{letter.addressees}</p>
      <BlockView blocks={letter.body} />
      {letter.attachment && <p className={styles.attachment}>{letter.attachment}</p>}
      <p className={styles.signature}>
        {letter.organ}
        <br />
        {letter.date}
      </p>
      {letter.contact && <p>{letter.contact}</p>}
      {letter.printed && (
        <footer className={styles.imprint}>
          {letter.copies && <p>{letter.copies}</p>}
          <p className={styles.printedOn}>
            <span>{letter.printed.organ}</span>
            <span>{letter.printed.day}</span>
          </p>
        </footer>
      )}
    </article>
    {attachments.map(({ name, body }) => (
      <article key={name} className={styles.sheet} aria-label={name} lang="zh-CN">
        <h2>{name}</h2>
        <BlockView blocks={body} />
      </article>
    ))}
  </>
)

/** 指标考核评分报告, as on A4. */
export const ReportView = ({ report }: { readonly report: ReplyOf<typeof showPaper>['report'] }) => (
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
