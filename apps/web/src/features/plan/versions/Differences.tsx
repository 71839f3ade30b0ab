import { comparePlan } from '@quanheng/contract/plan'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { ChangeTable } from '../../../shared/plan-diff/ChangeTable.tsx'
import { useEditor } from '../editor/editor.ts'

/** Every difference between two versions, part by part. */
export const Differences = ({ from, to }: { readonly from: number; readonly to: number | undefined }) => {
  const { plan, nameOf } = useEditor()
  const asked = useQueryRoute(comparePlan, { params: { planId: plan.id }, query: { from, ...(to && { to }) } })
  return (
    <>
      <Refusal refusal={asked.error} onRetry={asked.refetch} />
      <ChangeTable compared={asked.data} stale={asked.isFetching} nameOf={nameOf} />
    </>
  )
}
