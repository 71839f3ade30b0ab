import { aCheckContext, aPlan, planIds } from '@quanheng/testkit/a-plan'
import { aRule } from '@quanheng/testkit/a-rule'
import { describe, expect, it } from 'vitest'
import type { CheckContext } from './check/context.ts'
import { yearCases } from './check/year.fixture.ts'
import { checkPlan } from './check-plan.ts'
import { type FindingCode, planChecks } from './findings.ts'
import type { PlanContent, PlanMilestone } from './model.ts'
import { all, element, node, responsibility, scoring, step, task } from './plan-edit.fixture.ts'
import { defaultSettings } from './settings.ts'

type Edit = (content: PlanContent) => PlanContent
type Case = readonly [code: FindingCode, given: string, edit: Edit, at: string, more?: Partial<CheckContext>]

const annex = {
  key: 'annex1',
  title: '考核内容、任务、完成标准、台账目录清单',
  annex: 1,
  file: { kind: 'missing' },
} as const
const parent = (more: Partial<PlanContent> = {}) => ({
  planId: 'year-plan',
  content: aPlan({ kind: 'appraisalPlan', ...more }),
})
const newElement = {
  key: 'more',
  name: '另一数据',
  type: 'quantity',
  unit: '家',
  period: '2024年',
  source: { kind: 'appraisedUnit' },
  cutoff: '2024-12-31',
  due: '2025-01-10',
} as const

const milestone =
  (more: Partial<PlanMilestone>): Edit =>
  (content) => ({
    ...content,
    milestones: [
      ...(content.milestones ?? []),
      {
        key: 'q1',
        leafKey: 'growth',
        name: '一季度',
        due: '2024-03-29',
        completionStandard: '快报已发布',
        post: 'unitReporter',
        basis: { kind: 'clause', article: '附件1' },
        ...more,
      },
    ],
  })

/** 必须出现: what is given, and the finding at its place. `aPlan` itself has none. */
const replaced: CheckContext['cited'] = new Map([
  [
    '云政发〔2021〕3号',
    { documentId: 'd', title: '考评办法', validity: 'replaced' as const, replacedBy: '云政发〔2025〕1号' },
  ],
])

