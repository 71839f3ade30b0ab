import type { MetCountRule } from '../model.ts'
import type { Clause, Taken } from './clause.ts'
import { isElse } from './denial.ts'
import type { Placed } from './scan.ts'

/** The requirements, then an award for each number of them that is met; undefined where the numbers do not fit the list. */
export function readMetCount(clauses: readonly Placed[]): Taken<MetCountRule> | undefined {
  const [first, ...rest] = clauses
  if (first?.clause.kind !== 'requirements') return undefined
  const { names } = first.clause
  const bands: MetCountRule['bands'][number][] = []
  let used = 1
  for (const { clause } of rest) {
    if (clause.kind !== 'metOf') break
    const counts = countsOf(clause, names.length)
    if (counts === undefined || counts.some((met) => bands.some((band) => band.met === String(met)))) return undefined
    bands.push(...counts.map((met) => ({ met: String(met), award: clause.award })))
    used += 1
  }
  const last = clauses[used]?.clause
  const otherwise = last?.kind === 'award' && isElse(last.when) ? last.award : undefined
  if (bands.length + (otherwise ? 1 : 0) < 2) return undefined
  const rule: MetCountRule = { kind: 'metCount', entries: names, bands, ...(otherwise && { otherwise }) }
  return { rule, used: used + (otherwise ? 1 : 0) }
}

type MetOf = Extract<Clause, { readonly kind: 'metOf' }>

function countsOf({ met, n = 0, more }: MetOf, all: number): readonly number[] | undefined {
  if (met === 'all') return [all]
  if (met === 'none') return [0]
  const own = met === 'lacking' ? all - n : n
  if (own < 0 || own > all || n === 0) return undefined
  return more ? Array.from({ length: all - own + 1 }, (_, i) => own + i) : [own]
}
