import { confirmMilestone, missMilestone, reportMilestone, returnMilestone } from '@quanheng/contract/milestone'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Milestone } from '../milestone.ts'

export type MilestoneAct = Milestone['may'][number]

interface Props {
  readonly milestone: Milestone
  readonly act: MilestoneAct
  readonly onClose: () => void
}

const wordsOf = (act: MilestoneAct): string =>
  ({ report: t('完成情况'), confirm: t('确认意见（可不填）'), return: t('理由'), miss: t('理由') })[act]

const noteOf = (act: MilestoneAct): string | undefined =>
  ({
    report: undefined,
    confirm: undefined,
    return: t('退回后亮灯从到期日起继续计算。'),
    miss: t('认定后不再催办；完成后承担单位仍可补报。'),
  })[act]

/** Report of the unit with evidence; confirmation, return, or statement that it was missed, by who answers for the indicator. */
const MilestoneDialog = ({ milestone, act, onClose }: Props) => {
  const [words, setWords] = useState(act === 'report' ? (milestone.report?.words ?? '') : '')
  const [completedOn, setCompletedOn] = useState(milestone.report?.completedOn ?? milestone.today)
  const [reached, setReached] = useState(milestone.report?.reached ?? '')
  const [files, setFiles] = useState<readonly StoredFile[]>(milestone.report?.files ?? [])
  const options = { onDone: onClose }
  const report = useCommand(reportMilestone, options)
  const confirm = useCommand(confirmMilestone, options)
  const back = useCommand(returnMilestone, options)
  const miss = useCommand(missMilestone, options)
  const all = [report, confirm, back, miss]
  const id = useId()
  const params = { milestoneId: milestone.id }
  const { version } = milestone
  const run = () => {
    switch (act) {
      case 'report':
        return report.run({ params, body: { version, words, completedOn, reached, files: [...files] } })
      case 'confirm':
        return confirm.run({ params, body: { version, words } })
      case 'return':
        return back.run({ params, body: { version, reason: words } })
      case 'miss':
        return miss.run({ params, body: { version, reason: words } })
    }
  }
  const isReasoned = act === 'return' || act === 'miss'
  const note = noteOf(act)
  return (
    <Modal
      open
      width={680}
      title={t('{{act}}：{{object}}', { act: word('milestoneCommand', act), object: milestone.name })}
      okText={word('milestoneCommand', act)}
      cancelText={t('取消')}
      okButtonProps={{
        disabled: (isReasoned && words.trim() === '') || (act === 'report' && completedOn === ''),
      }}
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
          maxLength={act === 'report' ? 2_000 : 500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {act === 'report' && (
          <>
            {milestone.expectedAmount !== null && (
              <>
                <label htmlFor={`${id}r`}>{t('完成数')}</label>
                <Input
                  id={`${id}r`}
                  value={reached}
                  suffix={milestone.measureUnit}
                  placeholder={t('应达 {{amount}}', { amount: milestone.expectedAmount })}
                  onChange={(event) => setReached(event.target.value)}
                />
              </>
            )}
            <label htmlFor={`${id}d`}>{t('完成日期')}</label>
            <Input
              id={`${id}d`}
              type="date"
              max={milestone.today}
              value={completedOn}
              onChange={(event) => setCompletedOn(event.target.value)}
            />
            <span>{t('佐证材料')}</span>
            <FilesField label={t('选择文件')} files={files} onChange={setFiles} />
          </>
        )}
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
      <Refusal refusal={all.find(({ refusal }) => refusal)?.refusal} />
    </Modal>
  )
}

export default MilestoneDialog
