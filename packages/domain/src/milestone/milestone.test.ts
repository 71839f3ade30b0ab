import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { stateCouncilCalendar as calendar } from '../kernel/holidays.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { milestoneNotifications, rungNotification } from '../notification/of-milestone.ts'
import type { PlanContent, PlanMilestone } from '../plan/model.ts'
import { nextOnMilestone } from '../workbench/next-on-milestone.ts'
import { decideMilestone, type MilestoneCommand } from './decide.ts'
import { daysPast, lightAt, limitsHold, rungsAt, usualLimits } from './light.ts'
import { expectedAmount, isOwed, isShort, litOn, type Milestone, rungsOn } from './model.ts'
import { plannedMilestones, replanMilestones } from './planned.ts'
import { milestoneWorkflow } from './transitions.ts'

const basis = { kind: 'default' } as const
const quarter = (more: Partial<PlanMilestone> = {}): PlanMilestone => ({
  key: 'q1',
  leafKey: 'newFirms',
  name: '一季度',
  due: '2024-03-29',
  completionStandard: '',
  expected: '25',
  post: 'unitReporter',
  basis,
  ...more,
})
const plan = (milestones: readonly PlanMilestone[] = [quarter()]): PlanContent => aPlan({ milestones })
const author = { personId: 'issuer', post: 'clerk', unitId: planIds.lead } as const
let made = 0
const opening = {
  now: '2024-01-02T02:00:00.000Z',
  newId: () => {
    made += 1
    return `m-${made}`
  },
  author,
  planId: 'plan',
}
const begun = (content = plan()): readonly Milestone[] =>
  replanMilestones([], plannedMilestones(content, planIds.office), opening).begun
const ofTown = (content = plan()): Milestone => {
  const found = begun(content).find(({ unitId }) => unitId === planIds.town)
  if (!found) throw new Error('the town has no milestone')
  return found
}

const by = (post: Actor['post'], unitId: string, personId: string = `${post}-${unitId}`): Actor => ({
  personId,
  postId: personId,
  post,
  unitId,
  ownUnitIds: [unitId],
})
const reporter = by('unitReporter', planIds.town)
const lead: Actor = { ...by('handler', planIds.lead), sectionId: planIds.section }
type Given = readonly [milestone: Milestone, command: MilestoneCommand, actor: Actor, today?: string]
const decide = (...[milestone, command, actor, today = '2024-03-28']: Given) =>
  decideMilestone(milestone, command, { now: `${today}T02:00:00.000Z`, today, newId: () => 'x', actor })
