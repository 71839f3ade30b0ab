import type { listMatters } from '@quanheng/contract/meeting'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { type NamedUnit, UnitsField } from '../../../shared/unit/UnitsField.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Topic } from '../meeting.ts'

type Matters = ReplyOf<typeof listMatters>['rows']
type MatterKind = Matters[number]['kind']

export interface DraftTopic {
  readonly key: string
  readonly topicId: string | null
  readonly title: string
  readonly proposal: string
  readonly matter: { readonly kind: MatterKind; readonly matterId: string } | null
  readonly files: readonly StoredFile[]
  readonly concerns: readonly NamedUnit[]
}

export const blankTopic = (): DraftTopic => ({
  key: crypto.randomUUID(),
  topicId: null,
  title: '',
  proposal: '',
  matter: null,
  files: [],
  concerns: [],
})

export const draftOf = ({ topicId, title, proposal, matter, files, concerns }: Topic): DraftTopic => ({
  key: topicId,
  topicId,
  title,
  proposal,
  matter: matter ? { kind: matter.kind, matterId: matter.matterId } : null,
  files,
  concerns,
})

interface Props {
  readonly at: number
  readonly topic: DraftTopic
  readonly matters: Matters
  readonly onChange: (next: DraftTopic) => void
  readonly onRemove: () => void
}

/** One topic: what is to be decided, on which text or papers, and whose own matter it is. */
export const TopicFields = ({ at, topic, matters, onChange, onRemove }: Props) => {
  const id = useId()
  const name = t('议题{{number}}', { number: at + 1 })
  return (
    <fieldset className={styles.group}>
      <legend>
        {name}{' '}
        <Button size="small" type="link" onClick={onRemove} aria-label={t('移除 {{name}}', { name })}>
          {t('移除')}
        </Button>
      </legend>
      <div className={styles.form}>
        <label htmlFor={`${id}t`}>{t('议题名称')}</label>
        <Input
          id={`${id}t`}
          maxLength={200}
          value={topic.title}
          onChange={(event) => onChange({ ...topic, title: event.target.value })}
        />
        <label htmlFor={`${id}p`}>{t('提请审议的意见')}</label>
        <Input.TextArea
          id={`${id}p`}
          rows={2}
          maxLength={2_000}
          value={topic.proposal}
          onChange={(event) => onChange({ ...topic, proposal: event.target.value })}
        />
        <label htmlFor={`${id}m`}>{t('提交审议的文本')}</label>
        <Select
          id={`${id}m`}
          allowClear
          value={topic.matter?.matterId ?? null}
          placeholder={t('报告、方案、年度结果、调整申请或异议；其他事项只附材料')}
          options={matters.map(({ matterId, title }) => ({ value: matterId, label: title }))}
          onChange={(value: string | undefined) => {
            const found = matters.find(({ matterId }) => matterId === value)
            const title =
              found && topic.title === '' ? t('审议{{what}}', { what: found.title }).slice(0, 200) : topic.title
            onChange({ ...topic, title, matter: found ? { kind: found.kind, matterId: found.matterId } : null })
          }}
        />
        <span>{t('材料')}</span>
        <FilesField label={t('选择材料')} files={topic.files} onChange={(files) => onChange({ ...topic, files })} />
        <span>{t('涉及单位（回避）')}</span>
        <UnitsField
          label={t('增加涉及单位')}
          units={topic.concerns}
          onChange={(concerns) => onChange({ ...topic, concerns })}
        />
      </div>
    </fieldset>
  )
}
