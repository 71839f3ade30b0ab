import type { Measure, Partial, Reference, Relation, Step, StepsRule } from '../model.ts'
import { defaultActual, defaultTarget, sayAmount, sayMeasure, sayReference, stepsRelation } from '../phrases.ts'
import type { Clause, Taken, When } from './clause.ts'
import type { Placed } from './scan.ts'

type StepClause = Extract<Clause, { readonly kind: 'step' }>
interface Base {
  /** How the sentence puts it; must be how these steps would be put. */
  readonly relation?: Relation
  readonly measure: Measure
  readonly reference: Reference
}

const target: Reference = { input: defaultTarget }

/** …得满分 at the reference, where the sentence says so; then one step a side, each with its limit; then what a started step counts. */
export function readSteps(clauses: readonly Placed[]): Taken<StepsRule> | undefined {
  const start = clauses[0]?.clause
  const said = start?.kind === 'award' && start.award.kind === 'full' ? baseOf(start.when) : undefined
  if (start?.kind === 'award' && (said === undefined || start.ordinal !== undefined)) return undefined
  let used = said ? 1 : 0
  const steps: Step[] = []
  let base: Base | undefined = said
  let partial: Partial | undefined
  for (; used < clauses.length; used += 1) {
    const clause = clauses[used]?.clause
    const last = steps.at(-1)
    if (clause?.kind === 'step') {
      const implied = baseOfStep(clause, base)
      if (implied === undefined || steps.some(({ side }) => side === clause.side)) break
      base = implied
      const { side, by, effect, points } = clause
      steps.push({ side, by, effect, points })
    } else if (clause?.kind === 'deductionLimit' && last?.effect === 'deduct' && !last.limit)
      steps.splice(-1, 1, { ...last, limit: clause.limit })
    else if (clause?.kind === 'additionLimit' && last?.effect === 'add' && !last.limit)
      steps.splice(-1, 1, { ...last, limit: clause.limit })
    else if (clause?.kind === 'partial' && !partial && steps.some(({ by }) => sayAmount(by) === sayAmount(clause.by)))
      partial = clause.partial
    else break
  }
  if (base === undefined || steps.length === 0) return undefined
  const { measure, reference, relation } = base
  if (relation !== undefined && relation !== stepsRelation(steps)) return undefined
  return { rule: { kind: 'steps', measure, reference, steps, ...(partial && { partial }) }, used }
}

const goals = new Set([
  '完成',
  '完成任务',
  '完成目标',
  '完成目标任务',
  '完成年度目标',
  '完成年度任务',
  '完成年度目标任务',
])

/** The reference that 达到（不超过、等于）…得满分 names. */
function baseOf(when: When): Base | undefined {
  if (when.kind === 'meets')
    return {
      relation: when.relation,
      measure: { kind: 'input', name: when.actual },
      reference: { input: when.target },
    }
  if (when.kind === 'fact' && goals.has(when.name))
    return { relation: 'atLeast', measure: { kind: 'input', name: defaultActual }, reference: target }
  if (when.kind !== 'band' || when.measure === undefined) return undefined
  const [edge, other] = [when.from ?? when.to, when.from && when.to]
  if (edge === undefined || (other && sayAmount(other) !== sayAmount(edge))) return undefined
  const { inclusive, ...reference } = edge
  const relation = other ? 'equal' : when.from ? 'atLeast' : 'atMost'
  return inclusive === false ? undefined : { relation, measure: when.measure, reference }
}

/** What a step says of its own base must agree with what is known; alone, 每少1个 is against the target. */
function baseOfStep({ measure, reference }: StepClause, known: Base | undefined): Base | undefined {
  if (known) {
    const sameMeasure = measure === undefined || sayMeasure(measure) === sayMeasure(known.measure)
    const sameReference = reference === undefined || sayReference(reference) === sayReference(known.reference)
    return sameMeasure && sameReference ? known : undefined
  }
  if (measure?.kind === 'rate' && reference === undefined) return { measure, reference: { value: '100', unit: '%' } }
  return { measure: measure ?? { kind: 'input', name: defaultActual }, reference: reference ?? target }
}
