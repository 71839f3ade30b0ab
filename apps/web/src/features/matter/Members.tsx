import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Section } from '../../shared/page/Section.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { sayMoment } from '../../shared/time/time.ts'
import styles from '../../shared/work/work.module.css'
import type { Matter, Member } from './matter.ts'

/** 征求意见情况: what each member said, when, and how it was taken up; who said nothing, and what that means. */
export const Members = ({ matter }: { readonly matter: Matter }) => {
  const { round } = matter
  if (!round) return null
  const quiet = word('silence', round.silence)
  const isOver = matter.state !== 'opinions' || round.until < matter.today
  return (
    <Section title={t('征求意见情况')}>
      <p className={styles.note}>
        {t('{{sent}}发出，反馈至{{until}}；逾期不反馈的，{{silence}}。', {
          sent: round.sentOn,
          until: round.until,
          silence: quiet,
        })}
      </p>
      <Sheet
        caption={t('征求意见情况')}
        columns={[
          {
            key: 'member',
            title: t('成员'),
            width: 220,
            render: (row: Member) => `${row.unitName} ${row.personName}`,
          },
          {
            key: 'stance',
            title: t('意见'),
            width: 110,
            render: (row) => (row.opinion ? word('stance', row.opinion.stance) : isOver ? quiet : t('未反馈')),
          },
          {
            key: 'words',
            title: t('具体意见'),
            width: 280,
            render: (row) => <span className={styles.words}>{row.opinion?.words ?? ''}</span>,
          },
          {
            key: 'by',
            title: t('反馈'),
            width: 200,
            render: (row) => (row.opinion ? `${row.opinion.by} ${sayMoment(row.opinion.at)}` : ''),
          },
          {
            key: 'answer',
            title: t('采纳情况'),
            width: 240,
            render: (row) =>
              row.answer
                ? [word('answerOutcome', row.answer.outcome), row.answer.reason].filter(Boolean).join('：')
                : '',
          },
        ]}
        rows={matter.members}
        rowKey={(row) => row.key}
      />
    </Section>
  )
}
