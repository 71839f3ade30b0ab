import { registerSignature } from '@quanheng/contract/approval'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../approval.module.css'
import type { Approval } from '../approval.ts'

/** 线下签批登记: what stands on the signed 签批单, with its scan; a second person confirms it. */
const PaperSignatureDialog = ({ approval, onClose }: { readonly approval: Approval; readonly onClose: () => void }) => {
  const [postId, setPostId] = useState<string>()
  const [signedOn, setSignedOn] = useState('')
  const [checkCode, setCheckCode] = useState('')
  const [opinion, setOpinion] = useState('')
  const [scan, setScan] = useState<Scan>()
  const register = useCommand(registerSignature, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      title={t('线下签批登记：{{step}}', { step: approval.stepName })}
      okText={t('登记')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !postId || !scan || signedOn === '' || checkCode.trim() === '' }}
      confirmLoading={register.pending}
      onOk={() =>
        postId &&
        scan &&
        register.run({
          params: { approvalId: approval.id },
          body: {
            version: approval.version,
            postId,
            signedOn,
            checkCode,
            scanDigest: scan.digest,
            ...(opinion.trim() !== '' && { opinion }),
          },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className={styles.soft}>{t('照签批单原件登记。登记后由另一人核对扫描件，核对一致签字才生效。')}</p>
      <div className={styles.fields}>
        <label htmlFor={`${id}p`}>{t('签字人')}</label>
        <Select
          id={`${id}p`}
          value={postId ?? null}
          placeholder={t('请选择')}
          options={approval.signers.map(({ postId: value, person, sectionName }) => ({
            value,
            label: [person.name, word('post', person.post), sectionName].filter(Boolean).join(' · '),
          }))}
          onChange={(value) => setPostId(value ?? undefined)}
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

export default PaperSignatureDialog
