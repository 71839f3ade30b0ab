import { listSigners, registerPaperSignature } from '@quanheng/contract/sheet'
import { Input, Modal, Select } from 'antd'
import { useId, useState, useSyncExternalStore } from 'react'
import { stepUp } from '../../../shared/api/door.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../scoring.module.css'
import type { Sheet } from '../sheet.ts'

/** 线下签批登记: what stands on the signed paper, with its scan; a second person confirms it. */
const PaperDialog = ({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) => {
  const signers = useQueryRoute(listSigners, { params: { sheetId: sheet.id } }).data?.rows ?? []
  const [signer, setSigner] = useState<string>()
  const [signedOn, setSignedOn] = useState('')
  const [checkCode, setCheckCode] = useState('')
  const [opinion, setOpinion] = useState('')
  const [scan, setScan] = useState<Scan>()
  const register = useCommand(registerPaperSignature, { onDone: onClose })
  const proving = useSyncExternalStore(stepUp.listen, stepUp.isAsking)
  const id = useId()
  const chosen = signers.find((one) => `${one.role} ${one.personId}` === signer)
  const go = () =>
    chosen &&
    scan &&
    register.run({
      params: { sheetId: sheet.id },
      body: {
        version: sheet.version,
        role: chosen.role,
        personId: chosen.personId,
        signedOn,
        checkCode,
        scanDigest: scan.digest,
        ...(opinion.trim() !== '' && { opinion }),
      },
    })
  return (
    <Modal
      open={!proving}
      title={t('线下签批登记：{{leaf}}', { leaf: sheet.leafName })}
      okText={t('登记')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !chosen || !scan || signedOn === '' || checkCode.trim() === '' }}
      confirmLoading={register.pending}
      onOk={go}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className={styles.note}>{t('照签批单原件登记。登记后由另一人核对扫描件，核对一致签字才生效。')}</p>
      <div className={styles.fields}>
        <label htmlFor={`${id}p`}>{t('签字人')}</label>
        <Select
          id={`${id}p`}
          value={signer ?? null}
          placeholder={t('请选择')}
          options={signers.map((one) => ({
            value: `${one.role} ${one.personId}`,
            label: `${word('sheetRole', one.role)} ${one.name}（${one.unitName}）`,
          }))}
          onChange={(value) => setSigner(value ?? undefined)}
        />
        <label htmlFor={`${id}d`}>{t('签字日期')}</label>
        <Input id={`${id}d`} type="date" value={signedOn} onChange={(event) => setSignedOn(event.target.value)} />
        <label htmlFor={`${id}c`}>{t('页脚校验码')}</label>
        <Input
          id={`${id}c`}
          value={checkCode}
          maxLength={40}
          placeholder={t('四组，每组四位')}
          onChange={(event) => setCheckCode(event.target.value)}
        />
        <label htmlFor={`${id}o`}>{t('签署意见（选填）')}</label>
        <Input id={`${id}o`} value={opinion} maxLength={500} onChange={(event) => setOpinion(event.target.value)} />
        <ScanField label={t('扫描件')} scan={scan} onStored={setScan} />
      </div>
      <Refusal refusal={register.refusal} />
    </Modal>
  )
}

export default PaperDialog
