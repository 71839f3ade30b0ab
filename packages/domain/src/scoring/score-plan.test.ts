import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../rule/outcome.ts'
import type { LeafOutcome, ScoringInput } from './model.ts'
import { scorePlan } from './score-plan.ts'

const basis = { kind: 'default' } as const
const settings: ScoringInput['settings'] = {
  rounding: { value: { mode: 'halfUp', places: 2, stage: 'total' }, basis },
  ties: { value: 'sharedSkip', basis },
  rankOn: { value: 'rounded', basis },
  missingItems: { value: 'raw', basis },
}
const indicators = [
  { key: 'root', fullMark: '30' },
  { key: 'a', parentKey: 'root', fullMark: '20' },
  { key: 'a1', parentKey: 'a', fullMark: '12' },
  { key: 'a2', parentKey: 'a', fullMark: '8' },
  { key: 'b', parentKey: 'root', fullMark: '10' },
]
const scored = (points: string, fullMark: string): Outcome => ({
  status: 'scored',
  points,
  fullMark,
  trace: { code: 't', clause: '', inputs: [], arithmetic: '', value: points, children: [], fullMark, losses: [] },
})
const item = (unitId: string, leafKey: string, outcome: Outcome): LeafOutcome => ({ unitId, leafKey, outcome })
const full = (unitId: string, a1: string, a2: string, b: string) => [
  item(unitId, 'a1', scored(a1, '12')),
  item(unitId, 'a2', scored(a2, '8')),
  item(unitId, 'b', scored(b, '10')),
]
const plan = (outcomes: readonly LeafOutcome[], more: Partial<ScoringInput['settings']> = {}) =>
  scorePlan({
    indicators,
    groups: [{ key: 'g', unitIds: [...new Set(outcomes.map(({ unitId }) => unitId))] }],
    settings: { ...settings, ...more },
    outcomes,
  })

test('marks add up over the tree', () => {
  const [unit] = plan(full('u', '10/3', '8', '7.5')).units
  expect(unit).toMatchObject({
    raw: '113/6',
    applicableFullMark: '30',
    normalised: '113/6',
    total: '18.83',
    published: '18.83',
    missing: [],
  })
  expect(unit?.nodes).toEqual([
    { nodeKey: 'root', status: 'scored', points: '113/6', fullMark: '30' },
    { nodeKey: 'a', status: 'scored', points: '34/3', fullMark: '20' },
    { nodeKey: 'a1', status: 'scored', points: '10/3', fullMark: '12' },
    { nodeKey: 'a2', status: 'scored', points: '8', fullMark: '8' },
    { nodeKey: 'b', status: 'scored', points: '7.5', fullMark: '10' },
  ])
})

test('rounding happens at the declared stage and nowhere else', () => {
  const outcomes = full('u', '10/3', '8/3', '0')
  expect(plan(outcomes).units[0]).toMatchObject({ raw: '6', total: '6', published: '6.00' })
  const perItem = { value: { mode: 'halfUp', places: 1, stage: 'item' }, basis } as const
  expect(plan(full('u', '10/3', '10/3', '1/3'), { rounding: perItem }).units[0]).toMatchObject({
    raw: '6.9',
    total: '6.9',
  })
})

describe('what is missing is named and never zero', () => {
  const outcomes = [
    ...full('u', '12', '8', '10').slice(0, 2),
    item('u', 'b', { status: 'missing', needs: ['完成值'] }),
    ...full('v', '0', '0', '0'),
  ]
  test('a missing item leaves every total above it unknown, and the unit unranked', () => {
    const { units, ranks } = plan(outcomes)
    expect(units[0]).toEqual({
      unitId: 'u',
      nodes: [
        { nodeKey: 'root', status: 'missing', leafKeys: ['b'] },
        { nodeKey: 'a', status: 'scored', points: '20', fullMark: '20' },
        { nodeKey: 'a1', status: 'scored', points: '12', fullMark: '12' },
        { nodeKey: 'a2', status: 'scored', points: '8', fullMark: '8' },
        { nodeKey: 'b', status: 'missing', leafKeys: ['b'] },
      ],
      applicableFullMark: '30',
      missing: [{ leafKey: 'b', reason: 'missing', needs: ['完成值'] }],
    })
    expect(ranks).toEqual([{ groupKey: 'g', unitId: 'v', rank: 1, tied: false }])
  })
  test.each<[Outcome, object]>([
    [{ status: 'ambiguous', readings: [] }, { reason: 'ambiguous' }],
    [
      { status: 'error', code: 'rule.tiersGap', at: 'bands' },
      { reason: 'error', code: 'rule.tiersGap' },
    ],
  ])('so does %j', (outcome, named) => {
    const [unit] = plan([item('u', 'a1', outcome)]).units
    expect(unit).toMatchObject({ missing: [named] })
    expect(unit).not.toHaveProperty('total')
  })
})

