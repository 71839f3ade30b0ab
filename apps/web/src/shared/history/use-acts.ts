import { listActs } from '@quanheng/contract/act'
import { useQueryRoute } from '../api/hooks.ts'
import type { ActEntry } from './ActTimeline.tsx'
import { actLabel, actPost } from './ObjectHistory.tsx'

/** 操作留痕 of one object as plain entries, newest first, for the drawer of a score; empty while it is read. */
export const useActs = (subjectId: string): readonly ActEntry[] => {
  const asked = useQueryRoute(listActs, { params: { subjectId }, query: { size: 50 } })
  return (asked.data?.rows ?? []).map((act) => ({
    id: act.id,
    act: actLabel(act),
    person: act.person ?? '',
    post: actPost(act),
    at: act.at,
    reason: act.reason,
    ...(act.leaf === null ? {} : { leaf: act.leaf }),
  }))
}
