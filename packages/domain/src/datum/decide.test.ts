import { describe, expect, it } from 'vitest'
import { digestOf } from '../kernel/digest.ts'
import { canonicalDatum } from './canonical.ts'
import type { DatumCommand, DatumContext } from './commands.ts'
import {
  aContext,
  aDatum,
  anActor,
  anElement,
  aReport,
  handler,
  head,
  reporter,
  sectionHead,
  sources,
} from './datum.fixture.ts'
import { decideDatum } from './decide.ts'
import { type Datum, finalFact, marksOf, presentFact } from './model.ts'

const run = (datum: Datum, command: DatumCommand, context: DatumContext): Datum => {
  const decision = decideDatum(datum, command, context)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.next
}

const code = (datum: Datum, command: DatumCommand, context: DatumContext): string => {
  const decision = decideDatum(datum, command, context)
  return decision.ok ? 'accepted' : decision.error.code
}

const report: DatumCommand = { kind: 'report', ...aReport() }
const reported = () => run(aDatum(), report, aContext(reporter))
const confirmed = () => run(reported(), { kind: 'confirm' }, aContext(head))
const closed = () => run(confirmed(), { kind: 'close' }, aContext(handler))

describe('reporting', () => {
  it('keeps author, both clocks and the value', () => {
    expect(reported()).toMatchObject({
      state: 'reported',
      versions: [
        { number: 1, asOf: '2024-12-31', receivedOn: '2025-01-03', author: { personId: 'unitReporter@transport' } },
      ],
    })
  })

  it.each([
    ['the due day itself is in time', '2025-01-05', undefined, 'accepted'],
    ['a day later the section that scores needs the reason', '2025-01-06', undefined, 'datum.lateReasonMissing'],
    ['and its figure is shown as late with it', '2025-01-06', '统计口径次日方确认', 'accepted'],
  ])('%s', (_, today, lateReason, expected) => {
    const command: DatumCommand = { kind: 'report', ...aReport(lateReason ? { lateReason } : {}) }
    const own = aDatum({ source: sources.section })
    expect(code(own, command, aContext(handler, { today }))).toBe(expected)
    if (lateReason) {
      expect(run(own, command, aContext(handler, { today })).versions[0]?.late).toEqual({
        due: '2025-01-05',
        reason: lateReason,
      })
    }
  })

  it.each([
    ['on the cut-off', '2024-12-31', 'accepted'],
    ['after the cut-off', '2025-01-01', 'datum.afterCutoff'],
  ])('a figure as of a day %s', (_, asOf, expected) => {
    expect(code(aDatum(), { kind: 'report', ...aReport({ asOf }) }, aContext(reporter))).toBe(expected)
  })

  it('refuses days that have not come', () => {
    const context = aContext(reporter, { today: '2024-12-01' })
    expect(code(aDatum(), report, context)).toBe('datum.inFuture')
  })

  it.each([
    [anElement(), { kind: 'fact', met: true }, 'datum.wrongKind'],
    [anElement(), { kind: 'quantity', value: '' }, 'quantity.empty'],
    [anElement(), { kind: 'quantity', value: '1e999' }, 'quantity.exponent'],
    [anElement(), { kind: 'quantity', value: '10%' }, 'quantity.percent'],
    [anElement({ unit: '%' }), { kind: 'quantity', value: '１０％' }, 'accepted'],
    [anElement(), { kind: 'quantity', value: '-1.5' }, 'accepted'],
    [anElement({ type: 'count' }), { kind: 'count', n: '-1' }, 'datum.notWhole'],
    [anElement({ type: 'count' }), { kind: 'count', n: '1.5' }, 'datum.notWhole'],
    [anElement({ type: 'count' }), { kind: 'count', n: '0' }, 'accepted'],
    [anElement({ type: 'judgement' }), { kind: 'judgement', points: '' }, 'quantity.empty'],
    [anElement({ type: 'checklist', entries: [] }), { kind: 'checklist', ticked: ['x'] }, 'datum.unknownEntry'],
    [anElement(), { kind: 'notConcerned' }, 'datum.reasonMissing'],
  ] as const)('value check %#', (element, value, expected) => {
    expect(code(aDatum(), { kind: 'report', ...aReport({ value }) }, aContext(reporter, { element }))).toBe(expected)
  })

  it('stores the exact text of what was typed', () => {
    const value = { kind: 'quantity', value: '１，２００．５０' } as const
    const next = run(aDatum(), { kind: 'report', ...aReport({ value }) }, aContext(reporter))
    expect(next.versions[0]?.value).toEqual({ kind: 'quantity', value: '1200.5' })
  })

  it('keeps ticks in the order of the list, once each', () => {
    const entries = ['a', 'b', 'c'].map((key) => ({ key, name: key }))
    const element = anElement({ type: 'checklist', entries })
    const value = { kind: 'checklist', ticked: ['c', 'a', 'c'] } as const
    const next = run(aDatum(), { kind: 'report', ...aReport({ value }) }, aContext(reporter, { element }))
    expect(next.versions[0]?.value).toEqual({ kind: 'checklist', ticked: ['a', 'c'] })
  })
})

