import { describe, expect, it } from 'vitest'
import type { DatumCommand, DatumContext } from './commands.ts'
import { aContext, aDatum, aReport, handler, head, reporter, sources } from './datum.fixture.ts'
import { dueDayOf, isLocked } from './deadline.ts'
import { decideDatum } from './decide.ts'
import type { Datum, Extension } from './model.ts'

const due = '2025-01-05'
const granted: Extension = {
  cause: 'lateEntry',
  until: '2025-01-10',
  lateEntryId: 'late-1',
  reason: '主管部门次日方审定',
  missed: due,
}

const run = (datum: Datum, command: DatumCommand, context: DatumContext): Datum => {
  const decision = decideDatum(datum, command, context)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.next
}
const code = (datum: Datum, command: DatumCommand, context: DatumContext): string => {
  const decision = decideDatum(datum, command, context)
  return decision.ok ? 'accepted' : decision.error.code
}
const report = (more = {}): DatumCommand => ({ kind: 'report', ...aReport(more) })
const on = (today: string) => aContext(reporter, { today })
const confirmed = () => run(run(aDatum(), report(), aContext(reporter)), { kind: 'confirm' }, aContext(head))

describe('补报', () => {
  it.each([
    ['the last day', aDatum(), due, false],
    ['the day after', aDatum(), '2025-01-06', true],
    ['being filled in', aDatum({ state: 'drafting' }), '2025-01-06', true],
    ['agreed, on its last day', aDatum({ extension: granted }), '2025-01-10', false],
    ['agreed, the day after', aDatum({ extension: granted }), '2025-01-11', true],
    ['asked of a provider', aDatum({ source: sources.provider }), '2025-01-06', true],
    ['asked of the section that scores', aDatum({ source: sources.section }), '2025-01-06', false],
    [
      'sent back by a new version of the plan',
      aDatum({ state: 'returned', returnReason: '方案变更' }),
      '2025-02-01',
      false,
    ],
    ['reported', aDatum({ state: 'reported' }), '2025-02-01', false],
  ])('%s', (_, datum, today, locked) => {
    expect(isLocked(datum, due, today)).toBe(locked)
  })

  it('a locked figure is refused whatever reason is given, and names the day', () => {
    const decision = decideDatum(aDatum(), report({ lateReason: '年末忙' }), on('2025-01-06'))
    expect(decision).toMatchObject({ ok: false, error: { code: 'datum.lateNotGranted', params: { due } } })
  })

  it('entered by leave it is marked late with the reason of the request, or with one of its own', () => {
    const open = aDatum({ extension: granted })
    const late = { due, reason: granted.reason, lateEntryId: 'late-1' }
    expect(run(open, report(), on('2025-01-10')).versions[0]?.late).toEqual(late)
    const own = run(open, report({ lateReason: '另附说明' }), on('2025-01-08')).versions[0]?.late
    expect(own).toEqual({ ...late, reason: '另附说明' })
  })

  it('代录 is the scoring side’s and waits for nobody’s leave', () => {
    const onBehalf = { body: '市残联', reason: '未接入平台', originalEvidenceId: 'e-1' }
    const command: DatumCommand = {
      kind: 'reportOnBehalf',
      onBehalf,
      ...aReport({ evidenceIds: ['e-1'], lateReason: '来函较晚' }),
    }
    expect(code(aDatum(), command, aContext(handler, { today: '2025-01-06' }))).toBe('accepted')
  })
})

describe('退回修改', () => {
  const back = (until: string, kind: 'return' | 'returnToHead' = 'return'): DatumCommand => ({
    kind,
    reason: '与报表不一致',
    until,
  })

  it('gives a new day, within which a correction is not late; past it the figure is locked', () => {
    const returned = run(confirmed(), back('2025-01-08'), aContext(handler))
    expect(dueDayOf(returned, due)).toBe('2025-01-08')
    const again = report({ reason: '已按报表更正' })
    expect(run(returned, again, on('2025-01-08')).versions.at(-1)?.late).toBeUndefined()
    expect(code(returned, again, on('2025-01-09'))).toBe('datum.lateNotGranted')
  })

  it('the new day is not one that has passed; an earlier one than the plan’s does not shorten it', () => {
    expect(code(confirmed(), back('2025-01-02'), aContext(handler))).toBe('datum.dayPassed')
    expect(dueDayOf(run(confirmed(), back('2025-01-03'), aContext(handler)), due)).toBe(due)
  })

  it('to the head: the figure stands and is confirmed again; what nobody confirmed has no head to go to', () => {
    const returned = run(confirmed(), back('2025-01-08', 'returnToHead'), aContext(handler))
    expect(returned).toMatchObject({ state: 'reported', returnReason: '与报表不一致', versions: [{ number: 1 }] })
    const again = run(returned, { kind: 'confirm' }, aContext(head))
    expect(again.confirmations.map(({ version }) => version)).toEqual([1, 1])
    expect(again).not.toHaveProperty('returnReason')
    expect(again).not.toHaveProperty('extension')
    const reported = run(aDatum(), report(), aContext(reporter))
    expect(code(reported, back('2025-01-08', 'returnToHead'), aContext(handler))).toBe('datum.notNow')
  })

  it('the new day holds while the correction waits, and after it was taken back', () => {
    const returned = run(confirmed(), back('2025-01-08'), aContext(handler))
    const reported = run(returned, report({ reason: '更正' }), on('2025-01-07'))
    const taken = run(reported, { kind: 'withdraw' }, on('2025-01-07'))
    expect(code(taken, report({ reason: '再次更正' }), on('2025-01-08'))).toBe('accepted')
  })
})

describe('撤回', () => {
  const reported = () => run(aDatum(), report(), aContext(reporter))

  it('before the next post has opened it; afterwards it says who did, and when', () => {
    expect(code(reported(), { kind: 'withdraw' }, aContext(reporter))).toBe('accepted')
    const opened = { name: '局长戊', when: '2025年1月3日10时05分' }
    const decision = decideDatum(reported(), { kind: 'withdraw' }, aContext(reporter, { opened }))
    expect(decision).toMatchObject({ ok: false, error: { code: 'datum.opened', params: opened } })
  })

  it('only the next post opens; whoever reported does not open the own figure', () => {
    expect(code(reported(), { kind: 'open' }, aContext(head))).toBe('accepted')
    expect(code(reported(), { kind: 'open' }, aContext(reporter))).toBe('datum.notYours')
    const both = { ...head, personId: reporter.personId }
    expect(code(reported(), { kind: 'open' }, aContext(both))).toBe('datum.samePerson')
  })
})
