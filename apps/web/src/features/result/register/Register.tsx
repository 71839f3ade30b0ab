import { showRegister } from '@quanheng/contract/report'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { sayNobody } from '../../../shared/people/nobody.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../result.module.css'
import { type Line, reportTone, sayPeople } from '../result.ts'

const ReportDrawer = lazy(() => import('./ReportDrawer.tsx'))
const EnterPaper = lazy(() => import('./EnterPaper.tsx'))

const sayReceived = (row: Line): string => {
  const { received } = row
  if (received === null) return row.returnReason === null ? '' : t('退回：{{reason}}', { reason: row.returnReason })
  const how = word('reportChannel', received.via)
  return t('{{number}}，{{day}}收，{{how}}', { number: received.documentNumber, day: received.receivedOn, how })
}

/** Nobody at the lead unit has a post here: its report comes on paper, or somebody is given one. */
const sayWhoActs = ({ next, may }: Line): string => {
  if (next === null) return ''
  if (next.people.length > 0) return sayPeople(next.people)
  return may.includes('enterPaper') ? t('{{nobody}}，或录入其纸质报告', { nobody: sayNobody() }) : sayNobody()
}

const columns = (onEnter: (row: Line) => void, onOpen: (row: Line) => void): readonly Column<Line>[] => [
  { key: 'lead', title: t('牵头单位'), width: 200, render: (row) => row.leadUnitName },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => (
      <>
        <StateTag word={word('leadReportState', row.state)} tone={reportTone[row.state]} />
        {row.overdue && <StateTag word={t('逾期')} tone="stop" />}
        {row.received?.late && <StateTag word={t('逾期补报')} tone="heed" />}
      </>
    ),
  },
  { key: 'due', title: t('时限'), width: 110, render: (row) => row.due },
  { key: 'expected', title: t('考核项目'), figure: true, render: (row) => row.expected },
  { key: 'received', title: t('来文'), width: 180, render: sayReceived },
  { key: 'next', title: t('由谁办理'), width: 230, render: sayWhoActs },
  {
    key: 'acts',
    title: t('办理'),
    render: (row) => (
      <span className={styles.acts}>
        {row.may.includes('enterPaper') && (
          <Button size="small" onClick={() => onEnter(row)}>
            {word('leadReportCommand', 'enterPaper')}
          </Button>
        )}
        {row.state !== 'notReported' && (
          <Button size="small" onClick={() => onOpen(row)}>
            {row.may.includes('confirmPaper') ? word('leadReportCommand', 'confirmPaper') : t('查看')}
          </Button>
        )}
      </span>
    ),
  },
]

/** 评分报告登记簿: 已报 / 未报 / 退回, and what the office does with each. Shows no total. */
export const Register = ({ planId }: { readonly planId: string }) => {
  const wanted = (useSearch({ strict: false }) as { readonly report?: string }).report
  const [entering, setEntering] = useState<string>()
  const [open, setOpen] = useState<string | undefined>(wanted)
  const asked = useQueryRoute(showRegister, { params: { planId } })
  if (!asked.data) return <Pending refusal={asked.error} onRetry={asked.refetch} />
  const { rows, summary } = asked.data
  return (
    <Section
      title={t('评分报告登记：已报 {{reported}}，未报 {{owed}}，其中退回 {{returned}}', {
        reported: summary.reported,
        owed: summary.owed,
        returned: summary.returned,
      })}
    >
      <Sheet
        caption={t('评分报告登记')}
        columns={columns(
          (row) => setEntering(row.id),
          (row) => setOpen(row.id),
        )}
        rows={rows}
        rowKey={(row) => row.id}
        empty={t('方案没有确定牵头单位')}
      />
      <Suspense>
        {entering && <EnterPaper reportId={entering} onClose={() => setEntering(undefined)} />}
        {open && <ReportDrawer reportId={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Section>
  )
}
