import { noticesOfPlan } from '@quanheng/contract/notice'
import type { ReplyOf } from '@quanheng/contract/route'
import { useMemo } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { rowOf } from '../../../shared/plan-diff/place.ts'
import { useMay } from '../../../shared/session/session.ts'

/** A field of an imported notice. */
export interface Origin {
  readonly noticeId: string
  readonly field: string
}

/** What a row is called stands for all of it. */
const names = /\.(?:name|title|leadUnitId)$/

/** By place, and by row for what is asked of a row as a whole; of several imports the latest counts. */
export const originsBy = (rows: ReplyOf<typeof noticesOfPlan>['rows']): ReadonlyMap<string, Origin> => {
  const origins = new Map<string, Origin>()
  for (const { noticeId, sources } of rows) {
    const places = Object.entries(sources).sort(([a], [b]) => Number(names.test(b)) - Number(names.test(a)))
    for (const [at, field] of places) {
      for (const key of [at, rowOf(at)]) if (!origins.has(key)) origins.set(key, { noticeId, field })
    }
  }
  return origins
}

/** Where the notices behind a plan say what it holds. */
export const useOrigins = (planId: string): ((at: string) => Origin | undefined) => {
  const enabled = useMay('notice.read')
  const { data } = useQueryRoute(noticesOfPlan, { params: { planId } }, { enabled })
  const origins = useMemo(() => originsBy(data?.rows ?? []), [data])
  return useMemo(() => (at) => origins.get(at), [origins])
}
