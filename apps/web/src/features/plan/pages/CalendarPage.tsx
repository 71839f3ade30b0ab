import { listCalendar, saveCalendar } from '@quanheng/contract/calendar'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { currentLanguage } from '../../../shared/i18n/language.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { dayRanges, dayRangesAbroad, daysIn } from '../calendar/day-ranges.ts'
import { DayInput } from '../fields/DayInput.tsx'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'

type Year = ReplyOf<typeof listCalendar>['rows'][number]

const sayDays = (days: Year['off']): string =>
  currentLanguage() === 'en' ? dayRangesAbroad(days).join(', ') : dayRanges(days).join('、') // i18n: its own mark

/** 节假日安排: the State Council's table of each year, by which working days are counted. */
const CalendarPage = () => {
  const asked = useQueryRoute(listCalendar, {})
  const mayEdit = useMay('calendar.edit')
  const [editing, setEditing] = useState<Year>()
  const rows = asked.data?.rows ?? []
  const fresh = (): Year => ({
    year: (rows[0]?.year ?? new Date().getFullYear()) + 1,
    off: [],
    workingWeekends: [],
    source: { documentNumber: '', date: '' },
    origin: 'saved',
    version: 0,
  })
  return (
    <Page
      crumbs={[{ title: t('系统') }]}
      actions={
        mayEdit && (
          <Button type="primary" onClick={() => setEditing(fresh())}>
            {t('录入新一年')}
          </Button>
        )
      }
    >
      <Refusal refusal={asked.error} onRetry={asked.refetch} />
      <Sheet
        caption={t('节假日安排')}
        rows={rows}
        rowKey={(row) => String(row.year)}
        columns={[
          { key: 'year', title: t('年度'), render: (row) => row.year },
          { key: 'off', title: t('放假'), width: 380, render: (row) => sayDays(row.off) },
          { key: 'work', title: t('调休上班'), width: 220, render: (row) => sayDays(row.workingWeekends) },
          { key: 'source', title: t('依据文件'), render: (row) => row.source.documentNumber },
          {
            key: 'origin',
            title: t('来源'),
            render: (row) =>
              row.origin === 'shipped' ? (
                <StateTag word={t('随版本提供')} tone="waiting" />
              ) : (
                <StateTag word={t('已录入')} tone="done" />
              ),
          },
          ...(mayEdit
            ? [
                {
                  key: 'act',
                  title: t('操作'),
                  render: (row: Year) => (
                    <Button type="link" size="small" onClick={() => setEditing(row)}>
                      {t('订正')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {editing && <YearForm key={editing.year} year={editing} onClose={() => setEditing(undefined)} />}
    </Page>
  )
}

interface FormProps {
  readonly year: Year
  readonly onClose: () => void
}

const YearForm = ({ year, onClose }: FormProps) => {
  const [number, setNumber] = useState(year.year)
  const [off, setOff] = useState(dayRanges(year.off).join('\n'))
  const [work, setWork] = useState(dayRanges(year.workingWeekends).join('\n'))
  const [source, setSource] = useState(year.source)
  const command = useCommand(saveCalendar, {
    onDone: () => {
      notify(t('{{year}} 年节假日安排已保存', { year: number }))
      onClose()
    },
  })
  const [offDays, workDays] = [daysIn(off, number), daysIn(work, number)]
  const unread = [...offDays.unread, ...workDays.unread]
  return (
    <Section title={t('{{year}} 年节假日安排', { year: number })}>
      <p className={styles.note}>{t('照国务院办公厅通知录入，每行一段，如“1月1日”或“10月1日至10月7日”。')}</p>
      <div className={styles.fields}>
        <Labelled label={t('年度')}>
          {(id) => (
            <InputNumber
              id={id}
              min={2000}
              max={2100}
              value={number}
              disabled={year.version > 0 || year.origin === 'shipped'}
              onChange={(value) => setNumber(value ?? number)}
            />
          )}
        </Labelled>
        <Labelled label={t('通知文号')}>
          {(id) => (
            <Input
              id={id}
              value={source.documentNumber}
              onChange={({ target }) => setSource({ ...source, documentNumber: target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('成文日期')}>
          {(id) => (
            <DayInput
              id={id}
              label={t('成文日期')}
              value={source.date}
              onChange={(date) => setSource({ ...source, date })}
            />
          )}
        </Labelled>
        <Labelled wide label={t('放假（含其中的周末）')}>
          {(id) => <Input.TextArea id={id} rows={4} value={off} onChange={({ target }) => setOff(target.value)} />}
        </Labelled>
        <Labelled wide label={t('调休上班的周六、周日')}>
          {(id) => <Input.TextArea id={id} rows={2} value={work} onChange={({ target }) => setWork(target.value)} />}
        </Labelled>
      </div>
      {unread.map((line) => (
        <p key={line} className={styles.stop} role="alert">
          {t('“{{line}}”不是日期，请按“10月1日至10月7日”填写。', { line })}
        </p>
      ))}
      <Refusal refusal={command.refusal} />
      <div className={styles.row}>
        <Button
          type="primary"
          loading={command.pending}
          disabled={unread.length > 0}
          onClick={() =>
            void command.run({
              params: { year: number },
              body: { off: [...offDays.days], workingWeekends: [...workDays.days], source, version: year.version },
            })
          }
        >
          {t('保存')}
        </Button>
        <Button onClick={onClose}>{t('取消')}</Button>
      </div>
    </Section>
  )
}

export default CalendarPage
