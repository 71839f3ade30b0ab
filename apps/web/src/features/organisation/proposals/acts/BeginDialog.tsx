import { beginPeopleProposal } from '@quanheng/contract/people-proposal'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../../shared/api/hooks.ts'
import { t } from '../../../../shared/i18n/t.ts'
import { Refusal } from '../../../../shared/page/Refusal.tsx'
import { useSession } from '../../../../shared/session/session.ts'
import styles from '../../../../shared/work/work.module.css'

interface Props {
  readonly onClose: () => void
  readonly onBegun: (peopleProposalId: string) => void
}

/** For one of the units in which this person is 单位管理员. */
const BeginDialog = ({ onClose, onBegun }: Props) => {
  const units = [
    ...new Map(
      useSession()
        .posts.filter(({ kind }) => kind === 'unitAdmin')
        .map((post) => [post.unitId, post.unitName]),
    ),
  ]
  const [unitId, setUnit] = useState(units[0]?.[0] ?? '')
  const [note, setNote] = useState('')
  const id = useId()
  const begin = useCommand(beginPeopleProposal, { onDone: ({ peopleProposalId }) => onBegun(peopleProposalId) })
  return (
    <Modal
      open
      title={t('起草人员变动申报')}
      okText={t('起草')}
      cancelText={t('取消')}
      confirmLoading={begin.pending}
      onOk={() => begin.run({ body: { unitId, note } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}u`}>{t('单位')}</label>
        <Select
          id={`${id}u`}
          value={unitId}
          options={units.map(([value, label]) => ({ value, label }))}
          onChange={setUnit}
        />
        <label htmlFor={`${id}n`}>{t('说明')}</label>
        <Input.TextArea
          id={`${id}n`}
          rows={2}
          maxLength={500}
          placeholder={t('如任职文件的文号；可不填')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <Refusal refusal={begin.refusal} />
    </Modal>
  )
}

export default BeginDialog
