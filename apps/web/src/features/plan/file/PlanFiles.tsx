import { planJson, planYaml } from '@quanheng/contract/plan'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'

const ImportPlanFile = lazy(() => import('./ImportPlanFile.tsx'))

/** The plan as a file out and, while it is drafted, in again. */
export const PlanFiles = () => {
  const { plan, readOnly } = useEditor()
  const [importing, setImporting] = useState(false)
  const params = { planId: plan.id }
  return (
    <>
      <Button size="small" disabled={false} onClick={() => void download(planYaml, { params })}>
        {t('导出方案文件')}
      </Button>
      <Button size="small" disabled={false} onClick={() => void download(planJson, { params })}>
        {t('导出 plan.json')}
      </Button>
      {!readOnly && (
        <Button size="small" onClick={() => setImporting(true)}>
          {t('导入方案文件')}
        </Button>
      )}
      <Suspense>
        {importing && (
          <ImportPlanFile draft={{ id: plan.id, version: plan.version }} onClose={() => setImporting(false)} />
        )}
      </Suspense>
    </>
  )
}
