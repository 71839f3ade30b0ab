import { div, type Exact, equal, exact, hundred, mul, sign, sub } from '../../kernel/exact.ts'
import { awarded, exceeds } from '../amounts.ts'
import { closed, holds, onOpenEdge, unitOf } from '../bands.ts'
import { changeNamed, directionOf } from '../change.ts'
import { type Finding, notice } from '../findings.ts'
import { atThreshold, bandEdges, measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Computation, type Method } from '../method.ts'
import type { Award, Tier, TiersRule } from '../model.ts'
import { joined, sayAward, sayBand, sayMeasure } from '../phrases.ts'
import { readTiers } from '../reading/read-tiers.ts'
import { surveyTiers, untouched } from '../tier-survey.ts'
import { scored, show } from '../trace.ts'

/** M05: the award of the band that the value falls in. */
export const tiersMethod: Method<'tiers'> = {
  kind: 'tiers',
  inputs: ({ measure, bands }) => measureInputs(measure, bands[0]?.from?.unit ?? bands[0]?.to?.unit),
  open: ({ measure, bands, otherwise }) => [
    ...(closed(bands).some(
      ({ from, to }) => (from && from.inclusive === undefined) || (to && to.inclusive === undefined),
    )
      ? (['sharedEdges'] as const)
      : []),
    ...([...bands.map(({ award }) => award), otherwise].some((award) => award?.kind === 'rate' && !award.of)
      ? (['proRataBase'] as const)
      : []),
    ...measureQuestions(measure),
  ],

  *compute(rule, given) {
    const figure = yield* measured(rule.measure, given)
    if (figure.kind === 'settled') return figure.computed
    const measure = atThreshold(figure, given)
    const { value } = measure
    const bands = closed(rule.bands)
    const lower = bands.some((band) => onOpenEdge(band, value)) && (yield* ask('sharedEdges')) === 'lower'
    const inside = rule.bands.filter((_, i) => holds(bands[i] ?? {}, value, { from: lower, to: !lower }))
    if (inside.length > 1) return { kind: 'error', code: 'rule.tiersOverlap', at: 'bands' }
    const [tier] = inside
    const award = tier?.award ?? rule.otherwise ?? untouched(rule)
    if (award === undefined) return { kind: 'error', code: 'rule.tiersGap', at: 'bands' }
    const clause = tier ? sayTier(tier) : sayOtherwise(award)
    if (award.kind === 'rate' && award.of && sign(exact(award.of.value)) <= 0)
      return { kind: 'error', code: 'rule.divisionByZero', at: 'bands' }
    const points = awarded(award, given.fullMark, award.kind === 'rate' ? yield* proRata(rule, award, value) : value)
    return scored(given, [{ code: 'loss.tier', clause, points: sub(given.fullMark, points) }], {
      code: 'tiers',
      clause,
      arithmetic: `${show(value)} → ${show(points)}`,
      children: [measure.node],
    })
  },

  say: (rule) => joined(...sayTiers(rule), rule.otherwise && sayOtherwise(rule.otherwise)),

  read: readTiers,

  lint: (rule, fullMark) => [...surveyTiers(rule), ...(fullMark ? lintMarks(rule, fullMark) : [])],

  bends: ({ measure, bands }, given) => ({ measure, at: bands.flatMap((band) => bandEdges(band, given)) }),
}

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
