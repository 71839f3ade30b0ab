import { exact, mul, printExact, ratio } from '../../kernel/exact.ts'
import type { ScoringInput, ScoringSettings } from '../model.ts'
import type { OtherArithmetic } from './model.ts'

/** Every other way to round and to read rounded figures, one at a time. */
export const otherArithmetic = ({ rounding, rankOn, thresholdsOn }: ScoringSettings): readonly OtherArithmetic[] => {
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

export const withOther = (settings: ScoringSettings, other: OtherArithmetic): ScoringSettings => {
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

/** Every weight a tenth less and a tenth more, one at a time. */
export const otherWeights = (indicators: ScoringInput['indicators']) =>
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
