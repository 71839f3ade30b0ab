import { exportRectifications, listRectifications, rectificationRegister } from '@quanheng/contract/rectification'
import { rectificationStates } from '@quanheng/domain/rectification/model'
import { tickets } from '@quanheng/domain/supervision/ticket'
import { Link, useSearch } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { type ItemLine, itemToneOf } from '../supervision.ts'
import { TicketTag } from '../TicketTag.tsx'

const columns: readonly Column<ItemLine>[] = [
  {
    key: 'words',
    title: t('整改要求'),
    width: 240,
    render: (row) => (
      <Link to={'/supervision/rectifications/$rectificationId' as never} params={{ rectificationId: row.id } as never}>
        {row.words}
      </Link>
    ),
  },
  { key: 'unit', title: t('单位'), width: 150, render: (row) => row.unitName },
  { key: 'subject', title: t('内容'), width: 140, render: (row) => row.subject },
  { key: 'ticket', title: t('督办'), render: (row) => <TicketTag ticket={row.ticket} /> },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('rectificationState', row.state)} tone={itemToneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'due', title: t('时限'), render: (row) => row.due },
  {
    key: 'late',
    title: t('逾期'),
    unit: t('工作日'),
    figure: true,
    render: (row) => (row.daysLate === 0 ? '' : row.daysLate),
  },
  { key: 'times', title: t('发现次数'), figure: true, render: (row) => row.times },
  { key: 'seriousness', title: t('程度'), optional: true, render: (row) => word('seriousness', row.seriousness) },
  { key: 'noticedOn', title: t('通知日期'), optional: true, render: (row) => row.noticedOn },
  { key: 'supervision', title: t('督查'), width: 200, optional: true, render: (row) => row.supervisionTitle },
]

const yes = [{ value: 'yes', label: t('是') }]
const filters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('单位、内容或整改要求') },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: rectificationStates.map((value) => ({ value, label: word('rectificationState', value) })),
  },
  {
    kind: 'choice',
    name: 'ticket',
    label: t('督办'),
    options: tickets.map((value) => ({ value, label: word('ticket', value) })),
  },
  { kind: 'choice', name: 'late', label: t('只看逾期'), options: yes },
  { kind: 'choice', name: 'again', label: t('只看重复发现'), options: yes },
]

const narrowedBy = ['q', 'state', 'ticket', 'late', 'again', 'supervisionId'] as const

/** 整改台账: of the office all it has given, of a unit its own; printed and exported as narrowed. */
const RectificationListPage = () => {
  const search = useSearch({ strict: false }) as Search
  const query = Object.fromEntries(
    narrowedBy.flatMap((name): [string, string][] => {
      const value = search[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const { supervisionId } = search
  return (
    <Page>
      <DataTable
        id="rectifications"
        caption={t('整改台账')}
        route={listRectifications}
        {...(supervisionId !== undefined && { input: { query: { supervisionId } } })}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        empty={t('还没有整改事项。')}
        exportRoute={exportRectifications}
        actions={
          <PaperFiles label={t('整改台账')} size="small" route={rectificationRegister} params={{}} query={query} />
        }
      />
    </Page>
  )
}

export default RectificationListPage
