import { closeData, confirmData } from '@quanheng/contract/datum'
import { Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import styles from '../collection.module.css'
import { useOpening } from '../datum/use-opening.ts'
import { Labelled } from '../Labelled.tsx'
import type { DatumRow } from '../row.ts'
import { sayAuthor, sayMeasured } from '../say.ts'

interface Props {
  readonly rows: readonly DatumRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}

const Table = ({ rows }: { readonly rows: readonly DatumRow[] }) => (
  <div className={styles.scroll}>
    <table className={styles.versions}>
      <thead>
        <tr>
          <th scope="col">{t('数据项')}</th>
          <th scope="col">{t('考核单位')}</th>
          <th scope="col">{t('填报值')}</th>
          <th scope="col">{t('数据截至')}</th>
          <th scope="col">{t('填报人')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.element.name}</td>
            <td>{row.unitName}</td>
            <td data-figure>{row.last && sayMeasured(row, row.last.value)}</td>
            <td data-day>{row.last?.asOf}</td>
            <td>{row.last && sayAuthor(row.last)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** A second person stands behind what others reported; what is missing from the evidence list is explained here (缺件说明). */
export const BatchConfirm = ({ rows, onClose, onDone }: Props) => {
  const [gapReason, setGapReason] = useState('')
  const confirm = useCommand(confirmData)
  useOpening(rows)
  const gaps = [...new Set(rows.flatMap((row) => row.missingEvidence))]
  const act = async () => {
    if (gaps.length > 0 && gapReason.trim() === '') return
    const body = {
      rows: rows.map((row) => ({
        datumId: row.id,
        version: row.version,
        ...(row.missingEvidence.length > 0 && { gapReason: gapReason.trim() }),
      })),
    }
    if (!(await confirm.run({ body }))) return
    notify(t('已确认 {{count}} 项', { count: rows.length }))
    onDone()
  }
  return (
    <WeightyAct
      act={t('确认')}
      object={t('{{count}} 项数据', { count: rows.length })}
      effects={[t('确认后由评分科室关闭数据，用于评分；此后更正须由评分科室退回或重新开放。')]}
      pending={confirm.pending}
      refusal={confirm.refusal}
      onAct={() => void act()}
      onClose={onClose}
    >
      <Table rows={rows} />
      {gaps.length > 0 && (
        <Labelled label={t('缺件说明')} help={t('尚未上传：{{names}}', { names: gaps.join('、') })}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={500}
              value={gapReason}
              status={gapReason.trim() === '' ? 'error' : ''}
              aria-required
              onChange={(event) => setGapReason(event.target.value)}
            />
          )}
        </Labelled>
      )}
    </WeightyAct>
  )
}

/** 数据关闭: from here on a score sheet may cite the figures. */
export const BatchClose = ({ rows, onClose, onDone }: Props) => {
  const close = useCommand(closeData)
  const act = async () => {
    const body = { rows: rows.map((row) => ({ datumId: row.id, version: row.version })) }
    if (!(await close.run({ body }))) return
    notify(t('已关闭 {{count}} 项', { count: rows.length }))
    onDone()
  }
  return (
    <WeightyAct
      act={t('关闭数据')}
      object={t('{{count}} 项数据', { count: rows.length })}
      effects={[t('关闭后评分表可以引用这些数据并签字；重新开放须写明理由，引用它的签名随之失效。')]}
      pending={close.pending}
      refusal={close.refusal}
      onAct={() => void act()}
      onClose={onClose}
    >
      <Table rows={rows} />
    </WeightyAct>
  )
}