const cases: readonly Case[] = [
  ['check.markMissing', '末级指标未填分值', node('growth', { fullMark: '' }), 'indicators[growth].fullMark'],
  ['check.marksDoNotSum', '一级10分，下级6.1+4', node('growth', { fullMark: '6.1' }), 'indicators[services].fullMark'],
  [
    'check.markNotQuoted',
    '年度方案为12分',
    (c) => c,
    'indicators[services].fullMark',
    {
      parent: parent({
        indicators: aPlan().indicators.map((n) => (n.key === 'services' ? { ...n, fullMark: '12' } : n)),
      }),
    },
  ],
  [
    'check.lineNotFound',
    '年度方案已无此条目',
    (c) => c,
    'indicators[services].line',
    { parent: parent({ indicators: [] }) },
  ],
  [
    'check.lineNotNamed',
    '未对应年度方案',
    (c) => ({ ...c, indicators: c.indicators.map(({ line: _line, ...rest }) => rest) }),
    'indicators[services].line',
    { parent: parent() },
  ],
  ['check.nameMissing', '指标未填名称', node('growth', { name: '' }), 'indicators[growth].name'],
  ['check.sameName', '同级两指标同名', node('growth', { name: '服务业企业培规入统' }), 'indicators[newFirms].name'],
  ['check.noIndicators', '没有指标', (c) => ({ ...c, indicators: [], tasks: [], responsibilities: [] }), 'indicators'],
  [
    'check.leafAwaitsAnnex',
    '附件1暂缺',
    (c) => node('growth', { awaits: 'annex1', fullMark: '' })({ ...c, bases: [annex] }),
    'indicators[growth].awaits',
  ],
  [
    'check.ruleMissing',
    '没有评分标准',
    scoring('growth', ({ rule: _rule, ...rest }) => rest),
    'indicators[growth].scoring.rule',
  ],
  [
    'check.ruleNotUnderstood',
    '评分标准未能识别',
    scoring('growth', ({ rule: _rule, ...rest }) => ({ ...rest, sentence: '视情给分' })),
    'indicators[growth].scoring.sentence',
  ],
  [
    'rule.open',
    '口径未答',
    scoring('growth', (s) => (s.rule ? { ...s, rule: { ...s.rule, answers: [] } } : s)),
    'indicators[growth].scoring.rule',
  ],
  [
    'check.standardMissing',
    '未写完成标准',
    scoring('growth', (s) => ({ ...s, completionStandard: ' ' })),
    'indicators[growth].scoring.completionStandard',
  ],
  [
    'check.evidenceListEmpty',
    '没有台账目录',
    scoring('growth', (s) => ({ ...s, evidenceList: [] })),
    'indicators[growth].scoring.evidenceList',
  ],
  [
    'check.cardIncomplete',
    '指标卡片未填公式',
    scoring('growth', (s) => ({ ...s, card: { ...s.card, formula: '' } })),
    'indicators[growth].scoring.card',
  ],
  [
    'check.formulaUnits',
    '算式把增速（%）和企业数（家）相加',
    scoring('growth', (s) => ({
      ...s,
      rule: aRule('得分＝（增速＋企业数）÷满分'),
      bindings: [
        { input: '增速', from: 'element', elementKey: 'growthRate' },
        { input: '企业数', from: 'element', elementKey: 'newFirmCount' },
      ],
    })),
    'indicators[growth].scoring.rule',
  ],
  [
    'check.formulaUnits',
    '分部分的算式把%和家相加',
    scoring('growth', (s) => ({
      ...s,
      rule: aRule('总量（60%）：得分＝（增速＋企业数）÷满分。安全（40%）：每发生1起事故扣1分，扣完为止'),
      bindings: [
        { input: '增速', from: 'element', elementKey: 'growthRate' },
        { input: '企业数', from: 'element', elementKey: 'newFirmCount' },
      ],
    })),
    'indicators[growth].scoring.rule',
  ],
  [
    'check.punishedTwice',
    '同一事项写法不同',
    all(
      scoring('growth', (s) => ({ ...s, rule: aRule('每迟报1次“数据”扣1分，扣完为止。'), bindings: [] })),
      scoring('newFirms', (s) => ({ ...s, rule: aRule('未公示的扣1分，存在延迟报送数据的扣0.5分。'), bindings: [] })),
    ),
    'indicators[newFirms].scoring.rule',
  ],
  [
    'check.punishedTwice',
    '两项指标都扣迟报',
    all(
      scoring('growth', (s) => ({ ...s, rule: aRule('每迟报1次数据扣1分，扣完为止。'), bindings: [] })),
      scoring('newFirms', (s) => ({ ...s, rule: aRule('未公示的扣1分，迟报数据的扣0.5分。'), bindings: [] })),
    ),
    'indicators[newFirms].scoring.rule',
  ],
  [
    'check.exampleFails',
    '算例写6分，按完成率为5.4分',
    scoring('growth', (s) => ({
      ...s,
      examples: [{ given: { 完成值: '90', 目标值: '100' }, score: '6', clause: '' }],
    })),
    'indicators[growth].scoring.examples[0]',
  ],
  [
    'check.exampleUncovered',
    '只有完成90%的算例',
    scoring('growth', (s) => ({
      ...s,
      examples: [{ given: { 完成值: '90', 目标值: '100' }, score: '5.4', clause: '' }],
    })),
    'indicators[growth].scoring.examples',
  ],
  [
    'check.bindingMissing',
    '完成值无来源',
    scoring('growth', (s) => ({ ...s, bindings: s.bindings.slice(1) })),
    'indicators[growth].scoring.bindings[完成值]',
  ],
  [
    'check.bindingWrongKind',
    '完成值对应是否类',
    element('growthRate', { type: 'fact' }),
    'indicators[growth].scoring.bindings[完成值]',
  ],
  [
    'check.bindingUnused',
    '多对应一项',
    scoring('growth', (s) => ({ ...s, bindings: [...s.bindings, { input: '上年值', from: 'constant', value: '1' }] })),
    'indicators[growth].scoring.bindings[上年值]',
  ],
  [
    'check.leafWithoutUnits',
    '无考核对象',
    (c) => ({ ...c, tasks: c.tasks.filter((row) => row.leafKey !== 'growth') }),
    'indicators[growth]',
  ],
  [
    'check.taskWithoutUnit',
    '任务行未填单位',
    task('growth', 'town', (row) => ({ ...row, unitId: '' })),
    'tasks[growth,]',
  ],
  [
    'check.taskTextMissing',
    '未写任务',
    task('growth', 'town', (row) => ({ ...row, task: '' })),
    'tasks[growth,town].task',
  ],
  [
    'check.targetMissing',
    '要用目标值而未填',
    task('growth', 'town', ({ target: _target, ...row }) => row),
    'tasks[growth,town].target',
  ],
  [
    'check.targetPending',
    '待上级下达',
    task('growth', 'town', (row) => ({
      ...row,
      target: { kind: 'pending', owner: '服务业科', remindOn: '2024-03-01' },
    })),
    'tasks[growth,town].target',
  ],
  [
    'check.pendingWithoutOwner',
    '待上级下达而无人催办',
    task('growth', 'town', (row) => ({ ...row, target: { kind: 'pending', owner: '', remindOn: '2024-03-01' } })),
    'tasks[growth,town].target',
  ],
  [
    'check.unitWithoutGroup',
    '年度方案中未编组',
    (c) => ({ ...c, kind: 'appraisalPlan', unitGroups: [] }),
    'units[town]',
  ],
  [
    'check.unitInTwoGroups',
    '编入两组',
    (c) => ({ ...c, unitGroups: [...c.unitGroups, { key: 'b', name: '第二组', unitIds: ['town'] }] }),
    'units[town]',
  ],
  [
    'check.unitWithoutTask',
    '编组而无任务',
    (c) => ({ ...c, unitGroups: [{ key: 'all', name: '各有关单位', unitIds: ['lead', 'transport', 'town', 'idle'] }] }),
    'units[idle]',
  ],
  [
    'check.announcedDiffers',
    '文称4家，实列3家',
    (c) => ({ ...c, unitGroups: c.unitGroups.map((row) => ({ ...row, announced: 4 })) }),
    'unitGroups[all].announced',
  ],
  ['check.ownerMissing', '无责任单位', (c) => ({ ...c, responsibilities: [] }), 'responsibilities[growth]'],
  [
    'check.partOnly',
    '只明确一部分',
    (c) => ({
      ...c,
      indicators: c.indicators.filter((n) => n.key !== 'growth'),
      tasks: c.tasks.filter((row) => row.leafKey !== 'growth'),
      responsibilities: c.responsibilities.map((row) => ({ ...row, nodeKey: 'newFirms' })),
    }),
    'responsibilities[services]',
  ],
  ['check.noSubstitute', '评分单位自己承担任务', (c) => ({ ...c, recusals: [] }), 'tasks[growth,lead]'],
  [
    'check.noPersonNamed',
    '未明确到人',
    responsibility('services', ({ handlerId: _handler, ...row }) => row),
    'responsibilities[services]',
  ],
  ['check.personWithoutPost', '经办人无任职', (c) => c, 'responsibilities[services].handlerId', { people: {} }],
  [
    'check.handlerIsHead',
    '经办人即科室负责人',
    (c) => c,
    'responsibilities[services].handlerId',
    {
      people: {
        ...aCheckContext().people,
        [planIds.sectionHead]: [],
        [planIds.handler]: [
          { kind: 'handler', unitId: 'lead', sectionId: 'services' },
          { kind: 'sectionHead', unitId: 'lead', sectionId: 'services' },
        ],
      },
    },
  ],
  [
    'check.noTwoSigners',
    '科室没有负责人',
    (c) => c,
    'responsibilities[growth]',
    { people: { ...aCheckContext().people, [planIds.sectionHead]: [] } },
  ],
  [
    'check.oneHand',
    '两个账号同名同电话',
    (c) => c,
    'responsibilities[growth]',
    {
      accounts: [planIds.handler, planIds.sectionHead].map((personId) => ({
        personId,
        name: '段明远',
        phone: '0000-5550123',
        mail: null,
      })),
    },
  ],
  [
    'check.phoneWithoutAreaCode',
    '电话无区号',
    responsibility('services', (row) => ({ ...row, phone: '5550123' })),
    'responsibilities[services].phone',
  ],
  ['check.coordinatingMissing', '无归口汇总科室', ({ coordinating: _coordinating, ...c }) => c, 'coordinating'],
  [
    'check.elementSourceMissing',
    '未指明由谁提供',
    element('growthRate', { source: { kind: 'provider', unitId: '' } }),
    'dataElements[growthRate].source',
  ],
  [
    'check.tallyElement',
    '分值合计填进个数',
    element('growthRate', {
      type: 'count',
      recordTally: 'minusPoints',
      source: { kind: 'section', unitId: planIds.lead, sectionId: planIds.section },
    }),
    'dataElements[growthRate].recordTally',
  ],
  [
    'check.tallyElement',
    '由单位自报的数取自平时记录',
    element('growthRate', { recordTally: 'minusCount', source: { kind: 'appraisedUnit' } }),
    'dataElements[growthRate].recordTally',
  ],
  ['check.elementDateMissing', '未填报送期限', element('growthRate', { due: '' }), 'dataElements[growthRate].due'],
  [
    'check.elementUnused',
    '无规则用到',
    (c) => ({ ...c, dataElements: [...c.dataElements, newElement] }),
    'dataElements[more]',
  ],
  [
    'check.askedTwice',
    '同名同期两项',
    (c) => ({ ...c, dataElements: [...c.dataElements, { ...newElement, name: '新增入统企业数' }] }),
    'dataElements[more]',
  ],
  [
    'check.cutoffAfterDue',
    '截止晚于报送',
    element('growthRate', { cutoff: '2025-01-11' }),
    'dataElements[growthRate].cutoff',
  ],
  ['check.cutoffAfterDue', '环节截止晚于期限', step('collect', { cutoff: '2025-01-11' }), 'steps[collect].cutoff'],
  [
    'check.dataAfterStep',
    '数据晚于收集环节',
    element('growthRate', { due: '2025-01-13' }),
    'dataElements[growthRate].due',
  ],
  ['check.noSteps', '没有进度安排', (c) => ({ ...c, steps: [] }), 'steps'],
  ['check.stepWithoutDate', '环节无期限', step('verify', { due: '' }), 'steps[verify].due'],
  [
    'check.stepWithoutOwner',
    '环节无负责科室',
    (c) => ({
      ...c,
      steps: c.steps.map(({ owner, ...row }) => (row.key === 'verify' || !owner ? row : { ...row, owner })),
    }),
    'steps[verify].owner',
  ],
  ['check.stepBeforeInput', '核验早于初评', step('verify', { due: '2025-01-14' }), 'steps[verify].due'],
  ['check.stepSameDay', '核验与初评同日', step('verify', { due: '2025-01-15' }), 'steps[verify].due'],
  ['check.nonWorkingDay', '2025年1月18日星期六', step('verify', { due: '2025-01-18' }), 'steps[verify].due'],
  ['check.nonWorkingDay', '春节，星期三', step('submit', { due: '2025-01-29' }), 'steps[submit].due'],
  ['check.calendarMissing', '2027年日历未录入', step('submit', { due: '2027-01-15' }), 'steps[submit].due'],
  [
    'check.ownerTwoNames',
    '一科两名',
    all(
      step('aggregate', { ownerAsPrinted: '督导科', owner: { unitId: 'lead', sectionId: 's' } }),
      step('submit', { ownerAsPrinted: '评估科', owner: { unitId: 'lead', sectionId: 's' } }),
    ),
    'steps[aggregate].ownerAsPrinted',
  ],
  [
    'check.issuedLate',
    '年度过半才印发',
    (c) => ({ ...c, document: { ...c.document, date: '2024-10-23' } }),
    'document.date',
  ],
  ['check.milestoneNameMissing', '节点无名称', milestone({ name: '' }), 'milestones[q1].name'],
  ['check.milestoneDateMissing', '节点无日期', milestone({ due: '' }), 'milestones[q1].due'],
  [
    'check.milestoneStandardMissing',
    '节点既无标准也无应达进度',
    milestone({ completionStandard: '' }),
    'milestones[q1].completionStandard',
  ],
  ['check.milestoneOutsideYear', '节点不在年度内', milestone({ due: '2025-03-31' }), 'milestones[q1].due'],
  ['check.milestoneUnitOther', '指定的单位不承担', milestone({ unitIds: ['other'] }), 'milestones[q1].unitIds'],
  [
    'check.milestoneNobody',
    '没有承担单位',
    all(milestone({}), (c) => ({ ...c, tasks: c.tasks.filter(({ leafKey }) => leafKey !== 'growth') })),
    'milestones[q1].unitIds',
  ],
  ['check.milestoneShare', '应达进度超过100%', milestone({ expected: '120' }), 'milestones[q1].expected'],
  ['check.milestoneShare', '应达进度为0', milestone({ expected: '0' }), 'milestones[q1].expected'],
  [
    'check.milestoneShareFalls',
    '二季度低于一季度',
    all(milestone({ expected: '50' }), milestone({ key: 'q2', due: '2024-06-28', expected: '40' })),
    'milestones[q2].expected',
  ],
  [
    'check.milestoneWithoutTarget',
    '单位没有目标值',
    all(
      milestone({ expected: '25' }),
      task('growth', planIds.town, ({ target: _, ...row }) => row),
    ),
    'milestones[q1].expected',
  ],
  [
    'check.lightsInvalid',
    '红灯不晚于黄灯',
    (c) => ({
      ...c,
      settings: {
        ...c.settings,
        lights: {
          value: { warnBefore: 5, yellowAfter: 2, redAfter: 2, nextAfter: 2 },
          basis: { kind: 'clause', article: '六' },
        },
      },
    }),
    'settings.lights',
  ],
  ['check.signatureMapEmpty', '无签字环节', (c) => ({ ...c, signatureMap: [] }), 'signatureMap'],
  [
    'check.signatureTwice',
    '同一职务两次签字',
    (c) => ({
      ...c,
      signatureMap: [
        { role: 'handler', posts: ['handler'] },
        { role: 'sectionHead', posts: ['sectionHead', 'handler'] },
      ],
    }),
    'signatureMap[1]',
  ],
  ['check.approvalChainEmpty', '无审批程序', (c) => ({ ...c, approvalChain: [] }), 'approvalChain'],
  ['check.settingUnfilled', '年度方案未定等次', (c) => ({ ...c, kind: 'appraisalPlan' }), 'settings.grades'],
  [
    'check.settingDefault',
    '默认值未确认',
    (c) => ({ ...c, settings: { ...c.settings, rounding: defaultSettings.rounding } }),
    'settings.rounding',
  ],
  ['check.titleMissing', '没有标题', (c) => ({ ...c, title: '' }), 'title'],
  [
    'check.addresseesMissing',
    '没有主送',
    (c) => ({ ...c, document: { ...c.document, addressees: [] } }),
    'document.addressees',
  ],
  ['check.annexMissing', '附件1暂缺', (c) => ({ ...c, bases: [annex] }), 'bases[annex1].file'],
  [
    'check.basisMissing',
    '依据文件未上传',
    (c) => ({ ...c, bases: [{ key: 'b', title: '年度绩效考评工作安排', file: { kind: 'missing' } }] }),
    'bases[b].file',
  ],
  [
    'check.basisNotInForce',
    '所引制度已被替代',
    (c) => ({
      ...c,
      indicators: c.indicators.map((node) =>
        node.key === 'growth'
          ? { ...node, basis: { kind: 'clause' as const, document: '云政发〔2021〕3号', article: '第二条' } }
          : node,
      ),
    }),
    'indicators[growth].basis',
    { cited: replaced },
  ],
  [
    'check.basisNotInForce',
    '依据文件已过有效期',
    (c) => ({
      ...c,
      bases: [{ key: 'b', title: '考评办法', documentNumber: '云政发〔2021〕3号', file: { kind: 'missing' } }],
    }),
    'bases[b]',
    { cited: replaced },
  ],
  [
    'check.unitDiffers',
    '按例扣分，按件填报',
    all(
      element('growthRate', { type: 'count', unit: '件' }),
      scoring('growth', (s) => ({
        ...s,
        rule: aRule('每发现1例扣0.5分，扣完为止。', ['notConcerned']),
        bindings: [{ input: '发现数', from: 'element', elementKey: 'growthRate' }],
      })),
    ),
    'indicators[growth].scoring.bindings[发现数]',
  ],
  ...yearCases,
]