describe('who is asked', () => {
  it('refuses another unit, and says of a provider’s figure that it is the provider’s', () => {
    const other = aContext(anActor('unitReporter', 'education'))
    expect(code(aDatum(), report, other)).toBe('datum.notAsked')
    expect(code(aDatum({ source: sources.provider }), report, aContext(reporter))).toBe('datum.providerFigure')
  })

  it('takes a provider’s figure from the provider and lets a second person there confirm', () => {
    const context = aContext(anActor('dataProvider', 'statistics'))
    const next = run(aDatum({ source: sources.provider }), report, context)
    expect(code(next, { kind: 'confirm' }, context)).toBe('datum.samePerson')
    const second = anActor('dataProvider', 'statistics', { personId: 'another' })
    expect(run(next, { kind: 'confirm' }, aContext(second)).state).toBe('confirmed')
  })

  it('keeps a section’s figure to that section', () => {
    const elsewhere = anActor('handler', 'lead', { sectionId: 'energy' })
    expect(code(aDatum({ source: sources.section }), report, aContext(elsewhere))).toBe('datum.notAsked')
    expect(code(aDatum({ source: sources.section }), report, aContext(handler))).toBe('accepted')
  })

  it('stops people from closing, verifying or entering the figures of their own unit', () => {
    const own = anActor('handler', 'lead', { ownUnitIds: ['lead', 'transport'] })
    expect(code(confirmed(), { kind: 'close' }, aContext(own))).toBe('datum.ownUnit')
  })
})

describe('confirming', () => {
  it('needs another natural person, whatever post is used', () => {
    const both = anActor('unitHead', 'transport', { personId: reporter.personId })
    expect(code(reported(), { kind: 'confirm' }, aContext(both))).toBe('datum.samePerson')
  })

  it('explains missing evidence or waits', () => {
    const context = aContext(head, { missingEvidence: ['验收报告'] })
    expect(code(reported(), { kind: 'confirm' }, context)).toBe('datum.evidenceMissing')
    const next = run(reported(), { kind: 'confirm', gapReason: '原件在住建局' }, context)
    expect(next.confirmations).toMatchObject([{ version: 1, gapReason: '原件在住建局' }])
  })
})

describe('代录', () => {
  const onBehalf = { body: '市残联', reason: '未接入平台', originalEvidenceId: 'e-1' }
  const command = (evidenceIds: string[]): DatumCommand => ({
    kind: 'reportOnBehalf',
    onBehalf,
    ...aReport({ evidenceIds }),
  })

  it('needs the original and a second person', () => {
    expect(code(aDatum(), command([]), aContext(handler))).toBe('datum.originalMissing')
    const entered = run(aDatum(), command(['e-1']), aContext(handler))
    expect(code(entered, { kind: 'confirm' }, aContext(handler))).toBe('datum.samePerson')
    expect(run(entered, { kind: 'confirm' }, aContext(sectionHead)).state).toBe('confirmed')
  })
})

