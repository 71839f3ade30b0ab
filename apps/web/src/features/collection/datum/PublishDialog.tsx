import { publishRelease } from '@quanheng/contract/datum'
import { Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../collection.module.css'
import { blankEdit, faultsOf, lineOf } from '../edit.ts'
import type { ShownDatum } from '../row.ts'
import { FigureFields } from './FigureFields.tsx'

interface Props {
  readonly datum: ShownDatum
  readonly onClose: () => void
}

/** 登记后续发布数: the figure as it was published later, with the stamped sheet or the published table. */
export const PublishDialog = ({ datum, onClose }: Props) => {
  const [edit, setEdit] = useState(() => ({ ...blankEdit(datum), release: 'final' as const }))
  const [scan, setScan] = useState<Scan>()
  const [tried, setTried] = useState(false)
  const command = useCommand(publishRelease)
  const faults = [...faultsOf(datum, edit), ...(scan === undefined ? [t('请上传盖章的数据确认表或公布的表格')] : [])]
  const act = async () => {
    setTried(true)
    if (faults.length > 0 || scan === undefined) return
    const { datumId, version, value, release, asOf } = lineOf(datum, edit)
    const body = { version, value, release, asOf, reason: edit.reason.trim(), originalDigest: scan.digest }
    if (!(await command.run({ params: { datumId }, body }))) return
    notify(t('已登记，待另一人确认'))
    onClose()
  }
  return (
    <Modal
      open
      width={720}
      title={t('登记后续发布数：{{unit}} {{name}}', { unit: datum.unitName, name: datum.element.name })}
      okText={t('登记')}
      cancelText={t('取消')}
      confirmLoading={command.pending}
      mask={{ closable: false }}
      onOk={() => void act()}
      onCancel={onClose}
    >
      <div className={styles.panel}>
        <FigureFields
          row={datum}
          edit={edit}
          reasonLabel={t('发布说明')}
          kinds={datum.nextReleases}
          onChange={(part) => setEdit((before) => ({ ...before, ...part }) as typeof before)}
        />
        <div className={styles.label}>
          <ScanField label={t('数据确认表')} scan={scan} onStored={setScan} choose={t('选择盖章的确认表')} />
        </div>
        {tried && faults.length > 0 && (
          <ul role="alert" className={`${styles.list} ${styles.fault}`}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
        <Refusal refusal={command.refusal} />
      </div>
    </Modal>
  )
}
