import { indicatorTable, markTasks, readTasks, taskTable } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import type { PlanContent, UnitTask } from '@quanheng/domain/plan/model'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { download } from '../../../shared/api/download.ts'
import type { Uploaded } from '../../../shared/api/upload.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { FileButton } from '../../../shared/upload/FileButton.tsx'
import { useEditor } from '../editor/editor.ts'
import styles from './plan.module.css'

type Read = ReplyOf<typeof readTasks>

interface Faulty {
  readonly stored: Uploaded
  readonly faults: Read['faults']
}

const taskOf = ({ leafKey, unitId, task, target, owner, remindOn }: Read['tasks'][number]): UnitTask => {
  if (target === '') return { leafKey, unitId, task }
  if (target === 'pending') return { leafKey, unitId, task, target: { kind: 'pending', owner, remindOn } }
  return { leafKey, unitId, task, target: { kind: 'set', value: target } }
}

/** Units that the workbook names and no group holds stay visible in the grid: their tasks carry them. */
const partsFrom = (read: Read): Partial<PlanContent> => ({ tasks: read.tasks.map(taskOf) })

/** Excel out, and for the table of tasks in again; faults come back in the same workbook, cell by cell. */
export const TableFiles = ({ kind }: { readonly kind: 'tasks' | 'indicators' }) => {
  const { plan, update, readOnly } = useEditor()
  const [faulty, setFaulty] = useState<Faulty>()
  const params = { planId: plan.id }
  const take = async (stored: Uploaded) => {
    setFaulty(undefined)
    const read = await call(readTasks, { params, body: { digest: stored.digest } })
    if (read.faults.length > 0) {
      setFaulty({ stored, faults: read.faults })
      return
    }
    update(partsFrom(read))
    notify(t('已读入 {{count}} 行，请核对后保存', { count: read.tasks.length }))
  }
  return (
    <>
      <ExportButton
        size="small"
        onExport={(format) => download(kind === 'tasks' ? taskTable : indicatorTable, { params, query: { format } })}
      />
      {kind === 'tasks' && !readOnly && <FileButton label={t('导入 Excel')} accept=".xlsx,.csv" onStored={take} />}
      {faulty && (
        <div role="alert" className={styles.stack} style={{ gap: 4, flexBasis: '100%' }}>
          <span className={styles.stop}>
            {t('有 {{count}} 处需要修改，未导入任何一行：', { count: faulty.faults.length })}
          </span>
          <ul className={styles.list} style={{ gap: 2 }}>
            {faulty.faults.slice(0, 8).map((fault) => (
              <li key={`${fault.cell}${fault.message}`}>
                {fault.cell} {fault.message}
              </li>
            ))}
          </ul>
          <span>
            <Button
              size="small"
              onClick={() => void download(markTasks, { params, body: { digest: faulty.stored.digest } })}
            >
              {t('下载标出错误的工作簿')}
            </Button>
          </span>
        </div>
      )}
    </>
  )
}
