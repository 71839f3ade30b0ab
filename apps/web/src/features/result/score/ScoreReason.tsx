import type { TraceNode } from '@quanheng/domain/rule/outcome'
import { Link } from '@tanstack/react-router'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { stepsOf } from '../../../shared/why/say.ts'
import styles from '../result.module.css'
import { type Explained, sayBasis } from '../result.ts'
import { ItemGround } from './ItemGround.tsx'

const Steps = ({ trace }: { readonly trace: TraceNode }) => (
  <Section title={t('计分过程')}>
    <ol className={styles.steps}>
      {stepsOf(trace).map((step) => (
        <li key={`${step.code}${step.clause}${step.arithmetic}`}>
          <span>{step.clause}</span>
          <code>{step.arithmetic}</code>
        </li>
      ))}
    </ol>
  </Section>
)

/** A total's share: the report it came with, and the parts in the lead unit's own locked version. */
const Reported = ({ explained }: { readonly explained: Explained }) => {
  const { report, parts } = explained
  if (report === null) return null
  return (
    <Section title={t('牵头单位评分报告')}>
      <Facts
        items={[
          { label: t('牵头单位'), value: report.leadUnitName },
          { label: t('发文字号'), value: report.documentNumber },
          { label: t('报送方式'), value: word('reportChannel', report.via) },
        ]}
      />
      {parts.map((part) => (
        <Section
          key={part.itemId}
          title={t('{{name}}：{{points}}/{{mark}} 分', { name: part.name, points: part.points, mark: part.fullMark })}
        >
          <ItemGround itemId={part.itemId} steps />
          {part.sheetId !== null && <Link to={`/scoring/${part.sheetId}` as never}>{t('打开评分表')}</Link>}
        </Section>
      ))}
    </Section>
  )
}

const sayMeeting = ({ body, decidedOn, number, ground, reason }: NonNullable<Explained['row']['adjustment']>): string =>
  [body, decidedOn, number, word('adjustmentGround', ground), reason].filter(Boolean).join(' · ')

/** Points, arithmetic, reasons and what they rest on, as the locked version holds them. */
export const ScoreReason = ({ explained }: { readonly explained: Explained }) => {
  const { row, trace, cite, leaf } = explained
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.reason} tabIndex={0} aria-label={t('为什么是这个分')}>
      <p className={styles.big}>
        <strong>
          <Figure value={row.points} />
        </strong>
        <span>{t('满分 {{mark}} 分', { mark: row.fullMark })}</span>
      </p>
      <Facts
        items={[
          ...(explained.report === null
            ? [
                { label: t('目标值'), value: row.target === null ? '—' : `${row.target}${leaf.measure}` },
                { label: t('实际完成'), value: row.actual },
              ]
            : []),
          { label: t('扣分'), value: <Figure value={row.lost} /> },
          ...(row.adjustment
            ? [
                { label: t('计算得分'), value: row.computed },
                { label: t('会议核定'), value: sayMeeting(row.adjustment) },
              ]
            : []),
          ...(row.basis === null ? [] : [{ label: t('评分依据'), value: sayBasis(row.basis) }]),
          { label: t('数据来源'), value: row.source },
        ]}
      />
      {row.deductions.length > 0 && (
        <ul>
          {row.deductions.map(({ points, reason, basis }) => (
            <li key={`${reason}${points}`}>
              {t('{{reason}}（{{points}}分，{{basis}}）', { reason, points, basis: sayBasis(basis) })}
            </li>
          ))}
        </ul>
      )}
      {trace && <Steps trace={trace} />}
      <Reported explained={explained} />
      {row.itemId !== null && <ItemGround itemId={row.itemId} steps={trace === null} />}
      {cite.kind === 'sheet' && (
        <p>
          <Link to={`/scoring/${cite.id}` as never}>{t('打开评分表')}</Link>
        </p>
      )}
    </section>
  )
}
