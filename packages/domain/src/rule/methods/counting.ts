import { exact, sign } from '../../kernel/exact.ts'
import type { RuleInput } from '../facts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import type { Counted, Partial } from '../model.ts'
import { countedName } from '../phrases.ts'

/** What M16 and M17 share: both count whole things. */

/** What comes in whole ones; money, shares and lengths are measured. */
const comesWhole =
  /^(?:[个例起次家项件人户处条篇场天日名位份批座所套台宗期门部本册辆株艘枚票]|人次|户次|(?:个)?工作日|个月)$/u

export const countInput = (counted: Counted): RuleInput => ({
  name: countedName(counted),
  kind: comesWhole.test(counted.unit) ? 'count' : 'quantity',
  role: 'actual',
  unit: counted.unit,
})

/** One at a time leaves no started step. */
export const partialOpen = ({ per }: Counted, partial: Partial | undefined): readonly 'partial'[] =>
  partial === undefined && per !== '1' ? ['partial'] : []

export const lintPer = ({ per }: Counted): readonly Finding[] =>
  sign(exact(per)) > 0 ? [] : [mustResolve('rule.stepSize', 'counted.per')]
