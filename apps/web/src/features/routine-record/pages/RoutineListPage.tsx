import { exportRoutineRecords, listRoutineRecords, routineRegister } from '@quanheng/contract/routine-record'
import { routineEffects, routineRecordStates } from '@quanheng/domain/routine-record/model'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { type Line, toneOf } from '../routine-record.ts'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))
const ImportDialog = lazy(() => import('../acts/ImportDialog.tsx'))

const columns: readonly Column<Line>[] = [
  { key: 'happenedOn', title: t('发生日期'), render: (row) => row.happenedOn },
  { key: 'unit', title: t('单位'), width: 120, render: (row) => row.unitName },
  {
    key: 'happening',
    title: t('记录事项'),
    width: 240,
    render: (row) => (
      <Link to={'/routine-records/$routineRecordId' as never} params={{ routineRecordId: row.id } as never}>
        {row.happening}
      </Link>
    ),
  },
  { key: 'indicator', title: t('指标'), width: 140, render: (row) => row.indicator.split(' › ').at(-1) ?? '' },
  { key: 'source', title: t('来源文件'), width: 140, render: (row) => row.source },
  { key: 'effect', title: t('拟作处理'), render: (row) => word('routineEffect', row.effect) },
  { key: 'points', title: t('分值'), figure: true, render: (row) => row.points ?? '' },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('routineRecordState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'lead', title: t('记录单位'), width: 160, optional: true, render: (row) => row.leadName },
  { key: 'plan', title: t('方案'), width: 220, optional: true, render: (row) => row.planTitle },
]

const filters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('单位、指标、事项或来源') },
  {
    kind: 'choice',
    name: 'effect',
    label: t('拟作处理'),
    options: routineEffects.map((value) => ({ value, label: word('routineEffect', value) })),
  },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: routineRecordStates.map((value) => ({ value, label: word('routineRecordState', value) })),
  },
  { kind: 'day', name: 'from', label: t('日期自') },
  { kind: 'day', name: 'to', label: t('日期至') },
]

const fixedBy = ['planId', 'unitId', 'leafKey'] as const
const narrowedBy = ['q', 'effect', 'state', 'from', 'to', ...fixedBy] as const

const pick = (search: Search, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = search[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )

/** 平时记录: the latest first; written down here, one by one or from a workbook; printed and exported as narrowed. */
const RoutineListPage = () => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const [open, setOpen] = useState<'one' | 'many'>()
  const mayBegin = useMay('routineRecord.begin')
  const close = () => setOpen(undefined)
  return (
    <Page>
      <DataTable
        id="routine-records"
        caption={t('平时记录')}
        route={listRoutineRecords}
        input={{ query: pick(search, fixedBy) }}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        empty={t('没有平时记录。已撤销的请按状态筛选。')}
        exportRoute={exportRoutineRecords}
        importSlot={
          mayBegin && (
            <Button size="small" onClick={() => setOpen('many')}>
              {t('批量录入')}
            </Button>
          )
        }
        actions={
          <>
            {mayBegin && (
              <Button type="primary" onClick={() => setOpen('one')}>
                {t('录入平时记录')}
              </Button>
            )}
            <PaperFiles
              label={t('登记表')}
              size="small"
              route={routineRegister}
              params={{}}
              query={pick(search, narrowedBy)}
            />
          </>
        }
      />
      <Suspense>
        {open === 'one' && (
          <ContentDialog
            onClose={close}
            onBegun={(routineRecordId) =>
              void navigate({ to: '/routine-records/$routineRecordId' as never, params: { routineRecordId } as never })
            }
          />
        )}
        {open === 'many' && <ImportDialog onClose={close} />}
      </Suspense>
    </Page>
  )
}

export default RoutineListPage
