import type { decisionErrors } from '@quanheng/contract/errors/decision'
import type { leadReportErrors } from '@quanheng/contract/errors/lead-report'
import type { resultErrors } from '@quanheng/contract/errors/result'
import type { simulationErrors } from '@quanheng/contract/errors/simulation'

export const result = {
  'leadReport.notNow': '该评分报告目前所处的环节不能办理此事。请刷新页面，查看现在由谁办理。',
  'leadReport.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'leadReport.otherUnit': '该评分报告应由其他牵头单位报送。请核对责任分工。',
  'leadReport.incomplete': '评分报告有{count}处缺漏或不符。请对照清单补正后再报送。',
  'leadReport.scanMissing': '纸质报送须附盖章件扫描件。请上传后再录入。',
  'leadReport.numberMissing': '未填写报告的发文字号。请按报告原件填写。',
  'leadReport.samePerson': '录入人不能核对自己录入的评分。请由另一人核对。',
  'leadReport.reasonMissing': '请填写退回或核对不符的理由。',
  'freeze.nothingScored': '没有可锁定的评分结果。请先完成评分或登记评分报告。',
  'freeze.sheetNotFinal': '尚有评分表未签字或核验未办结，不能锁定。请先办理完毕。',
  'freeze.itemUncovered': '尚有考核项目没有有效的评分，不能锁定。请先完成评分和签字。',
  'freeze.reportsOwed': '尚有牵头单位未报送评分报告，不能锁定。请先催报或登记。',
  'freeze.runStale': '计算之后数据或方案又有变化。请重新计算后再锁定。',
  'freeze.alreadyFrozen': '此计算结果已经锁定，不必重复办理。',
  'result.notNow': '锁定版目前所处的环节不能办理此事。已印发的结果不能作废，更正须另行发文。',
  'result.notAsSeen':
    '与会议所见不同：锁定之后有{count}处数字已经变动（{figures}），不能编号、报送、登记审定或者印发。请先查明原因；确需变动的，作废锁定版，重新锁定后再提请会议审议。',
  'result.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'result.otherDecision': '该决定不是对本锁定版的有效审定：须为同一锁定版、同意且已经第二人核对。',
  'result.numberMissing': '未填写发文字号。请填写后再登记印发。',
  'result.inFuture': '印发日期尚未到来。请核对日期。',
  'result.causeMissing': '请填写作废的理由。',
  'ownResult.notOpen': '本单位的得分尚未开放。按方案规定，{opens:visibility}可看。',
  'simulation.draftUnready':
    '方案草稿有{count}处分值、权重或设定尚不能计算，无法测算。请先在“方案校核”中改正必须处理的事项。',
  'simulation.notOpen': '本年度数据只供绩效办主任从锁定版测算；以前年度的结果审定后方可使用。您的查看已留痕。',
  'ownResult.moved': '公布以后该项的评分表有变动，正在重新办理，暂不能查看计分过程。已公布的得分不变，请待办结后再看。',
  'result.hidden': '总分和名次在锁定之前任何人不得查看；锁定之后、审定之前只向绩效办主任开放，每次查看均留痕。',
  'scoreReport.underWay': '评分报告正在审批或已办结，文字不能修改。需要修改的，请由审批环节退回。',
  'scoreReport.unknownFigure': '文字中引用的数据“{path}”在锁定版中不存在。请从数据清单中选取，不要手工填写。',
  'scoreReport.textMissing': '“{place:reportPlace}”没有填写。请填写后再保存。',
  'decision.bodyMissing': '未填写审定机构。请写明由哪个会议或机构审定。',
  'decision.textMissing': '未填写决定内容。请照纪要原文填写。',
  'decision.scanMissing': '未附会议纪要或审定件。请上传后再登记。',
  'decision.inFuture': '审定日期尚未到来。请核对日期。',
  'decision.reasonMissing': '会议核定调整须逐项写明理由。',
  'decision.unknownItem': '核定调整的项目不在本次审定的锁定版中。请核对。',
  'decision.fromChanged': '核定调整的原分与锁定版的计算得分不一致。请按锁定版填写。',
  'decision.outOfRange': '核定调整后的分数须在0分与该项满分之间。请核对。',
  'decision.unchanged': '核定调整前后分数相同。请删除该项调整。',
  'decision.adjustedTwice': '同一项目被调整了两次。请合并为一项。',
  'decision.notApproved': '决定为退回的，不能同时作核定调整。',
  'decision.gradeUnknown':
    '所填等次有误：只能为等次待定的单位填写，每单位一次，等次须是方案规定的。请核对纪要后重新填写。',
  'decision.gradesMissing':
    '{units}（共{count}个单位）的等次待会议确定。请照纪要填写各单位的等次；纪要没有写明的，请退回会议。',
  'decision.samePerson': '登记人不能核对自己登记的决定。请由另一人核对。',
  'decision.confirmed': '该决定已核对生效，不能再核对。需要改变的，另行登记新的决定。',
  'decision.onAgenda': '年度结果已列入“{meeting}”的议题，由会议议定；会议登记复核后自动办理，不必另行登记。',
  'decision.waiting': '上一个会议的决定尚未核对。请先由另一人核对，再登记下一个。',
} as const satisfies Record<
  | keyof typeof resultErrors
  | keyof typeof simulationErrors
  | keyof typeof leadReportErrors
  | keyof typeof decisionErrors,
  string
>
