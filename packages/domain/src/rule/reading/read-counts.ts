import type { Ceiling, Counted, DeductionLimit, Partial } from '../model.ts'
import type { Placed } from './scan.ts'

interface CountRead {
  readonly counted: Counted
  readonly points: string
  readonly deductionLimit?: DeductionLimit
  readonly ceiling?: Ceiling
  readonly partial?: Partial
  readonly used: number
}

/** 每…扣（得）…, then its limit and what a started step counts, each at most once and in either order. */
export function readCount([first, ...rest]: readonly Placed[], effect: 'deduct' | 'credit'): CountRead | undefined {
  if (first?.clause.kind !== 'count' || first.clause.effect !== effect) return undefined
  const { counted, points } = first.clause
  let read: CountRead = { counted, points, used: 1 }
  for (const { clause } of rest) {
    if (clause.kind === 'deductionLimit' && effect === 'deduct' && !read.deductionLimit)
      read = { ...read, deductionLimit: clause.limit, used: read.used + 1 }
    else if (clause.kind === 'ceiling' && effect === 'credit' && !read.ceiling)
      read = { ...read, ceiling: clause.ceiling, used: read.used + 1 }
    else if (
      clause.kind === 'partial' &&
      !read.partial &&
      clause.by.value === counted.per &&
      clause.by.unit === counted.unit
    )
      read = { ...read, partial: clause.partial, used: read.used + 1 }
    else break
  }
  return read
}
