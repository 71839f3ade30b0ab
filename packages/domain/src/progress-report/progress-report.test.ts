import { anActor } from '@quanheng/testkit/an-actor'
import { describe, expect, it } from 'vitest'
import type { PostKind } from '../ability/posts.ts'
import type { CommandContext } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import type { IndicatorShare, SuperiorIndicator } from '../superior-plan/model.ts'
import { calendarHolds, openRounds, roundsOf } from '../superior-plan/rounds.ts'
import {
  beginProgress,
  decideProgress,
  type GivenProgress,
  type ProgressCommand,
  type ReportedShare,
  readProgress,
} from './decide.ts'
import { litOn, type ProgressReport } from './model.ts'
import { progressWorkflow } from './transitions.ts'

let next = 0
const context = (post: PostKind, unitId: string, sectionId?: string): CommandContext => ({
  actor: anActor(post, unitId, sectionId === undefined ? {} : { sectionId }),
  now: '2025-04-07T02:00:00Z',
  today: '2025-04-07',
  newId: () => `id${++next}`,
})
const indicator: SuperiorIndicator = {
  key: 'roads',
  name: '新改建公路',
  fullMark: '10',
  target: '300',
  measureUnit: '公里',
  task: '',
  sentence: '',
  sharing: 'split',
  due: '',
}
const share: IndicatorShare = {
  key: 'share',
  indicatorKey: 'roads',
  role: 'lead',
  unitId: 'bureau',
  sectionId: 'planning',
  target: '200',
  marks: '6',
  post: 'handler',
  ownerName: '',
  due: '',
  basis: '',
}
const round = { period: '2025-03', end: '2025-03-31', due: '2025-04-08' }
const about: ReportedShare = { superiorPlanId: 'plan', officeUnitId: 'office', indicator, share, round }
const given: GivenProgress = { actual: '５０', yearEnd: '', words: '完成路基', difficulties: '', files: [] }
const codeRead = (more: Partial<GivenProgress>, today = '2025-04-07', of = about) => {
  const read = readProgress(of, { ...given, ...more }, today)
  return read.ok ? 'accepted' : `${read.error.code}${read.error.at ? ` ${read.error.at}` : ''}`
}
const content = () => {
  const read = readProgress(about, given, '2025-04-07')
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}
const reported = (): ProgressReport => {
  const begun = beginProgress(about, content(), context('handler', 'bureau', 'planning'))
  if (!begun.ok) throw new Error(begun.error.code)
  return begun.value.next
}
const decided = (report: ProgressReport, command: ProgressCommand, by: CommandContext) => {
  const result = decideProgress(report, command, by)
  return result.ok ? result.value.next.state : result.error.code
}

describe('任务进展', () => {
  it('责任岗位报告，科室或单位负责人确认，考评办可退回', () => {
    expect(workflowText(progressWorkflow)).toContain('confirmed')
    expect(reported().content).toMatchObject({ actual: '50', demand: { target: '200', due: '2025-04-08' } })
    expect(decided(reported(), { kind: 'confirm' }, context('sectionHead', 'bureau', 'planning'))).toBe('confirmed')
    expect(decided(reported(), { kind: 'confirm' }, context('unitHead', 'bureau'))).toBe('confirmed')
    expect(decided(reported(), { kind: 'confirm' }, context('sectionHead', 'bureau', 'other'))).toBe(
      'progressReport.otherUnit',
    )
    expect(decided(reported(), { kind: 'return', reason: '数据不实' }, context('officeStaff', 'office'))).toBe(
      'returned',
    )
    expect(decided(reported(), { kind: 'return', reason: '' }, context('unitHead', 'bureau'))).toBe(
      'progressReport.reasonMissing',
    )
    expect(decided(reported(), { kind: 'confirm' }, context('officeStaff', 'office'))).toBe('progressReport.notYours')
  })

  it('报告人不能自己确认；别的单位不能报', () => {
    const own = context('sectionHead', 'bureau', 'planning')
    const begun = beginProgress(about, content(), own)
    const report = begun.ok ? begun.value.next : reported()
    expect(decided(report, { kind: 'confirm' }, own)).toBe('progressReport.samePerson')
    const foreign = beginProgress(about, content(), context('handler', 'town'))
    expect(foreign.ok || foreign.error.code).toBe('progressReport.otherUnit')
  })

  it('期满以后才报；有目标的须填累计完成，没有目标的可以不填；写明进展', () => {
    expect(codeRead({}, '2025-03-31')).toBe('progressReport.notOpen')
    expect(codeRead({}, '2025-04-01')).toBe('accepted')
    expect(codeRead({ actual: '' })).toBe('progressReport.actualMissing actual')
    expect(codeRead({ actual: '' }, '2025-04-07', { ...about, share: { ...share, target: '' } })).toBe('accepted')
    expect(codeRead({ yearEnd: '二百' })).toBe('quantity.notANumber yearEnd')
    expect(codeRead({ words: '' })).toBe('progressReport.wordsMissing words')
  })

  it('亮灯按工作日：报告即停，退回照走', () => {
    const calendar = [
      { year: 2025, off: ['2025-04-04'], workingWeekends: [], source: { documentNumber: 'x', date: '2024-11-12' } },
    ]
    expect(litOn('2025-04-08', undefined, calendar, '2025-04-08').light).toBe('yellow')
    expect(litOn('2025-04-08', undefined, calendar, '2025-04-10').light).toBe('red')
    expect(litOn('2025-04-08', reported(), calendar, '2025-04-20')).toMatchObject({ light: 'warning', past: -1 })
    expect(litOn('2025-04-08', { ...reported(), state: 'returned' }, calendar, '2025-04-10').light).toBe('red')
  })
})

describe('调度日历', () => {
  const calendar = [
    { year: 2025, off: ['2025-04-04'], workingWeekends: [], source: { documentNumber: 'x', date: '2024-11-12' } },
  ]

  it('期满后第几个工作日，按调休表；没有调休表的年度按日历日', () => {
    const monthly = roundsOf(2025, { cadence: 'month', workingDay: 5, from: '2025-03-01' }, calendar)
    expect(monthly).toHaveLength(10)
    // 1, 2, 3, 7 and 8 April: the 4th is a holiday, 5 and 6 a weekend.
    expect(monthly[0]).toEqual({ period: '2025-03', end: '2025-03-31', due: '2025-04-08' })
    expect(monthly.at(-1)).toEqual({ period: '2025-12', end: '2025-12-31', due: '2026-01-05' })
    expect(roundsOf(2024, { cadence: 'month', workingDay: 1, from: '2024-02-29' }, [])[0]?.end).toBe('2024-02-29')
  })

  it.each([
    ['期满前一日', '2025-03-30', 0],
    ['期满当日', '2025-03-31', 0],
    ['期满次日', '2025-04-01', 1],
  ])('%s：%s 可报 %i 期', (_, today, count) => {
    const quarterly = roundsOf(2025, { cadence: 'quarter', workingDay: 10, from: '2025-01-01' }, calendar)
    expect(quarterly.map(({ period }) => period)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'])
    expect(openRounds(quarterly, today)).toHaveLength(count)
  })

  it('第1至20个工作日', () => {
    const holds = (workingDay: number) => calendarHolds({ cadence: 'month', workingDay, from: '2025-01-01' })
    expect([0, 1, 20, 21, 1.5].map(holds)).toEqual([false, true, true, false, false])
  })
})
