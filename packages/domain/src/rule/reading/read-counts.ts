import { exact, mul, printExact } from '../../kernel/exact.ts'
import { changeOf } from '../change.ts'
import type { AdditionLimit, Band, Ceiling, Counted, DeductionLimit, Measure, Partial } from '../model.ts'
import { sameData } from '../same-data.ts'
import type { Clause, When } from './clause.ts'
import { counting } from './clean-record.ts'
import type { Placed } from './scan.ts'

interface CountRead {
  readonly counted: Counted
  readonly points: string
  readonly deductionLimit?: DeductionLimit
  readonly additionLimit?: AdditionLimit
  readonly ceiling?: Ceiling
  readonly partial?: Partial
  readonly none?: Band
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
    const none = effect === 'deduct' && !read.none ? noneFrom(clause, counted) : undefined
    if (limit) read = { ...read, ...limit, used: read.used + 1 }
    else if (none) read = { ...read, none, used: read.used + 1 }
    else if (saysNoneOfFall(clause, read, effect)) read = { ...read, used: read.used + 1 }
    else if (clause.kind === 'partial' && !read.partial && isOf(clause, counted))
      read = { ...read, partial: clause.partial, used: read.used + 1 }
    else if (!read.partial && effect !== 'deduct' && isBelowOne(clause, counted))
      read = { ...read, partial: 'dropped', used: read.used + 1 }
    else break
  }
  return read
}

/** 每提高0.1个百分点得1分，下降的不得分: nothing is earned there anyway. */
const saysNoneOfFall = (clause: Clause, { counted }: CountRead, effect: string): boolean =>
  effect === 'credit' &&
  clause.kind === 'award' &&
  clause.award.kind === 'none' &&
  isFall(clause.when) &&
  /^(?:提高|增加|增长|提升|上升)$/u.test(counted.verb)

/** 下降的, 负增长的: the word alone. */
export function isFall(when: When): boolean {
  const change = when.kind === 'fact' ? changeOf(when.name) : undefined
  return change?.direction === 'down' && change.since === ''
}

/** 延迟超过10个工作日的不得分 behind 每延迟1个工作日: so many of the same leave nothing. */
function noneFrom(clause: Clause, counted: Counted): Band | undefined {
  if (clause.kind !== 'award' || clause.award.kind !== 'none' || clause.when.kind !== 'band') return undefined
  const { measure, from, to } = clause.when
  if (from === undefined || to || from.unit !== counted.unit) return undefined
  return measure === undefined || isCalled(measure, counted) ? { from } : undefined
}

/** 发生, 事故, 发生事故, 事故发生: what is counted, by the act, by its name or by both. */
export const isCalled = (measure: Measure, { verb, name = '' }: Counted): boolean =>
  measure.kind === 'input' && [verb, name, `${verb}${name}`, `${name}${verb}`].includes(measure.name)

const isFull = (clause: Clause | undefined): boolean => clause?.kind === 'award' && clause.award.kind === 'full'

/** 每500万元得0.5分，不足500万元的不得分: a started step earns nothing. */
const isBelowOne = (clause: Clause, { per, unit }: Counted): boolean =>
  clause.kind === 'award' &&
  clause.award.kind === 'none' &&
  clause.when.kind === 'band' &&
  clause.when.measure === undefined &&
  clause.when.from === undefined &&
  clause.when.to?.inclusive === false &&
  clause.when.to.value === per &&
  clause.when.to.unit === unit

const isOf = ({ by }: Extract<Clause, { kind: 'partial' }>, { per, unit }: Counted): boolean =>
  by === undefined || (by.value === per && by.unit === unit)

/** 最高5分 after 加 is the bonus's own limit: nothing else of this sentence earns. */
function limitFrom(said: Clause, effect: 'deduct' | 'credit' | 'add', read: CountRead) {
  const clause = asPoints(said, read)
  if (clause.kind === 'deductionLimit' && effect === 'deduct' && !read.deductionLimit)
    return { deductionLimit: clause.limit }
  if (
    said.kind === 'mostCounted' &&
    clause.kind === 'ceiling' &&
    clause.ceiling.kind === 'points' &&
    effect === 'deduct'
  )
    return read.deductionLimit ? undefined : { deductionLimit: clause.ceiling }
  if (clause.kind === 'ceiling' && clause.ceiling.kind === 'unlimited' && effect === 'deduct' && !read.deductionLimit)
    return { deductionLimit: clause.ceiling }
  if (clause.kind === 'additionLimit' && effect === 'add' && !read.additionLimit) return { additionLimit: clause.limit }
  if (clause.kind === 'ceiling' && effect === 'credit' && sameData(read.ceiling ?? clause.ceiling, clause.ceiling))
    return { ceiling: clause.ceiling }
  if (clause.kind === 'ceiling' && effect === 'add' && !read.additionLimit && clause.ceiling.kind !== 'share')
    return { additionLimit: clause.ceiling }
  return undefined
}

/** 最多计4次 of 每次得30分 is 最高得120分; 满分2分 behind a count is how far it goes. */
function asPoints(clause: Clause, { counted, points }: CountRead): Clause {
  if (clause.kind === 'heading' && clause.name === undefined && clause.marks.kind === 'points')
    return { kind: 'ceiling', ceiling: clause.marks }
  if (clause.kind !== 'mostCounted' || clause.unit !== counted.unit || counted.per !== '1') return clause
  return { kind: 'ceiling', ceiling: { kind: 'points', points: printExact(mul(exact(clause.value), exact(points))) } }
}
