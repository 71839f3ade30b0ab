import type { AdditionLimit, Ceiling, Counted, DeductionLimit, Partial } from '../model.ts'
import type { Clause } from './clause.ts'
import { counting } from './clean-record.ts'
import type { Placed } from './scan.ts'

interface CountRead {
  readonly counted: Counted
  readonly points: string
  readonly deductionLimit?: DeductionLimit
  readonly additionLimit?: AdditionLimit
  readonly ceiling?: Ceiling
  readonly partial?: Partial
  readonly used: number
}

/** 每…扣（得、加）…, behind 未完成的 where that is said, then its limit and what a started step counts, each at most once and in either order. */
export function readCount(clauses: readonly Placed[], effect: 'deduct' | 'credit' | 'add'): CountRead | undefined {
  const lead = clauses[0]?.clause
  const clean = isFull(lead) ? counting(lead, clauses[1]?.clause) : undefined
  const said = clean || (lead?.kind === 'side' && lead.reference === undefined) ? 1 : 0
  const [first, ...rest] = clauses.slice(said)
  if (first?.clause.kind !== 'count' || first.clause.effect !== effect) return undefined
  const { points } = first.clause
  const counted = clean ?? first.clause.counted
  let read: CountRead = { counted, points, used: said + 1 }
  for (const { clause } of rest) {
    const limit = limitFrom(clause, effect, read)
    if (limit) read = { ...read, ...limit, used: read.used + 1 }
    else if (clause.kind === 'partial' && !read.partial && isOf(clause, counted))
      read = { ...read, partial: clause.partial, used: read.used + 1 }
    else break
  }
  return read
}

const isFull = (clause: Clause | undefined): boolean => clause?.kind === 'award' && clause.award.kind === 'full'

const isOf = ({ by }: Extract<Clause, { kind: 'partial' }>, { per, unit }: Counted): boolean =>
  by === undefined || (by.value === per && by.unit === unit)

/** 最高5分 after 加 is the bonus's own limit: nothing else of this sentence earns. */
function limitFrom(clause: Clause, effect: 'deduct' | 'credit' | 'add', read: CountRead) {
  if (clause.kind === 'deductionLimit' && effect === 'deduct' && !read.deductionLimit)
    return { deductionLimit: clause.limit }
  if (clause.kind === 'ceiling' && clause.ceiling.kind === 'unlimited' && effect === 'deduct' && !read.deductionLimit)
    return { deductionLimit: clause.ceiling }
  if (clause.kind === 'additionLimit' && effect === 'add' && !read.additionLimit) return { additionLimit: clause.limit }
  if (clause.kind === 'ceiling' && effect === 'credit' && !read.ceiling) return { ceiling: clause.ceiling }
  if (clause.kind === 'ceiling' && effect === 'add' && !read.additionLimit && clause.ceiling.kind !== 'share')
    return { additionLimit: clause.ceiling }
  return undefined
}
