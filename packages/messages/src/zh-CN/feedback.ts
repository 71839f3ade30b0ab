import type { feedbackErrors } from '@quanheng/contract/errors/feedback'

export const feedback = {
  'feedback.notWanted':
    '本方案没有设初评反馈，不能发出。需要的，请先修订方案，在“未尽事项设定”中设定初评反馈的工作日。',
  'feedback.alreadyOpened': '本方案的初评反馈已经发出，核对至{until}。每个方案只发一次，请在原反馈中办理。',
  'feedback.notReady': '尚有{count}处未完成签字或核验，不能发出初评反馈。请在“结果”页对照清单办理完毕后再发。',
  'feedback.over': '初评反馈的核对期已于{until}结束，不能再提出。对公布的结果有异议的，可在异议受理期内提出。',
  'feedback.agreedAlready':
    '本单位已确认核对无异议，不能再提出或重复确认。对公布的结果有异议的，可在异议受理期内提出。',
  'feedback.ownOpen': '本单位还有{count}条意见未答复，不能确认无异议。请待评分单位答复后再确认。',
  'feedback.wordsMissing': '请写明内容：提出意见须写明对哪一处有不同意见及理由，答复须写明怎样办理或不采纳的理由。',
  'feedback.asked': '本单位对该项已提出意见，正在等待答复。请不要重复提出。',
  'feedback.answered': '该意见已经答复，不能再改。请刷新页面查看答复。',
  'feedback.ownUnit': '本人任职单位提出的意见应当回避，不能由您答复。请由另一名负责人或绩效办主任答复。',
  'feedback.notOpened': '方案设有初评反馈，尚未发给被考核单位，不能锁定。请先在“初评反馈”中发出。',
  'feedback.running': '初评反馈正在核对，至{until}止，不能锁定。各单位都确认无异议的，可以提前锁定。',
  'feedback.unanswered': '尚有{count}条初评反馈意见未答复，不能锁定：{names}。请先在“初评反馈”中逐条答复。',
} as const satisfies Record<keyof typeof feedbackErrors, string>
