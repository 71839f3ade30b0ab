import { meetingPaper, meetingPapers } from '@quanheng/contract/meeting'
import { t } from '../../shared/i18n/t.ts'
import { Section } from '../../shared/page/Section.tsx'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import styles from '../../shared/work/work.module.css'
import type { Meeting } from './meeting.ts'

const labels = () => ({
  notice: t('会议通知'),
  catalogue: t('预审材料目录'),
  signIn: t('签到表'),
  minutes: t('会议纪要'),
})

/** The papers of the meeting; its minutes once a second person has confirmed what they say. */
export const Papers = ({ meeting }: { readonly meeting: Meeting }) => (
  <Section title={t('会议文书')}>
    <div className={styles.acts}>
      {meetingPapers
        .filter((paper) => paper !== 'minutes' || meeting.record !== null)
        .map((paper) => (
          <PaperFiles
            key={paper}
            label={labels()[paper]}
            route={meetingPaper}
            params={{ meetingId: meeting.id }}
            query={{ paper }}
          />
        ))}
    </div>
  </Section>
)
