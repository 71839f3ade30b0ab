import { describe, expect, test } from 'vitest'
import type { GradeQuotas } from '../../plan/year-arithmetic.ts'
import type { ScoringInput } from '../model.ts'
import { gradesOf, says, totals } from '../year.fixture.ts'

describe('等次线', () => {
  const lines = [
    { name: '优秀', from: '90' },
    { name: '良好', from: '80' },
    { name: '合格', from: '60' },
  ]
  const graded = (points: string, thresholdsOn: 'rounded' | 'unrounded') =>
    gradesOf(totals({ 甲: points }, { grades: says({ by: 'lines', lines }), thresholdsOn: says(thresholdsOn) }))

  test('以上 includes the line: below, at, above', () => {
    expect(graded('89.99', 'unrounded')).toBe('甲:良好')
    expect(graded('90', 'unrounded')).toBe('甲:优秀')
    expect(graded('90.01', 'unrounded')).toBe('甲:优秀')
  })
  test('the line reads the rounded or the exact score, as declared', () => {
    expect(graded('89.995', 'unrounded')).toBe('甲:良好')
    expect(graded('89.995', 'rounded')).toBe('甲:优秀')
  })
  test('below the last line there is no grade', () => expect(graded('59.9', 'unrounded')).toBe('甲:无'))
})

describe('等次名额', () => {
  const quotas: GradeQuotas = {
    by: 'quotas',
    quotas: [
      { name: '优秀', percent: '30' },
      { name: '良好', percent: '50' },
    ],
    rest: '一般',
    places: 'floor',
    atLeastOne: true,
  }
  const units = (scores: readonly number[]) =>
    Object.fromEntries(scores.map((score, i) => [String.fromCharCode(97 + i), String(score)]))
  const year = (scores: readonly number[], more: Partial<GradeQuotas> = {}, rest: Partial<ScoringInput> = {}) =>
    totals(units(scores), { grades: says({ ...quotas, ...more }), ...rest.settings }, rest)
  /** How many have each grade, from the top. */
  const counts = (scores: readonly number[], more: Partial<GradeQuotas> = {}) => {
    const graded = year(scores, more).grades?.proposals ?? []
    return ['优秀', '良好', '一般', '不合格', undefined].map(
      (name) => graded.filter(({ grade }) => grade === name).length,
    )
  }
  const eleven = [99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89]

  test('30% of 11 is 3 or 4, as declared', () => {
    expect(counts(eleven)).toEqual([3, 5, 3, 0, 0])
    expect(counts(eleven, { places: 'ceil' })).toEqual([4, 6, 1, 0, 0])
    expect(counts([...eleven, 88], { places: 'halfUp' })).toEqual([4, 6, 2, 0, 0])
  })
  test('a small group keeps one place where the plan says so', () => {
    expect(counts([90, 80])).toEqual([1, 1, 0, 0, 0])
    expect(counts([90, 80], { atLeastOne: false })).toEqual([0, 1, 1, 0, 0])
  })

  describe('并列跨线', () => {
    const tied = [99, 98, 97, 97, 95, 94, 93, 92, 91, 90]
    test('stops for people, and says how many places are left in which grade', () => {
      const { grades } = year(tied)
      expect(gradesOf(year(tied))).toBe('a:优秀 b:优秀 c:? d:? e:良好 f:良好 g:良好 h:良好 i:一般 j:一般')
      expect(grades?.stops).toEqual([
        {
          groupKey: '组',
          reason: 'tieAtCut',
          unitIds: ['c', 'd'],
          places: [
            { grade: '优秀', count: 1 },
            { grade: '良好', count: 1 },
          ],
        },
      ])
    })
    test('all of them in: the overshoot is taken from the next grade', () =>
      expect(counts(tied, { tieAtCut: 'includeAll' })).toEqual([4, 4, 2, 0, 0]))
    test('none of them: the place goes to the next grade or lapses', () => {
      expect(counts(tied, { tieAtCut: 'excludeAll', unused: 'passOn' })).toEqual([2, 6, 2, 0, 0])
      expect(counts(tied, { tieAtCut: 'excludeAll', unused: 'lapse' })).toEqual([2, 5, 3, 0, 0])
      expect(year(tied, { tieAtCut: 'excludeAll' }).grades?.stops).toEqual([{ groupKey: '组', reason: 'unusedUnsaid' }])
    })
    test('a rank that fits exactly is no tie at the cut', () =>
      expect(counts([99, 97, 97, 96, 95, 94, 93, 92, 91, 90])).toEqual([3, 5, 2, 0, 0]))
    test('a tie over two lines names the places of all three grades', () =>
      expect(year([90, 90, 90, 90, 90, 90, 90, 90, 90, 90]).grades?.stops[0]).toMatchObject({
        places: [
          { grade: '优秀', count: 3 },
          { grade: '良好', count: 5 },
          { grade: '一般', count: 2 },
        ],
      }))
  })

  test('a lowest score for a grade, and 60 分以下不合格', () => {
    const withFloor: Partial<GradeQuotas> = {
      quotas: [
        { name: '优秀', percent: '30', from: '98' },
        { name: '良好', percent: '50' },
      ],
      failing: { name: '不合格', below: '60' },
      unused: 'passOn',
    }
    const scores = [99, 98, 97, 96, 95, 94, 93, 92, 60, 59]
    expect(counts(scores, withFloor)).toEqual([2, 6, 1, 1, 0])
    expect(counts(scores, { ...withFloor, unused: 'lapse' })).toEqual([2, 5, 2, 1, 0])
  })

  describe('a unit that a gate keeps from 优秀', () => {
    const gate = {
      key: '评优',
      name: '通报批评',
      factSource: '市纪委',
      effect: { kind: 'gradeAtMost', grade: '良好' },
    } as const
    const barred = (more: Partial<GradeQuotas>) =>
      totals(
        units([99, 98, 97, 96, 95, 94, 93, 92, 91, 90]),
        { grades: says({ ...quotas, ...more }), veto: says({ scope: '', effect: '', gates: [gate] }) },
        { vetoes: [{ gateKey: '评优', unitId: 'a' }] },
      )
    test('leaves its place to the next', () =>
      expect(gradesOf(barred({ barred: { base: 'counted', place: 'freed' } }))).toBe(
        'a:良好 b:优秀 c:优秀 d:优秀 e:良好 f:良好 g:良好 h:良好 i:一般 j:一般',
      ))
    test('or keeps it empty', () =>
      expect(gradesOf(barred({ barred: { base: 'counted', place: 'kept' } }))).toBe(
        'a:良好 b:优秀 c:优秀 d:良好 e:良好 f:良好 g:良好 h:良好 i:一般 j:一般',
      ))
    test('and counts in the base or not', () =>
      expect(gradesOf(barred({ barred: { base: 'notCounted', place: 'freed' } }))).toBe(
        'a:良好 b:优秀 c:优秀 d:良好 e:良好 f:良好 g:一般 h:一般 i:一般 j:一般',
      ))
    test('unsaid, nobody is graded', () => {
      expect(barred({}).grades?.stops).toEqual([{ groupKey: '组', reason: 'barredUnsaid' }])
      expect(gradesOf(barred({}))).toMatch(/^a:\? b:\?/)
    })
  })
})
