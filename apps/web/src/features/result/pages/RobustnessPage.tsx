import { robustnessXlsx, showRobustness } from '@quanheng/contract/robustness'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { LockedPage } from '../locked/LockedPage.tsx'
import styles from '../result.module.css'
import { HoldPrint } from '../robustness/HoldPrint.tsx'
import { HoldTable } from '../robustness/HoldTable.tsx'
import type { Hold } from '../robustness/holds.ts'

const HoldDrawer = lazy(() => import('../robustness/HoldDrawer.tsx'))

/** 等次稳健性: which single item, rounding or weight would give a unit another grade. */
const RobustnessPage = () => {
  const { planId, resultId } = useParams({ strict: false }) as { planId: string; resultId: string }
  const asked = useQueryRoute(showRobustness, { params: { resultId } })
  const [opened, setOpened] = useState<Hold>()
  const actions = (
    <>
      <ExportButton onExport={(format) => download(robustnessXlsx, { params: { resultId }, query: { format } })} />
      <Button onClick={() => window.print()}>{t('打印')}</Button>
    </>
  )
  return (
    <LockedPage planId={planId} asked={asked} actions={({ graded }) => graded && actions}>
      {(robustness) => (
        <>
          <p className={styles.rules}>
            {robustness.graded
              ? t(
                  '逐项试算：每个单位的每一项得分从零分到满分、每一种修约和取数口径、每一项权重增减一成，其余不变，看等次是否改变。最小变动按得分从小到大列。本页只供绩效办主任查看，查看、导出均已留痕。',
                )
              : t('方案没有设定等次，没有等次线可言。您查看本页已留痕。')}
          </p>
          {robustness.groups.map((group) => (
            <HoldTable key={group.key} group={group} onOpen={setOpened} />
          ))}
          {robustness.graded && <HoldPrint robustness={robustness} />}
          <Suspense>{opened && <HoldDrawer hold={opened} onClose={() => setOpened(undefined)} />}</Suspense>
        </>
      )}
    </LockedPage>
  )
}

export default RobustnessPage
