import { compare, exact } from '../../kernel/exact.ts'
import type { CountCreditRule, Rule, SumRule } from '../model.ts'

/** 扣完为止, 最多扣3分, 最多加5分, 最高得10分 behind the last of several alike speaks of all of them: the parts without it, and the limit. */
export function limitOfAll(parts: readonly Rule[]): Omit<SumRule, 'kind'> {
  const last = parts.at(-1)
  const credits = parts.filter((part) => part.kind === 'countCredit')
  if (credits.length === parts.length) return ceilingOfAll(credits)
  const own = last && 'limit' in last ? last.limit : undefined
  const before = parts.slice(0, -1)
  if (last === undefined || own === undefined || !('limit' in last) || before.some((part) => 'limit' in part))
    return { parts }
  const { limit: _, ...rest } = last
  const freed = [...before, rest as Rule]
  if (own.kind === 'untilZero') {
    const takers = parts.filter((part) => 'limit' in part || part.kind === 'countDeduction' || part.kind === 'faults')
    return takers.length < 2 ? { parts } : { parts: freed, limit: own }
  }
  if (own.kind !== 'points' || !prices(parts).every((price) => compare(exact(price), exact(own.points)) <= 0))
    return { parts }
  if (parts.every(takes)) return { parts: freed, limit: own, scope: 'unsaid' }
  return parts.every(adds) ? { parts: freed, mostAdded: own.points, scope: 'unsaid' } : { parts }
}

function ceilingOfAll(parts: readonly CountCreditRule[]): Omit<SumRule, 'kind'> {
  const last = parts.at(-1)
  const { ceiling, ...rest } = last ?? {}
  if (last === undefined || ceiling === undefined || ceiling.kind === 'unlimited') return { parts }
  if (parts.slice(0, -1).some((part) => part.ceiling)) return { parts }
  const { points } = ceiling.kind === 'points' ? ceiling : { points: undefined }
  if (points !== undefined && !prices(parts).every((price) => compare(exact(price), exact(points)) <= 0))
    return { parts }
  return { parts: [...parts.slice(0, -1), rest as CountCreditRule], ceiling, scope: 'unsaid' }
}

const takes = (rule: Rule): boolean =>
  rule.kind === 'countDeduction' ||
  rule.kind === 'faults' ||
  (rule.kind === 'credits' && rule.effect === 'deduct') ||
  (rule.kind === 'steps' &&
    rule.base === undefined &&
    rule.steps.every((step) => step.effect === 'deduct' && !step.limit))

const adds = (rule: Rule): boolean =>
  rule.kind === 'countBonus' || rule.kind === 'extras' || (rule.kind === 'credits' && rule.effect === 'add')

/** What each single case costs or brings; a limit below one of them is not that of all. */
const prices = (parts: readonly Rule[]): readonly string[] =>
  parts.flatMap((part) => {
    if ('points' in part) return [part.points]
    if (part.kind === 'faults' || part.kind === 'extras') return part.entries.map(({ points }) => points)
    if (part.kind === 'credits') return part.levels.map(({ points }) => points)
    return part.kind === 'steps' ? part.steps.map(({ points }) => points) : []
  })
