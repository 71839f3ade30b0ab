import { describe, expect, it } from 'vitest'
import { movedSince, sayMovedSince } from './moved-since.ts'
import { aRunContent } from './run.fixture.ts'

describe('与会议所见不同', () => {
  it('finds nothing between a version and itself, whatever else was written anew', () => {
    expect(movedSince(aRunContent(), aRunContent())).toEqual([])
    expect(movedSince(aRunContent(), aRunContent({ sources: ['另一来源', '', ''] }))).toEqual([])
  })

  it('names each figure that moved, came or went', () => {
    const now = aRunContent({ unitIds: ['transport', 'town', 'works'], points: ['10', '9', '3'] })
    const moved = movedSince(aRunContent(), now)
    expect(moved).toEqual([
      { what: '企业培规入统', unit: '百里镇', seen: '8.5', now: '9' },
      { what: '企业培规入统', unit: '水利局', seen: '5', now: null },
      { what: '企业培规入统', unit: 'works', seen: null, now: '3' },
    ])
    expect(sayMovedSince(moved, 'leadReport')).toBe(
      '百里镇“企业培规入统”8.5→9；水利局“企业培规入统”5→无；works“企业培规入统”无→3',
    )
  })

  it('a refusal about totals says which, not how much', () => {
    const moved = movedSince(aRunContent(), aRunContent({ points: ['10', '9', '5'] }))
    expect(sayMovedSince(moved, 'totals')).toBe('百里镇“企业培规入统”')
  })

  it('totals and ranks count as well', () => {
    const total = (published: string, rank: number) => ({
      ...aRunContent(),
      totals: {
        units: [{ unitId: 'town', nodes: [], applicableFullMark: '10', published }],
        ranks: [{ groupKey: 'all', unitId: 'town', rank }],
      },
    })
    const moved = movedSince(total('91.20', 1) as never, total('91.10', 2) as never)
    expect(moved.map(({ what, seen, now }) => [what, seen, now])).toEqual([
      ['总分', '91.20', '91.10'],
      ['名次', '1', '2'],
    ])
  })
})
