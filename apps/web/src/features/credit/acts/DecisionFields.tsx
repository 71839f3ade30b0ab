import { Input } from 'antd'
import { useId } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'

export interface Decided {
  readonly body: string
  readonly on: string
  readonly number: string
  readonly text: string
  readonly scan: Scan | undefined
}

export const nothingDecided: Decided = { body: '', on: '', number: '', text: '', scan: undefined }

/** As the commands take it, when nothing is missing. */
export const wholeDecision = ({ scan, ...said }: Decided) =>
  said.body.trim() !== '' && said.on !== '' && said.text.trim() !== '' && scan !== undefined
    ? { ...said, scanDigest: scan.digest }
    : undefined

/** What the minutes say: the body, the day, the number, the words, and their scan. */
export const DecisionFields = ({
  value,
  onChange,
}: {
  readonly value: Decided
  readonly onChange: (next: Decided) => void
}) => {
  const id = useId()
  return (
    <div className={styles.form}>
      <label htmlFor={`${id}b`}>{t('审定机构')}</label>
      <Input
        id={`${id}b`}
        maxLength={100}
        placeholder={t('例如：绩效考评领导小组会议')}
        value={value.body}
        onChange={(event) => onChange({ ...value, body: event.target.value })}
      />
      <label htmlFor={`${id}d`}>{t('会议日期')}</label>
      <Input
        id={`${id}d`}
        type="date"
        value={value.on}
        onChange={(event) => onChange({ ...value, on: event.target.value })}
      />
      <label htmlFor={`${id}n`}>{t('纪要文号')}</label>
      <Input
        id={`${id}n`}
        maxLength={60}
        placeholder={t('没有文号的可不填')}
        value={value.number}
        onChange={(event) => onChange({ ...value, number: event.target.value })}
      />
      <label htmlFor={`${id}t`}>{t('决定内容')}</label>
      <Input.TextArea
        id={`${id}t`}
        rows={3}
        maxLength={10_000}
        placeholder={t('照录纪要原文')}
        value={value.text}
        onChange={(event) => onChange({ ...value, text: event.target.value })}
      />
      <ScanField label={t('纪要扫描件')} scan={value.scan} onStored={(scan) => onChange({ ...value, scan })} />
    </div>
  )
}
