import { add, div, type Exact, equal, exact, hundred, mul, sign, sub, zero } from '../../kernel/exact.ts'
import { awarded, exceeds } from '../amounts.ts'
import { closed, holds, onOpenEdge, unitOf } from '../bands.ts'
import { flatBand, pointsBetween } from '../between.ts'
import { changeNamed, directionOf } from '../change.ts'
import { type Finding, notice } from '../findings.ts'
import { sayGap } from '../gap-words.ts'
import { atThreshold, bandEdges, measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Computation, type Computed, type Given, type Method } from '../method.ts'
import type { Award, Tier, TiersRule } from '../model.ts'
import type { TraceNode } from '../outcome.ts'
import { joined, sayAward, sayBand, sayMeasure, sayReference } from '../phrases.ts'
import { readTiers } from '../reading/read-tiers.ts'
import { referenceInputs, referenceValue } from '../reference.ts'
import { surveyTiers, untouched } from '../tier-survey.ts'
import { node, operand, scored, show } from '../trace.ts'

/** M05: the award of the band that the value falls in. */
export const tiersMethod: Method<'tiers'> = {
  kind: 'tiers',
  inputs: ({ measure, reference, bands }) =>
    reference
      ? [...measureInputs(measure, unitOf(bands)), ...referenceInputs(reference, measure)]
      : measureInputs(measure, bands[0]?.from?.unit ?? bands[0]?.to?.unit),
  open: ({ measure, reference, between, bands, otherwise }) => [
    ...((between ? [] : closed(bands)).some(
      ({ from, to }) => (from && from.inclusive === undefined) || (to && to.inclusive === undefined),
    )
      ? (['sharedEdges'] as const)
      : []),
    ...(!reference &&
    [...bands.map(({ award }) => award), otherwise].some((award) => award?.kind === 'rate' && !award.of)
      ? (['proRataBase'] as const)
      : []),
    ...measureQuestions(measure),
  ],

  *compute(rule, given) {
    const figure = yield* measured(rule.measure, given)
    if (figure.kind === 'settled') return figure.computed
    const compared = rule.reference && referenceValue(rule.reference, rule.measure, given)
    const measure = atThreshold(compared ? less(figure, compared, rule) : figure, given)
    const { value } = measure
    if (rule.between) return interpolated(rule, measure, given)
    const bands = closed(rule.bands)
    const lower = bands.some((band) => onOpenEdge(band, value)) && (yield* ask('sharedEdges')) === 'lower'
    const inside = rule.bands.filter((_, i) => holds(bands[i] ?? {}, value, { from: lower, to: !lower }))
    if (inside.length > 1) return { kind: 'error', code: 'rule.tiersOverlap', at: 'bands' }
    const [tier] = inside
    const award = tier?.award ?? rule.otherwise ?? untouched(rule)
    if (award === undefined) return { kind: 'error', code: 'rule.tiersGap', at: 'bands' }
    const clause = tier ? sayTier(tier) : sayOtherwise(award)
    if (award.kind === 'rate' && compared && sign(compared) <= 0)
      return { kind: 'error', code: 'rule.divisionByZero', at: 'bands' }
    if (award.kind === 'rate' && award.of && sign(exact(award.of.value)) <= 0)
      return { kind: 'error', code: 'rule.divisionByZero', at: 'bands' }
    const rate =
      award.kind !== 'rate'
        ? value
        : compared
          ? div(mul(figure.value, hundred), compared)
          : yield* proRata(rule, award, value)
    const points = awarded(award, given.fullMark, rate)
    return scored(given, [{ code: 'loss.tier', clause, points: sub(given.fullMark, points) }], {
      code: 'tiers',
      clause,
      arithmetic: `${show(value)} → ${show(points)}`,
      children: [measure.node],
    })
  },

  say: (rule) =>
    joined(
      ...(rule.reference ? sayGaps(rule, sayReference(rule.reference)) : sayTiers(rule)),
      rule.between && '介于两者之间的按直线插值法得分',
      rule.otherwise && sayOtherwise(rule.otherwise),
    ),

  begins: ['award', 'proportion'],
  read: readTiers,

  lint: (rule, fullMark) => [
    ...(rule.between ? [] : surveyTiers(rule)),
    ...(fullMark ? lintMarks(rule, fullMark) : []),
  ],

  bends: ({ measure, reference, bands }, given) => {
    const from = reference ? referenceValue(reference, measure, given) : zero
    return { measure, at: bands.flatMap((band) => bandEdges(band, given)).map((edge) => add(edge, from)) }
  },
}

