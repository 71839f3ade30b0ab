import type { yearReviewErrors } from '@quanheng/contract/errors/year-review'

export const yearReview = {
  'yearReview.notNow': '该总结复盘目前的状态不能办理此事。请刷新页面。',
  'yearReview.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'yearReview.otherUnit': '总结复盘由年度方案的考评办汇总。请由考评办人员办理。',
  'yearReview.untilPast': '征集截止日期早于今日。请改为今日或以后。',
  'yearReview.over': '征集已于{day}截止。仍需补充的，请与考评办联系。',
  'yearReview.textMissing': '请写明内容。',
  'yearReview.wantedMissing': '改进建议须写明下年方案怎样改。请填写。',
  'yearReview.nodeUnknown': '所选指标不在该方案中。请刷新页面后重新选择。',
  'yearReview.entryUnknown': '该条意见已撤回，或不是本单位提出的。请刷新页面。',
  'yearReview.reasonMissing': '请写明理由。退回、撤销和未采纳、部分采纳的都须写明。',
  'yearReview.unanswered': '还有{count}条意见没有登记采纳情况。请逐条登记后再报请审定。',
  'yearReview.summaryMissing': '总结正文还没有写。请先撰写。',
  'yearReview.scanMissing': '请附签批原件的扫描件：不是组长本人在平台上审定的，以原件为凭。',
  'yearReview.inFuture': '日期晚于今日。请核对。',
  'yearReview.nothingToCarry': '没有采纳的改进建议，无可列入。',
  'yearReview.notLater': '应列入以后年度的方案。请另选方案。',
  'yearReview.carriedAlready': '改进建议已列入该方案。请在该方案的方案校核中处理。',
  'yearReview.underWay': '该年度的总结复盘已经发起。请在列表中打开办理。',
} as const satisfies Record<keyof typeof yearReviewErrors, string>
