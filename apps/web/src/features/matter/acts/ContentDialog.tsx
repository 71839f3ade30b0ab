import { beginMatter, editMatter, reviseMatter } from '@quanheng/contract/matter'
import { matterSorts } from '@quanheng/domain/matter/model'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { CiteInText } from '../../../shared/library/CiteInText.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Matter } from '../matter.ts'

interface Props {
  /** A matter whose text is changed; absent for a new one. */
  readonly matter?: Matter
  readonly act?: 'edit' | 'revise'
  readonly onBegun?: (matterId: string) => void
  readonly onClose: () => void
}

/** 起草、修改: what it is, the text and its papers. */
const ContentDialog = ({ matter, act, onBegun, onClose }: Props) => {
  const [sort, setSort] = useState<Matter['sort']>(matter?.sort ?? 'policy')
  const [title, setTitle] = useState(matter?.title ?? '')
  const [wording, setWording] = useState(matter?.wording ?? '')
  const [files, setFiles] = useState<readonly StoredFile[]>(matter?.files ?? [])
  const begin = useCommand(beginMatter, {
    onDone: ({ matterId }) => {
      onBegun?.(matterId)
      onClose()
    },
  })
  const edit = useCommand(editMatter, { onDone: onClose })
  const revise = useCommand(reviseMatter, { onDone: onClose })
  const id = useId()
  const content = { sort, title, wording, files: [...files] }
  const run = () => {
    if (!matter) return begin.run({ body: { content } })
    const input = { params: { matterId: matter.id }, body: { version: matter.version, content } }
    return act === 'revise' ? revise.run(input) : edit.run(input)
  }
  return (
    <Modal
      open
      width={820}
      title={matter ? t('修改：{{title}}', { title: matter.title }) : t('起草重要事项')}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={begin.pending || edit.pending || revise.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('类别')}</span>
        <Radio.Group
          value={sort}
          onChange={(event) => setSort(event.target.value as Matter['sort'])}
          options={matterSorts.map((value) => ({ value, label: word('matterSort', value) }))}
        />
        <label htmlFor={`${id}t`}>{t('事项名称')}</label>
        <Input id={`${id}t`} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        <label htmlFor={`${id}w`}>{t('正文')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={10}
          maxLength={20_000}
          placeholder={t('每段一行；小标题写成“一、……”')}
          value={wording}
          onChange={(event) => setWording(event.target.value)}
        />
        <span />
        <CiteInText text={wording} onText={setWording} />
        <span>{t('附件')}</span>
        <FilesField
          label={t('选择附件')}
          accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx,.txt"
          files={files}
          onChange={setFiles}
        />
      </div>
      <Refusal refusal={begin.refusal ?? edit.refusal ?? revise.refusal} />
    </Modal>
  )
}

export default ContentDialog
