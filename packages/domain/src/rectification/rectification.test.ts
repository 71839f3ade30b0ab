import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { rectificationNotifications } from '../notification/of-supervision.ts'
import { usualLadder } from '../supervision/ticket.ts'
import type { SupervisionVisit } from '../supervision-visit/model.ts'
import { nextOnRectification } from '../workbench/next-on-supervision.ts'
import { decideRectification, itemsOf, type RectificationCommand } from './decide.ts'
import { countedUntil, type Rectification } from './model.ts'
import { rectificationWorkflow } from './transitions.ts'

const by = (post: Actor['post'], unitId = 'office', personId: string = post): Actor => ({
  personId,
  postId: `${post}-${unitId}`,
  post,
  unitId,
  ownUnitIds: [unitId],
})
const clerk = by('clerk')
const staff = by('officeStaff')
const unit = by('unitReporter', '甲')
const context = (actor: Actor, today: string) => ({
  now: `${today}T02:00:00.000Z`,
  today,
  newId: () => 'r-1',
  actor,
})
const findings = ['f-1', 'f-2'].map((id) => ({
  id,
  subject: '投资',
  fact: '未开工',
  basis: '第三条',
  seriousness: 'major' as const,
  photographs: [],
}))
const visit: SupervisionVisit = {
  id: 'v-1',
  supervisionId: 's-1',
  fromUnitId: 'office',
  unitId: '甲',
  state: 'settled',
  standing: {
    notes: { on: '2025-01-20', visitors: '', overview: '', findings, files: [], by: clerk, at: '' },
    settled: {
      on: '2025-01-21',
      documentNumber: '云督〔2025〕1号',
      by: staff,
      upshots: findings.map(({ id }) => ({ findingId: id, upheld: true, words: '开工', due: '2025-02-28' })),
    },
  },
  steps: [{ command: 'begin', by: clerk, at: '', words: '' }],
}
const supervision = { content: { ladder: usualLadder } } as never
const items = (earlier: number) =>
  itemsOf(visit, supervision, { ...context(staff, '2025-01-21'), timesOf: () => earlier })
const item = (): Rectification => {
  const [first] = items(0)
  if (!first) throw new Error('no item')
  return first
}

type Given = readonly [item: Rectification, command: RectificationCommand, actor: Actor, today?: string]
const code = (...[given, command, actor, today = '2025-01-22']: Given): string => {
  const result = decideRectification(given, command, context(actor, today))
  return result.ok ? 'accepted' : result.error.code
}
const run = (...[given, command, actor, today = '2025-01-22']: Given): Rectification => {
  const result = decideRectification(given, command, context(actor, today))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const plan = { kind: 'plan', words: '分两批开工', personResponsible: '张某', plannedDue: '2025-02-20' } as const
const report = { kind: 'report', words: '已开工', files: [{ digest: 'a', name: '照片.jpg' }] } as const
const close = { kind: 'close', words: '现场查看属实', on: '2025-01-22', files: [] } as const
const reported = () => run(run(item(), plan, unit), report, unit)

describe('整改', () => {
  it('每个状态下，谁可以办什么', () => {
    expect(workflowText(rectificationWorkflow)).toMatchSnapshot()
  })

  it('同一次走访的同类问题算一次；以前各年的都计入', () => {
    expect([items(0), items(2)].map((all) => all.map(({ demand }) => demand.times))).toEqual([
      [1, 1],
      [3, 3],
    ])
  })

  it('方案要有措施、责任人，时限不超过通知；办结要有佐证', () => {
    expect(code(item(), { ...plan, words: '' }, unit)).toBe('rectification.wordsMissing')
    expect(code(item(), { ...plan, personResponsible: '' }, unit)).toBe('rectification.ownerMissing')
    expect(code(item(), { ...plan, plannedDue: '2025-03-01' }, unit)).toBe('rectification.byLate')
    expect(code(item(), { ...plan, plannedDue: '2025-01-21' }, unit)).toBe('rectification.byPast')
    expect(code(item(), { ...plan, plannedDue: '2025-03-05' }, unit, '2025-03-03')).toBe('accepted')
    expect(code(item(), plan, by('unitReporter', '乙'))).toBe('rectification.otherUnit')
    expect(code(run(item(), plan, unit), { ...report, files: [] }, unit)).toBe('rectification.evidenceMissing')
  })

  it('由发现人以外的人复查销号；退回重定时限并告知单位', () => {
    expect(nextOnRectification(reported())).toMatchObject({ verb: 'close', except: ['clerk', 'unitReporter'] })
    expect(code(reported(), close, clerk)).toBe('rectification.finder')
    expect(code(reported(), { ...close, on: '2025-01-20' }, staff)).toBe('rectification.checkDay')
    expect(run(reported(), close, staff).state).toBe('closed')
    const back = { kind: 'return', reason: '照片看不出开工', due: '2025-03-10' } as const
    expect(code(reported(), { ...back, due: '2025-01-21' }, staff)).toBe('rectification.duePast')
    const again = run(reported(), back, staff)
    expect(again).toMatchObject({ state: 'planned', due: '2025-03-10', standing: { returned: 1 } })
    expect(rectificationNotifications({ before: reported(), after: again })[0]?.params).toEqual({
      due: '2025-03-10',
      reason: '照片看不出开工',
    })
    const twoHats = run(run(item(), plan, unit), report, by('unitReporter', '甲', 'officeStaff'))
    expect(code(twoHats, close, staff)).toBe('rectification.samePerson')
  })

  it('逾期算到报送之日；延期不能提前', () => {
    expect([item(), reported()].map((one) => countedUntil(one, '2025-03-03'))).toEqual(['2025-03-03', '2025-01-22'])
    const extend = { kind: 'extend', reason: '冬季不能施工', due: '2025-02-28' } as const
    expect(code(item(), extend, staff)).toBe('rectification.duePast')
    expect(code(item(), { ...extend, due: '2025-03-31' }, staff)).toBe('accepted')
  })
})
