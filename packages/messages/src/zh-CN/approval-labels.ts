import type { ApprovalState } from '@quanheng/domain/approval/model'
import type { ApprovalCommandKind } from '@quanheng/domain/approval/transitions'
import type { OfficeTemplateKind } from '@quanheng/domain/office-template/model'
import type { TemplateParagraph } from '@quanheng/domain/office-template/paragraphs'
import type { OfficialPaperKind, OfficialPaperState, ProseBlock } from '@quanheng/domain/official-paper/model'
import type { SubmissionState } from '@quanheng/domain/submission/model'
import type { SubmissionCommandKind } from '@quanheng/domain/submission/transitions'

export const approvalLabels = {
  approvalState: {
    leaderReview: '责任领导审核',
    coordinating: '归口科室汇总',
    countersign: '会签',
    meeting: '会议审定',
    principalSign: '主要领导签发',
    number: '编号',
    submit: '报送',
    returned: '退回修改',
    completed: '已办结',
    fallen: '失效',
  },
  approvalCommand: {
    agree: '同意',
    registerPaper: '线下签批登记',
    confirmPaper: '核对签批登记',
    refusePaper: '签批登记不符',
    recordDecision: '登记会议决定',
    registerNumber: '登记发文字号',
    drawNumber: '按登记簿编号',
    submit: '报送',
    return: '退回修改',
    revise: '修改后重新送审',
  },
  paperKind: {
    letter: '报送公文',
    scoreReport: '评分报告',
    planNotice: '印发方案的通知',
    resultCircular: '考评结果通报',
  },
  officeTemplateKind: { pledge: '目标责任书', deductionLetter: '扣分告知书', resultCircular: '考评结果通报' },
  templatePart: { body: '正文', header: '页眉', footer: '页脚', note: '注释' },
  officialPaperState: { draft: '拟稿', issued: '已印发', withdrawn: '已撤回' },
  proseBlock: {
    title: '标题',
    addressees: '主送机关',
    opening: '开头',
    overview: '总体情况',
    requirements: '工作要求',
    copies: '抄送',
  },
  submissionState: { entering: '待录入', entered: '待核对', checked: '待报送', sent: '已报送', received: '已回执' },
  submissionCommand: {
    tick: '勾对',
    untick: '取消勾对',
    check: '核对录入',
    send: '报送',
    recordReceipt: '登记回执',
  },
} as const satisfies {
  readonly approvalState: Record<ApprovalState, string>
  readonly approvalCommand: Record<ApprovalCommandKind, string>
  readonly paperKind: Record<'letter' | 'scoreReport' | OfficialPaperKind, string>
  readonly officeTemplateKind: Record<OfficeTemplateKind, string>
  readonly templatePart: Record<TemplateParagraph['part'], string>
  readonly officialPaperState: Record<OfficialPaperState, string>
  readonly proseBlock: Record<ProseBlock, string>
  readonly submissionState: Record<SubmissionState, string>
  readonly submissionCommand: Record<SubmissionCommandKind, string>
}
