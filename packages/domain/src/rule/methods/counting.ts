import { exact, sign } from '../../kernel/exact.ts'
import type { RuleInput } from '../facts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import type { Counted, Partial } from '../model.ts'
import { countedName } from '../phrases.ts'

/** What M16 and M17 share: both count whole things. */

export const countInput = (counted: Counted): RuleInput => ({
  name: countedName(counted),
  kind: 'count',
  role: 'actual',
  unit: counted.unit,
})

/** One at a time leaves no started step. */
export const partialOpen = ({ per }: Counted, partial: Partial | undefined): readonly 'partial'[] =>
  partial === undefined && per !== '1' ? ['partial'] : []

export const lintPer = ({ per }: Counted): readonly Finding[] =>
  sign(exact(per)) > 0 ? [] : [mustResolve('rule.stepSize', 'counted.per')]
