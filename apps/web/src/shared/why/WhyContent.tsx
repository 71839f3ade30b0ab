import type { ReactNode } from 'react'
import { Digest } from '../digest/Digest.tsx'
import { Figure } from '../figure/Figure.tsx'
import { t } from '../i18n/t.ts'
import { StateTag } from '../state/StateTag.tsx'
import { sayMoment } from '../time/time.ts'
import { WhyData } from './WhyData.tsx'
import { WhyPlot } from './WhyPlot.tsx'
import styles from './why.module.css'
import type { WhyScore } from './why.ts'

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles.part}>
    <h3>{title}</h3>
    {children}
  </section>
)

interface GroundProps {
  readonly why: WhyScore
  /** Left out where a locked version brings its own. */
  readonly steps?: boolean
}

/** What one score rests on: rule, drawing, arithmetic, data, evidence, signatures, history. */
export const WhyGround = ({ why, steps = true }: GroundProps) => (
  <div className={styles.why}>
    <Part title={t('计分规则')}>
      <p className={styles.rule}>
        {why.rule.map(({ text, applied }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no identity but their place
          applied ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
        )}
      </p>
      <p className={styles.clause}>
        {t('依据：{{document}} {{article}}', { document: why.clause.document, article: why.clause.article })}
      </p>
      {why.clause.text && <blockquote className={styles.quote}>{why.clause.text}</blockquote>}
      {why.taskBasis && <p className={styles.clause}>{t('目标值依据：{{basis}}', { basis: why.taskBasis })}</p>}
      {why.interpretation && <p className={styles.clause}>{why.interpretation}</p>}
    </Part>
    {why.plot && (
      <Part title={t('得分与完成情况')}>
        <WhyPlot plot={why.plot} others={why.plot.peers} />
      </Part>
    )}
    {steps && (
      <Part title={t('计分过程')}>
        <ol className={styles.steps}>
          {why.steps.map((step) => (
            <li key={`${step.say} ${step.value}`}>
              <span>{step.say}</span>
              <Figure value={step.value} />
            </li>
          ))}
        </ol>
      </Part>
    )}
    <Part title={t('数据')}>
      <WhyData data={why.data} />
    </Part>
    <Part title={t('佐证')}>
      {why.evidence.length === 0 ? (
        <p>{t('无')}</p>
      ) : (
        <ul className={styles.evidence}>
          {why.evidence.map((file) => (
            <li key={file.id}>
              {file.href ? <a href={file.href}>{file.name}</a> : file.name}
              <Digest value={file.digest} />
            </li>
          ))}
        </ul>
      )}
    </Part>
    <Part title={t('签字情况')}>
      {why.signatures.length === 0 ? (
        <p>{t('尚无签字')}</p>
      ) : (
        <ul className={styles.signatures}>
          {why.signatures.map((signature) => (
            <li key={`${signature.post}${signature.at}`}>
              <span>{signature.post}</span>
              <strong>{signature.person}</strong>
              <time dateTime={signature.at}>{sayMoment(signature.at)}</time>
              <span>{signature.kind}</span>
              {!signature.stands && <StateTag word={t('内容变更，签字失效')} tone="stop" />}
            </li>
          ))}
        </ul>
      )}
    </Part>
    {why.history && <Part title={t('操作留痕')}>{why.history}</Part>}
  </div>
)

/** The whole reason of one score, also for print and for a page of its own. */
export const WhyContent = ({ why }: { readonly why: WhyScore }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className={styles.why} tabIndex={0} aria-label={t('为什么是这个分')}>
    <p className={styles.score}>
      <strong>
        <Figure value={why.score} />
      </strong>
      <span>{t('满分 {{fullMark}} 分', { fullMark: why.fullMark })}</span>
    </p>
    {why.stoppedBy && <p className={styles.stopped}>{t('目前不能计分：{{cause}}', { cause: why.stoppedBy })}</p>}
    <WhyGround why={why} />
  </section>
)
