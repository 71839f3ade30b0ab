import { selfReviewWriters } from '../self-review/decide.ts'
import type { SelfReview } from '../self-review/model.ts'
import type { Changed, Notification } from './model.ts'

/** 退回 to the unit, which writes it again; a draft and a signature are found where they are waited for. */
export const selfReviewNotifications = ({ before, after }: Changed<SelfReview>): readonly Notification[] =>
  after.state === 'returned' && before?.state === 'signed'
    ? [
        {
          code: 'notification.selfReviewReturned',
          params: { reason: after.returned?.reason ?? '' },
          to: [{ place: { unitIds: [after.unitId] }, posts: selfReviewWriters }],
        },
      ]
    : []
