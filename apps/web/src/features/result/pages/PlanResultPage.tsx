import { factsYaml, scoresXlsx, showResults } from '@quanheng/contract/result'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { TotalsDecisions } from '../decided/TotalsDecisions.tsx'
import { Blockers } from '../freeze/Blockers.tsx'
import { LockedVersions } from '../freeze/LockedVersions.tsx'
import { MovedFigures } from '../freeze/MovedFigures.tsx'
import { isPaperNext, NextStep } from '../freeze/NextStep.tsx'
import { Register } from '../register/Register.tsx'
import { type PlanResult, resultTone, standing } from '../result.ts'
import { ScoreTables } from '../score/ScoreTables.tsx'

const LetterDrawer = lazy(() => import('../letter/LetterDrawer.tsx'))
const FreezeDialog = lazy(() => import('../freeze/FreezeDialog.tsx'))

/** One plan: what is missing, the scores, the register of reports, the locked versions. */
const PlanResultPage = () => {
  const { planId } = useParams({ strict: false }) as { planId: string }
  const asked = useQueryRoute(showResults, { params: { planId } })
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return <Loaded key={planId} result={asked.data} />
}

const Loaded = ({ result }: { readonly result: PlanResult }) => {
  const [freezing, setFreezing] = useState(false)
  const [telling, setTelling] = useState(false)
  const frozen = standing(result)
  const isTotals = result.purpose === 'totals'
  return (
    <Page
      title={result.title}
      crumbs={[{ title: t('结果'), to: '/results' }]}
      note={
        frozen === undefined ? (
          <StateTag word={t('未锁定')} tone="waiting" />
        ) : (
          <StateTag word={word('resultState', frozen.state)} tone={resultTone[frozen.state]} />
        )
      }
      next={<NextStep result={result} onFreeze={() => setFreezing(true)} />}
      actions={
        frozen && (
          <>
            {!isTotals && (
              <ExportButton
                onExport={(format) => download(scoresXlsx, { params: { resultId: frozen.id }, query: { format } })}
              />
            )}
            {(!isTotals || result.may.includes('totals')) && (
              <Button onClick={() => void download(factsYaml, { params: { resultId: frozen.id } })}>
                {t('导出数据文件')}
              </Button>
            )}
            {!isTotals && <Button onClick={() => setTelling(true)}>{t('扣分告知书')}</Button>}
            {!isTotals && !isPaperNext(result) && (
              <LinkButton to={`/approvals/paper/${frozen.id}` as never}>{t('评分报告和送审')}</LinkButton>
            )}
            {result.may.includes('totals') && (
              <LinkButton to="/results/$planId/totals/$resultId" params={{ planId: result.id, resultId: frozen.id }}>
                {t('总分和名次')}
              </LinkButton>
            )}
            {(!isTotals || result.may.includes('totals')) && (
              <LinkButton to="/results/$planId/analysis/$resultId" params={{ planId: result.id, resultId: frozen.id }}>
                {t('打分分析')}
              </LinkButton>
            )}
            {isTotals && (
              <LinkButton to={`/papers/year/${result.id}/resultCircular` as never}>{t('结果通报')}</LinkButton>
            )}
            {result.may.includes('robustness') && (
              <LinkButton
                to="/results/$planId/robustness/$resultId"
                params={{ planId: result.id, resultId: frozen.id }}
              >
                {t('等次稳健性')}
              </LinkButton>
            )}
          </>
        )
      }
    >
      {result.moved && <MovedFigures moved={result.moved} issued={frozen?.state === 'issued'} />}
      <Blockers result={result} />
      {isTotals && frozen && <TotalsDecisions resultId={frozen.id} title={result.title} />}
      {isTotals ? <Register planId={result.id} /> : <ScoreTables planId={result.id} resultId={frozen?.id} />}
      <LockedVersions result={result} />
      {telling && frozen && (
        <Suspense>
          <LetterDrawer result={result} resultId={frozen.id} onClose={() => setTelling(false)} />
        </Suspense>
      )}
      {freezing && (
        <Suspense>
          <FreezeDialog result={result} onClose={() => setFreezing(false)} />
        </Suspense>
      )}
    </Page>
  )
}

export default PlanResultPage
