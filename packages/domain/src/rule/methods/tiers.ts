import { type Exact, equal, exact, sub } from '../../kernel/exact.ts'
import { awarded, exceeds } from '../amounts.ts'
import { closed, holds, onOpenEdge } from '../bands.ts'
import { type Finding, notice } from '../findings.ts'
import { atThreshold, bandEdges, measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Method } from '../method.ts'
import type { Award, Measure, Tier, TiersRule } from '../model.ts'
import { joined, sayAward, sayBand, sayMeasure } from '../phrases.ts'
import { inOrder, isElse } from '../reading/clause.ts'
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
    const points = awarded(award, given.fullMark)
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
    let measure: Measure | undefined
    for (const { clause } of clauses) {
      if (clause.kind !== 'award' || clause.when.kind !== 'band' || !inOrder(clause, bands.length)) break
      const { measure: named, from, to } = clause.when
      if (measure === undefined ? named === undefined : named !== undefined && !sameMeasure(named, measure)) break
      measure ??= named
      bands.push({ ...(from && { from }), ...(to && { to }), award: clause.award })
    }
    if (measure === undefined) return undefined
    const last = clauses[bands.length]?.clause
    const otherwise =
      last?.kind === 'award' && isElse(last.when) && inOrder(last, bands.length) ? last.award : undefined
    if (isAllOrNothing(bands, otherwise)) return undefined
    const rule: TiersRule = { kind: 'tiers', measure, bands, ...(otherwise && { otherwise }) }
    return { rule, used: bands.length + (otherwise ? 1 : 0) }
  },

  lint: (rule, fullMark) => [...surveyTiers(rule), ...(fullMark ? lintMarks(rule, fullMark) : [])],

  bends: ({ measure, bands }, given) => ({ measure, at: bands.flatMap((band) => bandEdges(band, given)) }),
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
