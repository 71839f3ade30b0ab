import { beginLibraryDocument, editLibraryDocument } from '@quanheng/contract/library'
import { libraryKinds } from '@quanheng/domain/library/model'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Content, Shown } from '../library.ts'
import { ClauseFields } from './ClauseFields.tsx'
import { ReadFile } from './ReadFile.tsx'

interface Props {
  /** What the form begins with: nothing, the draft as it stands, or the version before. */
  readonly start: Content
  /** A draft that is changed; absent for a new document. */
  readonly draft?: Shown
  readonly onBegun?: (libraryDocumentId: string) => void
  readonly onClose: () => void
}

type DayName = 'issuedOn' | 'effectiveOn' | 'lastOn'

/** 录入、修改: the head of the document, its days, its original and its clauses. */
const ContentDialog = ({ start, draft, onBegun, onClose }: Props) => {
  const [content, setContent] = useState(start)
  const change = (more: Partial<Content>) => setContent((before) => ({ ...before, ...more }))
  const begin = useCommand(beginLibraryDocument, {
    onDone: ({ libraryDocumentId }) => {
      onBegun?.(libraryDocumentId)
      onClose()
    },
  })
  const edit = useCommand(editLibraryDocument, { onDone: onClose })
  const id = useId()
  const run = () =>
    draft
      ? edit.run({ params: { libraryDocumentId: draft.id }, body: { version: draft.version, content } })
      : begin.run({ body: { content } })
  const line = (name: 'title' | 'issuer' | 'documentNumber' | 'interpreter', label: string, placeholder: string) => (
    <>
      <label htmlFor={id + name}>{label}</label>
      <Input
        id={id + name}
        maxLength={name === 'documentNumber' ? 60 : 200}
        placeholder={placeholder}
        value={content[name]}
        onChange={({ target }) => change({ [name]: target.value })}
      />
    </>
  )
  const day = (name: DayName, label: string) => (
    <>
      <label htmlFor={id + name}>{label}</label>
      <Input
        id={id + name}
        type="date"
        value={content[name] ?? ''}
        onChange={({ target }) => change({ [name]: target.value || null })}
      />
    </>
  )
  return (
    <Modal
      open
      width={860}
      title={draft ? t('修改：{{title}}', { title: draft.title }) : t('录入制度文件')}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={begin.pending || edit.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('类别')}</span>
        <Radio.Group
          value={content.kind}
          onChange={(event) => change({ kind: event.target.value as Content['kind'] })}
          options={libraryKinds.map((value) => ({ value, label: word('libraryKind', value) }))}
        />
        <span>{t('原件')}</span>
        <FilesField
          label={t('上传原件')}
          accept=".docx,.doc,.pdf,.txt,.xlsx,.ofd"
          files={content.files}
          onChange={(files) => change({ files: files.map((file) => ({ ...file })) })}
        />
        <span />
        <ReadFile
          files={content.files}
          onRead={(read) =>
            change(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== '' && value !== null)))
          }
        />
        {line('title', t('文件名称'), t('如：绩效考评办法'))}
        {line('documentNumber', t('发文字号'), t('没有的留空，引用时写文件名称'))}
        {line('issuer', t('发文机关'), t('表单填制定单位'))}
        {day('issuedOn', t('印发日期'))}
        {day('effectiveOn', t('施行日期'))}
        {day('lastOn', t('有效期至'))}
        {line('interpreter', t('解释单位'), t('由谁负责解释，文件没有写明的留空'))}
        <ClauseFields clauses={content.clauses} onChange={(clauses) => change({ clauses })} />
      </div>
      <Refusal refusal={begin.refusal ?? edit.refusal} />
    </Modal>
  )
}

export default ContentDialog
