import { aCheckContext, aPlan } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import { applyProposal } from '../plan/apply-proposal.ts'
import { checkPlan } from '../plan/check-plan.ts'
import { checkShape } from '../plan/shape.ts'
import { changeNotes } from './adjust.ts'
import { carriedFindings } from './carried.ts'
import type { Choices, ReadChange, ReadNotice } from './model.ts'

const text = '对指标作如下调整。'

/** A notice of one clause that does this. */
const notice = (change: ReadChange): ReadNotice => ({
  text,
  headings: [],
  findings: [],
  rows: [
    {
      key: 'changes[0]',
      part: 'others',
      fields: [{ id: 'changes[0].change', name: 'change', value: text, start: 0, end: 8, confidence: 88 }],
      changes: [change],
    },
  ],
})
const accepted: Choices = { 'changes[0].change': { state: 'accepted' } }
const silent = { act: 'changed', name: null, field: null, from: null, to: null } as const
const taker = { by: '示例主任', on: '2023-12-28', reason: '按调整文件' }

const proposedBy = (change: ReadChange, choices = accepted) => {
  const read = notice(change)
  const notes = changeNotes(read, choices, aPlan())
  const carried = carriedFindings({ noticeId: 'n', notice: read, notes, sources: {}, settled: {} })
  return carried.map(({ finding }) => finding)
}
const openIn = (plan: ReturnType<typeof aPlan>, carried: ReturnType<typeof proposedBy>) =>
  checkPlan(plan, aCheckContext({ carried })).filter(({ code }) => code === 'notice.changeProposed')

const cases: readonly (readonly [
  string,
  Partial<ReadChange>,
  string,
  (plan: ReturnType<typeof aPlan>) => unknown,
  unknown,
])[] = [
  [
    '分值',
    { name: '服务业增加值增速', field: 'fullMark', to: '8分' },
    'propose.changeMark',
    (p) => p.indicators[1]?.fullMark,
    '8',
  ],
  [
    '权重',
    { name: '第三产业提升行动', field: 'weight', to: '30%' },
    'propose.changeWeight',
    (p) => p.indicators[0]?.weight,
    '30',
  ],
  [
    '名称，简称也认得',
    { name: '培规入统', field: 'indicator', to: '企业入统' },
    'propose.renameIndicator',
    (p) => p.indicators[2]?.name,
    '企业入统',
  ],
  [
    '标准中的几个字',
    { name: '服务业企业培规入统', field: 'standard', from: '任务数', to: '12家' },
    'propose.changeStandard',
    (p) => p.indicators[2]?.scoring?.completionStandard,
    '新增入统企业达到12家。',
  ],
  [
    '评分标准中的几个字',
    { name: '服务业企业培规入统', field: 'rule', from: '扣0.5分', to: '扣1分' },
    'propose.changeRule',
    (p) => p.indicators[2]?.scoring?.rule?.text,
    '每少1家扣1分，扣完为止。',
  ],
  [
    '没有指标名，只说改几个字',
    { from: '每少1家扣0.5分', to: '每少1家扣0.8分' },
    'propose.changeRule',
    (p) => p.indicators[2]?.scoring?.rule?.text,
    '每少1家扣0.8分，扣完为止。',
  ],
  [
    '读不懂的评分标准等人改写',
    { name: '服务业企业培规入统', field: 'rule', to: '由牵头单位掌握' },
    'propose.changeRule',
    (p) => p.indicators[2]?.scoring?.sentence,
    '由牵头单位掌握',
  ],
  ['新增', { act: 'added', name: '要素保障' }, 'propose.addIndicator', (p) => p.indicators[3]?.name, '要素保障'],
  [
    '取消，连同任务和分工',
    { act: 'dropped', name: '第三产业提升行动' },
    'propose.dropIndicator',
    (p) => [p.indicators.length, p.tasks.length, p.responsibilities.length],
    [0, 0, 0],
  ],
]

describe('调整文件的每处改动', () => {
  it.each(cases)('%s：点一次写入，写入后不再列', (_, change, code, seen, wanted) => {
    const carried = proposedBy({ ...silent, ...change })
    expect(carried).toHaveLength(1)
    const [proposal] = carried[0]?.proposals ?? []
    expect(proposal?.code).toBe(code)
    expect(openIn(aPlan(), carried)).toHaveLength(1)
    const taken = proposal && applyProposal(aPlan(), proposal, taker)
    if (!taken?.ok) throw new Error('taken')
    expect(seen(taken.value)).toEqual(wanted)
    expect(checkShape(taken.value).ok).toBe(true)
    expect(openIn(taken.value, carried)).toEqual([])
  })

  it.each<readonly [string, Partial<ReadChange>]>([
    ['方案里没有的指标', { name: '不存在', field: 'fullMark', to: '8分' }],
    ['两个指标都可能', { name: '服务业', field: 'fullMark', to: '8分' }],
    ['牵头单位', { name: '服务业增加值增速', field: 'leadUnit', to: '市统计局' }],
    ['什么也没说', {}],
    ['方案里不是这句话', { name: '服务业企业培规入统', field: 'rule', from: '每件扣1分', to: '每件扣2分' }],
  ])('%s：只列出，不猜', (_, change) => {
    const carried = proposedBy({ ...silent, ...change })
    expect(carried.map(({ proposals, severity, acceptable }) => ({ proposals, severity, acceptable }))).toEqual([
      { proposals: [], severity: 'mustFix', acceptable: true },
    ])
    expect(openIn(aPlan(), carried)).toHaveLength(1)
  })

  it('没有采用的不列；更正过的只按更正的文字列出', () => {
    const change = { ...silent, name: '服务业增加值增速', field: 'fullMark', to: '8分' } as const
    expect(proposedBy(change, {})).toEqual([])
    expect(proposedBy(change, { 'changes[0].change': { state: 'left' } })).toEqual([])
    const corrected = proposedBy(change, { 'changes[0].change': { state: 'corrected', value: '分值改为9分' } })
    expect(corrected.map(({ params, proposals }) => [params.words, proposals])).toEqual([['分值改为9分', []]])
  })

  it('要改的已不在方案里，不改别的', () => {
    const [finding] = proposedBy({ ...silent, name: '服务业增加值增速', field: 'fullMark', to: '8分' })
    const empty = aPlan({ indicators: [], tasks: [], responsibilities: [] })
    expect(finding?.proposals[0] && applyProposal(empty, finding.proposals[0], taker)).toMatchObject({
      ok: false,
      error: { code: 'plan.proposalStale' },
    })
  })
})
