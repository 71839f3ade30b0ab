import { recordVisit, verificationPeople } from '@quanheng/contract/verification'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../verification.module.css'
import type { Unit, Verification } from '../verification.ts'

interface Props {
  readonly verification: Verification
  readonly unit: Unit
  readonly onClose: () => void
}

/** 登记核验记录: what was seen, and the scan of the form that both sides signed. */
const VisitDialog = ({ verification, unit, onClose }: Props) => {
  const people = useQueryRoute(verificationPeople, {}).data?.members ?? []
  const [visitedOn, setDay] = useState('')
  const [memberIds, setMembers] = useState<readonly string[]>([])
  const [record, setRecord] = useState('')
  const [side, setSide] = useState<'signed' | 'declined'>('signed')
  const [reason, setReason] = useState('')
  const [checkCode, setCode] = useState('')
  const [scan, setScan] = useState<Scan>()
  const visit = useCommand(recordVisit, { onDone: onClose })
  const id = useId()
  const ready =
    visitedOn !== '' && record.trim() !== '' && (side === 'declined' || (scan !== undefined && checkCode.trim() !== ''))
  const go = () =>
    visit.run({
      params: { verificationId: verification.id },
      body: {
        version: verification.version,
        unitId: unit.unitId,
        visitedOn,
        memberIds: [...memberIds],
        record,
        unitSide:
          side === 'signed' ? { kind: side, scanDigest: scan?.digest ?? '', checkCode } : { kind: side, reason },
      },
    })
  return (
    <Modal
      open
      title={t('登记核验记录：{{unit}}', { unit: unit.unitName })}
      okText={t('登记')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={visit.pending}
      onOk={go}
      onCancel={onClose}
      mask={{ closable: false }}
      width={640}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}d`}>{t('核验日期')}</label>
        <Input id={`${id}d`} type="date" value={visitedOn} onChange={(event) => setDay(event.target.value)} />
        <label htmlFor={`${id}m`}>{t('核验人员（两人以上）')}</label>
        <Select
          id={`${id}m`}
          mode="multiple"
          value={[...memberIds]}
          placeholder={t('请选择')}
          options={people.map((person) => ({ value: person.personId, label: `${person.name}（${person.unitName}）` }))}
          onChange={setMembers}
        />
        <label htmlFor={`${id}r`}>{t('核验情况')}</label>
        <Input.TextArea
          id={`${id}r`}
          rows={4}
          maxLength={10_000}
          placeholder={t('查阅了哪些材料，核对了哪些数据，结果如何')}
          value={record}
          onChange={(event) => setRecord(event.target.value)}
        />
        <Radio.Group
          value={side}
          onChange={(event) => setSide(event.target.value as 'signed' | 'declined')}
          options={[
            { value: 'signed', label: word('unitSide', 'signed') },
            { value: 'declined', label: word('unitSide', 'declined') },
          ]}
        />
        {side === 'declined' ? (
          <>
            <label htmlFor={`${id}w`}>{t('单位未签字的原因')}</label>
            <Input id={`${id}w`} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </>
        ) : (
          <>
            <label htmlFor={`${id}c`}>{t('记录表页脚校验码')}</label>
            <Input id={`${id}c`} maxLength={40} value={checkCode} onChange={(event) => setCode(event.target.value)} />
            <ScanField label={t('签字记录表')} scan={scan} onStored={setScan} choose={t('选择签字记录表的扫描件')} />
          </>
        )}
        <Refusal refusal={visit.refusal} />
      </div>
    </Modal>
  )
}

export default VisitDialog
