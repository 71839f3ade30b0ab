import { burnNumber, issueNumber, type listNumbers } from '@quanheng/contract/number-book'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { useSession } from '../../../shared/session/session.ts'
import type { RowOf } from '../../../shared/table/DataTable.tsx'
import styles from '../approval.module.css'

export type NumberRow = RowOf<typeof listNumbers>

const paramsOf = ({ bookId, number }: NumberRow) => ({ bookId, number })

const Issue = ({ row, onClose }: { readonly row: NumberRow; readonly onClose: () => void }) => {
  const { today } = useSession()
  const [issuedOn, setDay] = useState(today)
  const id = useId()
  const act = useCommand(issueNumber, { onDone: onClose })
  return (
    <WeightyAct
      act={t('登记印发')}
      object={`${row.documentNumber} ${row.title}`}
      effects={[t('该号记为已印发。撤回的，再作废并写明原因。')]}
      pending={act.pending}
      refusal={act.refusal}
      onClose={onClose}
      onAct={() => act.run({ params: paramsOf(row), body: { issuedOn } })}
    >
      <div className={styles.field}>
        <label htmlFor={id}>{t('印发日期')}</label>
        <Input id={id} type="date" value={issuedOn} max={today} onChange={(event) => setDay(event.target.value)} />
      </div>
    </WeightyAct>
  )
}

const Burn = ({ row, onClose }: { readonly row: NumberRow; readonly onClose: () => void }) => {
  const act = useCommand(burnNumber, { onDone: onClose })
  return (
    <WeightyAct
      act={t('作废文号')}
      object={`${row.documentNumber} ${row.title}`}
      effects={[t('该号连同原因留在登记簿中，不再使用，也不补号。')]}
      reason="required"
      pending={act.pending}
      refusal={act.refusal}
      onClose={onClose}
      onAct={(reason) => act.run({ params: paramsOf(row), body: { reason } })}
    >
      {null}
    </WeightyAct>
  )
}

/** What may be done with a number: those of approvals go with their papers. */
export const NumberActs = ({ row }: { readonly row: NumberRow }) => {
  const [open, setOpen] = useState<'issue' | 'burn'>()
  if (row.approvalId !== null || row.state === 'burned') return null
  const close = () => setOpen(undefined)
  return (
    <span className={styles.acts}>
      {row.state === 'reserved' && (
        <Button size="small" onClick={() => setOpen('issue')}>
          {t('登记印发')}
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('burn')}>
        {t('作废')}
      </Button>
      {open === 'issue' && <Issue row={row} onClose={close} />}
      {open === 'burn' && <Burn row={row} onClose={close} />}
    </span>
  )
}
