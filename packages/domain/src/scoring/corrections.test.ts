import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GradeArithmetic } from '../plan/year-arithmetic.ts'
import type { LeafOutcome, LeafScore, ScoringInput, ScoringSettings } from './model.ts'
import { moves } from './moves.ts'
import { correct, planYear, scoreOf, scorePlan } from './score-plan.ts'
import { item, says, scored, settings, totals } from './year.fixture.ts'

const gate = { key: '评优', name: '', factSource: '', effect: { kind: 'gradeAtMost', grade: '良好' } } as const
const quotas: GradeArithmetic = {
  by: 'quotas',
  quotas: [
    { name: '优秀', percent: '30' },
    { name: '良好', percent: '50' },
  ],
  rest: '一般',
  places: 'floor',
  atLeastOne: true,
  tieAtCut: 'stop',
  barred: { base: 'counted', place: 'freed' },
  unused: 'passOn',
}
const credits = says({ bonusCap: '3', deductionCap: '', proof: '' })
const full: ScoringSettings = {
  ...settings,
  grades: says(quotas),
  credits,
  veto: says({ scope: '', effect: '', gates: [gate] }),
  tieBreakers: says([{ kind: 'node', nodeKey: 'a' }, { kind: 'bonus' }]),
}
const indicators = [
  { key: 'a', fullMark: '10', weight: '60' },
  { key: 'b', fullMark: '20', weight: '40' },
  { key: 'b1', parentKey: 'b', fullMark: '12' },
  { key: 'b2', parentKey: 'b', fullMark: '8' },
]
const units = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6']
const groups = [
  { key: 'g1', unitIds: units.slice(0, 4) },
  { key: 'g2', unitIds: units.slice(3) },
]

describe('a corrected year equals the year computed anew', () => {
  const outcome: fc.Arbitrary<LeafScore> = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 8 }).map((n) => scored(String(n), '8')) },
    { weight: 1, arbitrary: fc.constant<LeafScore>({ status: 'missing', needs: ['完成值'] }) },
  )
  const someItems = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...units), fc.constantFrom('a', 'b1', 'b2')), {
      selector: (pair) => pair.join(),
      maxLength: 18,
    })
    .chain((pairs) => fc.tuple(...pairs.map(([u, leaf]) => outcome.map((o) => item(u, leaf, o)))))
  const someCredits = fc.array(
    fc.record({
      key: fc.uuid(),
      unitId: fc.constantFrom(...units),
      effect: fc.constantFrom('bonus' as const, 'deduction' as const),
      points: fc.integer({ min: 0, max: 4 }).map(String),
    }),
    { maxLength: 5 },
  )
  const someVetoes = fc
    .uniqueArray(fc.constantFrom(...units), { maxLength: 2 })
    .map((ids) => ids.map((unitId) => ({ unitId, gateKey: '评优' })))
  const put = (old: readonly LeafOutcome[], put: readonly LeafOutcome[]): readonly LeafOutcome[] => {
    const key = ({ unitId, leafKey }: LeafOutcome) => `${unitId} ${leafKey}`
    return [...new Map([...old, ...put].map((one) => [key(one), one])).values()]
  }

  test('outcomes, credits and gates', () =>
    fc.assert(
      fc.property(
        someItems,
        someItems,
        someCredits,
        someVetoes,
        fc.constantFrom(...units),
        (old, now, paid, vetoed, unitId) => {
          const first: ScoringInput = { indicators, groups, settings: full, outcomes: old }
          const corrected = correct(planYear(first), {
            outcomes: now,
            credits: new Map([[unitId, paid.filter((one) => one.unitId === unitId)]]),
            vetoes: new Map([[unitId, vetoed.filter((one) => one.unitId === unitId)]]),
          })
          const anew = scorePlan({
            ...first,
            outcomes: put(old, now),
            credits: paid.filter((one) => one.unitId === unitId),
            vetoes: vetoed.filter((one) => one.unitId === unitId),
          })
          const present = new Set(anew.units.map((unit) => unit.unitId))
          const same = scoreOf(corrected)
          expect({ ...same, units: same.units.filter((unit) => present.has(unit.unitId)) }).toEqual(anew)
        },
      ),
    ))
})

describe('影响范围', () => {
  const before = totals({ 甲: '90', 乙: '85', 丙: '80' }, { grades: says(quotas) })
  const after = totals({ 甲: '90', 乙: '95', 丙: '80' }, { grades: says(quotas) })
  test('who moves, in what, from what to what; who does not is not named', () =>
    expect(moves(before, after)).toEqual([
      {
        unitId: '乙',
        total: { from: '85', to: '95' },
        ranks: [{ groupKey: '组', from: 2, to: 1 }],
        grades: [{ groupKey: '组', from: '良好', to: '优秀' }],
        nodeKeys: ['指标'],
      },
      {
        unitId: '甲',
        total: { from: '90', to: '90' },
        ranks: [{ groupKey: '组', from: 1, to: 2 }],
        grades: [{ groupKey: '组', from: '优秀', to: '良好' }],
        nodeKeys: [],
      },
    ]))
  test('nothing moves where nothing changed', () => expect(moves(before, before)).toEqual([]))
})
