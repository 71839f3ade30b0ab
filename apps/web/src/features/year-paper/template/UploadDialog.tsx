import { addOfficeTemplate, checkOfficeTemplate, reviseOfficeTemplate } from '@quanheng/contract/office-template'
import type { ReplyOf } from '@quanheng/contract/route'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FileButton } from '../../../shared/upload/FileButton.tsx'
import styles from './template.module.css'
import type { Kind, KindTags, TemplateRow } from './template.ts'

interface Props {
  readonly kinds: readonly KindTags[]
  /** Absent: a new one. */
  readonly template?: TemplateRow | undefined
  readonly onClose: () => void
}

interface Chosen {
  readonly digest: string
  readonly name: string
  readonly check: ReplyOf<typeof checkOfficeTemplate>
}

/** What was found in the file: every fault with tag and paragraph, or how many tags stand right. */
const Found = ({ chosen: { name, check } }: { readonly chosen: Chosen }) => (
  <div role="status">
    <p>{name}</p>
    {check.faults.length === 0 ? (
      <p>{t('未发现问题，使用了{{count}}个标签。', { count: check.tags.length })}</p>
    ) : (
      <>
        <p className={styles.stop}>{t('有{{count}}处问题，改正后重新选择：', { count: check.faults.length })}</p>
        <ol className={styles.faults}>
          {check.faults.map(({ message }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand twice, and the list never changes
            <li key={`${at}${message}`}>{message}</li>
          ))}
        </ol>
      </>
    )}
  </div>
)

/** 新增模板 or its next version: the file is read at once, and taken only without a fault. */
const UploadDialog = ({ kinds, template, onClose }: Props) => {
  const [kind, setKind] = useState<Kind>(template?.kind ?? 'deductionLetter')
  const [name, setName] = useState(template?.name ?? '')
  const [chosen, setChosen] = useState<Chosen>()
  const [refusal, setRefusal] = useState<RefusedError>()
  const add = useCommand(addOfficeTemplate, { onDone: onClose })
  const revise = useCommand(reviseOfficeTemplate, { onDone: onClose })
  const id = useId()
  const check = async (digest: string, file: string) => {
    setChosen(undefined)
    setRefusal(undefined)
    try {
      setChosen({
        digest,
        name: file,
        check: await call(checkOfficeTemplate, { body: { templateKind: kind, digest } }),
      })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(error)
    }
  }
  const save = () => {
    if (chosen === undefined) return
    const { digest } = chosen
    if (template === undefined) void add.run({ body: { templateKind: kind, name, digest } })
    else void revise.run({ params: { officeTemplateId: template.id }, body: { version: template.version, digest } })
  }
  return (
    <Modal
      open
      width={640}
      title={template === undefined ? t('新增文书模板') : t('更新“{{name}}”', { name: template.name })}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: name.trim() === '' || chosen === undefined || chosen.check.faults.length > 0 }}
      confirmLoading={add.pending || revise.pending}
      onOk={save}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {template === undefined && (
        <>
          <div className={styles.field}>
            <label htmlFor={`${id}k`}>{t('文书')}</label>
            <Select
              id={`${id}k`}
              value={kind}
              options={kinds.map((one) => ({ value: one.kind, label: word('officeTemplateKind', one.kind) }))}
              onChange={(next) => {
                setKind(next)
                setChosen(undefined)
              }}
            />
          </div>
          <div className={styles.field}>
            <label htmlFor={`${id}n`}>{t('模板名称')}</label>
            <Input id={`${id}n`} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
          </div>
        </>
      )}
      <FileButton
        label={chosen ? t('重新选择') : t('选择 .docx 模板')}
        accept=".docx"
        onStored={(stored) => check(stored.digest, stored.name)}
      />
      {chosen && <Found chosen={chosen} />}
      <Refusal refusal={refusal ?? add.refusal ?? revise.refusal} />
    </Modal>
  )
}

export default UploadDialog
