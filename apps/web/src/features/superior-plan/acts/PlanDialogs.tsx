import { lazy } from 'react'
import type { Command, SuperiorPlan } from '../superior-plan.ts'

const DocumentDialog = lazy(() => import('./DocumentDialog.tsx'))
const IndicatorDialog = lazy(() => import('./IndicatorDialog.tsx'))
const ShareDialog = lazy(() => import('./ShareDialog.tsx'))
const NoticeDialog = lazy(() => import('./NoticeDialog.tsx'))
const ImportPlanTable = lazy(() => import('./ImportPlanTable.tsx'))
const PlainDialog = lazy(() => import('./PlainDialog.tsx'))

/** What is open over the page, and on which indicator. */
export interface Opened {
  readonly act:
    | Exclude<Command, 'setIndicators' | 'divide' | 'schedule' | 'selfScore' | 'registerVerdict'>
    | 'indicator'
    | 'share'
    | 'notice'
    | 'table'
  /** Absent for a new indicator. */
  readonly indicatorKey?: string
}

interface Props {
  readonly plan: SuperiorPlan
  readonly opened: Opened
  readonly onClose: () => void
}

export const PlanDialogs = ({ plan, opened: { act, indicatorKey }, onClose }: Props) => {
  const line = plan.lines.find(({ key }) => key === indicatorKey)
  switch (act) {
    case 'edit':
      return <DocumentDialog plan={plan} onClose={onClose} />
    case 'indicator':
      return <IndicatorDialog plan={plan} line={line} onClose={onClose} />
    case 'share':
      return line ? <ShareDialog plan={plan} line={line} onClose={onClose} /> : null
    case 'notice':
      return <NoticeDialog plan={plan} onClose={onClose} />
    case 'table':
      return <ImportPlanTable plan={plan} onClose={onClose} />
    case 'issue':
    case 'revise':
    case 'cancel':
      return <PlainDialog plan={plan} act={act} onClose={onClose} />
  }
}
