/** What the lead unit's notice says of its five indicators, in the shape of the second notice, with everything in it invented. */

export interface NoticeLeaf {
  readonly name: string
  readonly sentence: string
  /** What the rule calls its figure, and who brings it. */
  readonly input: string
  readonly source: '被考核单位' | '数据提供单位' | '责任科室' | '上级认定'
  /** Bound to the unit's own target rather than to a figure. */
  readonly byTarget: boolean
  readonly standard: string
  readonly card: readonly [formula: string, measure: string, unit: string, publisher: string, release: string]
  readonly evidence: readonly string[]
}

export interface NoticeDuty {
  /** The indicator, or the part of it, that the duty is for. */
  readonly of: string
  readonly section: string
  readonly leader: string
  /** 责任人, 联络员 or 联系人, as the notice calls the second person. */
  readonly second: readonly [role: '责任人' | '联络员' | '联系人', login: string]
  readonly phone: string
  readonly mail: string
  readonly clause: string
  readonly supporters: readonly (readonly [unit: string, section?: string])[]
}

export const leaves: readonly NoticeLeaf[] = [
  {
    name: '重大项目提升行动',
    sentence: '按完成率得分，最高得满分。',
    input: '完成值',
    source: '被考核单位',
    byTarget: true,
    standard: '完成年度投资计划。',
    card: ['年度投资完成额÷年度投资计划', '按形象进度计', '亿元', '市发展改革局', '2025年1月快报数'],
    evidence: ['项目投资完成情况表', '项目形象进度照片'],
  },
  {
    name: '服务业企业培规入统',
    sentence: '每少1家扣0.5分，扣完为止。',
    input: '完成值',
    source: '数据提供单位',
    byTarget: true,
    standard: '新增规模以上服务业企业达到下达任务数。',
    card: ['当年新增入统企业数', '以联网直报平台审核入库为准', '家', '市统计局', '2024年12月末在库名单'],
    evidence: ['入统企业名单'],
  },
  {
    name: '优化营商环境',
    sentence: '满意度95%以上得8分；90%—95%得6分；80%—90%得4分；80%以下不得分。',
    input: '满意度',
    source: '责任科室',
    byTarget: false,
    standard: '企业满意度达到95%以上。',
    card: ['满意件数÷有效评价件数×100%', '“好差评”与企业回访合并计算', '%', '市发展改革局', '2024年度汇总数'],
    evidence: ['满意度评价明细'],
  },
  {
    name: '区域对口合作',
    sentence: '（1）制定年度合作计划，得2分；（2）开展互访对接，得2分；（3）合作项目落地见效，得2分。',
    input: '完成事项',
    source: '责任科室',
    byTarget: false,
    standard: '年度合作要点所列任务全部完成。',
    card: ['逐项认定', '以合作要点任务清单为准', '项', '市发展改革局', '2024年度认定结果'],
    evidence: ['合作计划', '互访对接纪要'],
  },
  {
    name: '贯彻落实建设全国统一大市场',
    sentence: '每发现1例妨碍公平竞争的问题扣2分，扣完为止。',
    input: '妨碍公平竞争的问题',
    source: '上级认定',
    byTarget: false,
    standard: '全年未出台妨碍统一市场和公平竞争的政策措施。',
    card: ['经上级认定的问题数', '以省专班通报为准', '例', '省统一大市场建设专班', '2024年度通报'],
    evidence: ['省专班通报'],
  },
]

/** The part that the notice forgets at first: no mark that sums, no rule, nobody to score it. */
export const forgotten: NoticeLeaf = {
  name: '促消费活动',
  sentence: '每1场得1分，4分封顶。',
  input: '场数',
  source: '被考核单位',
  byTarget: false,
  standard: '全年组织开展促消费活动4场以上。',
  card: ['当年开展活动场次', '有方案、有总结的活动计1场', '场', '市发展改革局', '2024年12月31日前开展的活动'],
  evidence: ['活动方案', '活动总结及现场照片'],
}

export const duties: readonly NoticeDuty[] = [
  {
    of: '重大项目提升行动',
    section: '投资科',
    leader: 'fagai.fenguan1',
    second: ['联络员', 'fagai.ke1'],
    phone: '0000-5550101',
    mail: 'touzi@fagai.example',
    clause: '二（一）',
    supporters: [
      ['云岭市发展和改革局', '社会科'],
      ['云岭市发展和改革局', '能源科'],
      ['云岭市发展和改革局', '产业科'],
    ],
  },
  {
    of: '服务业企业培规入统',
    section: '就业与服务业科',
    leader: 'fagai.fenguan2',
    second: ['责任人', 'fagai.ke2.fuze'],
    phone: '0000-5550102',
    mail: 'fuwuye@fagai.example',
    clause: '二（二）',
    supporters: [['云岭市统计局']],
  },
  {
    of: '优化营商环境',
    section: '营商环境科',
    leader: 'fagai.fenguan2',
    second: ['联系人', 'fagai.ke3'],
    phone: '5550103',
    mail: 'yingshang@fagai.example',
    clause: '二（三）',
    supporters: [['云岭市财政局'], ['云岭市大数据发展局'], ['云岭市市场监督管理局']],
  },
  {
    of: '区域对口合作',
    section: '区域开放科',
    leader: 'fagai.fenguan1',
    second: ['责任人', 'fagai.ke4.fuze'],
    phone: '0000-5550104',
    mail: 'kaifang@fagai.example',
    clause: '二（四）',
    supporters: [],
  },
  {
    of: '贯彻落实建设全国统一大市场',
    section: '政策研究科',
    leader: 'fagai.fenguan2',
    second: ['联系人', 'fagai.ke5'],
    phone: '0000-5550105',
    mail: 'zhengyan@fagai.example',
    clause: '二（五）',
    supporters: [],
  },
]

/** Due days as printed, contradictions and all: a Sunday, and a verification due before the scores it checks. */
export const steps: readonly (readonly [kind: string, due: string])[] = [
  ['数据收集', '2025-01-05'],
  ['考核评分', '2025-01-20'],
  ['现场核验', '2025-01-15'],
  ['汇总整理', '2025-01-18'],
  ['会签', '2025-01-20'],
  ['会议审定', '2025-01-20'],
  ['审核报送', '2025-01-20'],
]
