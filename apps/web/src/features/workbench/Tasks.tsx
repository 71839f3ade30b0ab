import type { ReplyOf } from '@quanheng/contract/route'
import { listTasks } from '@quanheng/contract/workbench'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { t } from '../../shared/i18n/t.ts'
import { Light } from '../../shared/state/Light.tsx'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { verbOf } from './verb.ts'

const Claim = lazy(() => import('./Claim.tsx'))

type Task = ReplyOf<typeof listTasks>['rows'][number]

const left = ({ light, workingDaysLeft: days }: Task): string => {
  if (light === 'red') return days ? t('逾期 {{days}} 个工作日', { days: -days }) : t('已逾期')
  if (days === null) return light === 'yellow' ? t('将到期') : t('未到期')
  return days === 0 ? t('今日到期') : t('余 {{days}} 个工作日', { days })
}

const columns = (): readonly Column<Task>[] => [
  {
    key: 'object',
    title: t('待办事项'),
    width: 260,
    render: (task) => (
      <Link to={task.link}>{t('{{verb}}：{{object}}', { verb: verbOf(task), object: task.object })}</Link>
    ),
  },
  { key: 'within', title: t('所属方案'), width: 170, render: (task) => task.within },
  { key: 'from', title: t('来自'), width: 90, optional: true, render: (task) => task.from },
  {
    key: 'claim',
    title: t('领办'),
    render: (task) => (
      <Suspense>
        <Claim task={task} />
      </Suspense>
    ),
  },
  { key: 'due', title: t('期限'), render: (task) => task.due },
  { key: 'light', title: t('时限'), render: (task) => task.light && <Light colour={task.light} word={left(task)} /> },
]

/** 待办: verb, object, due and how pressing; each line leads to where it is done. */
export const Tasks = () => {
  const navigate = useNavigate()
  return (
    <DataTable
      id="workbench-tasks"
      caption={t('待办')}
      route={listTasks}
      columns={columns()}
      rowKey={(task) => `${task.noun}/${task.id}`}
      filters={[
        { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('事项、方案') },
        {
          kind: 'choice',
          name: 'light',
          label: t('时限'),
          options: [
            { value: 'red', label: t('已逾期') },
            { value: 'yellow', label: t('将到期') },
          ],
        },
      ]}
      onOpen={(task) => void navigate({ to: task.link })}
      empty={t('没有待办事项。')}
    />
  )
}
