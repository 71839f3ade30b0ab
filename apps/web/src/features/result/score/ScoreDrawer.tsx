import { explainScore } from '@quanheng/contract/result'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Pending } from '../../../shared/page/Pending.tsx'
import RowDrawer from '../../../shared/table/RowDrawer.tsx'
import { ScoreReason } from './ScoreReason.tsx'

interface Props {
  readonly place: { readonly resultId: string; readonly leafKey: string; readonly unitId: string }
  readonly onClose: () => void
}

/** 为什么是这个分: one score of a locked version, down to figures, evidence and signatures. */
const ScoreDrawer = ({ place, onClose }: Props) => {
  const asked = useQueryRoute(explainScore, { params: place })
  const { data } = asked
  return (
    <RowDrawer
      title={data ? t('{{unit}} · {{leaf}}', { unit: data.row.unitName, leaf: data.leaf.name }) : ''}
      width={680}
      onClose={onClose}
    >
      {data ? <ScoreReason explained={data} /> : <Pending refusal={asked.error} onRetry={asked.refetch} />}
    </RowDrawer>
  )
}

export default ScoreDrawer
