import type { Method } from './method.ts'
import { allOrNothingMethod } from './methods/all-or-nothing.ts'
import { checklistMethod } from './methods/checklist.ts'
import { coefficientMethod } from './methods/coefficient.ts'
import { controlMethod } from './methods/control.ts'
import { countBonusMethod } from './methods/count-bonus.ts'
import { countCreditMethod } from './methods/count-credit.ts'
import { countDeductionMethod } from './methods/count-deduction.ts'
import { creditsMethod } from './methods/credits.ts'
import { diminishingMethod } from './methods/diminishing.ts'
import { efficacyMethod } from './methods/efficacy.ts'
import { expressionMethod } from './methods/expression.ts'
import { extrasMethod } from './methods/extras.ts'
import { faultsMethod } from './methods/faults.ts'
import { gatedMethod } from './methods/gated.ts'
import { inPercentMethod } from './methods/in-percent.ts'
import { judgedMethod } from './methods/judged.ts'
import { levelsMethod } from './methods/levels.ts'
import { matrixMethod } from './methods/matrix.ts'
import { meanMethod } from './methods/mean.ts'
import { metCountMethod } from './methods/met-count.ts'
import { partsMethod } from './methods/parts.ts'
import { quotedMethod } from './methods/quoted.ts'
import { rankBandsMethod } from './methods/rank-bands.ts'
import { rankStepsMethod } from './methods/rank-steps.ts'
import { ratioMethod } from './methods/ratio.ts'
import { shareMethod } from './methods/share.ts'
import { slopesMethod } from './methods/slopes.ts'
import { stepsMethod } from './methods/steps.ts'
import { sumMethod } from './methods/sum.ts'
import { tiersMethod } from './methods/tiers.ts'
import { toBestMethod } from './methods/to-best.ts'
import { votesMethod } from './methods/votes.ts'
import { weightedMeanMethod } from './methods/weighted-mean.ts'
import type { Rule, RuleKind } from './model.ts'
import type { Clause } from './reading/clause.ts'

type AnyMethod = Method<RuleKind>

/** The registry pairs each kind with its own method, which the compiler cannot follow through an index. */
export const methodOf = (rule: Rule): AnyMethod => registry[rule.kind] as AnyMethod

/** In the order of the catalogue M01–M35; the composed ones last. */
const registry: { readonly [K in RuleKind]: Method<K> } = {
  ratio: ratioMethod,
  control: controlMethod,
  allOrNothing: allOrNothingMethod,
  tiers: tiersMethod,
  steps: stepsMethod,
  slopes: slopesMethod,
  diminishing: diminishingMethod,
  toBest: toBestMethod,
  share: shareMethod,
  efficacy: efficacyMethod,
  rankSteps: rankStepsMethod,
  rankBands: rankBandsMethod,
  countDeduction: countDeductionMethod,
  countCredit: countCreditMethod,
  countBonus: countBonusMethod,
  checklist: checklistMethod,
  metCount: metCountMethod,
  faults: faultsMethod,
  extras: extrasMethod,
  matrix: matrixMethod,
  levels: levelsMethod,
  credits: creditsMethod,
  votes: votesMethod,
  mean: meanMethod,
  quoted: quotedMethod,
  weightedMean: weightedMeanMethod,
  expression: expressionMethod,
  judged: judgedMethod,
  sum: sumMethod(methodOf),
  parts: partsMethod(methodOf),
  inPercent: inPercentMethod,
  coefficient: coefficientMethod(methodOf),
  gated: gatedMethod(methodOf),
}

export const methods = Object.values(registry) as readonly AnyMethod[]
export const ruleKinds = Object.keys(registry) as readonly RuleKind[]

const byBeginning = new Map<Clause['kind'], readonly AnyMethod[]>()

/** The methods that may read clauses of which this one is the first, in the order of the registry. */
export function methodsBeginning(kind: Clause['kind']): readonly AnyMethod[] {
  const known = byBeginning.get(kind) ?? methods.filter(({ begins }) => begins?.includes(kind))
  byBeginning.set(kind, known)
  return known
}