describe('verification and closing', () => {
  const verify: DatumCommand = {
    kind: 'verify',
    findingId: 'f-1',
    value: { kind: 'quantity', value: '11' },
    reason: '一家企业已注销',
    evidenceIds: [],
  }

  it('adds a version beside the reported one and reopens a closed datum', () => {
    const decision = decideDatum(closed(), verify, aContext(handler))
    if (!decision.ok) throw new Error(decision.error.code)
    expect(decision.value.events.map((event) => event.type)).toEqual(['datumReopened', 'datumVerified'])
    const marks = marksOf(run(decision.value.next, { kind: 'close' }, aContext(handler)))
    expect(marks.reported?.value).toEqual({ kind: 'quantity', value: '12' })
    expect(marks.verified?.value).toEqual({ kind: 'quantity', value: '11' })
    expect(marks.final).toBe(marks.verified)
    expect(finalFact(decision.value.next)).toEqual({ kind: 'missing' })
    expect(presentFact(decision.value.next)).toEqual({ kind: 'quantity', value: '11' })
  })

  it('has no final mark before closing nor after reopening', () => {
    expect(marksOf(confirmed()).final).toBeUndefined()
    const reopened = run(closed(), { kind: 'reopen', reason: '公报数更正' }, aContext(sectionHead))
    expect(marksOf(reopened).final).toBeUndefined()
    expect(reopened.state).toBe('confirmed')
  })

  it.each([
    ['return', confirmed, handler],
    ['returnToHead', confirmed, handler],
    ['reopen', closed, sectionHead],
  ] as const)('%s needs a reason', (kind, from, actor) => {
    expect(code(from(), { kind, reason: '', until: '2025-01-09' }, aContext(actor))).toBe('datum.reasonMissing')
  })

  it('a correction after a return needs its reason', () => {
    const returned = run(
      confirmed(),
      { kind: 'return', reason: '数据与报表不一致', until: '2025-01-08' },
      aContext(handler),
    )
    expect(returned.returnReason).toBe('数据与报表不一致')
    expect(code(returned, report, aContext(reporter))).toBe('datum.reasonMissing')
    const again = run(returned, { kind: 'report', ...aReport({ reason: '按报表更正' }) }, aContext(reporter))
    expect(again).toMatchObject({ state: 'reported', versions: [{ number: 1 }, { number: 2 }] })
    expect(again.returnReason).toBeUndefined()
  })
})

it('has a canonical form that any change moves', () => {
  const echo = (bytes: Uint8Array) => bytes
  expect(digestOf(echo, canonicalDatum(closed()))).not.toBe(digestOf(echo, canonicalDatum(confirmed())))
})

describe('取自平时记录', () => {
  const asked = (amount: string, open = 0) => aContext(reporter, { tallied: { amount, open } })
  const of = (value: string): DatumCommand => ({ kind: 'report', ...aReport({ value: { kind: 'quantity', value } }) })

  it('只收记录的合计，写法不同的同一个数也收；别的数、判断都不收', () => {
    expect(code(aDatum(), of('１.50'), asked('1.5'))).toBe('accepted')
    expect(code(aDatum(), of('2'), asked('1.5'))).toBe('datum.notAsRecorded')
    expect(decideDatum(aDatum(), of('2'), asked('1.5'))).toMatchObject({
      error: { at: 'value', params: { amount: '1.5' } },
    })
  })

  it('还有未定的记录就不能报；不涉及的可以', () => {
    expect(code(aDatum(), of('1.5'), asked('1.5', 2))).toBe('datum.recordsOpen')
    const none: DatumCommand = {
      kind: 'report',
      ...aReport({ value: { kind: 'notConcerned' }, reason: '无此项工作' }),
    }
    expect(code(aDatum(), none, asked('0', 2))).toBe('accepted')
  })
})
