import { contribute } from '@quanheng/contract/year-review'
import { type ReviewEntryKind, reviewEntryKinds } from '@quanheng/domain/year-review/model'
import { contributors } from '@quanheng/domain/year-review/transitions'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useSession } from '../../../shared/session/session.ts'
import styles from '../../../shared/work/work.module.css'
import type { Review } from '../review.ts'

const whole = 'whole'

/** 提出意见: what worked, what did not, an opinion, or a change with what the next plan should say. */
const ContributeDialog = ({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) => {
  const session = useSession()
  const units = session.posts.filter(({ kind }) => (contributors as readonly string[]).includes(kind))
  const [unitId, setUnit] = useState(units[0]?.unitId ?? '')
  const [kind, setKind] = useState<ReviewEntryKind>('practice')
  const [nodeKey, setNode] = useState(whole)
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState('')
  const send = useCommand(contribute, { onDone: onClose })
  const id = useId()
  const seen = [...new Map(units.map((post) => [post.unitId, post.unitName]))]
  return (
    <Modal
      open
      width={720}
      title={t('提出意见：{{title}}', { title: review.title })}
      okText={t('提交')}
      cancelText={t('取消')}
      confirmLoading={send.pending}
      onOk={() =>
        send.run({
          params: { reviewId: review.id },
          body: {
            unitId,
            kind,
            nodeKey: nodeKey === whole ? '' : nodeKey,
            text,
            wanted: kind === 'change' ? wanted : '',
          },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        {seen.length > 1 && (
          <>
            <label htmlFor={`${id}u`}>{t('单位')}</label>
            <Select
              id={`${id}u`}
              value={unitId}
              options={seen.map(([value, label]) => ({ value, label }))}
              onChange={setUnit}
            />
          </>
        )}
        <span>{t('类别')}</span>
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as ReviewEntryKind)}
          options={reviewEntryKinds.map((value) => ({ value, label: word('reviewEntryKind', value) }))}
        />
        <label htmlFor={`${id}n`}>{t('指标')}</label>
        <Select
          id={`${id}n`}
          showSearch={{ optionFilterProp: 'label' }}
          value={nodeKey}
          options={[
            { value: whole, label: t('全年工作') },
            ...review.nodes.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={setNode}
        />
        <label htmlFor={`${id}t`}>{t('内容')}</label>
        <Input.TextArea
          id={`${id}t`}
          rows={4}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {kind === 'change' && (
          <>
            <label htmlFor={`${id}w`}>{t('下年方案怎样改')}</label>
            <Input.TextArea
              id={`${id}w`}
              rows={2}
              maxLength={1_000}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          </>
        )}
      </div>
      <Refusal refusal={send.refusal} />
    </Modal>
  )
}

export default ContributeDialog
