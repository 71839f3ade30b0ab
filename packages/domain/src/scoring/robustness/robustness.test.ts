import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abs, compare, exact, printExact, sub } from '../../kernel/exact.ts'
import type { GradeArithmetic } from '../../plan/year-arithmetic.ts'
import type { ScoringInput } from '../model.ts'
import { scorePlan } from '../score-plan.ts'
import { item, says, scored, settings } from '../year.fixture.ts'
import type { Flip, GradeHold } from './model.ts'
import { robustness } from './robustness.ts'

const lines: GradeArithmetic = {
  by: 'lines',
  lines: [
    { name: '优秀', from: '90' },
    { name: '良好', from: '80' },
    { name: '一般', from: '0' },
  ],
}
const quotas: GradeArithmetic = {
  by: 'quotas',
  quotas: [{ name: '优秀', percent: '34' }],
  rest: '一般',
  places: 'floor',
  atLeastOne: true,
  tieAtCut: 'stop',
}
const year = (points: Readonly<Record<string, readonly [string, string]>>, grades: GradeArithmetic): ScoringInput => ({
  indicators: [
    { key: 'a', fullMark: '60' },
    { key: 'b', fullMark: '40' },
  ],
  groups: [{ key: '组', unitIds: Object.keys(points) }],
  settings: { ...settings, grades: says(grades) },
  outcomes: Object.entries(points).flatMap(([unitId, [a, b]]) => [
    item(unitId, 'a', scored(a, '60')),
    item(unitId, 'b', scored(b, '40')),
  ]),
})
const holdOf = (input: ScoringInput, unitId: string): GradeHold => {
  const hold = robustness(input).find((one) => one.unitId === unitId)
  if (!hold) throw new Error(unitId)
  return hold
}
const items = (hold: GradeHold) => hold.flips.filter((flip) => flip.kind === 'item')

describe('等次稳健性', () => {
  const weighed = (a: string, b: string): ScoringInput => ({
    indicators: [
      { key: 'a', fullMark: '100', weight: '50' },
      { key: 'b', fullMark: '100', weight: '50' },
    ],
    groups: [{ key: '组', unitIds: ['甲'] }],
    settings: { ...settings, grades: says(lines), thresholdsOn: says('rounded') },
    outcomes: [item('甲', 'a', scored(a, '100')), item('甲', 'b', scored(b, '100'))],
  })

  test('on the line: rounding, a weight and an item each decide', () => {
    const { flips } = holdOf(weighed('100', '79.99'), '甲')
    expect(flips).toContainEqual({ kind: 'arithmetic', setting: 'thresholdsOn', value: 'unrounded', grade: '良好' })
    expect(flips).toContainEqual({ kind: 'weight', nodeKey: 'a', weight: '45', grade: '良好' })
    expect(flips).toContainEqual({ kind: 'item', leafKey: 'b', from: '79.99', points: '79.98', grade: '良好' })
  })

  test('far from the line only a whole item does', () => expect(holdOf(weighed('40', '40'), '甲').flips).toEqual([]))

  test('by lines: what is lacking of the next better grade, what keeps from the next worse', () => {
    expect(holdOf(year({ 甲: ['55', '33'] }, lines), '甲')).toMatchObject({
      total: '88',
      grade: '良好',
      up: { grade: '优秀', points: '2' },
      down: { grade: '一般', points: '8' },
      flips: [
        { kind: 'item', leafKey: 'a', from: '55', points: '57', grade: '优秀' },
        { kind: 'item', leafKey: 'b', from: '33', points: '35', grade: '优秀' },
        { kind: 'item', leafKey: 'a', from: '55', points: '46.99', grade: '一般' },
        { kind: 'item', leafKey: 'b', from: '33', points: '24.99', grade: '一般' },
      ],
    })
  })

  test('by quotas: the unit on the other side of the cut is the distance, and a tie is open', () => {
    const input = year({ 甲: ['55', '35'], 乙: ['54', '35'], 丙: ['50', '30'] }, quotas)
    const second = holdOf(input, '乙')
    expect(second).toMatchObject({ grade: '一般', up: { grade: '优秀', points: '1' } })
    expect(second.down).toBeUndefined()
    expect(items(second)[0]).toEqual({ kind: 'item', leafKey: 'a', from: '54', points: '55' })
    expect(holdOf(input, '甲')).toMatchObject({ down: { grade: '一般', points: '1' } })
  })

  test('a unit whose total waits has no grade to hold', () => {
    const input = year({ 甲: ['55', '35'] }, lines)
    const waiting = { ...input, outcomes: [item('甲', 'a', { status: 'missing', needs: ['完成值'] })] }
    expect(robustness(waiting).flatMap(({ flips }) => flips)).toEqual([])
  })

  test('without grades there is nothing to hold', () => {
    const { grades: _, ...bare } = year({ 甲: ['55', '35'] }, lines).settings
    expect(robustness({ ...year({ 甲: ['55', '35'] }, lines), settings: bare })).toEqual([])
  })

  test('the points named are the nearest: a year computed anew has the other grade there and the present one a step before', () => {
    const mark = (full: number) => fc.integer({ min: 0, max: full * 10 }).map((n) => String(n / 10))
    const unit = fc.tuple(mark(60), mark(40))
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 5 }), fc.constantFrom(lines, quotas), (units, grades) => {
        const input = year(Object.fromEntries(units.map((points, at) => [`u${at}`, points])), grades)
        const gradeWith = (unitId: string, leafKey: string, points: string): string | undefined =>
          scorePlan({
            ...input,
            outcomes: input.outcomes.map((one) =>
              one.unitId === unitId && one.leafKey === leafKey && one.outcome.status === 'scored'
                ? { ...one, outcome: { ...one.outcome, points } }
                : one,
            ),
          }).grades?.proposals.find((one) => one.unitId === unitId)?.grade
        for (const { unitId, grade, flips } of robustness(input))
          for (const flip of flips.filter((one): one is Flip & { kind: 'item' } => one.kind === 'item')) {
            const [from, to] = [exact(flip.from), exact(flip.points)]
            expect(gradeWith(unitId, flip.leafKey, flip.points)).toBe(flip.grade)
            expect(flip.grade).not.toBe(grade)
            const step = compare(to, from) > 0 ? exact('0.01') : exact('-0.01')
            if (compare(abs(sub(to, from)), exact('0.01')) > 0)
              expect(gradeWith(unitId, flip.leafKey, printExact(sub(to, step)))).toBe(grade)
          }
      }),
      { numRuns: 60 },
    )
  })
})
