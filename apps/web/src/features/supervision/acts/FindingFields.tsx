import { type Seriousness, seriousnesses } from '@quanheng/domain/supervision/ticket'
import { Button, Input, Radio, Select } from 'antd'
import { useId } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import own from '../supervision.module.css'

export interface FindingDraft {
  readonly key: string
  readonly subject: string
  readonly fact: string
  readonly basis: string
  readonly seriousness: Seriousness
  readonly photographs: readonly StoredFile[]
}

interface Props {
  readonly number: number
  readonly subjects: readonly string[]
  readonly finding: FindingDraft
  readonly onChange: (finding: FindingDraft) => void
  readonly onRemove: () => void
}

/** One finding: under which subject of the order, what, against which clause, how serious, and photographs. */
export const FindingFields = ({ number, subjects, finding, onChange, onRemove }: Props) => {
  const id = useId()
  return (
    <fieldset className={own.finding}>
      <legend>{t('问题{{number}}', { number })}</legend>
      <label htmlFor={`${id}s`}>{t('内容')}</label>
      <Select
        id={`${id}s`}
        value={finding.subject}
        options={subjects.map((value) => ({ value, label: value }))}
        onChange={(subject: string) => onChange({ ...finding, subject })}
      />
      <label htmlFor={`${id}f`}>{t('事实')}</label>
      <Input.TextArea
        id={`${id}f`}
        rows={2}
        maxLength={2_000}
        placeholder={t('时间、地点、数量')}
        value={finding.fact}
        onChange={(event) => onChange({ ...finding, fact: event.target.value })}
      />
      <label htmlFor={`${id}b`}>{t('依据')}</label>
      <Input
        id={`${id}b`}
        maxLength={500}
        placeholder={t('文件名称和条款')}
        value={finding.basis}
        onChange={(event) => onChange({ ...finding, basis: event.target.value })}
      />
      <span>{t('程度')}</span>
      <Radio.Group
        value={finding.seriousness}
        onChange={(event) => onChange({ ...finding, seriousness: event.target.value as Seriousness })}
        options={seriousnesses.map((value) => ({ value, label: word('seriousness', value) }))}
      />
      <span>{t('现场照片')}</span>
      <FilesField
        label={t('选择照片')}
        accept=".jpg,.jpeg,.png"
        files={finding.photographs}
        onChange={(photographs) => onChange({ ...finding, photographs })}
      />
      <span />
      <span>
        <Button size="small" onClick={onRemove} aria-label={t('移除问题{{number}}', { number })}>
          {t('移除')}
        </Button>
      </span>
    </fieldset>
  )
}
