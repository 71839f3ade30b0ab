import type { Method } from './method.ts'
import { allOrNothingMethod } from './methods/all-or-nothing.ts'
import { checklistMethod } from './methods/checklist.ts'
import { countCreditMethod } from './methods/count-credit.ts'
import { countDeductionMethod } from './methods/count-deduction.ts'
import { judgedMethod } from './methods/judged.ts'
import { ratioMethod } from './methods/ratio.ts'
import { stepsMethod } from './methods/steps.ts'
import { tiersMethod } from './methods/tiers.ts'
import type { Rule, RuleKind } from './model.ts'

const registry: { readonly [K in RuleKind]: Method<K> } = {
  ratio: ratioMethod,
  allOrNothing: allOrNothingMethod,
  tiers: tiersMethod,
  steps: stepsMethod,
  countDeduction: countDeductionMethod,
  countCredit: countCreditMethod,
  checklist: checklistMethod,
  judged: judgedMethod,
}

type AnyMethod = Method<RuleKind>

/** The registry pairs each kind with its own method, which the compiler cannot follow through an index. */
export const methodOf = (rule: Rule): AnyMethod => registry[rule.kind] as AnyMethod

export const methods = Object.values(registry) as readonly AnyMethod[]
export const ruleKinds = Object.keys(registry) as readonly RuleKind[]
