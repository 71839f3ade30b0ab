import type { SelfReviewState } from '@quanheng/domain/self-review/model'

export const selfReviewLabels = {
  selfReviewState: { draft: 'Being written', signed: 'Signed', returned: 'Returned' },
  selfReviewCommand: { fill: 'Write self-review', sign: 'Sign self-review' },
} as const satisfies {
  readonly selfReviewState: Record<SelfReviewState, string>
  readonly selfReviewCommand: Record<'fill' | 'sign', string>
}
