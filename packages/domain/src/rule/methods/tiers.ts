import { div, type Exact, equal, exact, hundred, mul, sign, sub } from '../../kernel/exact.ts'
import { awarded, exceeds } from '../amounts.ts'
import { closed, holds, onOpenEdge } from '../bands.ts'
import { type Finding, notice } from '../findings.ts'
import { atThreshold, bandEdges, measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Computation, type Method } from '../method.ts'
import type { Award, Measure, Tier, TiersRule } from '../model.ts'
import { defaultRate, joined, sayAward, sayBand, sayMeasure } from '../phrases.ts'
import { type Clause, isElse, type When } from '../reading/clause.ts'
import { goals, wanted } from '../reading/read-steps.ts'
import type { Placed } from '../reading/scan.ts'
import { surveyTiers } from '../tier-survey.ts'
import { scored, show } from '../trace.ts'

const sameMeasure = (a: Measure, b: Measure) => sayMeasure(a) === sayMeasure(b)

/** M05: the award of the band that the value falls in. */
export const tiersMethod: Method<'tiers'> = {
  kind: 'tiers',
  inputs: ({ measure, bands }) => measureInputs(measure, bands[0]?.from?.unit ?? bands[0]?.to?.unit),
  open: ({ measure, bands }) => [
    ...(bands.some(({ from, to }) => (from && from.inclusive === undefined) || (to && to.inclusive === undefined))
      ? (['sharedEdges'] as const)
      : []),
    ...(bands.some(({ award }) => award.kind === 'rate') ? (['proRataBase'] as const) : []),
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
    const award = tier?.award ?? rule.otherwise
    if (award === undefined) return { kind: 'error', code: 'rule.tiersGap', at: 'bands' }
    const clause = tier ? sayTier(tier) : sayOtherwise(award)
    const points = awarded(award, given.fullMark, award.kind === 'rate' ? yield* proRata(rule, value) : value)
    return scored(given, [{ code: 'loss.tier', clause, points: sub(given.fullMark, points) }], {
      code: 'tiers',
      clause,
      arithmetic: `${show(value)} → ${show(points)}`,
      children: [measure.node],
    })
  },

  say: ({ measure, bands, otherwise }) =>
    sayMeasure(measure) + joined(...bands.map(sayTier), otherwise && sayOtherwise(otherwise)),

  read(clauses) {
    const bands: Tier[] = []
    let measure = unnamed(clauses)
    for (const [i, { clause }] of clauses.entries()) {
      const when = clause.kind === 'award' ? bandOf(clause.when, i, clauses[i + 1]?.clause) : undefined
      if (clause.kind !== 'award' || when === undefined) break
      const { measure: named, from, to } = when
      if (measure === undefined ? named === undefined : named !== undefined && !sameMeasure(named, measure)) break
      measure ??= named
      bands.push({ ...(from && { from }), ...(to && { to }), award: clause.award })
    }
    if (
      measure === undefined ||
      (bands.length === 1 && clauses[0]?.clause.kind === 'award' && clauses[0].clause.when.kind === 'fact')
    )
      return undefined
    const last = clauses[bands.length]?.clause
    const otherwise = last?.kind === 'award' && isElse(last.when) ? last.award : undefined
    if (isAllOrNothing(bands, otherwise)) return undefined
    const rule: TiersRule = { kind: 'tiers', measure, bands, ...(otherwise && { otherwise }) }
    return { rule, used: bands.length + (otherwise ? 1 : 0) }
  },

  lint: (rule, fullMark) => [...surveyTiers(rule), ...(fullMark ? lintMarks(rule, fullMark) : [])],

  bends: ({ measure, bands }, given) => ({ measure, at: bands.flatMap((band) => bandEdges(band, given)) }),
}

/** 按比例得分 takes the rate itself, or what full marks would take as the whole; asked where the two differ. */
function* proRata({ bands }: TiersRule, value: Exact): Computation<Exact> {
  const top = bands.find(({ award }) => award.kind === 'full')?.from
  const whole = top ? exact(top.value) : hundred
  if (equal(whole, hundred) || sign(whole) <= 0) return value
  return (yield* ask('proRataBase')) === 'ofRate' ? value : div(mul(value, hundred), whole)
}

/** 80%以上的得10分，60%以上的得8分: two or more shares of no figure that the sentence names are of 完成率 (0015). */
function unnamed(clauses: readonly Placed[]): Measure | undefined {
  const [first, second] = clauses.map(({ clause }) => (clause.kind === 'award' ? clause.when : undefined))
  const bare = [first, second].every(
    (when) => when?.kind === 'band' && when.measure === undefined && (when.from ?? when.to)?.unit === '%',
  )
  return bare ? defaultRate : undefined
}

/** 符合要求，得2分；≥规定数的90%，得1分: all that was asked, before shares of it. */
const isRateBand = (when: When): boolean => when.kind === 'band' && when.measure?.kind === 'rate'

/** 全部完成得满分 at the head of bands of the rate is its 100%. */
function bandOf(
  when: When,
  index: number,
  next: Clause | undefined,
): Extract<When, { readonly kind: 'band' }> | undefined {
  if (when.kind === 'band') return when
  if (index > 0 || when.kind !== 'fact') return undefined
  const late = next?.kind === 'award' && next.when.kind === 'band' ? latenessOf(next.when) : undefined
  if (late && onTime.test(when.name)) return late
  const asked = wanted.test(when.name) && next?.kind === 'award' && isRateBand(next.when)
  if (!asked && !goals.has(when.name)) return undefined
  return { kind: 'band', measure: defaultRate, from: { value: '100', unit: '%', inclusive: true } }
}

const onTime = /按时|按期|如期|及时|按规定时间|规定时限/u
const lateness = /^(?:逾期|超期|延期|迟报|延迟|推迟|超时)$/u

/** 按时报送得5分，逾期3天以内得3分: on time is no day late. */
function latenessOf({ measure, from, to }: Extract<When, { kind: 'band' }>) {
  const unit = (from ?? to)?.unit
  if (measure?.kind !== 'input' || !lateness.test(measure.name) || unit === undefined) return undefined
  return { kind: 'band', measure, to: { value: '0', unit, inclusive: true } } as const
}

const isAllOrNothing = (bands: readonly Tier[], otherwise: Award | undefined) =>
  bands.length === 1 && bands[0]?.award.kind === 'full' && otherwise?.kind === 'none'

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
