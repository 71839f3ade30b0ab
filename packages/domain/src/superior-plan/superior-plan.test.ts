import { anActor } from '@quanheng/testkit/an-actor'
import { describe, expect, it } from 'vitest'
import type { PostKind } from '../ability/posts.ts'
import type { CommandContext } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { breakdownFaults, sharedSums } from './breakdown.ts'
import type { GivenIndicator, GivenShare, SuperiorPlanCommand } from './commands.ts'
import { beginSuperiorPlan, decideSuperiorPlan } from './decide.ts'
import type { SuperiorPlan } from './model.ts'
import { readIndicatorRows, readShareRows, type TableWords } from './read-tables.ts'
import { superiorPlanWorkflow } from './transitions.ts'

let next = 0
const context = (post: PostKind = 'officeStaff', unitId = 'office'): CommandContext => ({
  actor: anActor(post, unitId),
  now: '2025-02-10T02:00:00Z',
  today: '2025-02-10',
  newId: () => `id${++next}`,
})
const document = { title: '省对市考评方案', number: '省考发〔2025〕1号', issuer: '省考评办', files: [] }
const indicator = (name: string, more: Partial<GivenIndicator> = {}): GivenIndicator => ({
  name,
  fullMark: '10',
  target: '300',
  measureUnit: '家',
  task: '',
  sentence: '',
  sharing: 'split',
  due: '2025-12-31',
  ...more,
})
const share = (indicatorKey: string, unitId: string, more: Partial<GivenShare> = {}): GivenShare => ({
  indicatorKey,
  role: 'support',
  unitId,
  target: '100',
  marks: '4',
  post: 'unitReporter',
  ownerName: '',
  due: '',
  basis: '',
  ...more,
})
const made = (result: ReturnType<typeof decideSuperiorPlan>): SuperiorPlan => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const run = (plan: SuperiorPlan, command: SuperiorPlanCommand, given = context()) =>
  made(decideSuperiorPlan(plan, command, given))
const codeOf = (plan: SuperiorPlan, command: SuperiorPlanCommand, given = context()) => {
  const result = decideSuperiorPlan(plan, command, given)
  return result.ok ? 'accepted' : `${result.error.code}${result.error.at ? ` ${result.error.at}` : ''}`
}
const begun = () => made(beginSuperiorPlan({ year: 2025, document }, context()))
const entered = (...indicators: readonly GivenIndicator[]) =>
  run(begun(), { kind: 'setIndicators', indicators: indicators.length ? indicators : [indicator('新增企业')] })
const keyIn = (plan: SuperiorPlan, at = 0) => plan.content.indicators[at]?.key ?? ''
const divide = (plan: SuperiorPlan, ...shares: readonly GivenShare[]) => run(plan, { kind: 'divide', shares })
/** 200 + 100 of 300, 6 + 4 of 10. */
const whole = () => {
  const plan = entered()
  const key = keyIn(plan)
  return divide(plan, share(key, 'a', { role: 'lead', target: '200', marks: '6' }), share(key, 'b'))
}
const issue = { kind: 'issue', reason: '' } as const
const faultsOf = (plan: SuperiorPlan) => breakdownFaults(plan.content).map(({ code }) => code)

