import { exportProgress, progressPaper, showProgress, urgeProgress } from '@quanheng/contract/progress-report'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../shared/api/download.ts'
import { useCommand, useQueryRoute } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { notify } from '../../shared/notice/notices.ts'
import { Pending } from '../../shared/page/Pending.tsx'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import type { Search } from '../../shared/route/search.ts'
import { Light } from '../../shared/state/Light.tsx'
import { StateTag, type Tone } from '../../shared/state/StateTag.tsx'
import type { Column } from '../../shared/table/column.ts'
import { ExportButton } from '../../shared/table/ExportButton.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import work from '../../shared/work/work.module.css'
import {
  type ProgressRound as Round,
  type ProgressRow as Row,
  type SuperiorPlan,
  sayPeriod,
  sayTarget,
} from './superior-plan.ts'

const ReportDialog = lazy(() => import('./acts/ReportDialog.tsx'))
const ProgressDialog = lazy(() => import('./acts/ProgressDialog.tsx'))
const CalendarDialog = lazy(() => import('./acts/CalendarDialog.tsx'))

interface Opened {
  readonly act: 'report' | 'confirm' | 'return'
  readonly row: Row
}

const tones: Readonly<Record<NonNullable<Row['report']>['state'], Tone>> = {
  reported: 'going',
  returned: 'stop',
  confirmed: 'done',
}

/** 调度: who reported what of which round, with lights by working days. */
export const ProgressTab = ({ plan }: { readonly plan: SuperiorPlan }) => {
  const { period } = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const [calendar, setCalendar] = useState(false)
  const asked = useQueryRoute(showProgress, {
    params: { superiorPlanId: plan.id },
    query: period === undefined ? {} : { period },
  })
  const maySchedule = plan.may.includes('schedule')
  if (!asked.data) return <Pending refusal={asked.error} onRetry={asked.refetch} />
  const round = asked.data
  return (
    <Section
      title={t('任务调度')}
      actions={
        <span className={work.acts}>
          {round.rounds.length > 0 && (
            <Select
              aria-label={t('期次')}
              value={round.period}
              style={{ minWidth: 220 }}
              options={round.rounds.map((one) => ({
                value: one.period,
                label: t('{{period}}（已报 {{reported}}/{{asked}}）', {
                  period: sayPeriod(one.period),
                  reported: one.reported,
                  asked: one.asked,
                }),
              }))}
              onChange={(next) => void navigate({ to: '.', search: { tab: 'progress', period: next } as never })}
            />
          )}
          {maySchedule && <Button onClick={() => setCalendar(true)}>{t('调度日历')}</Button>}
          {round.period !== null && <RoundActs plan={plan} round={round} period={round.period} />}
        </span>
      }
    >
      {plan.calendar && (
        <p className={work.note}>
          {t('{{cadence}}报告，期满后第 {{day}} 个工作日前报；亮灯按工作日计算，只作提醒。', {
            cadence: word('cadence', plan.calendar.cadence),
            day: plan.calendar.workingDay,
          })}
          {round.end !== null && t('本期截至 {{end}}，报告期限 {{due}}。', { end: round.end, due: round.due ?? '' })}
        </p>
      )}
      {round.period === null ? <None plan={plan} /> : <Rows plan={plan} round={round} />}
      <Suspense>{calendar && <CalendarDialog plan={plan} onClose={() => setCalendar(false)} />}</Suspense>
    </Section>
  )
}

const None = ({ plan }: { readonly plan: SuperiorPlan }) => (
  <p>
    {plan.calendar
      ? t('还没有到报告的期次：一期结束后即可报告。')
      : t('还没有设置调度日历。由考评办设置按月或按季报告、期满后第几个工作日前报。')}
  </p>
)

