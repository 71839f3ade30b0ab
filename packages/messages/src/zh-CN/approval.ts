import type { approvalErrors } from '@quanheng/contract/errors/approval'
import type { submissionErrors } from '@quanheng/contract/errors/submission'
import type { ApprovalState } from '@quanheng/domain/approval/model'
import type { ApprovalCommandKind } from '@quanheng/domain/approval/transitions'
import type { SubmissionState } from '@quanheng/domain/submission/model'
import type { SubmissionCommandKind } from '@quanheng/domain/submission/transitions'

export const approval = {
  'approval.notNow': '该件目前所处的环节不能办理此事。请刷新页面，查看现在由谁办理。',
  'approval.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'approval.chainEmpty': '方案未规定审批环节，不能送审。请先在方案中填写审批链。',
  'approval.noCountersigners': '方案规定了会签而未指定会签科室。请先指定。',
  'approval.contentChanged': '送审件内容已有变化，与您看到的不一致。请重新查看后再签批。',
  'approval.notYourStep': '本环节不由您签批。请按方案规定的审批链办理。',
  'approval.notCountersigner': '您所在科室不是本件的会签科室。',
  'approval.alreadyAgreed': '您所在科室已会签，不必重复办理。',
  'approval.ownPaper': '送审人不能签批自己送审的文件。请由另一人签批。',
  'approval.otherDecision': '该决定不是对本件的有效审定：须为同一锁定版，且已经第二人核对。',
  'approval.numberMalformed':
    '“{text}”不是规范的发文字号。应如“云发改报〔2025〕3号”：年份用六角括号，编号不加“第”，不编虚位。',
  'approval.bookGap': '“{code}”{year}年的发文登记簿有断号，不能继续编号。请先核查登记簿。',
  'approval.reasonMissing': '请填写退回的理由。',
  'approval.noSuchStep': '只能退回到本环节之前的环节。请重新选择。',
  'approval.nothingRevised': '文件没有变化，不能重新送审。请先按退回意见修改。',
  'approval.started': '该锁定版的评分报告已经送审，不必重复送审。',
  'numberBook.exists': '本单位“{code}”{year}年的发文登记簿已经设立。',
  'submission.notNow': '报送目前所处的环节不能办理此事。请刷新页面，查看现在由谁办理。',
  'submission.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'submission.numberMissing': '文件尚未编号，不能制作报送包。请先办理编号。',
  'submission.orderDiffers': '录入顺序与锁定版的考核项目不一致：每个项目须列入一次。请核对上级的录入表。',
  'submission.filesMissing': '报送包中没有文件。请先生成公文和评分表。',
  'submission.noSuchRow': '录入对照单中没有此行。请刷新页面。',
  'submission.samePerson': '录入人不能核对自己录入的内容。请由未参与录入的人核对。',
  'submission.inFuture': '日期尚未到来。请核对日期。',
  'submission.prepared': '报送包已经制作，不必重复办理。',
  'submission.beforeSending': '回执日期早于报送日期。请核对日期。',
} as const satisfies Record<keyof typeof approvalErrors | keyof typeof submissionErrors, string>

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
  paperKind: { letter: '报送公文', scoreReport: '评分报告' },
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
  readonly paperKind: Record<'letter' | 'scoreReport', string>
  readonly submissionState: Record<SubmissionState, string>
  readonly submissionCommand: Record<SubmissionCommandKind, string>
}
