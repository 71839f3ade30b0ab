import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { supervisionNotifications } from '../notification/of-supervision.ts'
import { nextOnSupervision } from '../workbench/next-on-supervision.ts'
import type { SupervisionCommand } from './commands.ts'
import { beginSupervision, decideSupervision } from './decide.ts'
import type { Supervision, SupervisionContent } from './model.ts'
import { usualLadder } from './ticket.ts'
import { supervisionWorkflow } from './transitions.ts'

const by = (post: Actor['post'], unitId = 'office'): Actor => ({
  personId: post,
  postId: `${post}-${unitId}`,
  post,
  unitId,
  ownUnitIds: [unitId],
})
const context = (actor: Actor, openVisits = 0) => ({
  now: '2025-01-20T02:00:00.000Z',
  today: '2025-01-20',
  newId: () => 's-1',
  actor,
  openVisits,
})
const content: SupervisionContent = {
  kind: 'routine',
  title: '一季度重点项目督查',
  basis: '年度督查计划',
  body: '',
  subjects: ['固定资产投资增速'],
  unitIds: ['甲'],
  from: '2025-01-20',
  to: '2025-01-24',
  ladder: usualLadder,
}
const clerk = by('clerk')

type Given = readonly [supervision: Supervision, command: SupervisionCommand, actor?: Actor, openVisits?: number]
const decide = (...[supervision, command, actor = clerk, openVisits]: Given) =>
  decideSupervision(supervision, command, context(actor, openVisits))
const code = (...given: Given): string => {
  const result = decide(...given)
  return result.ok ? 'accepted' : result.error.code
}
const run = (...given: Given): Supervision => {
  const result = decide(...given)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const begun = (more: Partial<SupervisionContent> = {}): Supervision => {
  const result = beginSupervision({ ...content, ...more }, context(clerk))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const order = { kind: 'order', words: '同意', on: '2025-01-20' } as const

describe('督查', () => {
  it('每个状态下，谁可以办什么', () => {
    expect(workflowText(supervisionWorkflow)).toMatchSnapshot()
  })

  it('没有依据、单位、内容、期间的不能报组长；时限颠倒、督办级次颠倒的不能保存', () => {
    const missing = [{ basis: '' }, { unitIds: [] }, { subjects: [] }, { from: '' }]
    expect(missing.map((more) => code(begun(more), { kind: 'propose' }))).toEqual([
      'supervision.basisMissing',
      'supervision.unitsMissing',
      'supervision.subjectsMissing',
      'supervision.periodMissing',
    ])
    const edit = (more: Partial<SupervisionContent>) =>
      code(begun(), { kind: 'edit', content: { ...content, ...more } })
    expect(edit({ to: '2025-01-19' })).toBe('supervision.periodReversed')
    expect(edit({ title: '' })).toBe('supervision.titleMissing')
    expect(edit({ ladder: { ...usualLadder, redTimes: 1 } })).toBe('supervision.ladderWrong')
  })

  it('由组长批准，代为登记的附签批原件；日期不能晚于今日', () => {
    const up = run(begun(), { kind: 'propose' })
    expect(nextOnSupervision(up, 0)).toMatchObject({ verb: 'order', posts: ['steeringHead'] })
    expect(supervisionNotifications({ before: begun(), after: up }).map((one) => one.code)).toEqual([
      'notification.supervisionToOrder',
    ])
    expect(code(up, order)).toBe('supervision.scanMissing')
    expect(code(up, { ...order, scanDigest: 'a' })).toBe('accepted')
    expect(code(up, { ...order, on: '2025-01-21' }, by('steeringHead'))).toBe('supervision.inFuture')
    expect(code(up, order, by('steeringHead', 'other'))).toBe('supervision.otherUnit')
    expect(code(up, { kind: 'return', reason: '' }, by('steeringHead'))).toBe('supervision.reasonMissing')
    expect(run(up, { kind: 'return', reason: '减少单位' }, by('steeringHead')).state).toBe('draft')
  })

  it('走访没有处理完的不能结束', () => {
    const going = run(run(begun(), { kind: 'propose' }), order, by('steeringHead'))
    const conclude = { kind: 'conclude', words: '总体良好', circularId: 'c' } as const
    expect(code(going, conclude, clerk, 2)).toBe('supervision.visitsOpen')
    expect([nextOnSupervision(going, 2), nextOnSupervision(going, 0)?.verb]).toEqual([undefined, 'conclude'])
    expect(run(going, conclude).standing.conclusion).toMatchObject({ on: '2025-01-20', circularId: 'c' })
    expect(code(going, { kind: 'cancel', reason: '不再开展' })).toBe('supervision.notNow')
  })
})