const RoundActs = ({
  plan,
  round,
  period,
}: {
  readonly plan: SuperiorPlan
  readonly round: Round
  readonly period: string
}) => {
  const params = { superiorPlanId: plan.id }
  const urge = useCommand(urgeProgress, {
    onDone: ({ shares, people }) =>
      notify(
        shares === 0
          ? t('本期都已报告，没有需要催办的。')
          : t('已就 {{shares}} 项未报任务通知 {{people}} 人。', { shares, people }),
      ),
  })
  return (
    <>
      {round.mayUrge && (
        <Button loading={urge.pending} onClick={() => void urge.run({ params, body: { period } })}>
          {t('催办')}
        </Button>
      )}
      <ExportButton onExport={(format) => download(exportProgress, { params, query: { period, format } })} />
      <PaperFiles label={t('任务调度表')} route={progressPaper} params={params} query={{ period }} />
      <Refusal refusal={urge.refusal} />
    </>
  )
}

/** What is reported is a state; what is owed is a light. */
const Standing = ({ row }: { readonly row: Row }) => {
  const { report, light, past } = row
  if (report && report.state !== 'returned')
    return (
      <>
        <StateTag word={word('progressState', report.state)} tone={tones[report.state]} />
        {past > 0 && ` ${t('逾期 {{days}} 个工作日', { days: past })}`}
      </>
    )
  const said = report ? word('progressState', 'returned') : t('未报告')
  const late = past > 0 ? t('{{state}}，逾期 {{days}} 个工作日', { state: said, days: past }) : said
  return light === 'yellow' || light === 'red' ? (
    <Light colour={light} word={late} />
  ) : (
    <StateTag word={late} tone={report ? 'stop' : 'waiting'} />
  )
}

const Rows = ({ plan, round }: { readonly plan: SuperiorPlan; readonly round: Round }) => {
  const [open, setOpen] = useState<Opened>()
  const columns: readonly Column<Row>[] = [
    { key: 'indicator', title: t('上级指标'), width: 150, render: (row) => row.indicator },
    {
      key: 'unit',
      title: t('承担单位、科室'),
      width: 130,
      render: (row) => `${row.unitName}${row.sectionName}`,
    },
    { key: 'target', title: t('分解目标'), figure: true, render: (row) => sayTarget(row.target, row.measureUnit) },
    {
      key: 'actual',
      title: t('累计完成'),
      figure: true,
      render: (row) => (row.report ? sayTarget(row.report.actual, row.measureUnit) : ''),
    },
    { key: 'rate', title: t('完成率'), unit: '%', figure: true, render: (row) => row.rate ?? '' },
    {
      key: 'yearEnd',
      title: t('全年预计'),
      figure: true,
      render: (row) => (row.report ? sayTarget(row.report.yearEnd, row.measureUnit) : ''),
    },
    { key: 'standing', title: t('状态'), width: 110, render: (row) => <Standing row={row} /> },
    { key: 'words', title: t('进展情况及困难'), width: 220, render: (row) => <Said row={row} /> },
    {
      key: 'acts',
      title: t('办理'),
      render: (row) =>
        row.may.map((act) => (
          <Button
            key={act}
            size="small"
            type="link"
            aria-label={`${word('progressReportCommand', act)} ${row.indicator} ${row.unitName}`}
            onClick={() => setOpen({ act, row })}
          >
            {word('progressReportCommand', act)}
          </Button>
        )),
    },
  ]
  const close = () => setOpen(undefined)
  const period = round.period ?? ''
  return (
    <>
      <Sheet caption={t('任务调度表')} columns={columns} rows={round.rows} rowKey={(row) => row.shareKey} />
      <Suspense>
        {open?.act === 'report' && <ReportDialog plan={plan} row={open.row} period={period} onClose={close} />}
        {open?.row.report && open.act !== 'report' && (
          <ProgressDialog report={open.row.report} row={open.row} act={open.act} onClose={close} />
        )}
      </Suspense>
    </>
  )
}

const Said = ({ row: { report } }: { readonly row: Row }) =>
  report && (
    <>
      <span className={work.words}>{report.words}</span>
      {report.difficulties !== '' && <p>{t('困难：{{words}}', { words: report.difficulties })}</p>}
      {report.returned !== '' && <p className={work.fault}>{t('退回：{{reason}}', { reason: report.returned })}</p>}
      <FileLinks under={`/api/progress-reports/${report.id}`} files={report.files} />
    </>
  )
