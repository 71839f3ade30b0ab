import { listApprovals } from '@quanheng/contract/approval'
import { approvalStates } from '@quanheng/domain/approval/model'
import { Link, useNavigate } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import { approvalTone, type Line, sayNext, sayPerson } from '../approval.ts'

const columns = (): readonly Column<Line>[] => [
  {
    key: 'title',
    title: t('文件'),
    width: 300,
    render: (row) => (
      <Link to="/approvals/$approvalId" params={{ approvalId: row.id }}>
        {row.title}
      </Link>
    ),
  },
  {
    key: 'state',
    title: t('环节'),
    render: (row) => (
      <StateTag
        word={
          row.state === 'completed' || row.state === 'fallen' || row.state === 'returned'
            ? word('approvalState', row.state)
            : row.stepName
        }
        tone={approvalTone(row.state)}
      />
    ),
  },
  { key: 'next', title: t('由谁办理'), width: 220, render: (row) => sayNext(row.next) },
  { key: 'documentNumber', title: t('发文字号'), render: (row) => row.documentNumber ?? '' },
  { key: 'startedBy', title: t('送审人'), render: (row) => sayPerson(row.startedBy) },
  { key: 'startedAt', title: t('送审时间'), render: (row) => sayMoment(row.startedAt) },
  { key: 'plan', title: t('方案'), width: 240, optional: true, render: (row) => row.planTitle },
]

/** Papers on their way; those that wait for me come first. */
const ApprovalListPage = () => {
  const navigate = useNavigate()
  return (
    <Page>
      <DataTable
        id="approvals"
        caption={t('审批签发')}
        route={listApprovals}
        columns={columns()}
        rowKey={(row) => row.id}
        filters={[
          {
            kind: 'choice',
            name: 'mine',
            label: t('范围'),
            options: [
              { value: 'true', label: t('待我办理') },
              { value: 'false', label: t('由他人办理') },
            ],
          },
          {
            kind: 'choice',
            name: 'state',
            label: t('环节'),
            options: approvalStates.map((state) => ({ value: state, label: word('approvalState', state) })),
          },
        ]}
        onOpen={(row) => void navigate({ to: '/approvals/$approvalId', params: { approvalId: row.id } })}
        empty={t('没有审批中的文件。结果锁定后，在“结果”中打开评分报告送审。')}
      />
    </Page>
  )
}

export default ApprovalListPage
