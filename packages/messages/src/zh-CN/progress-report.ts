import type { progressReportErrors } from '@quanheng/contract/errors/progress-report'

export const progressReport = {
  'progressReport.notNow': '该进展目前的状态不能办理此事。请刷新页面。',
  'progressReport.notYours': '您当前的职务不能办理此事。进展由责任岗位报告，由科室或单位负责人确认。',
  'progressReport.otherUnit': '这是其他单位（科室）承担的任务。请由承担单位办理。',
  'progressReport.notOpen': '本期到{day}才结束。请在期满以后报告。',
  'progressReport.noRound': '没有这一期。请先由考评办设置调度日历，或等一期结束。',
  'progressReport.packTooLarge':
    '迎检资料合计超过{limit}，不能一次打包。请在页面上逐份取用，或请承担单位压缩较大的材料后重新报告。',
  'progressReport.actualMissing': '该任务有目标数，请填写累计完成数；没有进展的填0。',
  'progressReport.wordsMissing': '请写明进展情况。',
  'progressReport.reasonMissing': '请写明退回的理由。',
  'progressReport.samePerson': '进展由报告人以外的人确认。请由科室或单位负责人确认。',
  'progressReport.reportedAlready': '本单位已有人报告了本期进展。请刷新页面，查看后再修改。',
} as const satisfies Record<keyof typeof progressReportErrors, string>
