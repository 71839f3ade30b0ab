import { describe, expect, it } from 'vitest'
import { aContext, anActor } from '../datum/datum.fixture.ts'
import { evidenceDates } from './dates.ts'
import { type FileUse, isRepeated, settledBy, settleLikeness } from './likeness.ts'

const use = (evidenceId: string, unitId: string, year = 2024, personId = `${unitId}-reporter`): FileUse => ({
  evidenceId,
  unitId,
  year,
  personId,
})

describe('雷同', () => {
  it.each([
    ['同一单位同一年度用于几个指标', [use('1', 'a'), use('2', 'a')], false],
    ['两个单位', [use('1', 'a'), use('2', 'b')], true],
    ['同一单位两个年度', [use('1', 'a', 2023), use('2', 'a', 2024)], true],
    ['只用一次', [use('1', 'a')], false],
  ] as const)('%s', (_, uses, expected) => {
    expect(isRepeated(uses)).toBe(expected)
  })
})

describe('已核实', () => {
  const both = [use('1', 'a'), use('2', 'b')]
  const handler = anActor('handler', 'lead')
  const settle = (more: object = {}, actor = handler) =>
    settleLikeness(
      { first: 'x', second: 'y', uses: both, reviews: [], seen: 2, reason: '联合行动，同一照片', ...more },
      { ...aContext(actor), actor },
    )
  const settled = () => {
    const done = settle()
    if (!done.ok) throw new Error(done.error.code)
    return done.value
  }

  it('记下看到的每一处使用和理由；再有一处，重新提出', () => {
    const review = settled()
    expect(review).toMatchObject({ evidenceIds: ['1', '2'], reason: '联合行动，同一照片' })
    expect(settledBy(both, [review])).toBe(review)
    expect(settledBy([...both, use('3', 'c')], [review])).toBeUndefined()
  })

  it('看到的已变、已核实过、自己提交的，都不受理', () => {
    expect(settle({ seen: 3 })).toMatchObject({ error: { code: 'likeness.changed' } })
    expect(settle({ uses: [use('1', 'a')], seen: 1 })).toMatchObject({ error: { code: 'likeness.changed' } })
    expect(settle({ reviews: [settled()] })).toMatchObject({ error: { code: 'likeness.settled' } })
    const own = [use('1', 'a'), use('2', 'b', 2024, handler.personId)]
    expect(settle({ uses: own })).toMatchObject({ error: { code: 'likeness.own' } })
  })
})

it.each([
  [undefined, '2025-01-10', 'unstated', 'within'],
  ['2024-12-31', '2025-01-12', 'within', 'within'],
  ['2025-01-01', '2025-01-13', 'after', 'after'],
] as const)('生效 %s、收到 %s 对照截止日和期限', (effectiveOn, receivedOn, effective, received) => {
  const limits = { cutoff: '2024-12-31', due: '2025-01-12' }
  expect(evidenceDates({ ...(effectiveOn && { effectiveOn }), receivedOn }, limits)).toEqual({ effective, received })
  expect(evidenceDates({ receivedOn }, {})).toEqual({ effective: 'unstated', received: 'within' })
})
