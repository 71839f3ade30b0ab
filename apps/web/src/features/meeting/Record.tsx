import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import styles from '../../shared/work/work.module.css'
import type { Meeting } from './meeting.ts'

type Decision = NonNullable<Meeting['record']>['decisions'][number]
type Given = Decision['tasks'][number]

const sayVotes = ({ votes }: Decision): string =>
  votes ? t('同意{{agree}}，反对{{against}}，弃权{{abstain}}', { ...votes }) : ''

/** 会议情况: who came, and what was decided on every topic; before the second look only the office sees it. */
export const Record = ({ meeting }: { readonly meeting: Meeting }) => {
  const record = meeting.record ?? meeting.pending
  if (!record) return null
  const of = (presence: string): string =>
    record.attendance
      .filter((one) => one.presence === presence)
      .map(
        (one) => `${one.unitName}${one.personName}${one.delegate ? t('（{{name}}代）', { name: one.delegate }) : ''}`,
      )
      .join('、')
  const topicOf = (topicId: string): string => meeting.agenda.find((one) => one.topicId === topicId)?.title ?? ''
  const given = record.decisions.flatMap(({ tasks }) => tasks)
  return (
    <Section title={meeting.record ? t('会议情况') : t('会议情况（待复核）')}>
      <Facts
        items={[
          { label: t('召开日期'), value: record.heldOn },
          { label: t('主持人'), value: record.presider },
          { label: t('出席'), value: of('present') },
          ...(of('delegate') === '' ? [] : [{ label: t('委托代会'), value: of('delegate') }]),
          ...(of('absent') === '' ? [] : [{ label: t('请假'), value: of('absent') }]),
          ...(record.observing.length === 0 ? [] : [{ label: t('列席'), value: record.observing.join('、') }]),
          { label: t('登记人'), value: record.by },
          ...(meeting.record ? [{ label: t('复核人'), value: meeting.record.confirmedBy }] : []),
          {
            label: t('纪要扫描件'),
            value: (
              <a href={`/api/meetings/${meeting.id}/files/${record.scanDigest}`} target="_blank" rel="noreferrer">
                {t('查看')}
              </a>
            ),
          },
        ]}
      />
      <Sheet
        caption={t('议定事项')}
        columns={[
          { key: 'topic', title: t('议题'), width: 220, render: (row: Decision) => topicOf(row.topicId) },
          { key: 'outcome', title: t('结论'), render: (row) => word('topicOutcome', row.outcome) },
          {
            key: 'text',
            title: t('决定原文'),
            width: 360,
            render: (row) => <span className={styles.words}>{row.text}</span>,
          },
          { key: 'votes', title: t('表决'), width: 150, render: sayVotes },
          { key: 'recused', title: t('回避'), width: 150, render: (row) => row.recused.join('、') },
        ]}
        rows={record.decisions}
        rowKey={(row) => row.topicId}
      />
      {given.length > 0 && (
        <Sheet
          caption={t('交办事项')}
          columns={[
            { key: 'words', title: t('事项内容'), width: 420, render: (row: Given) => row.words },
            { key: 'unit', title: t('责任单位'), width: 220, render: (row) => row.unitName },
            { key: 'due', title: t('完成时限'), render: (row) => row.due },
          ]}
          rows={given}
          rowKey={(row) => `${row.unitId}${row.words}`}
        />
      )}
    </Section>
  )
}
