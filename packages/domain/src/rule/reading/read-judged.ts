import { compare, exact } from '../../kernel/exact.ts'
import type { JudgedRule } from '../model.ts'
import type { Clause, Taken } from './clause.ts'
import type { Placed } from './scan.ts'

type Range = NonNullable<JudgedRule['levels']>[number]

/** Ranges of levels, in the order of the sentence; one of them may earn nothing or a fixed mark. */
export function readJudgedLevels(clauses: readonly Placed[]): Taken<JudgedRule> | undefined {
  const levels: Range[] = []
  for (const { clause } of clauses) {
    const next = rangeOf(clause)
    if (next === undefined || levels.some(({ name }) => name === next.name)) break
    levels.push(next)
  }
  if (levels.length < 2 || !clauses.slice(0, levels.length).some(isRange)) return undefined
  if (!levels.every(({ from, to }) => compare(exact(from), exact(to)) <= 0)) return undefined
  const used = levels.length
  const [lowest, highest] = [
    levels.map(({ from }) => from).reduce((a, b) => (compare(exact(a), exact(b)) <= 0 ? a : b)),
    levels.map(({ to }) => to).reduce((a, b) => (compare(exact(a), exact(b)) >= 0 ? a : b)),
  ]
  const rule: JudgedRule = { kind: 'judged', from: lowest, to: highest, levels }
  return { rule, used: clauses[used]?.clause.kind === 'reason' ? used + 1 : used }
}

const isRange = ({ clause }: Placed): boolean => clause.kind === 'levelRange'

function rangeOf(clause: Clause): Range | undefined {
  if (clause.kind === 'levelRange') return { name: clause.name, from: clause.from, to: clause.to }
  const one =
    clause.kind === 'levels' && clause.levels.length === 1
      ? clause.levels[0]
      : clause.kind === 'award' && clause.when.kind === 'fact'
        ? { name: clause.when.name, award: clause.award }
        : undefined
  if (one?.award.kind === 'none') return { name: one.name, from: '0', to: '0' }
  return one?.award.kind === 'points' ? { name: one.name, from: one.award.points, to: one.award.points } : undefined
}
