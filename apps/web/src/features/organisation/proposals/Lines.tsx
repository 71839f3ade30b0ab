import { dropPeopleLine } from '@quanheng/contract/people-proposal'
import { Button } from 'antd'
import { useCommand } from '../../../shared/api/hooks.ts'
import { message } from '../../../shared/i18n/message.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Line, type Proposal, sayLine } from './proposal.ts'

const Outcome = ({ line }: { readonly line: Line }) => {
  const { outcome, cameBack } = line
  if (outcome === null) return cameBack === null ? t('未审核') : t('上次退回：{{reason}}', { reason: cameBack })
  return (
    <>
      <StateTag word={word('lineOutcome', outcome.outcome)} tone={outcome.outcome === 'approved' ? 'done' : 'heed'} />{' '}
      {outcome.reason}
      <br />
      <small>{t('{{name}} {{day}}', { name: outcome.by, day: outcome.on })}</small>
    </>
  )
}

/** What would refuse this line now, said under it. */
export const Faults = ({ line }: { readonly line: Line }) =>
  line.faults.length === 0 ? null : (
    <ul role="alert" className={styles.list}>
      {line.faults.map(({ column, code, params }) => (
        <li key={`${column} ${code}`}>{message(code, params)}</li>
      ))}
    </ul>
  )

interface Props {
  readonly proposal: Proposal
  readonly onEdit: (line: Line) => void
}

export const Lines = ({ proposal, onEdit }: Props) => {
  const drop = useCommand(dropPeopleLine)
  const mayWrite = proposal.may.includes('write')
  const columns: readonly Column<Line>[] = [
    { key: 'kind', title: t('变动'), render: (row) => word('peopleLineKind', row.kind) },
    { key: 'name', title: t('姓名'), width: 90, render: (row) => row.name },
    { key: 'login', title: t('登录名'), width: 140, render: (row) => row.login },
    { key: 'what', title: t('任职'), width: 330, render: sayLine },
    { key: 'phone', title: t('电话'), render: (row) => row.phone ?? '' },
    { key: 'outcome', title: t('审核'), width: 180, render: (row) => <Outcome line={row} /> },
    ...(mayWrite
      ? [
          {
            key: 'act',
            title: t('办理'),
            render: (row: Line) =>
              row.outcome?.outcome !== 'approved' && (
                <>
                  <Button size="small" type="link" onClick={() => onEdit(row)}>
                    {t('修改')}
                  </Button>
                  <Button
                    size="small"
                    type="link"
                    loading={drop.pending}
                    onClick={() =>
                      void drop.run({
                        params: { peopleProposalId: proposal.id },
                        body: { lineId: row.id, version: proposal.version },
                      })
                    }
                  >
                    {t('删去')}
                  </Button>
                </>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Refusal refusal={drop.refusal} />
      <Sheet
        caption={t('变动')}
        columns={columns}
        rows={proposal.rows}
        rowKey={(row) => row.id}
        below={(row) => row.faults.length > 0 && <Faults line={row} />}
        empty={mayWrite ? t('还没有填写。可逐行增加，或导入 Excel。') : t('没有行。')}
      />
    </>
  )
}
