import { paperFile } from '@quanheng/contract/issued-paper'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import styles from './official.module.css'
import type { Official } from './official.ts'

/** Papers of the same kind that went out before, withdrawn ones with their reason. */
export const Earlier = ({ official, label }: { readonly official: Official; readonly label: string }) =>
  official.earlier.length > 0 && (
    <Section title={t('以前印发的')}>
      <ul className={styles.list}>
        {official.earlier.map(({ id, documentNumber, issuedOn, withdrawn, issuedPaperId }) => (
          <li key={id}>
            <strong>{documentNumber}</strong> {issuedOn}
            {withdrawn !== null && <div className={styles.stop}>{t('已撤回：{{reason}}', { reason: withdrawn })}</div>}
            {issuedPaperId !== null && (
              <div>
                <PaperFiles size="small" label={label} route={paperFile} params={{ paperId: issuedPaperId }} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
