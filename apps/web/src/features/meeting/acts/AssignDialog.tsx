import { assignTasks } from '@quanheng/contract/assigned-task'
import { type DirectGiver, directGivers } from '@quanheng/domain/assigned-task/model'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { type NamedUnit, UnitsField } from '../../../shared/unit/UnitsField.tsx'
import styles from '../../../shared/work/work.module.css'

interface Props {
  readonly onGiven: (assignedTaskIds: readonly string[]) => void
  readonly onClose: () => void
}

/** 直接交办: a leader's word or the office's own, to one unit or several, until a day. */
const AssignDialog = ({ onGiven, onClose }: Props) => {
  const { posts } = useSession()
  const inPerson = posts.some(({ kind }) => kind === 'steeringHead' || kind === 'steeringDeputy')
  const [by, setBy] = useState<DirectGiver>(inPerson ? 'leader' : 'office')
  const [source, setSource] = useState('')
  const [units, setUnits] = useState<readonly NamedUnit[]>([])
  const [words, setWords] = useState('')
  const [due, setDue] = useState('')
  const assign = useCommand(assignTasks, {
    onDone: ({ assignedTaskIds }) => {
      onClose()
      onGiven(assignedTaskIds)
    },
  })
  const id = useId()
  return (
    <Modal
      open
      width={720}
      title={t('直接交办')}
      okText={t('交办')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: due === '' }}
      confirmLoading={assign.pending}
      onOk={() =>
        void assign.run({ body: { giver: by, source, unitIds: units.map(({ unitId }) => unitId), words, due } })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        {!inPerson && (
          <>
            <span>{t('交办人')}</span>
            <Radio.Group
              value={by}
              onChange={(event) => setBy(event.target.value as DirectGiver)}
              options={directGivers.map((value) => ({ value, label: word('directGiver', value) }))}
            />
          </>
        )}
        <label htmlFor={`${id}s`}>{t('来源')}</label>
        <Input
          id={`${id}s`}
          maxLength={200}
          placeholder={
            by === 'leader' && !inPerson
              ? t('谁、何时、以何种方式交办，如：组长1月8日在专报上批示')
              : t('如：年度工作要点第三项，可不填')
          }
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
        <span>{t('责任单位')}</span>
        <UnitsField label={t('增加责任单位')} units={units} onChange={setUnits} />
        <label htmlFor={`${id}w`}>{t('事项内容')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={4}
          maxLength={2_000}
          placeholder={t('办什么、办到什么程度；每个责任单位各有一件')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label htmlFor={`${id}d`}>{t('完成时限')}</label>
        <Input id={`${id}d`} type="date" value={due} onChange={(event) => setDue(event.target.value)} />
      </div>
      <Refusal refusal={assign.refusal} />
    </Modal>
  )
}

export default AssignDialog