describe('上级方案与任务分解', () => {
  it('考评办录入、分解，只有考评办主任下达', () => {
    expect(workflowText(superiorPlanWorkflow)).toContain('issued')
    expect(codeOf(whole(), issue)).toBe('superiorPlan.notYours')
    expect(codeOf(whole(), issue, context('officeDirector', 'elsewhere'))).toBe('superiorPlan.otherUnit')
    const done = run(whole(), issue, context('officeDirector'))
    expect([done.state, done.standing.versions.map(({ number, shares }) => [number, shares.length])]).toEqual([
      'issued',
      [[1, 2]],
    ])
    expect(codeOf(done, { kind: 'divide', shares: [] })).toBe('superiorPlan.notNow')
  })

  it('名称、机关、指标名称必填，指标不重名，分值大于零，数字照填写规则', () => {
    const bare = beginSuperiorPlan({ year: 2025, document: { ...document, issuer: '' } }, context())
    expect(bare.ok || bare.error).toMatchObject({ code: 'superiorPlan.issuerMissing', at: 'document.issuer' })
    const set = (...indicators: readonly GivenIndicator[]) => codeOf(begun(), { kind: 'setIndicators', indicators })
    expect(set(indicator(''))).toBe('superiorPlan.nameMissing indicators[0].name')
    expect(set(indicator('甲'), indicator('甲'))).toBe('superiorPlan.nameTwice indicators[1].name')
    expect(set(indicator('甲', { fullMark: '0' }))).toBe('superiorPlan.notPositive indicators[0].fullMark')
    expect(set(indicator('甲', { target: '约三百' }))).toBe('quantity.notANumber indicators[0].target')
    expect(set(indicator('甲', { target: '12%' }))).toBe('quantity.percent indicators[0].target')
    expect(set(indicator('甲', { target: '１２％', measureUnit: '%' }))).toBe('accepted')
  })

  it.each([
    ['合计相等', '200', '6', []],
    ['目标少一', '199', '6', ['breakdown.targetSum']],
    ['目标多一', '201', '6', ['breakdown.targetSum']],
    ['分值不足', '200', '5.9', ['breakdown.markSum']],
    ['分值超出', '200', '6.1', ['breakdown.markSum']],
  ])('分解承担：%s', (_, target, marks, expected) => {
    const plan = entered()
    const key = keyIn(plan)
    const divided = divide(plan, share(key, 'a', { role: 'lead', target, marks }), share(key, 'b'))
    expect(faultsOf(divided)).toEqual(expected)
    expect(codeOf(divided, issue, context('officeDirector'))).toBe(
      expected.length === 0 ? 'accepted' : 'superiorPlan.breakdownFaults',
    )
  })

  it('各自承担全部：填的须等于上级，配合的可以不填，不能都不填', () => {
    const plan = entered(indicator('增速', { sharing: 'each', target: '12', fullMark: '5' }))
    const key = keyIn(plan)
    const lead = share(key, 'a', { role: 'lead', target: '12', marks: '5' })
    const blank = { target: '', marks: '' }
    expect(faultsOf(divide(plan, lead, share(key, 'b', blank)))).toEqual([])
    expect(faultsOf(divide(plan, lead, share(key, 'b', { target: '11', marks: '5' })))).toEqual([
      'breakdown.targetEach',
    ])
    expect(faultsOf(divide(plan, { ...lead, ...blank }))).toEqual(['breakdown.targetEach', 'breakdown.markEach'])
  })

  it('每个指标一个牵头；时限不晚于上级；没有分值的先补', () => {
    const plan = entered(indicator('甲', { fullMark: '', target: '' }))
    const key = keyIn(plan)
    expect(faultsOf(plan)).toEqual(['breakdown.markMissing', 'breakdown.leadMissing'])
    const late = share(key, 'a', { role: 'lead', due: '2026-01-01' })
    expect(faultsOf(divide(plan, late, share(key, 'b', { role: 'lead' })))).toEqual([
      'breakdown.markMissing',
      'breakdown.leadTwice',
      'breakdown.dueLate',
    ])
    expect(codeOf(begun(), issue, context('officeDirector'))).toBe('superiorPlan.nothingDivided')
  })

  it('同一单位同一科室只有一行；指标须在方案中；科室不同可以分列', () => {
    const plan = entered()
    const key = keyIn(plan)
    const command = (...shares: readonly GivenShare[]) => codeOf(plan, { kind: 'divide', shares })
    expect(command(share(key, 'a'), share(key, 'a'))).toBe('superiorPlan.shareTwice shares[1].unitId')
    expect(command(share(key, 'a'), share(key, 'a', { sectionId: 's' }))).toBe('accepted')
    expect(command(share('没有', 'a'))).toBe('superiorPlan.indicatorUnknown shares[0].indicatorKey')
  })

  it('修订写理由，按已下达的版本落实到重新下达；位置不变的分解保留其编号，删去的指标连同分解', () => {
    const issued = run(whole(), issue, context('officeDirector'))
    expect(codeOf(issued, { kind: 'revise', reason: '' })).toBe('superiorPlan.reasonMissing reason')
    const revising = run(issued, { kind: 'revise', reason: '省里调减目标' })
    const [held] = revising.content.shares
    const again = divide(
      revising,
      share(keyIn(revising), 'a', { role: 'lead', target: '250', marks: '7' }),
      share(keyIn(revising), 'c', { target: '50', marks: '3' }),
    )
    expect(again.content.shares[0]?.key).toBe(held?.key)
    expect(again.standing.versions[0]?.shares[0]?.target).toBe('200')
    expect(codeOf(again, issue, context('officeDirector'))).toBe('superiorPlan.reasonMissing reason')
    const reissued = run(again, { kind: 'issue', reason: '省里调减目标' }, context('officeDirector'))
    expect(reissued.standing.versions.map(({ number, reason }) => [number, reason])).toEqual([
      [1, ''],
      [2, '省里调减目标'],
    ])
    const emptied = run(revising, { kind: 'setIndicators', indicators: [indicator('另一项')] })
    expect(emptied.content.shares).toEqual([])
  })

  it('合计精确', () => {
    const parts = ['0.1', '0.2'].map((target) => ({ ...share('k', target), key: target, target, marks: target }))
    expect(sharedSums(parts)).toEqual({ target: '0.3', marks: '0.3' })
  })
})

