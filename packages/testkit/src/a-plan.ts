import type { Basis } from '@quanheng/domain/kernel/basis'
import { stateCouncilCalendar } from '@quanheng/domain/kernel/holidays'
import type { CheckContext } from '@quanheng/domain/plan/check/context'
import type { IndicatorNode, PlanContent, PlanStep } from '@quanheng/domain/plan/model'
import { defaultSettings, type PlanSettings } from '@quanheng/domain/plan/settings'
import { aRule } from './a-rule.ts'

/** Ids of `aPlan`: the scoring unit, which is also appraised, two more units, and who acts for it. */
export const planIds = {
  lead: 'lead',
  transport: 'transport',
  town: 'town',
  office: 'office',
  section: 'services',
  coordinating: 'supervision',
  handler: 'person:handler',
  sectionHead: 'person:sectionHead',
  leaderInCharge: 'person:leaderInCharge',
} as const

const clause = (article: string): Basis => ({ kind: 'clause', article })

const confirmed: Basis = { kind: 'interpretation', by: '绩效办', on: '2023-12-26', reason: '按惯例' }

const settings = (): PlanSettings => {
  const { rounding, thresholdsOn, ties, rankOn, missingItems, visibility, selfReview, feedback } = defaultSettings
  const settled = { rounding, thresholdsOn, ties, rankOn, missingItems, visibility, selfReview, feedback }
  return Object.fromEntries(
    Object.entries(settled).map(([name, setting]) => [name, { value: setting?.value, basis: confirmed }]),
  ) as unknown as PlanSettings
}

const growth: IndicatorNode = {
  key: 'growth',
  parentKey: 'services',
  name: '服务业增加值增速',
  fullMark: '6',
  basis: clause('附件1'),
  scoring: {
    rule: aRule('按完成率计分，最高得满分。', ['actualNegative', 'targetZero', 'targetNegative', 'notConcerned']),
    bindings: [
      { input: '完成值', from: 'element', elementKey: 'growthRate' },
      { input: '目标值', from: 'target' },
    ],
    completionStandard: '全年增速达到目标值。',
    card: {
      formula: '完成值÷目标值',
      measure: '按可比价格计算',
      unit: '%',
      period: '2024年1月—12月',
      publisher: '统计局',
      release: '2025年1月快报数',
    },
    evidenceList: [{ key: 'bulletin', name: '统计快报', required: true }],
  },
}

const newFirms: IndicatorNode = {
  key: 'newFirms',
  parentKey: 'services',
  name: '服务业企业培规入统',
  fullMark: '4',
  basis: clause('附件1'),
  scoring: {
    rule: aRule('每少1家扣0.5分，扣完为止。', ['partial', 'notConcerned']),
    bindings: [
      { input: '完成值', from: 'element', elementKey: 'newFirmCount' },
      { input: '目标值', from: 'target' },
    ],
    completionStandard: '新增入统企业达到任务数。',
    card: {
      formula: '当年新增入统企业数',
      measure: '以统计联网直报平台为准',
      unit: '家',
      period: '2024年1月—12月',
      publisher: '统计局',
      release: '2024年12月入库名单',
    },
    evidenceList: [{ key: 'list', name: '入库名单', required: true }],
  },
}

const step = (key: string, kind: PlanStep['kind'], name: string, due: string, needs: readonly string[]): PlanStep => ({
  key,
  kind,
  name,
  due,
  needs,
  owner: { unitId: planIds.lead, sectionId: kind === 'aggregation' ? planIds.coordinating : planIds.section },
  basis: clause('五'),
})

/**
 * A small indicator plan that may be issued as it is: one indicator whose two parts (6 and 4 marks) are scored apart, three
 * units, one of them the scoring unit itself with the office as its substitute. 方案校核 finds nothing in it.
 */
export const aPlan = (more: Partial<PlanContent> = {}): PlanContent => ({
  v: 1,
  kind: 'indicatorPlan',
  title: '2024年度第三产业提升行动指标考核实施方案',
  year: 2024,
  ownerUnitId: planIds.lead,
  document: { number: '云发改发〔2023〕88号', date: '2023-12-28', addressees: ['各有关单位'] },
  bases: [],
  unitGroups: [{ key: 'all', name: '各有关单位', unitIds: [planIds.lead, planIds.transport, planIds.town] }],
  indicators: [
    {
      key: 'services',
      name: '第三产业提升行动',
      fullMark: '10',
      line: { planId: 'year-plan', key: 'services' },
      basis: clause('一（一）'),
    },
    growth,
    newFirms,
  ],
  tasks: [planIds.lead, planIds.transport, planIds.town].flatMap((unitId) => [
    { leafKey: 'growth', unitId, task: '完成服务业增加值增速目标', target: { kind: 'set', value: '6.5' } },
    { leafKey: 'newFirms', unitId, task: '完成企业培规入统任务', target: { kind: 'set', value: '8' } },
  ]),
  dataElements: [
    {
      key: 'growthRate',
      name: '服务业增加值增速',
      type: 'quantity',
      unit: '%',
      period: '2024年',
      source: { kind: 'provider', unitId: 'statistics' },
      cutoff: '2024-12-31',
      due: '2025-01-10',
    },
    {
      key: 'newFirmCount',
      name: '新增入统企业数',
      type: 'quantity',
      unit: '家',
      period: '2024年',
      source: { kind: 'appraisedUnit' },
      cutoff: '2024-12-31',
      due: '2025-01-10',
    },
  ],
  responsibilities: [
    {
      nodeKey: 'services',
      leadUnitId: planIds.lead,
      sectionId: planIds.section,
      supporters: [{ unitId: 'statistics', duty: 'data' }],
      leaderInChargeId: planIds.leaderInCharge,
      handlerId: planIds.handler,
      phone: '0000-5550123',
      mail: 'services@lead.example',
      basis: clause('二'),
    },
  ],
  steps: [
    step('collect', 'dataCollection', '数据采集', '2025-01-10', []),
    step('score', 'preliminaryScore', '初步评分', '2025-01-15', ['collect']),
    step('verify', 'verification', '现场核验', '2025-01-20', ['score']),
    step('aggregate', 'aggregation', '汇总', '2025-01-22', ['verify']),
    step('submit', 'submission', '报送', '2025-01-24', ['aggregate']),
  ],
  coordinating: { unitId: planIds.lead, sectionId: planIds.coordinating },
  recusals: [{ unitId: planIds.lead, substitute: { unitId: planIds.office }, basis: clause('六') }],
  signatureMap: [
    { role: 'handler', posts: ['handler'] },
    { role: 'sectionHead', posts: ['sectionHead'] },
  ],
  approvalChain: [
    { kind: 'countersign', name: '会签', posts: ['sectionHead'] },
    { kind: 'principalSign', name: '主要领导签发', posts: ['principal'] },
  ],
  settings: settings(),
  ...more,
})

/** The year plan that `aPlan` quotes, and the posts its people hold. */
export const aCheckContext = (more: Partial<CheckContext> = {}): CheckContext => ({
  calendar: stateCouncilCalendar,
  today: '2023-12-28',
  people: {
    [planIds.handler]: [{ kind: 'handler', unitId: planIds.lead, sectionId: planIds.section }],
    [planIds.sectionHead]: [{ kind: 'sectionHead', unitId: planIds.lead, sectionId: planIds.section }],
    [planIds.leaderInCharge]: [{ kind: 'leaderInCharge', unitId: planIds.lead }],
  },
  ...more,
})
