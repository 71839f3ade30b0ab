import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Section } from '../../shared/page/Section.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import styles from '../../shared/work/work.module.css'
import type { Meeting, Topic } from './meeting.ts'

type Opinion = Meeting['opinions'][number]

/** 议题 with what lies before the meeting, and what members wrote on each before it. */
export const Topics = ({ meeting }: { readonly meeting: Meeting }) => {
  const under = `/api/meetings/${meeting.id}`
  const fixed = meeting.state === 'concluded' || meeting.state === 'issued' || meeting.state === 'cancelled'
  return (
    <>
      <Section title={t('议题')}>
        <Sheet
          caption={t('议题')}
          columns={[
            { key: 'title', title: t('议题'), width: 200, render: (row: Topic) => row.title },
            {
              key: 'proposal',
              title: t('提请审议的意见'),
              width: 210,
              render: (row) => <span className={styles.words}>{row.proposal}</span>,
            },
            {
              key: 'papers',
              title: t('材料'),
              width: 250,
              render: (row) => (
                <>
                  {row.matter && (
                    <>
                      <span>{row.matter.title}</span>{' '}
                      <span className={row.matter.current || fixed ? styles.note : styles.fault}>
                        {row.matter.current || fixed
                          ? t('校验值 {{digest}}', { digest: row.matter.digest.slice(0, 12) })
                          : t('文本已改动或不在待审环节')}
                      </span>{' '}
                    </>
                  )}
                  <FileLinks under={under} files={row.files} />
                </>
              ),
            },
            {
              key: 'aside',
              title: t('回避单位'),
              width: 130,
              render: (row) => row.concerns.map((one) => one.unitName).join('、'),
            },
            { key: 'postponed', title: t('暂缓上会'), width: 130, render: (row) => row.postponed ?? '' },
          ]}
          rows={meeting.agenda}
          rowKey={(row) => row.topicId}
          empty={t('还没有议题。')}
        />
      </Section>
      {meeting.opinions.length > 0 && (
        <Section title={t('预审意见')}>
          <Sheet
            caption={t('预审意见')}
            columns={[
              {
                key: 'topic',
                title: t('议题'),
                width: 220,
                render: (row: Opinion) => meeting.agenda.find(({ topicId }) => topicId === row.topicId)?.title ?? '',
              },
              { key: 'member', title: t('成员'), width: 200, render: (row) => `${row.unitName}${row.personName}` },
              { key: 'stance', title: t('意见'), render: (row) => word('stance', row.stance) },
              {
                key: 'words',
                title: t('具体意见'),
                width: 300,
                render: (row) => <span className={styles.words}>{row.words}</span>,
              },
              {
                key: 'scan',
                title: t('来源'),
                width: 140,
                render: (row) => (row.scanDigest === null ? t('本人提出') : t('{{name}}凭原件登记', { name: row.by })),
              },
            ]}
            rows={meeting.opinions}
            rowKey={(row) => `${row.seatKey}${row.topicId}`}
          />
        </Section>
      )}
    </>
  )
}
