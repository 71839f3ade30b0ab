import { compare, exact, hundred, mul, printExact, sign, sub } from '../../kernel/exact.ts'
import type { Amount, Award, Base, DeductionLimit, Partial, Step, StepsRule } from '../model.ts'
import { defaultRate, sayAmount, sayMeasure, sayReference, stepsRelation } from '../phrases.ts'
import { sameData } from '../same-data.ts'
import type { Clause, StepClause, Taken, When } from './clause.ts'
import type { Placed } from './scan.ts'
import { type Start, startOf, startOfStep, unnamed } from './step-start.ts'
import { isTargetMet, whenMet } from './target-met.ts'

/** …得满分 at the reference, where the sentence says so; then one step a side, each with its limit; then what a started step counts. */
export function readSteps(clauses: readonly Placed[]): Taken<StepsRule> | undefined {
  const start = clauses[0]?.clause
  const said = start?.kind === 'award' ? startOf(whenMet(start.when, clauses[1]?.clause), start.award) : undefined
  if (start?.kind === 'award' && said === undefined) return undefined
  const read = new Reading(said)
  let used = said ? 1 : 0
  for (; used < clauses.length; used += 1) {
    const clause = clauses[used]?.clause
    if (clause === undefined || !read.take(clause)) break
  }
  const rule = read.rule()
  return rule && { rule, used: used - read.dangling }
}

class Reading {
  private start: Start | undefined
  private readonly steps: Step[] = []
  private side: Extract<Clause, { kind: 'side' }> | undefined
  private aimed = 0
  private sided = false
  private rest: Pick<StepsRule, 'partial' | 'ceiling' | 'none'> = {}

  constructor(start: Start | undefined) {
    this.start = start
  }

  /** Clauses taken on the promise of a step that did not come. */
  get dangling(): number {
    return this.side ? 1 : 0
  }

  /** 目标值为95%，达到目标得20分: the figure first, then what it earns. */
  private takeAim(clause: Clause): boolean {
    if (clause.kind === 'aim' && !this.start && !this.side && this.steps.length === 0) {
      const { measure = clause.reference.unit === '%' ? defaultRate : unnamed, reference } = clause
      this.start = { measure, reference }
      this.aimed = 1
      return true
    }
    const reached = clause.kind === 'award' && clause.when.kind === 'fact' && isTargetMet(clause.when.name)
    if (!(clause.kind === 'earned' || reached) || this.aimed !== 1 || this.steps.length > 0 || !this.start) return false
    const { award } = clause
    if (award.kind !== 'full' && award.kind !== 'points' && award.kind !== 'share') return false
    this.start = { ...this.start, ...(award.kind !== 'full' && { base: award }) }
    this.aimed = 2
    return true
  }

  take(clause: Clause): boolean {
    switch (clause.kind) {
      case 'aim':
        return this.takeAim(clause)
      case 'side':
        if (this.side || clause.until) return false
        this.side = clause
        return true
      case 'step':
        return this.takeStep(clause)
      case 'steps':
        return this.steps.length === 0 && clause.steps.every((step) => this.takeStep(step))
      case 'count':
        return (
          clause.asStep !== undefined &&
          (this.start ?? this.side?.reference) !== undefined &&
          this.takeStep(clause.asStep)
        )
      default:
        return this.takeAim(clause) || (this.steps.length > 0 && this.side === undefined && this.takeRest(clause))
    }
  }

  private takeStep(clause: StepClause): boolean {
    if (this.side && this.side.side !== clause.side) return false
    const { measure, reference } = this.side ?? {}
    // 低于90%的，每低于95%1个百分点: two starts are one too many.
    if (reference && clause.reference && sayReference(reference) !== sayReference(clause.reference)) return false
    const step = {
      ...clause,
      ...(measure && !clause.measure && { measure }),
      ...(reference && !clause.reference && { reference }),
    }
    const implied = startOfStep(step, this.start)
    if (implied === undefined || this.steps.some(({ side }) => side === clause.side)) return false
    if (isOtherUnit(clause, implied)) return false
    this.start = implied
    this.sided ||= this.side?.reference !== undefined
    this.side = undefined
    const { side, effect, points } = clause
    this.steps.push({ side, by: inRate(clause.by, implied), effect, points })
    return true
  }

  private takeRest(clause: Clause): boolean {
    const last = this.steps.at(-1)
    const put = (step: Step) => this.steps.splice(-1, 1, step).length > 0
    if (clause.kind === 'deductionLimit' && this.eitherWay()) return this.takeLimitOfBoth(clause.limit)
    if (clause.kind === 'deductionLimit' && last?.effect === 'deduct' && !last.limit)
      return put({ ...last, limit: clause.limit })
    if (clause.kind === 'additionLimit' && last?.effect === 'add' && !last.limit)
      return put({ ...last, limit: clause.limit })
    if (clause.kind === 'deductionLimit' && clause.limit.kind === 'untilZero') return this.takeFloor()
    if (clause.kind === 'base') return this.takeBase(clause.base)
    if (clause.kind === 'least') return this.takeLeast(clause.points)
    if (clause.kind === 'changeLimit') return this.takeChangeLimit(clause.points)
    if (clause.kind === 'ceiling' && !this.rest.ceiling && this.steps.some(({ effect }) => effect === 'add')) {
      this.rest = { ...this.rest, ceiling: clause.ceiling }
      return true
    }
    if (clause.kind === 'partial' && !this.rest.partial && this.counts(clause)) {
      this.rest = { ...this.rest, partial: clause.partial }
      return true
    }
    if (clause.kind === 'noBonus' || isNoBonus(clause)) return this.steps.every(({ effect }) => effect === 'deduct')
    return clause.kind === 'award' && this.takeNone(clause.when, clause.award)
  }

