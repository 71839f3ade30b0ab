import { textDiff } from '@quanheng/domain/kernel/text-diff'
import { t } from '../../shared/i18n/t.ts'
import { Section } from '../../shared/page/Section.tsx'
import styles from '../../shared/work/work.module.css'
import own from './matter.module.css'
import type { Matter } from './matter.ts'

/** What changed since members were asked: removed text is struck out, added text underlined. */
export const Versions = ({ matter }: { readonly matter: Matter }) => {
  const [sent] = matter.versions
  if (!sent || matter.round === null || sent.wording === matter.wording) return null
  const runs = textDiff(sent.wording, matter.wording)
  let at = 0
  return (
    <Section title={t('与征求意见稿比较')}>
      <p className={styles.note}>{t('删去的加删除线，增加的加下划线。')}</p>
      <p className={styles.words}>
        {runs.map(({ kind, text }) => {
          at += 1
          if (kind === 'out') return <del key={at}>{text}</del>
          return kind === 'in' ? (
            <ins key={at} className={own.added}>
              {text}
            </ins>
          ) : (
            <span key={at}>{text}</span>
          )
        })}
      </p>
    </Section>
  )
}