describe('raw and normalised stand side by side', () => {
  const outcomes = [...full('u', '9', '0', '9').filter(({ leafKey }) => leafKey !== 'a2'), ...full('v', '0', '0', '0')]
  test('a leaf that the unit does not carry leaves its applicable full marks', () => {
    const [u] = plan(outcomes, { missingItems: { value: 'normalised', basis } }).units
    expect(u).toMatchObject({ raw: '18', applicableFullMark: '22', normalised: '270/11', total: '24.55' })
    expect(u?.nodes.find(({ nodeKey }) => nodeKey === 'a2')).toEqual({ nodeKey: 'a2', status: 'notApplicable' })
    expect(plan(outcomes).units[0]).toMatchObject({ total: '18', normalised: '270/11' })
  })
  test('so does one that is left out by 不涉及, which is scored 0 of 0', () => {
    const withLeftOut = [...outcomes, item('u', 'a2', scored('0', '0'))]
    expect(plan(withLeftOut, { missingItems: { value: 'normalised', basis } }).units[0]).toMatchObject({
      applicableFullMark: '22',
      total: '24.55',
    })
  })
  test('a unit that nothing applies to has no normalised total and no rank', () => {
    const { units, ranks } = plan([item('u', 'b', scored('0', '0'))], { missingItems: { value: 'normalised', basis } })
    expect(units[0]).toMatchObject({ raw: '0', applicableFullMark: '0' })
    expect(units[0]).not.toHaveProperty('total')
    expect(ranks).toEqual([])
  })
})

describe('ranks', () => {
  const marks = (...totals: readonly string[]) => totals.flatMap((total, i) => full(`u${i}`, '0', '0', total))
  const ranksOf = (totals: readonly string[], more: Partial<ScoringInput['settings']> = {}) =>
    plan(marks(...totals), more).ranks.map(({ unitId, rank, tied }) => `${unitId}:${rank}${tied ? '=' : ''}`)
  test('共享名次, with and without a gap after a tie', () => {
    expect(ranksOf(['9', '8', '8', '7'])).toEqual(['u0:1', 'u1:2=', 'u2:2=', 'u3:4'])
    expect(ranksOf(['9', '8', '8', '7'], { ties: { value: 'sharedDense', basis } })).toEqual([
      'u0:1',
      'u1:2=',
      'u2:2=',
      'u3:3',
    ])
  })
  test('the published or the exact figure decides, as declared', () => {
    expect(ranksOf(['8.004', '8.001'])).toEqual(['u0:1=', 'u1:1='])
    expect(ranksOf(['8.001', '8.004'], { rankOn: { value: 'unrounded', basis } })).toEqual(['u1:1', 'u0:2'])
  })
  test('none, one, all equal, below zero', () => {
    expect(ranksOf([])).toEqual([])
    expect(ranksOf(['5'])).toEqual(['u0:1'])
    expect(ranksOf(['5', '5', '5'])).toEqual(['u0:1=', 'u1:1=', 'u2:1='])
    expect(ranksOf(['-1', '-2'])).toEqual(['u0:1', 'u1:2'])
  })
})

test('what an issued plan cannot hold is a defect, not a score', () => {
  expect(() => plan([item('u', 'a', scored('1', '1'))])).toThrow(RangeError)
  expect(() => plan([item('u', 'b', scored('1', '10')), item('u', 'b', scored('2', '10'))])).toThrow(RangeError)
  expect(() =>
    scorePlan({ indicators: [{ key: 'x', parentKey: 'gone', fullMark: '1' }], groups: [], settings, outcomes: [] }),
  ).toThrow(RangeError)
})

describe('laws', () => {
  const outcome: fc.Arbitrary<Outcome> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.integer({ min: -20, max: 120 }).map((n) => scored(n % 3 === 0 ? `${n}/7` : String(n / 10), '10')),
    },
    { weight: 1, arbitrary: fc.constant<Outcome>({ status: 'missing', needs: ['完成值'] }) },
  )
  const year = fc
    .uniqueArray(fc.tuple(fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'), fc.constantFrom('a1', 'a2', 'b')), {
      selector: (pair) => pair.join(),
      maxLength: 15,
    })
    .chain((pairs) => fc.tuple(...pairs.map(([u, leaf]) => outcome.map((o) => item(u, leaf, o)))))
  const groups = (first: readonly string[]) => [
    { key: 'g1', unitIds: first },
    { key: 'g2', unitIds: ['u4', 'u5'] },
  ]

  test('the order of outcomes and of members changes nothing', () =>
    fc.assert(
      fc.property(
        year.chain((y) => fc.tuple(fc.constant(y), fc.shuffledSubarray(y, { minLength: y.length }))),
        fc.shuffledSubarray(['u1', 'u2', 'u3'], { minLength: 3 }),
        ([y, shuffled], members) => {
          const one = scorePlan({ indicators, groups: groups(['u1', 'u2', 'u3']), settings, outcomes: y })
          const other = scorePlan({ indicators, groups: groups(members), settings, outcomes: shuffled })
          expect(other).toEqual(one)
        },
      ),
    ))

  test('ranks agree with totals: higher is before, equal is tied, unknown is absent', () =>
    fc.assert(
      fc.property(year, (y) => {
        const { units, ranks } = scorePlan({ indicators, groups: groups(['u1', 'u2', 'u3']), settings, outcomes: y })
        const total = new Map(units.map((unit) => [unit.unitId, unit.total]))
        for (const a of ranks) {
          expect(total.get(a.unitId)).toBeDefined()
          const peers = ranks.filter(({ groupKey }) => groupKey === a.groupKey)
          const better = peers.filter((b) => Number(total.get(b.unitId)) > Number(total.get(a.unitId)))
          const equal = peers.filter((b) => total.get(b.unitId) === total.get(a.unitId))
          expect(a.rank).toBe(better.length + 1)
          expect(a.tied).toBe(equal.length > 1)
        }
        expect(ranks.length).toBe([...total.values()].filter((t) => t !== undefined).length)
      }),
    ))
})
