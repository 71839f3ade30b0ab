import { listData, reportData } from '@quanheng/contract/datum'
import { Input } from 'antd'
import { useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import styles from '../collection.module.css'
import { type Edit, faultsOf, lineOf, needsReason } from '../edit.ts'
import { Labelled } from '../Labelled.tsx'
import type { DatumRow } from '../row.ts'
import { sayMeasured, sayRelease } from '../say.ts'
import type { EditStore } from '../use-edits.ts'

interface Props {
  readonly store: EditStore
  readonly onClose: () => void
}

interface Line {
  readonly row: DatumRow
  readonly edit: Edit
}

/** 报送 of everything typed and in order: shown exactly as it will be stored; lines with a fault stay behind, by name. */
export const BatchReport = ({ store, onClose }: Props) => {
  const [lateReason, setLateReason] = useState('')
  const [reason, setReason] = useState('')
  const open = useQueryRoute(listData, { query: { turn: 'report', size: 200 } })
  const report = useCommand(reportData)
  const lines: readonly Line[] = (open.data?.rows ?? []).flatMap((row) => {
    const edit = store.edits[row.id]
    if (!edit || !row.may.includes('report')) return []
    const late = row.overdue && edit.lateReason === '' ? lateReason : edit.lateReason
    const why = needsReason(row, edit) && edit.reason === '' ? reason : edit.reason
    return [{ row, edit: { ...edit, lateReason: late, reason: why } }]
  })
  const ready = lines.filter(({ row, edit }) => faultsOf(row, edit).length === 0)
  const faulty = lines.filter(({ row, edit }) => faultsOf(row, edit).length > 0)
  const send = async () => {
    if (ready.length === 0) return
    const done = await report.run({ body: { rows: ready.map(({ row, edit }) => lineOf(row, edit)) } })
    if (!done) return
    store.forget(ready.map(({ row }) => row.id))
    notify(t('已报送 {{count}} 项', { count: ready.length }))
    onClose()
  }
  return (
    <WeightyAct
      act={t('报送')}
      object={t('{{count}} 项数据', { count: ready.length })}
      effects={[t('报送后由本单位负责人或另一人确认；确认前可以撤回。')]}
      pending={report.pending || open.isFetching}
      refusal={report.refusal}
      onAct={() => void send()}
      onClose={onClose}
    >
      {ready.length > 0 && <Lines lines={ready} />}
      {lines.some(({ row }) => row.overdue) && (
        <Labelled label={t('逾期原因')}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={500}
              value={lateReason}
              onChange={(event) => setLateReason(event.target.value)}
            />
          )}
        </Labelled>
      )}
      {lines.some(({ row, edit }) => needsReason(row, edit)) && (
        <Labelled label={t('更正说明')}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Labelled>
      )}
      {faulty.length > 0 && (
        <section>
          <h3>{t('以下 {{count}} 项暂不能报送', { count: faulty.length })}</h3>
          <ul className={styles.list}>
            {faulty.map(({ row, edit }) => (
              <li key={row.id}>
                {row.unitName} {row.element.name}：{faultsOf(row, edit).join('')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </WeightyAct>
  )
}

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => (
  <div className={styles.scroll}>
    <table className={styles.versions}>
      <thead>
        <tr>
          <th scope="col">{t('数据项')}</th>
          <th scope="col">{t('考核单位')}</th>
          <th scope="col">{t('填报值')}</th>
          <th scope="col">{t('数据截至')}</th>
          <th scope="col">{t('数据性质')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ row, edit }) => (
          <tr key={row.id}>
            <td>{row.element.name}</td>
            <td>{row.unitName}</td>
            <td data-figure>{sayMeasured(row, lineOf(row, edit).value)}</td>
            <td data-day>{edit.asOf}</td>
            <td>{sayRelease(edit.release)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