  private counts({ by }: { readonly partial: Partial; readonly by?: Step['by'] }): boolean {
    return by === undefined || this.steps.some((step) => sayAmount(step.by) === sayAmount(by))
  }

  /** 扣完为止 at the end of both steps speaks of the one that takes. */
  private takeFloor(): boolean {
    const at = this.steps.findIndex(({ effect, limit }) => effect === 'deduct' && !limit)
    const step = this.steps[at]
    if (step?.effect !== 'deduct') return false
    this.steps.splice(at, 1, { ...step, limit: { kind: 'untilZero' } })
    return true
  }

  /** 基础分为5分 behind the steps: what is changed by them. */
  private takeBase(base: Base): boolean {
    if (this.start === undefined || this.start.base || this.start.relation || base.kind !== 'points') return false
    this.start = { ...this.start, base }
    return true
  }

  /** 每超过（降低）5%扣2分，扣完为止: said once of both. */
  private eitherWay(): boolean {
    const [one, two] = this.steps.map(({ side: _, ...step }) => step)
    return one?.effect === 'deduct' && !one.limit && sameData(one, two)
  }

  private takeLimitOfBoth(limit: DeductionLimit): boolean {
    const limited = this.steps.flatMap((step) => (step.effect === 'deduct' ? [{ ...step, limit }] : []))
    return this.steps.splice(0, this.steps.length, ...limited).length > 0
  }

  /** 达到88%得3分，…，最低得1分: no more than two are taken. */
  private takeLeast(points: string): boolean {
    const base = this.start?.base
    const at = this.steps.findIndex(({ effect, limit }) => effect === 'deduct' && !limit)
    const step = this.steps[at]
    if (base?.kind !== 'points' || step?.effect !== 'deduct') return false
    const room = sub(exact(base.points), exact(points))
    if (sign(room) <= 0) return false
    this.steps.splice(at, 1, { ...step, limit: { kind: 'points', points: printExact(room) } })
    return true
  }

  private takeChangeLimit(points: string): boolean {
    if (this.steps.some(({ limit }) => limit)) return false
    const limit = { kind: 'points' as const, points }
    this.steps.splice(0, this.steps.length, ...this.steps.map((step) => ({ ...step, limit })))
    return true
  }

  private takeNone(when: When, award: Award): boolean {
    if (this.rest.none || award.kind !== 'none' || when.kind !== 'band' || !this.start) return false
    if (when.measure && sayMeasure(when.measure) !== sayMeasure(this.start.measure)) return false
    const { from, to } = when
    if (from && !when.measure && this.isDistance(from)) return false
    this.rest = { ...this.rest, none: { ...(from && { from }), ...(to && { to }) } }
    return true
  }

  /** 每超1户扣1分，超过5户的不得分: five beyond the target, it seems, and not five in all. */
  private isDistance({ value, unit }: Amount): boolean {
    const reference = this.start?.reference
    if (!this.steps.some(({ side, by }) => side === 'above' && by.unit === unit)) return false
    return !(reference && 'value' in reference && compare(exact(value), exact(reference.value)) > 0)
  }

  rule(): StepsRule | undefined {
    if (this.start === undefined || this.steps.length === 0) return undefined
    const { measure, reference, relation, base } = this.start
    const worst = stepsRelation(this.steps)
    // 100%计满分，每超过（降低）5%扣2分: exactly that much.
    const bothSides = this.steps.length === 2 && (relation === 'equal' || (relation === 'atLeast' && worst === 'equal'))
    const fits =
      relation === undefined ||
      relation === worst ||
      bothSides ||
      (base !== undefined && relation !== 'below' && relation !== 'above') ||
      // 高于平均数的得2分，每低1%扣0.1分: on the mean itself nothing is lost either; the same where 低于平均数的 is said for the step.
      ((base !== undefined || this.sided || 'value' in reference) &&
        relation === (worst === 'atLeast' ? 'above' : 'below'))
    if (!fits) return undefined
    return { kind: 'steps', measure, reference, ...(base && { base }), steps: this.steps, ...this.rest }
  }
}

/** 完成率100%，每少1人: people are no share of a rate. */
const isOtherUnit = ({ by }: StepClause, { reference }: Start): boolean =>
  'value' in reference && reference.unit === '%' && !/^(?:%|个百分点|倍|‰)$/u.test(by.unit ?? '%')

/** 每少0.1倍 of a rate is ten points of it. */
const inRate = (by: Step['by'], { measure, reference }: Start): Step['by'] =>
  by.unit === '倍' && measure.kind === 'rate' && 'value' in reference && reference.unit === '%'
    ? { value: printExact(mul(exact(by.value), hundred)), unit: '个百分点' }
    : by

const isNoBonus = (clause: Clause): boolean => clause.kind === 'ceiling' && clause.ceiling.kind === 'fullMark'
