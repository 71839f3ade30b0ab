import type { Award, Base, Measure, Reference, Relation } from '../model.ts'
import { defaultActual, defaultRate, defaultTarget, sayAmount, sayMeasure, sayReference } from '../phrases.ts'
import type { StepClause, When } from './clause.ts'
import { targetMet } from './target-met.ts'
import { namesTarget } from './terms.ts'

/** Where steps are counted from: what the sentence says of it, before them or in them. */

export interface Start {
  /** How the sentence puts it; must be how these steps would be put. */
  readonly relation?: Relation
  readonly measure: Measure
  readonly reference: Reference
  readonly base?: Base
}

const target: Reference = { input: defaultTarget }
export const unnamed: Measure = { kind: 'input', name: defaultActual }

/** The reference that 达到（不超过、等于）…得满分 names, and what it earns. */
export function startOf(when: When, award: Award): Start | undefined {
  const start = referenceOf(when)
  // 达到90%，不扣分: nothing is lost there, which is full marks.
  if (award.kind === 'full' || start === undefined || (award.kind === 'deduct' && award.points === '0')) return start
  return award.kind === 'points' || award.kind === 'share' ? { ...start, base: award } : undefined
}

export function referenceOf(when: When): Start | undefined {
  if (when.kind === 'meets')
    return {
      relation: when.relation,
      measure: { kind: 'input', name: when.actual },
      reference: { input: when.target },
    }
  if (when.kind === 'reference') {
    const { relation, measure, reference, basis } = when
    return { ...(!basis && { relation }), measure, reference }
  }
  const reached = when.kind === 'fact' ? targetMet(when.name) : undefined
  if (reached)
    return {
      relation: 'atLeast',
      measure: { kind: 'input', name: reached.subject ?? defaultActual },
      reference: target,
    }
  if (when.kind !== 'band') return undefined
  const [edge, other] = [when.from ?? when.to, when.from && when.to]
  if (edge === undefined || (other && sayAmount(other) !== sayAmount(edge))) return undefined
  const { inclusive, ...reference } = edge
  const strict = inclusive === false
  const relation = other ? 'equal' : when.from ? (strict ? 'above' : 'atLeast') : strict ? 'below' : 'atMost'
  const measure = when.measure ?? (edge.unit === '%' ? defaultRate : undefined)
  return (strict && other) || measure === undefined ? undefined : { relation, measure, reference }
}

/** What a step says of its own start must agree with what is known; alone, 每少1个 is against the target. */
export function startOfStep({ measure, reference }: StepClause, known: Start | undefined): Start | undefined {
  if (known) {
    const sameMeasure = measure === undefined || sayMeasure(measure) === sayMeasure(known.measure)
    const sameReference =
      reference === undefined ||
      sayReference(reference) === sayReference(known.reference) ||
      isSameMean(reference, known) ||
      isNamedFigure(reference, known)
    return sameMeasure && sameReference ? known : undefined
  }
  if (measure?.kind === 'rate' && (reference === undefined || sayReference(reference) === defaultTarget))
    return { measure, reference: { value: '100', unit: '%' } }
  const own = reference !== undefined && 'value' in reference && reference.unit === '%' && measure === undefined
  return {
    measure: own ? defaultRate : (measure ?? { kind: 'input', name: defaultActual }),
    reference: reference ?? target,
  }
}

/** 高于全县平均水平得满分，低于平均水平的，每低: the mean just named. */
const isSameMean = (reference: Reference, known: Start): boolean =>
  'group' in reference &&
  reference.group === 'mean' &&
  'input' in known.reference &&
  /平均|均值/u.test(known.reference.input)

/** 满意度达到90%得满分，每低于目标1个百分点; 未超限额的得满分，每超限额1%: the target is the figure just named. */
const isNamedFigure = (reference: Reference, known: Start): boolean =>
  'input' in reference &&
  reference.input === defaultTarget &&
  ('value' in known.reference || ('input' in known.reference && namesTarget(known.reference.input)))
