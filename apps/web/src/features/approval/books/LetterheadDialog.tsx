import { addLetterhead, changeLetterhead, type listLetterheads } from '@quanheng/contract/number-book'
import { letterheadKinds } from '@quanheng/domain/approval/letterhead'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import type { RowOf } from '../../../shared/table/DataTable.tsx'
import styles from '../approval.module.css'

export type LetterheadRow = RowOf<typeof listLetterheads>

interface Props {
  /** Absent: a new one. */
  readonly head?: LetterheadRow | undefined
  readonly onClose: () => void
}

const usualWord = '文件' // i18n: its own name
const usualKinds: LetterheadRow['kinds'] = ['通知'] // i18n: its own name

/** 发文机关标志: the organ in the red head, its word, its 机关代字, and the kinds of paper it is for. */
export const LetterheadDialog = ({ head, onClose }: Props) => {
  const [organ, setOrgan] = useState(head?.organ ?? '')
  const [word, setWord] = useState(head?.word ?? usualWord)
  const [organCode, setCode] = useState(head?.organCode ?? '')
  const [kinds, setKinds] = useState<LetterheadRow['kinds']>(head?.kinds ?? usualKinds)
  const add = useCommand(addLetterhead, { onDone: onClose })
  const change = useCommand(changeLetterhead, { onDone: onClose })
  const id = useId()
  const body = { organ, word, organCode, kinds }
  const fields = [
    { name: 'o', label: t('机关名称'), value: organ, set: setOrgan, max: 60 },
    { name: 'w', label: t('标志用字'), value: word, set: setWord, max: 20 },
    { name: 'c', label: t('机关代字'), value: organCode, set: setCode, max: 20 },
  ] as const
  return (
    <Modal
      open
      title={head === undefined ? t('设立发文机关标志') : t('变更发文机关标志')}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: organ.trim() === '' || organCode.trim() === '' || kinds.length === 0 }}
      confirmLoading={add.pending || change.pending}
      onOk={() =>
        head === undefined
          ? add.run({ body })
          : change.run({ params: { letterheadId: head.id }, body: { ...body, active: true, version: head.version } })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {fields.map(({ name, label, value, set, max }) => (
        <div key={name} className={styles.field}>
          <label htmlFor={`${id}${name}`}>{label}</label>
          <Input id={`${id}${name}`} value={value} maxLength={max} onChange={(event) => set(event.target.value)} />
        </div>
      ))}
      <div className={styles.field}>
        <label htmlFor={`${id}k`}>{t('用于文种')}</label>
        <Select
          id={`${id}k`}
          mode="multiple"
          value={[...kinds]}
          onChange={setKinds}
          options={letterheadKinds.map((kind) => ({ value: kind, label: kind }))}
        />
      </div>
      <Refusal refusal={add.refusal ?? change.refusal} />
    </Modal>
  )
}
