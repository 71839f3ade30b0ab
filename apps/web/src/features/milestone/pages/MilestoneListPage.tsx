import { exportMilestones, listMilestones, milestoneRegister } from '@quanheng/contract/milestone'
import { milestoneLights } from '@quanheng/domain/milestone/light'
import { milestoneStates } from '@quanheng/domain/milestone/model'
import { Link, useSearch } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { LightMark } from '../LightMark.tsx'
import { type Line, sayPast, toneOf } from '../milestone.ts'

const columns: readonly Column<Line>[] = [
  { key: 'due', title: t('日期'), render: (row) => row.due },
  {
    key: 'name',
    title: t('节点'),
    width: 120,
    render: (row) => (
      <Link to={'/milestones/$milestoneId' as never} params={{ milestoneId: row.id } as never}>
        {row.name}
      </Link>
    ),
  },
  { key: 'indicator', title: t('指标'), width: 150, render: (row) => row.indicator },
  { key: 'unit', title: t('承担单位'), width: 120, render: (row) => row.unitName },
  { key: 'light', title: t('亮灯'), render: (row) => <LightMark light={row.light} state={row.state} /> },
  { key: 'past', title: t('时限'), render: (row) => (row.state === 'dropped' ? '' : sayPast(row)) },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('milestoneState', row.state)} tone={toneOf[row.state]} />,
  },
  {
    key: 'expected',
    title: t('应达'),
    figure: true,
    render: (row) => (row.expectedAmount === null ? '' : `${row.expectedAmount}${row.measureUnit}`),
  },
  {
    key: 'reached',
    title: t('完成'),
    figure: true,
    render: (row) => (row.reached === null ? '' : `${row.reached}${row.measureUnit}`),
  },
  { key: 'mine', title: t('办理'), optional: true, render: (row) => (row.mine ? t('待我办理') : '') },
  {
    key: 'told',
    title: t('已告知'),
    optional: true,
    render: (row) => (row.told === null ? '' : word('lightRung', row.told)),
  },
  { key: 'plan', title: t('方案'), width: 220, optional: true, render: (row) => row.planTitle },
]

const filters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('指标、节点或单位') },
  {
    kind: 'choice',
    name: 'light',
    label: t('亮灯'),
    options: milestoneLights.map((value) => ({ value, label: word('milestoneLight', value) })),
  },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: milestoneStates.map((value) => ({ value, label: word('milestoneState', value) })),
  },
  { kind: 'day', name: 'from', label: t('日期自') },
  { kind: 'day', name: 'to', label: t('日期至') },
]

const narrowedBy = ['q', 'light', 'state', 'from', 'to', 'planId'] as const

/** 指标节点台账: by their day, over all plans in sight; printed and exported as narrowed. */
const MilestoneListPage = () => {
  const search = useSearch({ strict: false }) as Search
  const query = Object.fromEntries(
    narrowedBy.flatMap((name): [string, string][] => {
      const value = search[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const { planId } = search
  return (
    <Page>
      <DataTable
        id="milestones"
        caption={t('指标节点台账')}
        route={listMilestones}
        {...(planId !== undefined && { input: { query: { planId } } })}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        empty={t('没有指标节点。')}
        exportRoute={exportMilestones}
        actions={
          <>
            <LinkButton to={'/milestones' as never}>{t('节点看板')}</LinkButton>
            <PaperFiles label={t('亮灯情况表')} size="small" route={milestoneRegister} params={{}} query={query} />
          </>
        }
      />
    </Page>
  )
}

export default MilestoneListPage
