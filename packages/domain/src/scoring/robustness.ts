import { exact, mul, printExact, ratio } from '../kernel/exact.ts'
import type { PlanSettings } from '../plan/settings.ts'
import type { LeafOutcome, LeafScore, PlanScore, ScoringInput, ScoringSettings } from './model.ts'
import { correct, planYear, scoreOf } from './score-plan.ts'

/** One single thing that, had it been otherwise, would have given the unit another grade; `grade` is that one, absent where it is open. */
export type Flip = { readonly grade?: string } & (
  | { readonly kind: 'item'; readonly leafKey: string; readonly points: string }
  | ({ readonly kind: 'arithmetic' } & OtherArithmetic)
  | { readonly kind: 'weight'; readonly nodeKey: string; readonly weight: string }
)

export type OtherArithmetic =
  | { readonly setting: 'mode'; readonly value: 'halfUp' | 'gb8170' }
  | { readonly setting: 'stage'; readonly value: PlanSettings['rounding']['value']['stage'] }
  | { readonly setting: 'rankOn' | 'thresholdsOn'; readonly value: 'rounded' | 'unrounded' }

/**
 * 等次稳健性: what a unit's grade hangs by. Tried one at a time, each with a whole computed year, so that caps, quotas, ties and gates are
 * all heard: every item at no points and at full marks, every other way to round, every weight a tenth more and a tenth less.
 */
export function robustness(input: ScoringInput, groupKey: string, unitId: string): readonly Flip[] {
  const year = planYear(input)
  const gradeIn = (score: PlanScore): { readonly grade?: string } => {
    const found = score.grades?.proposals.find((one) => one.unitId === unitId && one.groupKey === groupKey)?.grade
    return found === undefined ? {} : { grade: found }
  }
  const computed = (other: Partial<ScoringInput>) => gradeIn(scoreOf(planYear({ ...input, ...other })))
  const flips: readonly Flip[] = [
    ...input.outcomes
      .filter((item) => item.unitId === unitId)
      .flatMap(extremes)
      .map(
        ({ item, points }): Flip => ({
          kind: 'item',
          leafKey: item.leafKey,
          points,
          ...gradeIn(scoreOf(correct(year, { outcomes: [item] }))),
        }),
      ),
    ...otherArithmetic(input.settings).map(
      (other): Flip => ({ kind: 'arithmetic', ...other, ...computed({ settings: withOther(input.settings, other) }) }),
    ),
    ...otherWeights(input.indicators).map(
      ({ nodeKey, weight, indicators }): Flip => ({ kind: 'weight', nodeKey, weight, ...computed({ indicators }) }),
    ),
  ]
  const now = gradeIn(scoreOf(year)).grade
  return flips.filter(({ grade }) => grade !== now)
}

/** The item at nothing and at full marks, where it is neither already. */
const extremes = (item: LeafOutcome): readonly { readonly item: LeafOutcome; readonly points: string }[] => {
  const { outcome } = item
  if (outcome.status !== 'scored') return []
  return ['0', outcome.fullMark]
    .filter((points) => points !== outcome.points)
    .map((points) => ({ points, item: { ...item, outcome: { ...outcome, points } satisfies LeafScore } }))
}

const otherArithmetic = ({ rounding, rankOn, thresholdsOn }: ScoringSettings): readonly OtherArithmetic[] => {
  const other = (now: 'rounded' | 'unrounded') => (now === 'rounded' ? 'unrounded' : 'rounded')
  return [
    { setting: 'mode', value: rounding.value.mode === 'halfUp' ? 'gb8170' : 'halfUp' },
    ...(['item', 'level', 'total'] as const)
      .filter((value) => value !== rounding.value.stage)
      .map((value): OtherArithmetic => ({ setting: 'stage', value })),
    { setting: 'rankOn', value: other(rankOn.value) },
    { setting: 'thresholdsOn', value: other(thresholdsOn?.value ?? 'unrounded') },
  ]
}

const withOther = (settings: ScoringSettings, other: OtherArithmetic): ScoringSettings => {
  const { rounding } = settings
  switch (other.setting) {
    case 'mode':
      return { ...settings, rounding: { ...rounding, value: { ...rounding.value, mode: other.value } } }
    case 'stage':
      return { ...settings, rounding: { ...rounding, value: { ...rounding.value, stage: other.value } } }
    default:
      return { ...settings, [other.setting]: { ...rounding, value: other.value } }
  }
}

const otherWeights = (indicators: ScoringInput['indicators']) =>
  indicators.flatMap((node) =>
    node.weight === undefined
      ? []
      : [ratio(9n, 10n), ratio(11n, 10n)].map((share) => {
          const weight = printExact(mul(exact(node.weight ?? '0'), share))
          return {
            nodeKey: node.key,
            weight,
            indicators: indicators.map((one) => (one === node ? { ...one, weight } : one)),
          }
        }),
  )
