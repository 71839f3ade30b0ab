import { describe, expect, it } from 'vitest'
import { aContext, aDatum, anActor, reporter, sectionHead } from '../datum/datum.fixture.ts'
import type { Datum } from '../datum/model.ts'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { askLateEntry, decideLateEntry, type LateEntryCommand, type LateEntryContext } from './decide.ts'
import type { LateEntry } from './model.ts'
import { lateEntryWorkflow } from './transitions.ts'

const item = { planId: 'plan-1', leafKey: 'newFirms', unitId: 'transport', askedUnitId: 'transport' }
const request = { ...item, reason: '主管部门次日方审定', wantedUntil: '2025-01-10' }

const context = (actor: Actor, today = '2025-01-07', data: readonly Datum[] = [aDatum()]): LateEntryContext => ({
  ...aContext(actor, { today }),
  newId: () => 'late-1',
  data: data.map((datum) => ({ datum, due: '2025-01-05' })),
})

const asked = (): LateEntry => {
  const decided = askLateEntry(request, undefined, context(reporter))
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value.next
}

const code = (command: LateEntryCommand, by: LateEntryContext, entry = asked()): string => {
  const decided = decideLateEntry(entry, command, by)
  return decided.ok ? decided.value.next.state : decided.error.code
}

it('a request is answered or taken back once', () => {
  expect(workflowText(lateEntryWorkflow)).toBe(
    [
      'asked withdraw → withdrawn: dataProvider unitReporter unitHead',
      'asked grant → granted: officeDirector leaderInCharge sectionHead',
      'asked decline → declined: officeDirector leaderInCharge sectionHead',
    ].join('\n'),
  )
})

describe('补报申请', () => {
  it.each([
    ['in time', '2025-01-05', [aDatum()], undefined, 'lateEntry.notLate'],
    ['reported already', '2025-01-07', [aDatum({ state: 'reported' })], undefined, 'lateEntry.notLate'],
    ['nothing of it is asked any more', '2025-01-07', [], undefined, 'lateEntry.notLate'],
    ['until a day that has passed', '2025-01-11', [aDatum()], undefined, 'lateEntry.dayPassed'],
  ] as const)('%s', (_, today, data, pending, expected) => {
    const decided = askLateEntry(request, pending, context(reporter, today, data))
    expect(decided.ok ? 'accepted' : decided.error.code).toBe(expected)
  })

  it('one at a time: a second names the day of the first', () => {
    const decided = askLateEntry(request, asked(), context(reporter))
    expect(decided).toMatchObject({ ok: false, error: { code: 'lateEntry.pending', params: { day: '2025-01-03' } } })
  })
})

describe('批复', () => {
  const grant: LateEntryCommand = { kind: 'grant', until: '2025-01-10', reason: '' }

  it('agreed, every locked figure is open until the day, and no other', () => {
    const data = [aDatum(), aDatum({ id: 'datum-2', state: 'confirmed' })]
    const decided = decideLateEntry(asked(), grant, context(sectionHead, '2025-01-08', data))
    if (!decided.ok) throw new Error(decided.error.code)
    expect(decided.value.next).toMatchObject({ state: 'granted', decision: { until: '2025-01-10' } })
    expect(decided.value.unlocked).toMatchObject([
      {
        id: 'datum-1',
        extension: { cause: 'lateEntry', until: '2025-01-10', lateEntryId: 'late-1', missed: '2025-01-05' },
      },
    ])
  })

  it.each([
    ['declined', { kind: 'decline', reason: '已过汇总' } as const, sectionHead, 'declined'],
    ['taken back by who asked', { kind: 'withdraw' } as const, reporter, 'withdrawn'],
    ['the unit does not answer its own request', grant, reporter, 'lateEntry.notYours'],
    [
      'who holds a post in the unit is recused',
      grant,
      { ...sectionHead, ownUnitIds: ['transport'] },
      'lateEntry.ownUnit',
    ],
    ['the handler does not decide', grant, anActor('handler', 'lead'), 'lateEntry.notYours'],
    ['a day that has passed', { ...grant, until: '2025-01-06' } as const, sectionHead, 'lateEntry.dayPassed'],
  ])('%s', (_, command, actor, expected) => {
    expect(code(command, context(actor))).toBe(expected)
  })

  it('nothing is left to unlock once it was entered on behalf', () => {
    expect(code(grant, context(sectionHead, '2025-01-07', [aDatum({ state: 'reported' })]))).toBe('lateEntry.notLate')
  })

  it('an answered one stays answered', () => {
    const declined = { ...asked(), state: 'declined' } as const
    expect(code(grant, context(sectionHead), declined)).toBe('lateEntry.notNow')
  })
})
