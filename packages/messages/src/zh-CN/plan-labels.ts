import type { PlanPart } from '@quanheng/domain/plan/compare'
import type { Severity } from '@quanheng/domain/plan/findings'
import type {
  ApprovalStepKind,
  DataElement,
  DataSource,
  PlanKind,
  StepKind,
  Supporter,
} from '@quanheng/domain/plan/model'
import type { PlanState } from '@quanheng/domain/plan/plan'
import type { ScoringBlock } from '@quanheng/domain/plan/scoring-blocks'
import type { SettingName } from '@quanheng/domain/plan/settings'
import type { SignedAspect } from '@quanheng/domain/plan/signature-keeping'
import type { PlanCommandKind } from '@quanheng/domain/plan/workflow'

export const planLabels = {
  planKind: { appraisalPlan: '年度考评方案', indicatorPlan: '指标考核实施方案' },
  planState: { draft: '起草', checked: '已校核', issued: '已印发', superseded: '已被新版替代' },
  planCommand: {
    edit: '修改',
    accept: '按原文执行',
    withdraw: '撤销按原文执行',
    check: '校核',
    return: '退回修改',
    issue: '印发',
    register: '已印发文件补录',
    revise: '修订',
  },
  severity: { mustFix: '必须处理', note: '提请注意' },
  stepKind: {
    dataCollection: '数据收集',
    preliminaryScore: '考核评分',
    verification: '现场核验',
    aggregation: '汇总整理',
    countersign: '会签',
    meeting: '会议审定',
    submission: '审核报送',
  },
  approvalStep: {
    leaderReview: '责任领导审核',
    coordinating: '归口科室汇总',
    countersign: '会签',
    meeting: '会议审定',
    principalSign: '主要领导签发',
    number: '编号用印',
    submit: '报送',
  },
  dataSource: { section: '责任科室', provider: '数据提供单位', appraisedUnit: '被考核单位', superior: '上级认定' },
  elementType: { quantity: '数值', fact: '是否', count: '个数', checklist: '清单', judgement: '评定' },
  supporterDuty: { data: '供数', opinion: '提意见', partScore: '分项打分' },
  signedAspect: { rule: '评分标准', mark: '分值', target: '目标值', group: '考核分组' },
  scoringBlock: { annexMissing: '附件暂缺', targetPending: '目标值待上级下达', noScorer: '未定评分单位' },
  planPart: {
    title: '标题',
    year: '考评年度',
    document: '公文信息',
    bases: '依据文件',
    unitGroups: '考核分组',
    indicators: '指标体系',
    tasks: '考核对象及任务分配表',
    dataElements: '数据项',
    responsibilities: '责任分工',
    steps: '进度安排',
    milestones: '指标节点',
    coordinating: '归口汇总科室',
    recusals: '回避',
    signatureMap: '签字环节',
    approvalChain: '审批程序',
    settings: '设定',
  },
  setting: {
    rounding: '小数修约',
    thresholdsOn: '达标判断所用数值',
    missingItems: '缺项处理',
    selfReview: '自查自评',
    feedback: '初评反馈',
    visibility: '得分可见范围',
    ties: '并列处理',
    rankOn: '排名所用数值',
    credits: '加减分',
    veto: '一票否决',
    tieBreakers: '同分先后',
    grades: '等次划定',
    publicNotice: '公示',
    objection: '异议受理期',
    inspectionEntry: '督查检查考核计划',
    watermark: '导出水印',
    targetAdjustment: '指标调整',
    lights: '亮灯时限',
  },
  /** Members of rows, as `compareVersions` names them in `field`. */
  planField: {
    order: '排列顺序',
    number: '发文字号',
    date: '成文日期',
    addressees: '主送单位',
    text: '正文',
    title: '名称',
    documentNumber: '文号',
    annex: '附件序号',
    file: '文件',
    name: '名称',
    unitIds: '成员单位',
    announced: '文中所称家数',
    parentKey: '上级指标',
    fullMark: '分值',
    weight: '权重',
    leadUnitId: '牵头单位',
    line: '年度方案条目',
    awaits: '所待附件',
    basis: '依据',
    'scoring.rule': '评分标准',
    'scoring.sentence': '评分标准原文',
    'scoring.bindings': '数据对应',
    'scoring.completionStandard': '完成标准',
    'scoring.card': '指标卡片',
    'scoring.evidenceList': '台账目录清单',
    'scoring.verificationStandard': '核验标准',
    'scoring.examples': '算例',
    task: '任务',
    target: '目标值',
    type: '类型',
    unit: '计量单位',
    period: '统计时段',
    source: '数据来源',
    cutoff: '数据截止时间',
    whenFinalDiffers: '后续发布数不一致时',
    recordTally: '取自平时记录',
    due: '期限',
    entries: '分项',
    sectionId: '责任科室',
    supporters: '配合单位',
    leaderInChargeId: '责任领导',
    personResponsibleId: '责任人',
    handlerId: '经办人',
    liaisonId: '联络员',
    contactId: '联系人',
    phone: '联系电话',
    mail: '邮箱',
    kind: '环节',
    needs: '前置环节',
    owner: '负责单位',
    leafKey: '指标',
    completionStandard: '完成标准',
    expected: '应达进度',
    post: '承担经办',
    ownerAsPrinted: '原文所写负责单位',
    substitute: '替代评分单位',
    unitId: '单位',
  },
} as const satisfies {
  readonly planKind: Record<PlanKind, string>
  readonly planState: Record<PlanState, string>
  readonly planCommand: Record<PlanCommandKind, string>
  readonly severity: Record<Severity, string>
  readonly stepKind: Record<StepKind, string>
  readonly approvalStep: Record<ApprovalStepKind, string>
  readonly dataSource: Record<DataSource['kind'], string>
  readonly elementType: Record<DataElement['type'], string>
  readonly supporterDuty: Record<Supporter['duty'], string>
  readonly signedAspect: Record<SignedAspect, string>
  readonly scoringBlock: Record<ScoringBlock['reason'], string>
  readonly planPart: Record<PlanPart, string>
  readonly setting: Record<SettingName, string>
  readonly planField: Record<string, string>
}
