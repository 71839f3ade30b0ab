import type { AdditionLimit, DeductionLimit, ExtrasRule, FaultsRule } from '../model.ts'
import type { Clause, Taken } from './clause.ts'
import type { Placed } from './scan.ts'

/** 未制定方案的扣2分；未召开会议的扣1分，扣完为止. */
export function readFaults(clauses: readonly Placed[]): Taken<FaultsRule> | undefined {
  const { entries, limit, used } = readEntries<DeductionLimit>(clauses, 'deduct', (clause) =>
    clause.kind === 'deductionLimit' ? clause.limit : undefined,
  )
  return entries.length === 0 ? undefined : { rule: { kind: 'faults', entries, ...(limit && { limit }) }, used }
}

/** 新建项目的加5分；续建项目的加2分，最多加10分. */
export function readExtras(clauses: readonly Placed[]): Taken<ExtrasRule> | undefined {
  const { entries, limit, used } = readEntries<AdditionLimit>(clauses, 'add', (clause) =>
    clause.kind === 'additionLimit'
      ? clause.limit
      : clause.kind === 'ceiling' && clause.ceiling.kind !== 'share'
        ? clause.ceiling
        : undefined,
  )
  return entries.length === 0 ? undefined : { rule: { kind: 'extras', entries, ...(limit && { limit }) }, used }
}

type Entry = FaultsRule['entries'][number]

function readEntries<L>(
  clauses: readonly Placed[],
  effect: 'deduct' | 'add',
  limitOf: (clause: Clause) => L | undefined,
): { readonly entries: readonly Entry[]; readonly limit: L | undefined; readonly used: number } {
  const entries: Entry[] = []
  for (const [used, { clause }] of clauses.entries()) {
    const own = entriesOf(clause, effect)
    if (own.length === 0) {
      const limit = entries.length > 0 ? limitOf(clause) : undefined
      return { entries, limit, used: used + (limit ? 1 : 0) }
    }
    entries.push(...own)
  }
  return { entries, limit: undefined, used: clauses.length }
}

function entriesOf(clause: Clause, effect: 'deduct' | 'add'): readonly Entry[] {
  if (clause.kind === 'faults')
    return effect === 'deduct' ? clause.names.map((name) => ({ name, points: clause.points })) : []
  if (clause.kind !== 'award' || clause.when.kind !== 'fact' || clause.award.kind !== effect) return []
  return [{ name: clause.when.name, points: clause.award.points }]
}
