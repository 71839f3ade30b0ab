import { checkOfficialPaper } from '@quanheng/contract/official-paper'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import styles from './official.module.css'
import type { Standing } from './official.ts'

/** 印发前检查: what keeps the paper back, faults of form, and characters that would show as boxes. */
export const CheckNote = ({ paper }: { readonly paper: Standing }) => {
  const asked = useQueryRoute(checkOfficialPaper, { params: { officialPaperId: paper.id } })
  const { data } = asked
  return (
    <Section title={t('印发前检查')}>
      <Refusal refusal={asked.error} onRetry={asked.refetch} />
      {!data && !asked.error && <p className={styles.soft}>{t('正在检查…')}</p>}
      {data && data.faults.length === 0 && (
        <p>{t('格式未发现不符合 GB/T 9704-2012 之处，共 {{pages}} 页。', { pages: data.pages })}</p>
      )}
      {data && data.faults.length > 0 && (
        <ul className={styles.list}>
          {data.faults.map((fault) => (
            <li key={`${fault.assertion}${fault.place}${fault.found}`} className={styles.stop}>
              {t('{{says}}：{{place}}，现为“{{found}}”', fault)}
            </li>
          ))}
        </ul>
      )}
      {data && data.missing.length > 0 && (
        <p role="alert" className={styles.stop}>
          {t('字体缺 {{count}} 个字：{{characters}}。PDF、OFD 中显示为方框；请换用有此字的字体，或改用通行的字。', {
            count: data.missing.length,
            characters: data.missing.join('、'),
          })}
        </p>
      )}
    </Section>
  )
}
