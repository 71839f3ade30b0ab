import {
  closeRectification,
  extendRectification,
  planRectification,
  reportRectification,
  returnRectification,
} from '@quanheng/contract/rectification'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Item } from '../supervision.ts'

export type ItemAct = Item['may'][number]

interface Props {
  readonly item: Item
  readonly act: ItemAct
  readonly onClose: () => void
}

const wordsOf = (act: ItemAct): string =>
  ({
    plan: t('整改措施'),
    report: t('完成情况'),
    close: t('复查情况'),
    return: t('理由'),
    extend: t('理由'),
  })[act]

const dayOf = (act: ItemAct): string | undefined =>
  ({
    plan: t('计划完成日期'),
    report: undefined,
    close: t('复查日期'),
    return: t('新的时限'),
    extend: t('新的时限'),
  })[act]

/** Plan and report of the unit; re-check, return and more days of the office. */
const ItemDialog = ({ item, act, onClose }: Props) => {
  const [words, setWords] = useState(act === 'plan' ? (item.plan?.words ?? '') : '')
  const [personResponsible, setPerson] = useState(item.plan?.personResponsible ?? '')
  const [day, setDay] = useState(
    act === 'plan' ? (item.plan?.plannedDue ?? item.due) : act === 'close' ? item.today : item.due,
  )
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const options = { onDone: onClose }
  const plan = useCommand(planRectification, options)
  const report = useCommand(reportRectification, options)
  const close = useCommand(closeRectification, options)
  const back = useCommand(returnRectification, options)
  const extend = useCommand(extendRectification, options)
  const all = [plan, report, close, back, extend]
  const id = useId()
  const params = { rectificationId: item.id }
  const { version } = item
  const run = () => {
    switch (act) {
      case 'plan':
        return plan.run({ params, body: { version, words, personResponsible, plannedDue: day } })
      case 'report':
        return report.run({ params, body: { version, words, files: [...files] } })
      case 'close':
        return close.run({ params, body: { version, words, on: day, files: [...files] } })
      case 'return':
        return back.run({ params, body: { version, reason: words, due: day } })
      case 'extend':
        return extend.run({ params, body: { version, reason: words, due: day } })
    }
  }
  const dayLabel = dayOf(act)
  const isReasoned = act === 'return' || act === 'extend'
  return (
    <Modal
      open
      width={680}
      title={t('{{act}}：{{object}}', { act: word('rectificationCommand', act), object: item.subject })}
      okText={word('rectificationCommand', act)}
      cancelText={t('取消')}
      okButtonProps={{ disabled: (isReasoned && words.trim() === '') || (dayLabel !== undefined && day === '') }}
      confirmLoading={all.some(({ pending }) => pending)}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}w`}>{wordsOf(act)}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={4}
          maxLength={isReasoned ? 500 : 2_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {act === 'plan' && (
          <>
            <label htmlFor={`${id}p`}>{t('整改责任人')}</label>
            <Input
              id={`${id}p`}
              maxLength={100}
              placeholder={t('姓名和职务')}
              value={personResponsible}
              onChange={(event) => setPerson(event.target.value)}
            />
          </>
        )}
        {dayLabel !== undefined && (
          <>
            <label htmlFor={`${id}d`}>{dayLabel}</label>
            <Input id={`${id}d`} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          </>
        )}
        {(act === 'report' || act === 'close') && (
          <>
            <span>{act === 'report' ? t('佐证材料') : t('复查照片')}</span>
            <FilesField label={t('选择文件')} files={files} onChange={setFiles} />
          </>
        )}
        {act === 'close' && (
          <p className={styles.note}>{t('复查由发现问题和报告整改以外的人办理，销号后不再变动。')}</p>
        )}
      </div>
      <Refusal refusal={all.find(({ refusal }) => refusal)?.refusal} />
    </Modal>
  )
}

export default ItemDialog
