import { describe, expect, it } from 'vitest'
import type { Adjustment, Decision } from '../decision/model.ts'
import { exact, printExact, sub, sum } from '../kernel/exact.ts'
import { adjustLeaf, computedPoints } from './adjustments.ts'
import { aRunContent } from './run.fixture.ts'

const [leaf] = aRunContent().leaves
if (!leaf) throw new Error('the fixture has one leaf')

const by = { personId: 'p', post: 'clerk', unitId: 'lead' } as const
const decision = (made: Partial<Adjustment> = {}, more: Partial<Decision> = {}): Decision => ({
  id: 'd1',
  subject: { kind: 'leadReport', id: 'r', digest: 'run' },
  body: '局党组会议',
  decidedOn: '2025-01-17',
  text: '核定',
  outcome: 'approved',
  adjustments: [{ itemId: 'i2', from: '8.5', to: '9.5', ground: 'forceMajeure', reason: '洪灾', ...made }],
  scanDigest: 's',
  recordedBy: by,
  recordedAt: 'now',
  confirmation: { by, at: 'later' },
  ...more,
})
const say = () => '会议核定'
const adjusted = (...decisions: readonly Decision[]) => adjustLeaf(leaf, decisions, say)

describe('会议核定调整之后的一列', () => {
  it('核定分为准，计算分并列；扣分理由合计仍等于满分减得分', () => {
    const after = adjusted(decision())
    expect(after.points).toEqual(['10', '9.5', '5'])
    expect([0, 1, 2].map((row) => computedPoints(after, row))).toEqual(['10', '8.5', '5'])
    expect(after.adjustments?.[1]).toMatchObject({ computed: '8.5', ground: 'forceMajeure', decision: { id: 'd1' } })
    for (const [row, points] of after.points.entries()) {
      const named = sum((after.deductions[row] ?? []).map((one) => exact(one.points)))
      expect(printExact(named)).toBe(printExact(sub(exact(after.fullMarks[row] ?? ''), exact(points))))
    }
  })

  it.each([
    ['没有决定', []],
    ['未经第二人核对', [{ ...decision(), confirmation: undefined } as unknown as Decision]],
    ['计算分已变', [decision({ from: '8' })]],
    ['已被后来的决定取代', [decision(), decision({}, { id: 'd2', adjustments: [], replaces: 'd1' })]],
  ])('%s：原样不动', (_, decisions) => expect(adjusted(...decisions)).toBe(leaf))

  it('后一次核定代替前一次，都从计算分起算', () => {
    const later = decision({ to: '9' }, { id: 'd2' })
    expect(adjusted(decision(), later).points[1]).toBe('9')
  })
})
