import { remarkAnswerers } from '../remark/decide.ts'
import type { Remark } from '../remark/model.ts'
import { type Changed, type Notification, peopleOf } from './model.ts'

/** 监督意见 to those who answer for the plan's owner; the answer to the observer who filed it. */
export const remarkNotifications = ({ before, after }: Changed<Remark>): readonly Notification[] => {
  if (before === null) {
    const to = [{ place: 'owner', posts: remarkAnswerers }] as const
    return [{ code: 'notification.remarkFiled', params: { reason: after.words }, to }]
  }
  const { answer, by } = after
  if (!answer || before.answer) return []
  const params = { reason: answer.words, answer: answer.kind }
  return [{ code: 'notification.remarkAnswered', params, to: [peopleOf([by])] }]
}
