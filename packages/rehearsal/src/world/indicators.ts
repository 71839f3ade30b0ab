import type { DataElement, IndicatorCard } from '@quanheng/domain/plan/model'

/** Whom an element is asked from, by the world's own keys. */
export type WorldSource =
  | { readonly kind: 'appraisedUnit' }
  | { readonly kind: 'provider'; readonly unit: string }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'superior'; readonly body: string; readonly section: string }

export interface WorldLeaf {
  readonly key: string
  readonly name: string
  readonly fullMark: string
  readonly sentence: string
  readonly standard: string
  /** What the rule calls the figure; `目标值` is bound to the unit's target where the rule reads one. */
  readonly input: string
  readonly element: Pick<DataElement, 'key' | 'name' | 'type' | 'unit' | 'entries'>
  readonly source: WorldSource
  readonly card: Omit<IndicatorCard, 'unit' | 'period'>
  readonly evidence: readonly string[]
  readonly target?: string
  /** Units that carry it; all appraised units when absent. */
  readonly units?: readonly string[]
}

/** One indicator of a lead unit: a leaf, or a branch whose parts are scored apart. */
export interface WorldIndicator {
  readonly key: string
  readonly name: string
  readonly fullMark: string
  readonly section: string
  readonly parts: readonly WorldLeaf[]
}

const projectUnits = [
  'fagai',
  'gongxin',
  'shangwu',
  'jiaotong',
  'nongye',
  'jiaoyu',
  'weijian',
  'wenlv',
  'zhujian',
  'ziran',
  'huanbao',
  'kaifa',
]
const serviceUnits = [
  'fagai',
  'gongxin',
  'shangwu',
  'jiaotong',
  'wenlv',
  'weijian',
  'jiaoyu',
  'minzheng',
  'renshe',
  'kaifa',
  'zhujian',
  'shichang',
]
const businessUnits = [
  'fagai',
  'caizheng',
  'gongxin',
  'shangwu',
  'renshe',
  'yibao',
  'ziran',
  'huanbao',
  'zhujian',
  'shichang',
  'dashuju',
  'shenpi',
  'kaifa',
  'jiaotong',
]
const alliedUnits = ['fagai', 'gongxin', 'shangwu', 'nongye', 'wenlv', 'renshe', 'jiaoyu', 'weijian', 'kaifa']
const marketUnits = [
  'fagai',
  'caizheng',
  'gongxin',
  'shangwu',
  'guozi',
  'jiaotong',
  'zhujian',
  'shichang',
  'shenpi',
  'chengguan',
  'kaifa',
  'yibao',
]

/** The five indicators of the lead unit, in the shape of the second notice. */
export const fagaiIndicators: readonly WorldIndicator[] = [
  {
    key: 'zdxm',
    name: '重大项目提升行动',
    fullMark: '10',
    section: '投资科',
    parts: [
      {
        key: 'zdxm',
        name: '重大项目提升行动',
        fullMark: '10',
        sentence: '按完成率得分，最高得满分。',
        standard: '全年完成市级重大项目年度投资计划。',
        input: '完成值',
        element: { key: 'touzi', name: '重大项目年度投资完成额', type: 'quantity', unit: '亿元' },
        source: { kind: 'appraisedUnit' },
        card: {
          formula: '年度投资完成额÷年度投资计划',
          measure: '纳入市级重大项目库的项目，按形象进度计',
          publisher: '市发展改革局',
          release: '2026年1月统计快报',
        },
        evidence: ['项目投资完成情况表（加盖公章）', '重点项目形象进度照片'],
        target: '12.5',
        units: projectUnits,
      },
    ],
  },
  {
    key: 'dsc',
    name: '壮大消费经济暨第三产业提升行动',
    fullMark: '10',
    section: '就业与服务业科',
    parts: [
      {
        key: 'fwy',
        name: '服务业企业培规入统',
        fullMark: '6',
        sentence: '每少1家扣0.5分，扣完为止。',
        standard: '新增规模以上服务业企业达到下达任务数。',
        input: '完成值',
        element: { key: 'rutong', name: '新增规模以上服务业企业数', type: 'quantity', unit: '家' },
        source: { kind: 'provider', unit: 'tongji' },
        card: {
          formula: '当年新增入统企业数',
          measure: '以统计联网直报平台审核入库为准',
          publisher: '市统计局',
          release: '2025年12月末在库名单',
        },
        evidence: ['入统企业名单'],
        target: '8',
        units: serviceUnits,
      },
      {
        key: 'xfhd',
        name: '促消费活动',
        fullMark: '4',
        sentence: '每1场得1分，4分封顶。',
        standard: '全年组织开展促消费活动4场以上。',
        input: '场数',
        element: { key: 'huodong', name: '促消费活动场次', type: 'count', unit: '场' },
        source: { kind: 'appraisedUnit' },
        card: {
          formula: '当年开展活动场次',
          measure: '有方案、有总结、有现场材料的活动计1场',
          publisher: '市发展改革局',
          release: '2025年12月31日前开展的活动',
        },
        evidence: ['活动方案', '活动总结及现场照片'],
        units: serviceUnits,
      },
    ],
  },
  {
    key: 'yshj',
    name: '优化营商环境',
    fullMark: '8',
    section: '营商环境科',
    parts: [
      {
        key: 'yshj',
        name: '优化营商环境',
        fullMark: '8',
        sentence: '满意度95%以上得8分；90%—95%得6分；80%—90%得4分；80%以下不得分。',
        standard: '企业满意度达到95%以上。',
        input: '满意度',
        element: { key: 'manyidu', name: '企业满意度', type: 'quantity', unit: '%' },
        source: { kind: 'section', section: '营商环境科' },
        card: {
          formula: '满意件数÷有效评价件数×100%',
          measure: '政务服务“好差评”与企业回访合并计算',
          publisher: '市发展改革局营商环境科',
          release: '2025年度汇总数',
        },
        evidence: ['满意度评价明细'],
        units: businessUnits,
      },
    ],
  },
  {
    key: 'dkhz',
    name: '区域对口合作',
    fullMark: '6',
    section: '区域开放科',
    parts: [
      {
        key: 'dkhz',
        name: '区域对口合作',
        fullMark: '6',
        sentence: '（1）制定年度合作计划，得2分；（2）开展互访对接，得2分；（3）合作项目落地见效，得2分。',
        standard: '年度合作要点所列任务全部完成。',
        input: '完成事项',
        element: {
          key: 'hezuo',
          name: '对口合作任务完成情况',
          type: 'checklist',
          unit: '项',
          entries: [
            { key: '1', name: '制定年度合作计划' },
            { key: '2', name: '开展互访对接' },
            { key: '3', name: '合作项目落地见效' },
          ],
        },
        source: { kind: 'section', section: '区域开放科' },
        card: {
          formula: '逐项认定',
          measure: '以合作要点任务清单为准',
          publisher: '市发展改革局区域开放科',
          release: '2025年度认定结果',
        },
        evidence: ['合作计划', '互访对接纪要', '项目落地证明'],
        units: alliedUnits,
      },
    ],
  },
  {
    key: 'tydsc',
    name: '贯彻落实建设全国统一大市场',
    fullMark: '6',
    section: '政策研究科',
    parts: [
      {
        key: 'tydsc',
        name: '贯彻落实建设全国统一大市场',
        fullMark: '6',
        sentence: '每发现1例妨碍公平竞争的问题扣2分，扣完为止。',
        standard: '全年未出台妨碍统一市场和公平竞争的政策措施。',
        input: '妨碍公平竞争的问题',
        element: { key: 'wenti', name: '妨碍公平竞争的问题数', type: 'count', unit: '例' },
        source: { kind: 'superior', body: '省统一大市场建设专班', section: '政策研究科' },
        card: {
          formula: '经上级认定的问题数',
          measure: '以省专班通报为准',
          publisher: '省统一大市场建设专班',
          release: '2025年度通报',
        },
        evidence: ['省专班通报'],
        units: marketUnits,
      },
    ],
  },
]