const run = (...given: Given): Milestone => {
  const result = decide(...given)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const code = (...given: Given): string => {
  const result = decide(...given)
  return result.ok ? 'accepted' : result.error.code
}
const report = {
  kind: 'report',
  words: '新增入统2家',
  completedOn: '2024-03-27',
  reached: '２',
  files: [{ digest: 'a', name: '名单.xlsx' }],
} as const
const confirm = { kind: 'confirm', words: '' } as const

describe('亮灯', () => {
  it('按工作日：T−5预警，T黄灯，T+2红灯；节假日、调休不算错', () => {
    // 清明 2024-04-04…06 off, 04-07 (Sunday) a working day.
    const due = '2024-04-09'
    const at = (day: string) => lightAt(usualLimits, daysPast(calendar, due, day))
    expect(at('2024-03-29')).toBe('waiting')
    expect(['2024-04-01', '2024-04-02'].map((day) => daysPast(calendar, due, day))).toEqual([-5, -4])
    expect(at('2024-04-01')).toBe('warning')
    expect(at('2024-04-08')).toBe('warning')
    expect([at(due), at('2024-04-10')]).toEqual(['yellow', 'yellow'])
    expect(at('2024-04-11')).toBe('red')
  })

  it('到期日前后的休息日：未到期的还没到，过了的不再是当天', () => {
    // Friday; Saturday and Sunday after it; a Sunday as the day itself.
    expect(['2024-03-23', '2024-03-24', '2024-03-25'].map((day) => daysPast(calendar, '2024-03-22', day))).toEqual([
      0, 0, 1,
    ])
    expect(daysPast(calendar, '2024-03-24', '2024-03-23')).toBe(-1)
    expect(daysPast(calendar, '2024-03-24', '2024-03-25')).toBe(1)
  })

  it('没有放假表的年份按日历天数', () => {
    expect(daysPast([], '2024-03-29', '2024-04-01')).toBe(3)
    expect(daysPast([], '2024-03-29', '2024-03-24')).toBe(-5)
  })

  it('逐级告知：经办两次，红灯报单位负责人，再报牵头单位、考评办', () => {
    expect(rungsAt(usualLimits, -6)).toEqual([])
    expect(rungsAt(usualLimits, -5)).toEqual(['warning'])
    expect(rungsAt(usualLimits, 1)).toEqual(['warning', 'yellow'])
    expect(rungsAt(usualLimits, 4)).toEqual(['warning', 'yellow', 'unitHead', 'leadUnit'])
    expect(rungsAt(usualLimits, 6).at(-1)).toBe('office')
    // Late from the start: who has it in hand is told once, not of warning and yellow both.
    expect(rungsOn(ofTown(), calendar, '2024-04-02')).toEqual(['yellow', 'unitHead'])
  })

  it('时限须为整数，红灯晚于黄灯，各级之间有间隔', () => {
    expect(limitsHold(usualLimits)).toBe(true)
    for (const wrong of [
      { redAfter: 0 },
      { nextAfter: 0 },
      { warnBefore: -1 },
      { warnBefore: 0.5 },
      { redAfter: 67 },
    ]) {
      expect(limitsHold({ ...usualLimits, ...wrong })).toBe(false)
    }
  })
})

describe('指标节点', () => {
  it('每个状态下，谁可以办什么', () => {
    expect(workflowText(milestoneWorkflow)).toMatchSnapshot()
  })

  it('每个承担单位一个；由评分科室确认，回避的由替代单位', () => {
    expect(begun().map(({ unitId, leadUnitId, leadSectionId }) => [unitId, leadUnitId, leadSectionId])).toEqual([
      [planIds.lead, planIds.office, undefined],
      [planIds.transport, planIds.lead, planIds.section],
      [planIds.town, planIds.lead, planIds.section],
    ])
    expect(begun(plan([quarter({ unitIds: [planIds.town] })])).map(({ unitId }) => unitId)).toEqual([planIds.town])
    expect(begun(plan([quarter({ due: '' })]))).toEqual([])
  })

  it('应达数是目标值的百分之几，精确计算', () => {
    expect(expectedAmount(ofTown().demand)).toBe('2')
    expect(expectedAmount(ofTown(plan([quarter({ expected: '33.3' })])).demand)).toBe('2.664')
    const { expected: _, ...standard } = quarter({ completionStandard: '名单报统计局' })
    expect(expectedAmount(ofTown(plan([standard])).demand)).toBeUndefined()
  })

  it('报告要有情况、材料、完成数，日期不在将来', () => {
    expect(code(ofTown(), { ...report, words: '' }, reporter)).toBe('milestone.wordsMissing')
    expect(code(ofTown(), { ...report, files: [] }, reporter)).toBe('milestone.evidenceMissing')
    expect(code(ofTown(), { ...report, completedOn: '2024-03-29' }, reporter)).toBe('milestone.inFuture')
    expect(code(ofTown(), { ...report, reached: ' ' }, reporter)).toBe('milestone.reachedMissing')
    expect(code(ofTown(), { ...report, reached: '两家' }, reporter)).toBe('quantity.notANumber')
    expect(code(ofTown(), report, by('unitReporter', planIds.transport))).toBe('milestone.otherUnit')
    expect(code(ofTown(), report, by('evaluator', planIds.town))).toBe('milestone.notYours')
    expect(run(ofTown(), report, reporter).standing.report).toMatchObject({ reached: '2', on: '2024-03-28' })
  })

  it('由评分科室另一人确认；本单位的人、别的科室、别的单位不能确认', () => {
    const reported = run(ofTown(), report, reporter)
    expect(code(reported, confirm, { ...lead, sectionId: planIds.coordinating })).toBe('milestone.otherUnit')
    expect(code(reported, confirm, by('handler', planIds.transport))).toBe('milestone.otherUnit')
    expect(code(reported, confirm, { ...lead, ownUnitIds: [planIds.lead, planIds.town] })).toBe('milestone.ownUnit')
    expect(code(reported, confirm, { ...lead, personId: reporter.personId })).toBe('milestone.samePerson')
    expect(code(reported, confirm, by('officeStaff', planIds.office))).toBe('accepted')
    expect(run(reported, confirm, lead)).toMatchObject({ state: 'confirmed' })
    expect(nextOnMilestone(reported)).toMatchObject({ verb: 'confirm', except: [reporter.personId] })
    expect(nextOnMilestone(run(reported, confirm, lead))).toBeUndefined()
  })

  it('未达应达数的不能确认，灯继续走；达到的，灯停在报告之日', () => {
    const short = run(ofTown(), { ...report, reached: '1' }, reporter)
    expect([isShort(short), isOwed(short)]).toEqual([true, true])
    expect(code(short, confirm, lead)).toBe('milestone.short')
    expect(litOn(short, calendar, '2024-04-02')).toEqual({ light: 'red', past: 2 })
    const enough = run(ofTown(), report, reporter)
    expect(litOn(enough, calendar, '2024-04-02')).toEqual({ light: 'warning', past: -1 })
    expect(rungsOn(enough, calendar, '2024-04-02')).toEqual([])
  })

  it('退回的灯继续走；到期后可以认定未完成，认定以后仍可补报', () => {
    const back = run(run(ofTown(), report, reporter), { kind: 'return', reason: '名单未盖章' }, lead)
    expect(back).toMatchObject({ state: 'returned', standing: { returned: 1 } })
    expect(litOn(back, calendar, '2024-04-01').light).toBe('yellow')
    expect(code(ofTown(), { kind: 'miss', reason: '未开展' }, lead)).toBe('milestone.notDue')
    expect(code(ofTown(), { kind: 'miss', reason: '' }, lead, '2024-04-02')).toBe('milestone.reasonMissing')
    const missed = run(ofTown(), { kind: 'miss', reason: '未开展' }, lead, '2024-04-02')
    expect(rungsOn(missed, calendar, '2024-05-20')).toEqual([])
    expect(run(missed, report, reporter, '2024-04-03').state).toBe('reported')
  })

  it('告知：报告告诉确认人，结果告诉单位；亮灯按级告诉', () => {
    const reported = run(ofTown(), report, reporter)
    const told = (before: Milestone, after: Milestone) =>
      milestoneNotifications({ before, after }).map((one) => one.code)
    expect(milestoneNotifications({ before: null, after: ofTown() })).toEqual([])
    expect(told(ofTown(), reported)).toEqual(['notification.milestoneToConfirm'])
    expect(told(reported, run(reported, confirm, lead))).toEqual(['notification.milestoneConfirmed'])
    expect(rungNotification(ofTown(), 'yellow').to).toMatchObject({ posts: ['unitReporter'] })
    expect(rungNotification(ofTown(), 'unitHead').to.posts).toContain('unitHead')
    expect(rungNotification(ofTown(), 'leadUnit').to.place).toEqual({
      unitIds: [planIds.lead],
      sectionId: planIds.section,
    })
    expect(rungNotification(ofTown(), 'office').to.place).toEqual({ unitIds: [planIds.office] })
  })
})

describe('方案新版本', () => {
  const replan = (held: readonly Milestone[], content: PlanContent) =>
    replanMilestones(held, plannedMilestones(content, planIds.office), opening)

  it('没有变化的不动，增加的开始，取消的取消', () => {
    const held = begun()
    expect(replan(held, plan())).toEqual({ begun: [], changed: [] })
    const more = replan(
      held,
      plan([quarter(), quarter({ key: 'q2', name: '二季度', due: '2024-06-28', expected: '50' })]),
    )
    expect([more.begun.length, more.changed.length]).toEqual([3, 0])
    const none = replan(held, plan([]))
    expect(none.changed.map(({ after }) => after.state)).toEqual(['dropped', 'dropped', 'dropped'])
    const dropped = none.changed.map(({ after }) => after)
    expect(replan(dropped, plan([])).changed).toEqual([])
    expect(replan(dropped, plan()).changed.map(({ after }) => after.state)).toEqual(['open', 'open', 'open'])
  })

  it('改了日期的，认定未完成的重新开始；已确认的不变', () => {
    const missed = run(ofTown(), { kind: 'miss', reason: '未开展' }, lead, '2024-04-02')
    const later = plan([quarter({ due: '2024-04-30' })])
    const [moved] = replan([missed], later).changed
    expect(moved?.after).toMatchObject({ state: 'open', due: '2024-04-30' })
    expect(moved?.after.steps.at(-1)?.command).toBe('replan')
    const confirmed = run(run(ofTown(), report, reporter), confirm, lead)
    expect(replan([confirmed], later).changed).toEqual([])
    expect(replan([confirmed], plan([])).changed).toEqual([])
  })
})