type Figure = { readonly value: Exact; readonly node: TraceNode }

/** How far the figure lies above what it is held against. */
function less(figure: Figure, reference: Exact, rule: TiersRule): Figure {
  const value = sub(figure.value, reference)
  const held = rule.reference ? sayReference(rule.reference) : ''
  const said = [{ name: held, value: show(reference) }]
  const clause = `${sayMeasure(rule.measure)}－${held}`
  const arithmetic = `${operand(figure.value)} - ${operand(reference)} = ${show(value)}`
  return {
    value,
    node: node({ code: 'gap', clause, arithmetic, value, inputs: said, children: [figure.node] }),
  }
}

/** In a band of its own, or on the line between the two edges beside it. */
function interpolated(rule: TiersRule, { value, node: child }: Figure, given: Given): Computed {
  const tier = flatBand(rule.bands, value)
  const points = tier
    ? awarded(tier.award, given.fullMark)
    : (pointsBetween(rule.bands, value, given.fullMark) ?? (rule.otherwise && awarded(rule.otherwise, given.fullMark)))
  if (points === undefined) return { kind: 'error', code: 'rule.tiersGap', at: 'bands' }
  const clause = tiersMethod.say(rule)
  return scored(given, [{ code: 'loss.tier', clause, points: sub(given.fullMark, points) }], {
    code: 'tiers',
    clause,
    arithmetic: `${show(value)} → ${show(points)}`,
    children: [child],
  })
}

const sayGaps = ({ measure, bands }: TiersRule, reference: string): readonly string[] =>
  bands.map((band, i) => `${i === 0 ? sayMeasure(measure) : ''}${sayGap(band, reference)}的${sayAward(band.award)}`)

type RateAward = Extract<Award, { readonly kind: 'rate' }>

/** 按比例得分 takes the rate itself, or what full marks would take as the whole; asked where the two differ. */
function* proRata({ bands }: TiersRule, { of }: RateAward, value: Exact): Computation<Exact> {
  if (of) return div(mul(value, hundred), exact(of.value))
  const top = bands.find(({ award }) => award.kind === 'full')?.from
  const whole = top ? exact(top.value) : hundred
  if (equal(whole, hundred) || sign(whole) <= 0) return value
  return (yield* ask('proRataBase')) === 'ofRate' ? value : div(mul(value, hundred), whole)
}

/** A figure that is a change has words for above, on and below zero: 较上年提高的…，持平的…，下降的…. */
function sayTiers({ measure, bands }: TiersRule): readonly string[] {
  const change = measure.kind === 'input' && bands.length > 1 ? changeNamed(measure.name) : undefined
  const unit = unitOf(bands)
  return bands.map((tier, i) => {
    const word = change && (tier.from ?? tier.to)?.unit === unit ? directionOf(tier, change) : undefined
    if (i > 0) return word ? `${word}的${sayAward(tier.award)}` : sayTier(tier)
    return word === change?.word && word
      ? `${sayMeasure(measure)}的${sayAward(tier.award)}`
      : sayMeasure(measure) + sayTier(tier)
  })
}

const sayTier = (tier: Tier): string => `${sayBand(tier)}的${sayAward(tier.award)}`
const sayOtherwise = (award: Award): string => `其余${sayAward(award)}`

function lintMarks({ bands, otherwise }: TiersRule, fullMark: Exact): readonly Finding[] {
  const awards = [...bands.map(({ award }) => award), ...(otherwise ? [otherwise] : [])]
  const points = awards.map((award) => awarded(award, fullMark))
  const best = points.reduce((a, b) => (exceeds(b, a) ? b : a), exact('0'))
  if (equal(best, fullMark)) return []
  const code = exceeds(best, fullMark) ? 'rule.aboveFullMark' : 'rule.fullMarkUnreachable'
  return [notice(code, 'bands', { points: show(best) })]
}
