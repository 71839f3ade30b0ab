import type { selfReview as zh } from '../zh-CN/self-review.ts'

export const selfReview = {
  'selfReview.notWanted': 'This plan asks for no self-review.',
  'selfReview.locked': 'The scores of this plan are locked; self-reviews do not change any more.',
  'selfReview.signed': 'The self-review is signed and does not change. The scoring side may return it.',
  'selfReview.notSigned': 'The self-review of this unit is not signed; there is nothing to return. Reload.',
  'selfReview.outOfRange': 'The own score of “{name}” must lie between 0 and its full marks {full}.',
  'selfReview.incomplete':
    '{count} items have no own score, or lost points without a reason: {names}. Fill them in first.',
  'selfReview.reportMissing': 'There is no report. Say what was done, what was not, and why.',
} as const satisfies Record<keyof typeof zh, string>
