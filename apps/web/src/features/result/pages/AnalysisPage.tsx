import { analysisXlsx, showAnalysis } from '@quanheng/contract/scoring-analysis'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { AnalysisPrint } from '../analysis/AnalysisPrint.tsx'
import { AnalysisTables } from '../analysis/AnalysisTables.tsx'
import { LockedPage } from '../locked/LockedPage.tsx'
import styles from '../result.module.css'

/** 打分分析: what people may want to look at in a locked version. */
const AnalysisPage = () => {
  const { planId, resultId } = useParams({ strict: false }) as { planId: string; resultId: string }
  const asked = useQueryRoute(showAnalysis, { params: { resultId } })
  return (
    <LockedPage
      planId={planId}
      asked={asked}
      actions={() => (
        <>
          <ExportButton onExport={(format) => download(analysisXlsx, { params: { resultId }, query: { format } })} />
          <Button onClick={() => window.print()}>{t('打印')}</Button>
        </>
      )}
    >
      {(analysis) => (
        <>
          <p className={styles.rules}>
            {t('供人工查看，不改变任何得分。列出的情形不一定有问题，请对照评分表、扣分理由和佐证材料判断。')}
            {t(
              '评分宽严比较各评分单位得分率的中位数，修正 z 值超过 3.5 的列为偏宽、偏严；评分不足 5 家次的不比较，可比的不足 4 家时都不比较。',
            )}
            {analysis.purpose === 'totals' && t('您查看、导出本页均已留痕。')}
          </p>
          <AnalysisTables analysis={analysis} />
          <AnalysisPrint analysis={analysis} />
        </>
      )}
    </LockedPage>
  )
}

export default AnalysisPage
