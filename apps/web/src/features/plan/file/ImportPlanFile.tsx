import { beginFromFile, importPlanFile, readPlanFile } from '@quanheng/contract/plan-file'
import type { ReplyOf } from '@quanheng/contract/route'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import type { Uploaded } from '../../../shared/api/upload.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { ChangeTable } from '../../../shared/plan-diff/ChangeTable.tsx'
import { FileButton } from '../../../shared/upload/FileButton.tsx'
import styles from '../fields/plan.module.css'

type Read = ReplyOf<typeof readPlanFile>

/** Every fault with its line: all of them are mended in the file, then it is chosen again. */
const Faults = ({ faults }: Pick<Read, 'faults'>) => (
  <div role="alert" className={styles.stack}>
    <span className={styles.stop}>{t('有 {{count}} 处需要改正，未导入任何内容：', { count: faults.length })}</span>
    <ul className={styles.list}>
      {faults.slice(0, 50).map(({ line, message }) => (
        <li key={`${line} ${message}`}>{t('第 {{line}} 行：{{message}}', { line, message })}</li>
      ))}
    </ul>
  </div>
)

const Summary = ({ plan }: { readonly plan: NonNullable<Read['plan']> }) => (
  <Facts
    items={[
      { label: t('标题'), value: plan.title },
      { label: t('类型'), value: word('planKind', plan.kind) },
      { label: t('年度'), value: plan.year },
      { label: t('指标'), value: t('{{count}} 项', { count: plan.indicators }) },
      { label: t('考核对象'), value: t('{{count}} 家', { count: plan.units }) },
      { label: t('任务分配'), value: t('{{count}} 行', { count: plan.tasks }) },
    ]}
  />
)

interface Props {
  /** The draft that the file replaces; absent where it begins a new one. */
  readonly draft?: { readonly id: string; readonly version: number }
  readonly onClose: () => void
}

/** 导入方案文件: the file is read and what it changes is shown; only then is it saved. */
const ImportPlanFile = ({ draft, onClose }: Props) => {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<{ readonly digest: string; readonly name: string; readonly read: Read }>()
  const begin = useCommand(beginFromFile, {
    onDone: ({ id }) => void navigate({ to: '/plans/$planId', params: { planId: id } }),
  })
  const replace = useCommand(importPlanFile, { onDone: onClose })
  const take = async ({ digest }: Uploaded, file: File) => {
    setChosen(undefined)
    const read = await call(readPlanFile, { body: { digest, planId: draft?.id ?? null } })
    setChosen({ digest, name: file.name, read })
  }
  const save = ({ digest }: { readonly digest: string }) =>
    draft
      ? replace.run({ params: { planId: draft.id }, body: { version: draft.version, digest } })
      : begin.run({ body: { digest } })
  const read = chosen?.read
  const nothing = draft !== undefined && read?.compared.changes.length === 0
  return (
    <Modal
      open
      width={1160}
      title={t('导入方案文件')}
      okText={draft ? t('用文件内容替换草稿') : t('按文件起草')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !read?.plan || nothing }}
      confirmLoading={begin.pending || replace.pending}
      onOk={() => chosen && void save(chosen)}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.stack}>
        <p className={styles.note}>
          {t(
            '选择 YAML 方案文件（导出的，或照“./quanheng schema plan”写的）。先读出来逐处比对，确认后才保存。单位、科室、人员可以写名称；发文字号和成文日期在印发时登记，不从文件读入。',
          )}
        </p>
        <FileButton label={chosen ? t('另选文件') : t('选择文件')} accept=".yaml,.yml" onStored={take} />
        {chosen && <strong>{chosen.name}</strong>}
        {read && read.faults.length > 0 && <Faults faults={read.faults} />}
        {read?.plan && <Summary plan={read.plan} />}
        {read?.plan && <ChangeTable compared={read.compared} stale={false} />}
        <Refusal refusal={begin.refusal ?? replace.refusal} />
      </div>
    </Modal>
  )
}

export default ImportPlanFile
