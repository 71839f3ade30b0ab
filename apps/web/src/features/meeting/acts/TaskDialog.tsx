import {
  acceptAssignedTask,
  extendAssignedTask,
  reportAssignedTask,
  returnAssignedTask,
} from '@quanheng/contract/assigned-task'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { AssignedTask } from '../meeting.ts'

interface Props {
  readonly task: AssignedTask
  readonly act: AssignedTask['may'][number]
  readonly onClose: () => void
}

/** 交办事项: the unit says what was done, with papers; the office accepts, sends back, or gives more days. */
const TaskDialog = ({ task, act, onClose }: Props) => {
  const [words, setWords] = useState('')
  const [due, setDue] = useState(task.due)
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const options = { onDone: onClose }
  const report = useCommand(reportAssignedTask, options)
  const accept = useCommand(acceptAssignedTask, options)
  const back = useCommand(returnAssignedTask, options)
  const extend = useCommand(extendAssignedTask, options)
  const all = [report, accept, back, extend]
  const id = useId()
  const params = { assignedTaskId: task.id }
  const { version } = task
  const run = () => {
    switch (act) {
      case 'report':
        return report.run({ params, body: { version, words, files: [...files] } })
      case 'accept':
        return accept.run({ params, body: { version, words } })
      case 'return':
        return back.run({ params, body: { version, reason: words } })
      case 'extend':
        return extend.run({ params, body: { version, due, reason: words } })
    }
  }
  return (
    <Modal
      open
      width={620}
      title={t('{{act}}：{{object}}', { act: word('assignedTaskCommand', act), object: task.words })}
      okText={word('assignedTaskCommand', act)}
      cancelText={t('取消')}
      okButtonProps={{ disabled: act !== 'accept' && words.trim() === '' }}
      confirmLoading={all.some(({ pending }) => pending)}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        {act === 'extend' && (
          <>
            <label htmlFor={`${id}d`}>{t('新的时限')}</label>
            <Input id={`${id}d`} type="date" value={due} onChange={(event) => setDue(event.target.value)} />
          </>
        )}
        <label htmlFor={`${id}w`}>{act === 'report' ? t('办理情况') : act === 'accept' ? t('意见') : t('理由')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={4}
          maxLength={act === 'report' ? 2_000 : 500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {act === 'report' && (
          <>
            <span>{t('证明材料')}</span>
            <FilesField label={t('选择文件')} files={files} onChange={setFiles} />
          </>
        )}
      </div>
      <Refusal refusal={all.find(({ refusal }) => refusal)?.refusal} />
    </Modal>
  )
}

export default TaskDialog
