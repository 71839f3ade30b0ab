import {
  checkSuperiorTable,
  importSuperiorTable,
  markSuperiorTable,
  superiorTemplate,
} from '@quanheng/contract/superior-plan'
import { Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { download } from '../../../shared/api/download.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { ImportDialog } from '../../../shared/table-import/ImportDialog.tsx'
import type { SuperiorPlan } from '../superior-plan.ts'

type PlanTable = 'indicators' | 'shares'

/** 上级指标表 and 任务分解表: out with what stands, in as a whole. */
const ImportPlanTable = ({ plan, onClose }: { readonly plan: SuperiorPlan; readonly onClose: () => void }) => {
  const hasIndicators = plan.lines.length > 0
  const [table, setTable] = useState<PlanTable>(hasIndicators ? 'shares' : 'indicators')
  const params = { superiorPlanId: plan.id, table }
  const take = useCommand(importSuperiorTable, {
    onDone: ({ count }) => {
      notify(t('已登记 {{count}} 行', { count }))
      onClose()
    },
  })
  return (
    <ImportDialog
      key={table}
      mostRows={table === 'indicators' ? 500 : 2_000}
      check={(digest) => call(checkSuperiorTable, { params, body: { digest } })}
      marked={(digest) => download(markSuperiorTable, { params, body: { digest } })}
      onRegister={(digest) => void take.run({ params, body: { version: plan.version, digest } })}
      pending={take.pending}
      refusal={take.refusal}
      onClose={onClose}
      template={
        <>
          {t('选择登记表并下载模板')}
          <Select
            size="small"
            aria-label={t('登记表')}
            value={table}
            style={{ width: 140 }}
            options={[
              { value: 'indicators' as const, label: t('上级指标表') },
              { value: 'shares' as const, label: t('任务分解表'), disabled: !hasIndicators },
            ]}
            onChange={setTable}
          />
          <ExportButton
            size="small"
            label={t('下载模板')}
            onExport={(format) => download(superiorTemplate, { params, query: { format } })}
          />
          {t('模板带有已录入的内容，导入后整表替换')}
        </>
      }
    />
  )
}

export default ImportPlanTable
