import type { CreditsRule } from '../model.ts'
import type { Clause, Taken } from './clause.ts'
import type { Placed } from './scan.ts'

type Credits = Extract<Clause, { readonly kind: 'credits' }>

/** 国家级表彰的每项加5分，省级表彰的每项加3分，省级3分 alone carries on; then how entries count and how much in all. */
export function readCredits([first, ...rest]: readonly Placed[]): Taken<CreditsRule> | undefined {
  if (first?.clause.kind !== 'credits') return undefined
  const { effect, subject } = first.clause
  const levels = [...first.clause.levels]
  let each = first.clause.each
  let tail: Pick<CreditsRule, 'counting'> & { limit?: CreditsRule['limit'] } = {}
  let used = 1
  for (const { clause } of rest) {
    if (clause.kind === 'credits' && clause.effect === effect && sameSubject(clause, subject)) {
      levels.push(...clause.levels)
      each ??= clause.each
    } else if (clause.kind === 'carried') levels.push({ name: clause.level, points: clause.points })
    else if (clause.kind === 'counting' && (!tail.counting || goesOn(clause, tail.counting)))
      tail = { ...tail, counting: tail.counting ?? clause.counting }
    else {
      const limit = limitOf(clause, effect)
      if (limit === undefined || tail.limit) break
      tail = { ...tail, limit }
    }
    used += 1
  }
  const counting = each && { counting: 'each' }
  const rule = {
    kind: 'credits',
    ...(subject !== undefined && { subject }),
    levels,
    effect,
    ...counting,
    ...tail,
  } as CreditsRule
  return { rule, used }
}

const sameSubject = (clause: Credits, subject: string | undefined) =>
  clause.subject === undefined || clause.subject === subject

/** 同一事项不重复加分，按最高级别计 says one thing twice. */
const goesOn = (clause: Extract<Clause, { readonly kind: 'counting' }>, said: CreditsRule['counting']): boolean =>
  clause.counting === said || (said === 'perMatter' && clause.counting === 'highest')

function limitOf(said: Clause, effect: 'add' | 'deduct'): CreditsRule['limit'] {
  const clause = said.kind === 'total' ? said.clause : said
  if (clause.kind === 'deductionLimit' && effect === 'deduct') return clause.limit
  if (clause.kind === 'additionLimit' && effect === 'add') return clause.limit
  if (clause.kind === 'ceiling' && effect === 'add' && clause.ceiling.kind !== 'share') return clause.ceiling
  return undefined
}
