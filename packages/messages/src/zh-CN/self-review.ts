import type { selfReviewErrors } from '@quanheng/contract/errors/self-review'

export const selfReview = {
  'selfReview.notWanted': '本方案没有要求自查自评，不需要填写。',
  'selfReview.locked': '本方案的评分结果已经锁定，自查自评不能再改。对公布的结果有异议的，可在异议受理期内提出。',
  'selfReview.signed': '自查自评已经主要领导签字，不能再改。需要改动的，请与评分单位联系，退回后修改。',
  'selfReview.notSigned': '该单位的自查自评没有签字，不需要退回。请刷新页面查看。',
  'selfReview.outOfRange': '“{name}”的自评分须在0分与满分{full}分之间。请核对。',
  'selfReview.incomplete': '还有{count}项没有填自评分，或扣了分没有写理由，不能签字：{names}。请补齐后再签字。',
  'selfReview.reportMissing': '没有填写自评报告，不能签字。请写明完成情况、未完成的事项和原因。',
} as const satisfies Record<keyof typeof selfReviewErrors, string>
