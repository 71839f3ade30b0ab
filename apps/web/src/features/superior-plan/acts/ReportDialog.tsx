import { reportProgress } from '@quanheng/contract/progress-report'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import { type ProgressRow, type SuperiorPlan, sayPeriod, sayTarget } from '../superior-plan.ts'

interface Props {
  readonly plan: SuperiorPlan
  readonly row: ProgressRow
  readonly period: string
  readonly onClose: () => void
}

/** 报告进展: the figure by the end of the period, what the year will bring, words and difficulties. */
const ReportDialog = ({ plan, row, period, onClose }: Props) => {
  const { report } = row
  const [actual, setActual] = useState(report?.actual ?? '')
  const [yearEnd, setYearEnd] = useState(report?.yearEnd ?? '')
  const [words, setWords] = useState(report?.words ?? '')
  const [difficulties, setDifficulties] = useState(report?.difficulties ?? '')
  const [files, setFiles] = useState<readonly StoredFile[]>(report?.files ?? [])
  const send = useCommand(reportProgress, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      width={720}
      title={t('报告进展：{{name}}（{{period}}）', { name: row.indicator, period: sayPeriod(period) })}
      okText={t('报告')}
      cancelText={t('取消')}
      confirmLoading={send.pending}
      onOk={() =>
        void send.run({
          params: { superiorPlanId: plan.id },
          body: {
            shareKey: row.shareKey,
            period,
            version: report?.version ?? null,
            actual,
            yearEnd,
            words,
            difficulties,
            files: [...files],
          },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('分解目标')}</span>
        <span>{sayTarget(row.target, row.measureUnit)}</span>
        <label htmlFor={`${id}a`}>{t('累计完成')}</label>
        <Input
          id={`${id}a`}
          maxLength={60}
          suffix={row.measureUnit}
          value={actual}
          onChange={(event) => setActual(event.target.value)}
        />
        <label htmlFor={`${id}e`}>{t('全年预计')}</label>
        <Input
          id={`${id}e`}
          maxLength={60}
          suffix={row.measureUnit}
          placeholder={t('说不准的可不填')}
          value={yearEnd}
          onChange={(event) => setYearEnd(event.target.value)}
        />
        <label htmlFor={`${id}w`}>{t('进展情况')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={4}
          maxLength={2_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label htmlFor={`${id}d`}>{t('存在困难')}</label>
        <Input.TextArea
          id={`${id}d`}
          rows={2}
          maxLength={2_000}
          placeholder={t('没有的不填')}
          value={difficulties}
          onChange={(event) => setDifficulties(event.target.value)}
        />
        <span>{t('佐证材料')}</span>
        <FilesField
          label={t('选择材料')}
          accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
          files={files}
          onChange={setFiles}
        />
      </div>
      <Refusal refusal={send.refusal} />
    </Modal>
  )
}

export default ReportDialog