const rows = (table: readonly Case[]) => table.map(([code, given, edit, at, more]) => ({ code, given, edit, at, more }))

const found = (edit: Edit, more: Partial<CheckContext> = {}) => checkPlan(edit(aPlan()), aCheckContext(more))

describe('方案校核：必须出现', () => {
  it.each(rows(cases))('$code：$given', ({ code, edit, at, more }) => {
    const hits = found(edit, more).filter((finding) => finding.code === code)
    expect(hits.map((finding) => finding.at)).toContain(at)
    for (const { severity, acceptable } of hits) {
      const row = (planChecks as Partial<Record<FindingCode, object>>)[code] ?? {
        severity: 'mustFix',
        acceptable: true,
      }
      expect({ severity, acceptable }).toEqual(row)
    }
  })

  it('covers every check', () => {
    const covered = new Set<string>(cases.map(([code]) => code))
    expect(Object.keys(planChecks).filter((code) => !covered.has(code))).toEqual([])
  })
})

/** 不得出现: the nearest plan in which the finding would be wrong. */
const sound: readonly Case[] = [
  ['check.marksDoNotSum', '6+4=10，写作10.0', node('services', { fullMark: '10.0' }), ''],
  ['check.markNotQuoted', '年度方案也是10分', (c) => c, '', { parent: parent() }],
  [
    'check.markMissing',
    '分值在暂缺的附件中',
    (c) => node('growth', { awaits: 'annex1', fullMark: '' })({ ...c, bases: [annex] }),
    '',
  ],
  [
    'check.ruleMissing',
    '评分标准在暂缺的附件中',
    (c) =>
      node('growth', { awaits: 'annex1' })({
        ...c,
        bases: [annex],
        indicators: c.indicators.map(({ scoring: _scoring, ...n }) => n),
      }),
    'indicators[growth].scoring',
  ],
  ['check.sameName', '不同上级下同名', node('growth', { name: '第三产业提升行动' }), ''],
  [
    'check.targetMissing',
    '待上级下达',
    task('growth', 'town', (row) => ({
      ...row,
      target: { kind: 'pending', owner: '服务业科', remindOn: '2024-03-01' },
    })),
    '',
  ],
  [
    'check.bindingMissing',
    '目标值默认取任务表',
    scoring('growth', (s) => ({ ...s, bindings: s.bindings.slice(0, 1) })),
    '',
  ],
  [
    'check.formulaUnits',
    '同一单位相减再相除',
    scoring('growth', (s) => ({
      ...s,
      rule: aRule('得分＝（增速－底线）÷增速×满分'),
      bindings: [
        { input: '增速', from: 'element', elementKey: 'growthRate' },
        { input: '底线', from: 'element', elementKey: 'growthRate' },
      ],
    })),
    '',
  ],
  [
    'check.punishedTwice',
    '两项指标扣分事项不同',
    all(
      scoring('growth', (s) => ({ ...s, rule: aRule('每迟报1次数据扣1分，扣完为止。'), bindings: [] })),
      scoring('newFirms', (s) => ({ ...s, rule: aRule('每发现1次虚报扣0.5分，扣完为止。'), bindings: [] })),
    ),
    '',
  ],
  [
    'check.exampleUncovered',
    '阈值上下和阈值本身都有算例',
    scoring('growth', (s) => ({
      ...s,
      examples: ['0', '50', '100', '120'].map((done, i) => ({
        given: { 完成值: done, 目标值: '100' },
        score: ['0', '3', '6', '6'][i] ?? '',
        clause: '',
      })),
    })),
    '',
  ],
  ['check.unitWithoutGroup', '指标方案不排名', (c) => ({ ...c, unitGroups: [] }), ''],
  [
    'check.announcedDiffers',
    '文称3家，实列3家',
    (c) => ({ ...c, unitGroups: c.unitGroups.map((row) => ({ ...row, announced: 3 })) }),
    '',
  ],
  [
    'check.ownerMissing',
    '年度方案写明牵头考核单位',
    (c) => ({ ...node('services', { leadUnitId: 'lead' })(c), kind: 'appraisalPlan', responsibilities: [] }),
    '',
  ],
  ['check.stepBeforeInput', '核验晚于初评一日', step('verify', { due: '2025-01-16' }), ''],
  ['check.stepSameDay', '核验晚于初评一日', step('verify', { due: '2025-01-16' }), ''],
  ['check.nonWorkingDay', '2025年1月26日星期日，调休上班', step('submit', { due: '2025-01-26' }), ''],
  ['check.dataAfterStep', '与收集环节同日', element('growthRate', { due: '2025-01-10' }), ''],
  ['check.cutoffAfterDue', '截止与报送同日', element('growthRate', { cutoff: '2025-01-10' }), ''],
  ['check.issuedLate', '1月1日印发', (c) => ({ ...c, document: { ...c.document, date: '2024-01-01' } }), ''],
  ['check.phoneWithoutAreaCode', '手机号', responsibility('services', (row) => ({ ...row, phone: '00000000000' })), ''],
  [
    'check.ownerTwoNames',
    '两科各有名称',
    all(step('aggregate', { ownerAsPrinted: '督导科' }), step('submit', { ownerAsPrinted: '服务业科' })),
    '',
  ],
  ['check.settingUnfilled', '指标方案没有等次', (c) => c, ''],
  ['check.noTwoSigners', '尚未登记人员', (c) => c, '', { people: {} }],
  [
    'check.oneHand',
    '名字不同，共用一部电话',
    (c) => c,
    '',
    {
      accounts: [planIds.handler, planIds.sectionHead].map((personId) => ({
        personId,
        name: personId,
        phone: '0000-5550123',
        mail: null,
      })),
    },
  ],
  [
    'check.handlerIsHead',
    '另有科室负责人',
    (c) => c,
    '',
    {
      people: {
        ...aCheckContext().people,
        [planIds.handler]: [
          { kind: 'handler', unitId: 'lead', sectionId: 'services' },
          { kind: 'sectionHead', unitId: 'lead', sectionId: 'services' },
        ],
      },
    },
  ],
]

describe('方案校核：不得出现', () => {
  it.each(rows(sound))('$code：$given', ({ code, edit, at, more }) => {
    const hits = found(edit, more).filter((finding) => finding.code === code && (at === '' || finding.at === at))
    expect(hits).toEqual([])
  })
})
