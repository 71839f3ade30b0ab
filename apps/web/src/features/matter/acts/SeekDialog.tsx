import { listMatterSeats, seekOpinions } from '@quanheng/contract/matter'
import { silences } from '@quanheng/domain/matter/model'
import { Checkbox, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Matter } from '../matter.ts'

/** 征求意见: which members, until when, and what silence will mean. */
const SeekDialog = ({ matter, onClose }: { readonly matter: Matter; readonly onClose: () => void }) => {
  const seats = useQueryRoute(listMatterSeats, {}).data?.rows ?? []
  const [seatKeys, setKeys] = useState<string[]>([])
  const [until, setUntil] = useState('')
  const [silence, setSilence] = useState<(typeof silences)[number]>('none')
  const seek = useCommand(seekOpinions, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      width={680}
      title={t('征求意见：{{title}}', { title: matter.title })}
      okText={t('发出')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: until === '' }}
      confirmLoading={seek.pending}
      onOk={() =>
        seek.run({ params: { matterId: matter.id }, body: { version: matter.version, seatKeys, until, silence } })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('成员')}</span>
        {seats.length === 0 ? (
          <span>{t('尚未设定领导小组，请在会议列表设置领导小组。')}</span>
        ) : (
          <Checkbox.Group
            {...(styles.list && { className: styles.list })}
            value={seatKeys}
            onChange={(next) => setKeys(next as string[])}
            options={seats.map(({ key, rank, unitName, personName }) => ({
              value: key,
              label: `${word('seatRank', rank)} ${unitName}${personName}`,
            }))}
          />
        )}
        <label htmlFor={`${id}u`}>{t('意见反馈截止')}</label>
        <Input id={`${id}u`} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        <span>{t('逾期不反馈的')}</span>
        <Radio.Group
          value={silence}
          onChange={(event) => setSilence(event.target.value as typeof silence)}
          options={silences.map((value) => ({ value, label: word('silence', value) }))}
        />
      </div>
      <Refusal refusal={seek.refusal} />
    </Modal>
  )
}

export default SeekDialog
