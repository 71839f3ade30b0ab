import type { ReplyOf } from '@quanheng/contract/route'
import { listNotifications, markRead } from '@quanheng/contract/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCommand } from '../../shared/api/hooks.ts'
import { message } from '../../shared/i18n/message.ts'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { StateTag } from '../../shared/state/StateTag.tsx'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { sayMoment } from '../../shared/time/time.ts'

type Notification = ReplyOf<typeof listNotifications>['rows'][number]

const Text = ({ row, onFollow }: { readonly row: Notification; readonly onFollow: () => void }) => {
  const text = message(row.code, row.params)
  if (row.link === null) return text
  return (
    <Link to={row.link} onClick={onFollow}>
      {text}
    </Link>
  )
}

/** What I was told; read when I say so, or when I follow it. */
const Notifications = () => {
  const read = useCommand(markRead)
  const mark = (row: Notification) => row.readAt === null && void read.run({ body: { ids: [row.id] } })
  const columns: readonly Column<Notification>[] = [
    { key: 'at', title: t('时间'), render: (row) => sayMoment(row.at) },
    { key: 'text', title: t('内容'), width: 420, render: (row) => <Text row={row} onFollow={() => mark(row)} /> },
    {
      key: 'state',
      title: t('状态'),
      render: (row) => (row.readAt ? t('已读') : <StateTag word={t('未读')} tone="heed" />),
    },
    {
      key: 'acts',
      title: t('办理'),
      render: (row) =>
        row.readAt === null && (
          <Button size="small" onClick={() => mark(row)}>
            {t('标为已读')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <Refusal refusal={read.refusal} />
      <DataTable
        id="workbench-notifications"
        caption={t('通知')}
        route={listNotifications}
        columns={columns}
        rowKey={(row) => row.id}
        filters={[{ kind: 'choice', name: 'unread', label: t('状态'), options: [{ value: 'yes', label: t('未读') }] }]}
        actions={
          <Button size="small" loading={read.pending} onClick={() => read.run({ body: {} })}>
            {t('全部标为已读')}
          </Button>
        }
        empty={t('没有通知。')}
      />
    </>
  )
}

export default Notifications
