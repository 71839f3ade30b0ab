import type { FieldName, NoticePart } from '@quanheng/domain/notice/model'

export interface NoticeLabels {
  readonly noticePart: Record<NoticePart, string>
  readonly noticeField: Record<FieldName, string>
  readonly noticeState: Record<'undecided' | 'accepted' | 'corrected' | 'asked' | 'left', string>
}

/** Words of 文件导入, on its page and in its table; apart from the other labels, since no other page needs them. */
export const zhNoticeLabels: NoticeLabels = {
  noticePart: {
    document: '公文',
    bases: '依据与附件',
    units: '考核对象',
    indicators: '指标',
    tasks: '任务分解',
    responsibilities: '责任分工',
    steps: '进度安排',
    others: '其他',
  },
  noticeField: {
    title: '标题',
    documentNumber: '发文字号',
    documentDate: '成文日期',
    addressee: '主送',
    basis: '依据文件',
    attachment: '附件',
    attachmentNumber: '附件序号',
    unitGroup: '分组',
    unit: '单位',
    indicator: '指标',
    fullMark: '分值',
    weight: '权重',
    standard: '完成标准',
    rule: '评分标准',
    dataSource: '数据来源',
    evidence: '台账',
    target: '目标任务',
    part: '所指部分',
    leadUnit: '牵头单位',
    section: '责任科室',
    supporter: '配合',
    leader: '责任领导',
    person: '责任人',
    liaison: '联络员',
    contact: '联系人',
    phone: '电话',
    mail: '邮箱',
    step: '步骤',
    stepKind: '环节类别',
    due: '时限',
    cutoff: '数据截止',
    actor: '由谁办理',
    input: '所据材料',
    component: '组成部分',
    grade: '等次',
    gradeRule: '等次标准',
    veto: '一票否决',
    change: '调整事项',
  },
  noticeState: {
    undecided: '未核对',
    accepted: '已采用',
    corrected: '已更正',
    asked: '待问',
    left: '不采用',
  },
}
