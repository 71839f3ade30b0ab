import { listAssignedTasks } from '@quanheng/contract/assigned-task'
import { listMeetings } from '@quanheng/contract/meeting'
import { showSteeringGroup } from '@quanheng/contract/steering-group'
import { assignedTaskStates, directGivers } from '@quanheng/domain/assigned-task/model'
import { meetingStates } from '@quanheng/domain/meeting/model'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import styles from '../../../shared/work/work.module.css'
import { GroupCard } from '../GroupCard.tsx'
import { type Group, type Line, type TaskLine, taskToneOf, toneOf } from '../meeting.ts'

const AgendaDialog = lazy(() => import('../acts/AgendaDialog.tsx'))
const AssignDialog = lazy(() => import('../acts/AssignDialog.tsx'))
const GroupDialog = lazy(() => import('../acts/GroupDialog.tsx'))

const columns: readonly Column<Line>[] = [
  {
    key: 'title',
    title: t('会议'),
    width: 240,
    render: (row) => (
      <Link to={'/meetings/$meetingId' as never} params={{ meetingId: row.id } as never}>
        {row.title}
      </Link>
    ),
  },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('meetingState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'kind', title: t('会议类别'), width: 130, render: (row) => word('meetingKind', row.kind) },
  { key: 'on', title: t('日期'), render: (row) => row.on ?? t('待定') },
  { key: 'topics', title: t('议题数'), figure: true, render: (row) => String(row.topics) },
  { key: 'number', title: t('纪要文号'), width: 180, render: (row) => row.documentNumber ?? '' },
  { key: 'unit', title: t('承办单位'), width: 180, optional: true, render: (row) => row.unitName },
]

/** The topic that a meeting decided, or by whose word it was given without one. */
const sayOrigin = ({ direct, topicTitle }: TaskLine): string =>
  direct === null ? topicTitle : [word('directGiver', direct.by), direct.source].filter(Boolean).join('：')

const taskColumns: readonly Column<TaskLine>[] = [
  {
    key: 'words',
    title: t('事项内容'),
    width: 300,
    render: (row) => (
      <Link to={'/assigned-tasks/$assignedTaskId' as never} params={{ assignedTaskId: row.id } as never}>
        {row.words}
      </Link>
    ),
  },
  { key: 'unit', title: t('责任单位'), width: 180, render: (row) => row.unitName },
  {
    key: 'state',
    title: t('状态'),
    render: (row) =>
      row.late ? (
        <StateTag word={t('已逾期')} tone="stop" />
      ) : (
        <StateTag word={word('assignedTaskState', row.state)} tone={taskToneOf[row.state]} />
      ),
  },
  { key: 'due', title: t('完成时限'), render: (row) => row.due },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'topic', title: t('来源'), width: 220, render: sayOrigin },
  { key: 'meeting', title: t('会议'), width: 160, render: (row) => row.meetingTitle },
]

const filters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('会议或议题'), placeholder: t('会议或议题名称') },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: meetingStates.map((value) => ({ value, label: word('meetingState', value) })),
  },
]

const taskFilters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('事项或单位'), placeholder: t('事项或单位名称') },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: assignedTaskStates.map((value) => ({ value, label: word('assignedTaskState', value) })),
  },
  {
    kind: 'choice',
    name: 'direct',
    label: t('直接交办'),
    options: directGivers.map((value) => ({ value, label: word('directGiver', value) })),
  },
]

/** 会议: the group and its members, its meetings, and the tasks that meetings, leaders and the office gave. */
const MeetingListPage = () => {
  const groups = useQueryRoute(showSteeringGroup, {}).data?.rows ?? []
  const [open, setOpen] = useState<'begin' | 'assign' | Group>()
  const navigate = useNavigate()
  const mayBegin = useMay('meeting.begin')
  const mayAssign = useMay('assignedTask.assign')
  const close = () => setOpen(undefined)
  return (
    <Page>
      {groups.map((group) => (
        <GroupCard key={group.officeUnitId} group={group} onSet={() => setOpen(group)} />
      ))}
      <DataTable
        id="meetings"
        caption={t('会议')}
        route={listMeetings}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        empty={t('还没有会议。')}
        actions={
          mayBegin && (
            <Button type="primary" onClick={() => setOpen('begin')}>
              {t('拟定会议')}
            </Button>
          )
        }
      />
      <Section title={t('交办事项')}>
        <div className={styles.list}>
          <DataTable
            id="assigned-tasks"
            caption={t('交办事项')}
            route={listAssignedTasks}
            columns={taskColumns}
            filters={taskFilters}
            rowKey={(row) => row.id}
            empty={t('还没有交办事项。')}
            local
            actions={mayAssign && <Button onClick={() => setOpen('assign')}>{t('直接交办')}</Button>}
          />
        </div>
      </Section>
      <Suspense>
        {open === 'begin' && (
          <AgendaDialog
            onClose={close}
            onBegun={(meetingId) =>
              void navigate({ to: '/meetings/$meetingId' as never, params: { meetingId } as never })
            }
          />
        )}
        {open === 'assign' && (
          <AssignDialog
            onClose={close}
            onGiven={([assignedTaskId, ...more]) => {
              // Several stand in the list; one is opened.
              if (assignedTaskId !== undefined && more.length === 0)
                void navigate({ to: '/assigned-tasks/$assignedTaskId' as never, params: { assignedTaskId } as never })
            }}
          />
        )}
        {open !== undefined && open !== 'begin' && open !== 'assign' && <GroupDialog group={open} onClose={close} />}
      </Suspense>
    </Page>
  )
}

export default MeetingListPage
