import {
  indicatorTable,
  markMilestones,
  markTasks,
  milestoneTable,
  readMilestones,
  readTasks,
  taskTable,
} from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import type { PlanContent, PlanMilestone, UnitTask } from '@quanheng/domain/plan/model'
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
import { newRowKey } from '../editor/rows.ts'
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

type ReadRows = ReplyOf<typeof readMilestones>

/** A row that stands under the same indicator and name keeps its key, so that what was reported under it stays with it. */
const milestonesFrom = (read: ReadRows, held: readonly PlanMilestone[]): readonly PlanMilestone[] => {
  const free = [...held]
  return read.milestones.map(({ expected, unitIds, ...row }) => {
    const at = free.findIndex((one) => one.leafKey === row.leafKey && one.name === row.name)
    const [known] = at < 0 ? [] : free.splice(at, 1)
    return {
      ...row,
      key: known?.key ?? newRowKey(),
      ...(expected !== '' && { expected }),
      ...(unitIds.length > 0 && { unitIds }),
      basis: known?.basis ?? { kind: 'default' },
    }
  })
}

const tables = { tasks: taskTable, indicators: indicatorTable, milestones: milestoneTable } as const
const marked = { tasks: markTasks, milestones: markMilestones } as const

interface Taken {
  readonly faults: Read['faults']
  readonly parts: () => Partial<PlanContent>
  readonly count: number
}

/** Excel out, and for tasks and milestones in again; faults come back in the same workbook, cell by cell. */
export const TableFiles = ({ kind }: { readonly kind: keyof typeof tables }) => {
  const { plan, content, update, readOnly } = useEditor()
  const [faulty, setFaulty] = useState<Faulty>()
  const params = { planId: plan.id }
  const read = async (stored: Uploaded): Promise<Taken> => {
    const input = { params, body: { digest: stored.digest } }
    if (kind === 'milestones') {
      const rows = await call(readMilestones, input)
      const parts = () => ({ milestones: milestonesFrom(rows, content.milestones ?? []) })
      return { faults: rows.faults, parts, count: rows.milestones.length }
    }
    const rows = await call(readTasks, input)
    return { faults: rows.faults, parts: () => partsFrom(rows), count: rows.tasks.length }
  }
  const take = async (stored: Uploaded) => {
    setFaulty(undefined)
    const { faults, parts, count } = await read(stored)
    if (faults.length > 0) {
      setFaulty({ stored, faults })
      return
    }
    update(parts())
    notify(t('已读入 {{count}} 行，请核对后保存', { count }))
  }
  return (
    <>
      <ExportButton size="small" onExport={(format) => download(tables[kind], { params, query: { format } })} />
      {kind !== 'indicators' && !readOnly && <FileButton label={t('导入 Excel')} accept=".xlsx,.csv" onStored={take} />}
      {faulty && kind !== 'indicators' && (
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
              onClick={() => void download(marked[kind], { params, body: { digest: faulty.stored.digest } })}
            >
              {t('下载标出错误的工作簿')}
            </Button>
          </span>
        </div>
      )}
    </>
  )
}
