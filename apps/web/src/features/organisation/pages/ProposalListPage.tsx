import { listPeopleProposals } from '@quanheng/contract/people-proposal'
import { peopleProposalStates } from '@quanheng/domain/people-proposal/model'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { OtherPage } from '../OtherPage.tsx'
import { type ProposalRow, toneOf } from '../proposals/proposal.ts'

const BeginDialog = lazy(() => import('../proposals/acts/BeginDialog.tsx'))

const columns: readonly Column<ProposalRow>[] = [
  {
    key: 'unit',
    title: t('申报单位'),
    width: 220,
    render: (row) => (
      <Link to={'/people-proposals/$peopleProposalId' as never} params={{ peopleProposalId: row.id } as never}>
        {row.unitName}
      </Link>
    ),
  },
  { key: 'note', title: t('说明'), width: 220, render: (row) => row.note },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('peopleProposalState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'lines', title: t('行数'), figure: true, render: (row) => row.lines },
  { key: 'open', title: t('未审核'), figure: true, render: (row) => row.open },
  { key: 'returned', title: t('退回'), figure: true, render: (row) => row.returned },
  { key: 'submittedOn', title: t('报送日期'), render: (row) => row.submittedOn ?? '' },
]

/** 人员变动申报: a unit's own, or for the security administrator whatever was sent in. */
const ProposalListPage = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const mayWrite = useMay('peopleProposal.write')
  return (
    <Page
      actions={
        mayWrite && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('起草申报')}
          </Button>
        )
      }
    >
      <OtherPage here="proposals" />
      <DataTable
        id="people-proposals"
        caption={t('人员变动申报')}
        route={listPeopleProposals}
        columns={columns}
        rowKey={(row) => row.id}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: t('状态'),
            options: peopleProposalStates.map((state) => ({ value: state, label: word('peopleProposalState', state) })),
          },
        ]}
        empty={mayWrite ? t('还没有申报。有人新进、变更任职、调离时，起草一份报安全管理员。') : t('没有待办的申报。')}
      />
      <Suspense>
        {open && (
          <BeginDialog
            onClose={() => setOpen(false)}
            onBegun={(peopleProposalId) =>
              void navigate({
                to: '/people-proposals/$peopleProposalId' as never,
                params: { peopleProposalId } as never,
              })
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

export default ProposalListPage