describe('上级指标表、任务分解表', () => {
  const words: TableWords = {
    sharing: (word) => (word === '各自承担全部' ? 'each' : undefined),
    role: (word) => (word === '牵头' ? 'lead' : undefined),
    post: () => undefined,
  }

  it('同名指标沿用原来的编号；错在哪一格说到哪一格', () => {
    const held = entered().content.indicators
    const rows = [
      { row: 3, texts: { name: '新增企业', fullMark: '10', sharing: '各自承担全部' } },
      { row: 4, texts: { name: '新增企业', fullMark: '十' } },
    ]
    const { values, faults } = readIndicatorRows(rows, held, words)
    expect(values[0]).toMatchObject({ key: held[0]?.key, sharing: 'each' })
    expect(faults.map(({ row, column, error }) => [row, column, error.code])).toEqual([
      [4, 'name', 'superiorPlan.nameTwice'],
      [4, 'fullMark', 'quantity.notANumber'],
    ])
  })

  it('单位、科室按登记的名称认；不认识的、重复的逐格说明', () => {
    const { indicators } = entered().content
    const units = [{ id: 'u', names: ['云岭市交通运输局', '市交通局'], state: 'active' as const }]
    const sections = [{ id: 's', unitId: 'u', names: ['规划科'] }]
    const line = (row: number, texts: object) => ({ row, texts: { indicator: '新增企业', role: '牵头', ...texts } })
    const read = readShareRows(
      [
        line(3, { unit: '市交通局', section: '规划科', target: '300', marks: '10' }),
        line(4, { unit: '市交通局', section: '规划科' }),
        line(5, { unit: '某某局' }),
        line(6, { unit: '市交通局', section: '没有的科', indicator: '没有的指标' }),
      ],
      { indicators, units, sections, words },
    )
    expect(read.values[0]).toMatchObject({ unitId: 'u', sectionId: 's', role: 'lead', target: '300' })
    expect(read.faults.map(({ row, column, error }) => [row, column, error.code])).toEqual([
      [4, 'unit', 'superiorPlan.shareTwice'],
      [5, 'unit', 'organisation.unitUnknown'],
      [6, 'indicator', 'superiorPlan.indicatorUnknown'],
      [6, 'section', 'superiorPlan.sectionUnknown'],
    ])
  })
})
