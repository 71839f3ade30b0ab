import { giveMatterOpinion } from '@quanheng/contract/matter'
import { matterStances } from '@quanheng/domain/matter/model'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Matter } from '../matter.ts'

/** 提出意见, as the member or for it, with the signed original. */
const OpinionDialog = ({ matter, onClose }: { readonly matter: Matter; readonly onClose: () => void }) => {
  const members = matter.members.filter(({ way }) => way !== null)
  const [seatKey, setKey] = useState((members.find(({ way }) => way === 'own') ?? members[0])?.key ?? '')
  const [stance, setStance] = useState<(typeof matterStances)[number]>('agree')
  const [words, setWords] = useState('')
  const [scan, setScan] = useState<Scan>()
  const give = useCommand(giveMatterOpinion, { onDone: onClose })
  const id = useId()
  const brought = members.find(({ key }) => key === seatKey)?.way === 'brought'
  return (
    <Modal
      open
      width={680}
      title={t('提出意见：{{title}}', { title: matter.title })}
      okText={t('提交')}
      cancelText={t('取消')}
      confirmLoading={give.pending}
      onOk={() =>
        give.run({
          params: { matterId: matter.id },
          body: { version: matter.version, seatKey, stance, words, scanDigest: scan?.digest ?? null },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}m`}>{t('成员')}</label>
        <Select
          id={`${id}m`}
          value={seatKey}
          options={members.map(({ key, unitName, personName }) => ({ value: key, label: `${unitName}${personName}` }))}
          onChange={setKey}
        />
        <span>{t('意见')}</span>
        <Radio.Group
          value={stance}
          onChange={(event) => setStance(event.target.value as typeof stance)}
          options={matterStances.map((value) => ({ value, label: word('stance', value) }))}
        />
        <label htmlFor={`${id}w`}>{t('具体意见')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={4}
          maxLength={2_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {brought && <ScanField label={t('签字原件')} scan={scan} onStored={setScan} />}
      </div>
      <Refusal refusal={give.refusal} />
    </Modal>
  )
}

export default OpinionDialog
