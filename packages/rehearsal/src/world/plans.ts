import { beginPlan, checkPlan, editPlan, issuePlan, showPlan } from '@quanheng/contract/plan'
import type { PlanContent } from '@quanheng/domain/plan/model'
import type { Player } from '../player.ts'
import { caizhengIndicators, fagaiIndicators, type WorldIndicator, yingjiIndicators } from './indicators.ts'
import type { OrganisationIds } from './organisation.ts'
import {
  approvalChain,
  clause,
  elementsOf,
  indicatorNodes,
  responsibilitiesOf,
  settings,
  settled,
  signatureMap,
  stepsOf,
  tasksOf,
  year,
} from './plan-content.ts'
import { appraisedUnits, groups } from './units.ts'

export interface PlanIds {
  readonly year: string
  readonly of: (lead: LeadKey) => string
}

/** The lead unit that reports on paper has no plan in the platform. */
const paperLead = 'dashuju'
export type LeadKey = 'fagai' | 'caizheng' | 'yingji'

interface Lead {
  readonly key: LeadKey
  readonly title: string
  readonly number: string
  readonly indicators: readonly WorldIndicator[]
  readonly coordinating: string
  readonly drafter: string
  readonly issuer: string
  /** Scores what the lead unit may not score of itself. */
  readonly substitute: { readonly unit: string; readonly section: string }
}

const leads: readonly Lead[] = [
  {
    key: 'fagai',
    title: '云岭市发展和改革局2025年度绩效考评指标考核实施方案',
    number: '云发改发〔2025〕18号',
    indicators: fagaiIndicators,
    coordinating: '评估督导科',
    drafter: 'fagai.dudao',
    issuer: 'fagai.dudao.fuze',
    substitute: { unit: 'caizheng', section: '绩效管理科' },
  },
  {
    key: 'caizheng',
    title: '云岭市财政局2025年度绩效考评指标考核实施方案',
    number: '云财绩〔2025〕9号',
    indicators: caizhengIndicators,
    coordinating: '绩效管理科',
    drafter: 'caizheng.ke2',
    issuer: 'caizheng.ke2.fuze',
    substitute: { unit: 'fagai', section: '评估督导科' },
  },
  {
    key: 'yingji',
    title: '云岭市应急管理局2025年度绩效考评指标考核实施方案',
    number: '云应急发〔2025〕21号',
    indicators: yingjiIndicators,
    coordinating: '综合协调科',
    drafter: 'yingji.ke1',
    issuer: 'yingji.ke1.fuze',
    substitute: { unit: 'caizheng', section: '绩效管理科' },
  },
]

const components = [
  { key: 'economy', name: '高质量发展', lead: 'fagai', indicators: fagaiIndicators },
  { key: 'finance', name: '财政绩效', lead: 'caizheng', indicators: caizhengIndicators },
  { key: 'safety', name: '安全发展', lead: 'yingji', indicators: yingjiIndicators },
  {
    key: 'digital',
    name: '数字政府',
    lead: paperLead,
    indicators: [
      { key: 'szzf', name: '政务数据共享', fullMark: '20', section: '', parts: [] },
    ] as readonly WorldIndicator[],
  },
] as const

const sumOf = (indicators: readonly WorldIndicator[]): string =>
  String(indicators.reduce((sum, { fullMark }) => sum + Number(fullMark), 0))

const yearContent = (ids: OrganisationIds, draft: PlanContent): Partial<PlanContent> => ({
  document: { addressees: ['各有关单位'] },
  unitGroups: groups.map(({ key, name }) => ({
    key,
    name,
    unitIds: appraisedUnits.filter((unit) => unit.group === key).map((unit) => ids.unit(unit.key)),
    announced: 8,
  })),
  indicators: components.flatMap(({ key, name, lead, indicators }, at) => [
    { key, name, fullMark: sumOf(indicators), basis: clause(`三（${at + 1}）`) },
    ...indicators.map((indicator) => ({
      key: indicator.key,
      parentKey: key,
      name: indicator.name,
      fullMark: indicator.fullMark,
      leadUnitId: ids.unit(lead),
      basis: clause('附件2'),
    })),
  ]),
  tasks: components.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => {
      const carried = new Set(indicator.parts.flatMap((leaf) => leaf.units ?? appraisedUnits.map((unit) => unit.key)))
      const units = indicator.parts.length === 0 ? appraisedUnits.map((unit) => unit.key) : [...carried]
      return units.map((unit) => ({
        leafKey: indicator.key,
        unitId: ids.unit(unit),
        task: `完成${indicator.name}年度任务`,
      }))
    }),
  ),
  steps: [
    {
      key: 'collect',
      kind: 'dataCollection',
      name: '数据采集',
      due: '2026-01-05',
      cutoff: '2025-12-31',
      needs: [],
      owner: { unitId: ids.unit('office') },
      basis: clause('五（一）'),
    },
    {
      key: 'submit',
      kind: 'submission',
      name: '牵头单位报送评分报告',
      due: '2026-01-20',
      needs: ['collect'],
      owner: { unitId: ids.unit('office') },
      basis: clause('五（二）'),
    },
    {
      key: 'aggregate',
      kind: 'aggregation',
      name: '汇总',
      due: '2026-01-30',
      needs: ['submit'],
      owner: { unitId: ids.unit('office') },
      basis: clause('五（三）'),
    },
  ],
  signatureMap,
  approvalChain: [
    { kind: 'leaderReview', name: '办公室主任审核', posts: ['officeDirector'] },
    { kind: 'meeting', name: '领导小组审议', posts: ['steeringHead'] },
    { kind: 'number', name: '登记文号', posts: ['officeStaff'] },
  ],
  settings: {
    ...settings(draft),
    credits: {
      value: {
        bonusCap: '3',
        deductionCap: '',
        proof: '市级以上党委、政府及部门的正式文件',
        classes: [
          { key: 'honour', name: '表彰奖励', effect: 'bonus', cap: '2' },
          { key: 'innovation', name: '经验推广', effect: 'bonus', cap: '1' },
          { key: 'criticism', name: '通报批评', effect: 'deduction', cap: '' },
        ],
      },
      basis: settled,
    },
    veto: {
      value: {
        scope: '发生重大及以上生产安全责任事故',
        effect: '不得评为优秀',
        gates: [
          {
            key: 'safety',
            name: '重大及以上生产安全责任事故',
            factSource: '市应急管理局',
            effect: { kind: 'gradeAtMost', grade: '良好' },
          },
        ],
      },
      basis: settled,
    },
    inspectionEntry: { value: { document: '2025年度市级督查检查考核计划', entry: '第7项' }, basis: settled },
    grades: {
      value: {
        by: 'quotas',
        quotas: [
          { name: '优秀', percent: '30' },
          { name: '良好', percent: '50' },
        ],
        rest: '一般',
        places: 'floor',
        atLeastOne: true,
        tieAtCut: 'stop',
      },
      basis: settled,
    },
  },
})

