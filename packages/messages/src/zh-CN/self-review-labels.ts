import type { SelfReviewState } from '@quanheng/domain/self-review/model'

export const selfReviewLabels = {
  selfReviewState: { draft: '填写中', signed: '已签字', returned: '已退回' },
  selfReviewCommand: { fill: '填写自查自评', sign: '签字确认自查自评' },
} as const satisfies {
  readonly selfReviewState: Record<SelfReviewState, string>
  readonly selfReviewCommand: Record<'fill' | 'sign', string>
}
