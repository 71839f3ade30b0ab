import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { visitNotifications } from '../notification/of-supervision.ts'
import { nextOnVisit } from '../workbench/next-on-supervision.ts'
import type { SupervisionVisitCommand } from './commands.ts'
import { decideSupervisionVisit, plannedVisits } from './decide.ts'
import { type SupervisionVisit, upheldOf, type VisitNotes } from './model.ts'
import { supervisionVisitWorkflow } from './transitions.ts'

const by = (post: Actor['post'], unitId = 'office', personId: string = post): Actor => ({
  personId,
  postId: `${post}-${unitId}`,
  post,
  unitId,
  ownUnitIds: [unitId],
})
const clerk = by('clerk')
const staff = by('officeStaff')
const visited = by('unitReporter', '甲')
const context = (actor: Actor, today = '2025-01-21', isUnderWay = true) => ({
  now: `${today}T02:00:00.000Z`,
  today,
  newId: () => 'v-1',
  actor,
  order: { isUnderWay, from: '2025-01-20', subjects: ['投资'] },
})
const finding = {
  id: 'f-1',
  subject: '投资',
  fact: '入库项目未开工',
  basis: '方案第三条',
  seriousness: 'major',
  photographs: [],
} as const
const notes: VisitNotes = {
  on: '2025-01-21',
  visitors: '王某、李某',
  overview: '总体有序',
  findings: [finding],
  files: [],
}
const planned = (): SupervisionVisit => {
  const order = { id: 's-1', unitId: 'office', unitIds: ['甲'], by: clerk }
  const [visit] = plannedVisits(order, context(clerk))
  if (!visit) throw new Error('no visit')
  return visit
}

type Given = readonly [visit: SupervisionVisit, command: SupervisionVisitCommand, actor: Actor, today?: string]
const code = (...[visit, command, actor, today]: Given): string => {
  const result = decideSupervisionVisit(visit, command, context(actor, today))
  return result.ok ? 'accepted' : result.error.code
}
const run = (...[visit, command, actor, today]: Given): SupervisionVisit => {
  const result = decideSupervisionVisit(visit, command, context(actor, today))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const recorded = () => run(planned(), { kind: 'record', notes }, clerk)
const stating = () => run(recorded(), { kind: 'send', until: '2025-01-23' }, clerk)
const upshot = { findingId: 'f-1', upheld: true, words: '一个月内开工', due: '2025-02-28' }
const settle = (more: object = {}): SupervisionVisitCommand => ({
  kind: 'settle',
  documentNumber: '',
  upshots: [{ ...upshot, ...more }],
})

describe('督查走访', () => {
  it('每个状态下，谁可以办什么', () => {
    expect(workflowText(supervisionVisitWorkflow)).toMatchSnapshot()
  })

  it('事实、依据条款、人员不全的，内容不在督查范围的，早于批准期间的，都不能记录', () => {
    const record = (more: Partial<VisitNotes>) =>
      code(planned(), { kind: 'record', notes: { ...notes, ...more } }, clerk)
    expect([
      record({ on: '2025-01-22' }),
      record({ on: '2025-01-19' }),
      record({ visitors: '' }),
      record({ overview: '' }),
      record({ findings: [{ ...finding, subject: '消费' }] }),
      record({ findings: [{ ...finding, fact: '' }] }),
      record({ findings: [{ ...finding, basis: '' }] }),
    ]).toEqual([
      'supervisionVisit.inFuture',
      'supervisionVisit.beforeOrder',
      'supervisionVisit.visitorsMissing',
      'supervisionVisit.overviewMissing',
      'supervisionVisit.subjectUnknown',
      'supervisionVisit.factMissing',
      'supervisionVisit.clauseMissing',
    ])
    const closed = decideSupervisionVisit(planned(), { kind: 'record', notes }, context(clerk, '2025-01-21', false))
    expect(closed).toMatchObject({ ok: false, error: { code: 'supervisionVisit.orderClosed' } })
  })

  it('被督查单位陈述期内或陈述后才处理；记录人自己不能处理；逐条写明整改要求和时限', () => {
    expect(code(recorded(), { kind: 'send', until: '2025-01-20' }, clerk)).toBe('supervisionVisit.untilPast')
    expect(visitNotifications({ before: recorded(), after: stating() }).map((one) => one.code)).toEqual([
      'notification.visitToState',
    ])
    expect(nextOnVisit(stating(), '2025-01-23')).toMatchObject({ verb: 'state', unitId: '甲', due: '2025-01-23' })
    expect(nextOnVisit(stating(), '2025-01-24')).toMatchObject({ verb: 'settle', except: ['clerk'] })
    expect(code(stating(), settle(), staff)).toBe('supervisionVisit.stillStating')
    expect(code(stating(), settle(), staff, '2025-01-24')).toBe('accepted')
    const statement = { kind: 'state', words: '已开工两个', files: [] } as const
    expect(code(stating(), statement, by('unitReporter', '乙'))).toBe('supervisionVisit.otherUnit')
    expect(code(stating(), statement, staff)).toBe('supervisionVisit.scanMissing')
    const stated = run(stating(), statement, visited)
    expect(code(stated, settle(), clerk)).toBe('supervisionVisit.samePerson')
    expect(code(stated, { kind: 'settle', documentNumber: '', upshots: [] }, staff)).toBe(
      'supervisionVisit.upshotMissing',
    )
    expect(code(stated, settle({ words: '' }), staff)).toBe('supervisionVisit.wordsMissing')
    expect(code(stated, settle({ due: '2025-01-21' }), staff)).toBe('supervisionVisit.duePast')
    expect(upheldOf(run(stated, settle(), staff))).toEqual([{ finding, words: '一个月内开工', due: '2025-02-28' }])
    expect(upheldOf(run(stated, settle({ upheld: false, words: '陈述属实' }), staff))).toEqual([])
  })

  it('不走访的写明理由', () => {
    expect(code(planned(), { kind: 'drop', reason: '' }, clerk)).toBe('supervisionVisit.reasonMissing')
    expect(run(planned(), { kind: 'drop', reason: '本年已走访三次' }, clerk).state).toBe('dropped')
  })
})
