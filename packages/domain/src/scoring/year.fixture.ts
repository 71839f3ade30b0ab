import type { Basis } from '../kernel/basis.ts'
import type { LeafOutcome, LeafScore, PlanScore, ScoringInput, ScoringSettings } from './model.ts'
import { scorePlan } from './score-plan.ts'

const basis: Basis = { kind: 'default' }

export const says = <T>(value: T): { readonly value: T; readonly basis: Basis } => ({ value, basis })

export const settings: ScoringSettings = {
  rounding: says({ mode: 'halfUp', places: 2, stage: 'total' }),
  ties: says('sharedSkip'),
  rankOn: says('rounded'),
  missingItems: says('normalised'),
}

export const scored = (points: string, fullMark: string): LeafScore => ({ status: 'scored', points, fullMark })

export const item = (unitId: string, leafKey: string, outcome: LeafScore): LeafOutcome => ({ unitId, leafKey, outcome })

/** One indicator of 100 marks, one group, and each unit's points on it. */
export const totals = (
  points: Readonly<Record<string, string>>,
  more: Partial<ScoringSettings> = {},
  rest: Pick<ScoringInput, 'credits' | 'vetoes'> = {},
): PlanScore =>
  scorePlan({
    indicators: [{ key: '指标', fullMark: '100' }],
    groups: [{ key: '组', unitIds: Object.keys(points) }],
    settings: { ...settings, ...more },
    outcomes: Object.entries(points).map(([unitId, own]) => item(unitId, '指标', scored(own, '100'))),
    ...rest,
  })

/** `甲:优秀` …, `甲:?` where it is open, in the order of proposals. */
export const gradesOf = ({ grades }: PlanScore): string =>
  (grades?.proposals ?? [])
    .map(({ unitId, grade, by }) => `${unitId}:${grade ?? (by === 'stop' ? '?' : '无')}`)
    .join(' ')

export const totalOf = ({ units }: PlanScore, unitId: string): string | undefined =>
  units.find((unit) => unit.unitId === unitId)?.total