export const caizhengIndicators: readonly WorldIndicator[] = [
  {
    key: 'yszx',
    name: '预算执行进度',
    fullMark: '12',
    section: '预算科',
    parts: [
      {
        key: 'yszx',
        name: '预算执行进度',
        fullMark: '12',
        sentence: '预算执行率95%以上的得满分，否则不得分。',
        standard: '全年部门预算执行率达到95%以上。',
        input: '预算执行率',
        element: { key: 'zhixinglv', name: '部门预算执行率', type: 'quantity', unit: '%' },
        source: { kind: 'section', section: '预算科' },
        card: {
          formula: '当年支出数÷调整后预算数×100%',
          measure: '国库集中支付系统数据',
          publisher: '市财政局预算科',
          release: '2025年12月31日系统数',
        },
        evidence: ['预算执行情况表'],
      },
    ],
  },
  {
    key: 'jxgl',
    name: '预算绩效管理',
    fullMark: '8',
    section: '绩效管理科',
    parts: [
      {
        key: 'jxgl',
        name: '预算绩效管理',
        fullMark: '8',
        sentence: '自评完成率每低1%扣0.5分，不足1%的按1%计算。',
        standard: '项目支出绩效自评全部完成。',
        input: '自评完成率',
        element: { key: 'zipinglv', name: '绩效自评完成率', type: 'quantity', unit: '%' },
        source: { kind: 'section', section: '绩效管理科' },
        card: {
          formula: '已完成自评项目数÷应自评项目数×100%',
          measure: '一体化系统数据',
          publisher: '市财政局绩效管理科',
          release: '2025年度自评结果',
        },
        evidence: ['绩效自评完成情况表'],
        target: '100',
      },
    ],
  },
]

export const yingjiIndicators: readonly WorldIndicator[] = [
  {
    key: 'aqsc',
    name: '安全生产责任落实',
    fullMark: '12',
    section: '安全生产科',
    parts: [
      {
        key: 'aqsc',
        name: '安全生产责任落实',
        fullMark: '12',
        sentence: '每发现1起生产安全责任事故扣4分，扣完为止。',
        standard: '本系统全年未发生生产安全责任事故。',
        input: '生产安全责任事故',
        element: { key: 'shigu', name: '生产安全责任事故起数', type: 'count', unit: '起' },
        source: { kind: 'section', section: '安全生产科' },
        card: {
          formula: '经认定的事故起数',
          measure: '以事故调查批复为准',
          publisher: '市应急局',
          release: '2025年度认定结果',
        },
        evidence: ['事故认定情况说明'],
      },
    ],
  },
  {
    key: 'yjzb',
    name: '应急值班与预案管理',
    fullMark: '8',
    section: '综合协调科',
    parts: [
      {
        key: 'yjzb',
        name: '应急值班与预案管理',
        fullMark: '8',
        sentence: '由评分人在0分至8分之间评定，并说明理由。',
        standard: '值班值守、信息报送、预案修订符合要求。',
        input: '评定分值',
        element: { key: 'zhiban', name: '应急值班与预案管理评定', type: 'judgement', unit: '分' },
        source: { kind: 'section', section: '综合协调科' },
        card: {
          formula: '人工评定',
          measure: '结合抽查记录与预案备案情况评定',
          publisher: '市应急局综合协调科',
          release: '2025年度评定',
        },
        evidence: ['值班抽查记录', '预案备案表'],
      },
    ],
  },
]
