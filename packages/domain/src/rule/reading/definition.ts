import type { Measure } from '../model.ts'
import { defaultRate, sayMeasure } from '../phrases.ts'
import { sameData } from '../same-data.ts'
import type { Clause } from './clause.ts'
import type { Placed } from './scan.ts'

/** A rate defined in the sentence, put where the other clauses name it. */

type Definition = Extract<Clause, { kind: 'definition' }>

const completion = /^(?:任务|目标|目标任务|计划|年度目标|年度任务)?完成(?:率|比例)$/u

/**
 * The clauses with each defined rate in the place of its name. A definition whose name nothing uses, or of which something speaks
 * that cannot be held against a rate, stays at the end and is reported.
 */
export function withDefinitions(clauses: readonly Placed[]): readonly Placed[] {
  return clauses.reduce<readonly Placed[]>((all, own) => {
    const { clause } = own
    if (clause.kind !== 'definition') return all
    const others = all.filter((placed) => placed.clause !== clause)
    const next = all[all.findIndex((placed) => placed.clause === clause) + 1]
    const put = others.map((placed) => ({
      ...placed,
      clause: replaced(scoredBy(placed === next ? lent(placed.clause, clause) : placed.clause, clause), clause),
    }))
    const used = put.some((placed, i) => !sameData(placed.clause, others[i]?.clause))
    return used && !JSON.stringify(put).includes(clause.name) ? put : [...others, own]
  }, clauses)
}

/** 得分＝按期办结率×5 of the rate just defined: so many points times it. */
function scoredBy(clause: Clause, definition: Definition): Clause {
  if (clause.kind !== 'formula' || clause.formula.op !== 'mul') return clause
  const { left, right } = clause.formula
  if (left.op !== 'input' || right.op !== 'number' || right.unit !== undefined) return clause
  const own = left.name === definition.name || (left.name.length > 2 && definition.name.endsWith(left.name))
  return own ? { kind: 'ratio', measure: definition.measure, of: right.value } : clause
}

const named = ({ name }: Definition): Measure => (completion.test(name) ? defaultRate : { kind: 'input', name })

/** 办结率＝…，达到98%的得满分; 办结率＝…，每低1个百分点: of the rate just defined. */
function lent(clause: Clause, { measure }: Definition): Clause {
  if (clause.kind === 'award' && clause.when.kind === 'band' && !clause.when.measure)
    return (clause.when.from ?? clause.when.to)?.unit === '%'
      ? { ...clause, when: { ...clause.when, measure } }
      : clause
  const steps =
    clause.kind === 'step' && !clause.measure && !clause.reference && /^(?:%|个百分点)$/u.test(clause.by.unit ?? '')
  return steps ? { ...clause, measure } : clause
}

function replaced<T>(data: T, definition: Definition): T {
  if (Array.isArray(data)) return data.map((one) => replaced(one, definition)) as T
  if (typeof data !== 'object' || data === null) return data
  if (isMeasure(data) && isDefined(data, definition)) return definition.measure as T
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, replaced(value, definition)])) as T
}

/** The name itself, or its last words: 完成率 of 新增市场主体完成率. */
const isDefined = (data: Measure, definition: Definition): boolean =>
  sayMeasure(data) === sayMeasure(named(definition)) ||
  (data.kind === 'rate'
    ? sayMeasure(data) === sayMeasure(defaultRate) && completed.test(definition.name)
    : data.name.length > 2 && definition.name.endsWith(data.name))

const completed = /完成(?:率|比例)$/u

const isMeasure = (data: object): data is Measure =>
  'kind' in data && ((data.kind === 'input' && 'name' in data) || (data.kind === 'rate' && 'actual' in data))
