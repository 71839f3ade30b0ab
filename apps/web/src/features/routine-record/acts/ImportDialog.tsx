import type { ReplyOf } from '@quanheng/contract/route'
import {
  importRoutineRecords,
  markRoutineTable,
  readRoutineTable,
  routineSubjects,
  routineTemplate,
} from '@quanheng/contract/routine-record'
import { Button, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { download } from '../../../shared/api/download.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import type { Uploaded } from '../../../shared/api/upload.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FileButton } from '../../../shared/upload/FileButton.tsx'
import styles from '../../../shared/work/work.module.css'

interface Read extends ReplyOf<typeof readRoutineTable> {
  readonly digest: string
  readonly name: string
}

/** 批量录入: the workbook out, filled in, read with its faults by cell, then all rows at once or none. */
const ImportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const asked = useQueryRoute(routineSubjects, {})
  const [chosen, setPlan] = useState('')
  const [read, setRead] = useState<Read>()
  const take = useCommand(importRoutineRecords, {
    onDone: ({ count }) => {
      notify(t('已录入 {{count}} 条草稿，请逐条附佐证后提交。', { count }))
      onClose()
    },
  })
  const id = useId()
  const plans = asked.data?.plans ?? []
  const planId = chosen === '' ? (plans[0]?.planId ?? '') : chosen
  const params = { planId }
  const stored = async ({ digest, name }: Uploaded) => {
    setRead(undefined)
    setRead({ ...(await call(readRoutineTable, { params, body: { digest } })), digest, name })
  }
  const isSound = read !== undefined && read.faults.length === 0 && read.rows > 0
  return (
    <Modal
      open
      width={720}
      title={t('批量录入平时记录')}
      okText={t('全部录入')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !isSound }}
      confirmLoading={take.pending}
      onOk={() => read && void take.run({ params, body: { digest: read.digest } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {!asked.data && <Pending refusal={asked.error} onRetry={asked.refetch} />}
      {asked.data && plans.length === 0 && (
        <p>{t('没有由您所在科室评分的指标。方案印发、评分表生成后，由评分科室的经办人、负责人录入。')}</p>
      )}
      {plans.length > 0 && (
        <div className={styles.form}>
          <label htmlFor={`${id}p`}>{t('方案')}</label>
          <Select
            id={`${id}p`}
            value={planId}
            options={plans.map((one) => ({ value: one.planId, label: one.title }))}
            onChange={(value) => {
              setPlan(value)
              setRead(undefined)
            }}
          />
          <span>{t('第一步')}</span>
          <span>
            <Button size="small" onClick={() => void download(routineTemplate, { params, query: { format: 'xlsx' } })}>
              {t('下载空表')}
            </Button>
          </span>
          <span>{t('第二步')}</span>
          <span>
            <FileButton label={t('上传填好的表')} accept=".xlsx,.csv" onStored={stored} />
          </span>
          {isSound && <p>{t('“{{name}}”有 {{rows}} 条，没有错误。', { name: read.name, rows: read.rows })}</p>}
          {read && !isSound && <Faults read={read} planId={planId} />}
        </div>
      )}
      <Refusal refusal={take.refusal} />
    </Modal>
  )
}

const Faults = ({ read, planId }: { readonly read: Read; readonly planId: string }) => (
  <div role="alert" style={{ gridColumn: '1 / -1' }}>
    <p className={styles.fault}>{t('有 {{count}} 处需要修改，未导入任何一行：', { count: read.faults.length })}</p>
    <ul>
      {read.faults.slice(0, 8).map(({ cell, message }) => (
        <li key={`${cell}${message}`}>
          {cell} {message}
        </li>
      ))}
    </ul>
    <Button
      size="small"
      onClick={() => void download(markRoutineTable, { params: { planId }, body: { digest: read.digest } })}
    >
      {t('下载标出错误的工作簿')}
    </Button>
  </div>
)

export default ImportDialog
