import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { commandBy, ofSection } from '../sheet/sheet.fixture.ts'
import { adjustedPoints } from './adjusted.ts'
import { type Adjustment, canonicalDecision, type Decision } from './model.ts'
import { confirmDecision, type DecisionEntry, recordDecision } from './record.ts'

const clerk = ofSection('clerk')
const second = ofSection('handler')
const computed = new Map([['item-1', { points: '8', fullMark: '10' }]])

const anAdjustment = (more: Partial<Adjustment> = {}): Adjustment => ({
  itemId: 'item-1',
  from: '8',
  to: '9.50',
  ground: 'forceMajeure',
  reason: '七月洪灾致工期顺延',
  ...more,
})

const anEntry = (more: Partial<DecisionEntry> = {}): DecisionEntry => ({
  subject: { kind: 'leadReport', id: 'r-1', digest: 'run' },
  body: '局党组会议',
  decidedOn: '2025-01-17',
  text: '原则同意评分报告。',
  outcome: 'approved',
  adjustments: [],
  scanDigest: 'scan',
  ...more,
})

const record = (more: Partial<DecisionEntry> = {}) => recordDecision(anEntry(more), { ...commandBy(clerk), computed })

const recorded = (more: Partial<DecisionEntry> = {}): Decision => {
  const decision = record(more)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.next
}

const binding = (more: Partial<DecisionEntry> = {}): Decision => {
  const confirmed = confirmDecision(recorded(more), commandBy(second))
  if (!confirmed.ok) throw new Error(confirmed.error.code)
  return confirmed.value.next
}

describe('recording', () => {
  it.each([
    ['会议日期可为当日', { decidedOn: '2025-01-18' }, 'accepted'],
    ['会议日期未到', { decidedOn: '2025-01-19' }, 'decision.inFuture'],
    ['未写审定机构', { body: '' }, 'decision.bodyMissing'],
    ['未写决定内容', { text: '' }, 'decision.textMissing'],
    ['未附纪要', { scanDigest: '' }, 'decision.scanMissing'],
    ['退回时不作调整', { outcome: 'returned', adjustments: [anAdjustment()] }, 'decision.notApproved'],
    ['调整原分已变', { adjustments: [anAdjustment({ from: '7' })] }, 'decision.fromChanged'],
    ['调整无理由', { adjustments: [anAdjustment({ reason: '' })] }, 'decision.reasonMissing'],
    ['调整高于满分', { adjustments: [anAdjustment({ to: '10.1' })] }, 'decision.outOfRange'],
    ['调整至满分', { adjustments: [anAdjustment({ to: '10' })] }, 'accepted'],
    ['调整为负', { adjustments: [anAdjustment({ to: '-1' })] }, 'decision.outOfRange'],
    ['调整前后相同', { adjustments: [anAdjustment({ to: '8.0' })] }, 'decision.unchanged'],
    ['调整未知项', { adjustments: [anAdjustment({ itemId: 'x' })] }, 'decision.unknownItem'],
    ['同一项调整两次', { adjustments: [anAdjustment(), anAdjustment()] }, 'decision.adjustedTwice'],
  ] as const)('%s', (_, more, expected) => {
    const decision = record(more)
    expect(decision.ok ? 'accepted' : decision.error.code).toBe(expected)
  })

  it('has a canonical form', () => {
    expect(() => canonicalJson(canonicalDecision(binding({ adjustments: [anAdjustment()] })))).not.toThrow()
  })

  it('keeps exact text', () => {
    expect(recorded({ adjustments: [anAdjustment()] }).adjustments[0]?.to).toBe('9.5')
  })
})

it('binds when a second person has compared it with the minutes', () => {
  expect(confirmDecision(recorded(), commandBy(clerk))).toMatchObject({ error: { code: 'decision.samePerson' } })
  expect(confirmDecision(binding(), commandBy(second))).toMatchObject({ error: { code: 'decision.confirmed' } })
})

describe('会议核定调整', () => {
  const adjusting = { adjustments: [anAdjustment()] }

  it('stands beside the computed score', () => {
    expect(adjustedPoints('item-1', '8', [binding(adjusting)])).toMatchObject({ computed: '8', adjusted: '9.5' })
  })

  it('does not hold before it binds, after the computed points moved, or once replaced', () => {
    expect(adjustedPoints('item-1', '8', [recorded(adjusting)])).toEqual({ computed: '8' })
    expect(adjustedPoints('item-1', '7', [binding(adjusting)])).toEqual({ computed: '7' })
    const first = binding(adjusting)
    const later = { ...binding({ replaces: first.id }), id: 'later' }
    expect(adjustedPoints('item-1', '8', [first, later])).toEqual({ computed: '8' })
  })
})