const leadContent = (
  ids: OrganisationIds,
  lead: Lead,
  yearPlanId: string,
  draft: PlanContent,
): Partial<PlanContent> => ({
  document: { addressees: ['各有关单位'] },
  bases: [
    {
      key: 'list',
      annex: 1,
      title: '考核内容、任务、完成标准、台账目录清单',
      file: { kind: 'missing', owner: lead.coordinating, remindOn: '2025-11-10' },
    },
    {
      key: 'year',
      title: '云岭市2025年度绩效考评方案',
      documentNumber: '云绩组〔2025〕1号',
      file: { kind: 'missing' },
    },
  ],
  indicators: indicatorNodes(lead.indicators, yearPlanId),
  tasks: tasksOf(ids, lead.indicators),
  dataElements: elementsOf(ids, lead.key, lead.indicators),
  responsibilities: responsibilitiesOf(
    ids,
    lead.key,
    lead.key === 'fagai' ? 'fagai.fenguan1' : `${lead.key}.fenguan`,
    lead.indicators,
  ),
  steps: stepsOf(ids, lead.key, lead.coordinating),
  coordinating: { unitId: ids.unit(lead.key), sectionId: ids.section(lead.key, lead.coordinating) },
  recusals: [
    {
      unitId: ids.unit(lead.key),
      substitute: {
        unitId: ids.unit(lead.substitute.unit),
        sectionId: ids.section(lead.substitute.unit, lead.substitute.section),
      },
      basis: settled,
    },
  ],
  signatureMap,
  approvalChain,
  settings: settings(draft),
})

/** Fills a new draft, declares it checked and issues it. @throws Error naming what 方案校核 still stops */
const issue = async (
  player: Player,
  planId: string,
  by: { readonly drafter: string; readonly issuer: string },
  fill: (draft: PlanContent) => Partial<PlanContent>,
  document: { readonly number: string; readonly date: string },
): Promise<void> => {
  const params = { planId }
  const draft = await player.read(by.drafter, showPlan, { params })
  const parts = fill(draft.content as PlanContent)
  await player.act(by.drafter, editPlan, { params, body: { version: draft.version, parts: parts as never } })
  const filled = await player.read(by.drafter, showPlan, { params })
  const stops = filled.findings.filter((finding) => finding.severity === 'mustFix')
  if (stops.length > 0) throw new Error(`${draft.title}: ${JSON.stringify(stops)}`)
  const checked = await player.act(by.drafter, checkPlan, { params, body: { version: filled.version } })
  await player.act(by.issuer, issuePlan, { params, body: { version: checked.version, ...document } })
}

/** The year plan in March, the lead units' plans in October, as in the second notice. */
export const loadPlans = async (player: Player, ids: OrganisationIds): Promise<PlanIds> => {
  await player.moveTo('2025-03-10')
  const office = { drafter: 'kaoping', issuer: 'zhuren' }
  const yearPlan = await player.act('kaoping', beginPlan, {
    body: {
      kind: 'appraisalPlan',
      year,
      title: '云岭市2025年度绩效考评方案',
      parentPlanId: null,
      copyFromPlanId: null,
    },
  })
  await issue(player, yearPlan.id, office, (draft) => yearContent(ids, draft), {
    number: '云绩组〔2025〕1号',
    date: '2025-03-10',
  })
  await player.moveTo('2025-10-23')
  const planIds = new Map<LeadKey, string>()
  for (const lead of leads) {
    const { id } = await player.act(lead.drafter, beginPlan, {
      body: { kind: 'indicatorPlan', year, title: lead.title, parentPlanId: yearPlan.id, copyFromPlanId: null },
    })
    await issue(player, id, lead, (draft) => leadContent(ids, lead, yearPlan.id, draft), {
      number: lead.number,
      date: '2025-10-23',
    })
    planIds.set(lead.key, id)
  }
  return { year: yearPlan.id, of: (lead) => planIds.get(lead) as string }
}
