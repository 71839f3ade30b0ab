import type { Verification } from '../verification/model.ts'
import { type Changed, type Notification, type PostAudience, peopleOf } from './model.ts'

const scoringSide: PostAudience = {
  place: 'scorer',
  posts: ['handler', 'officeStaff', 'sectionHead', 'officeDirector'],
}
const group: PostAudience = { place: 'inspectors', posts: ['verificationLead', 'verifier'] }

/** 核验安排 to the group; each opinion to the scoring side; each answer to whoever gave the opinion. */
export const verificationNotifications = ({ before, after }: Changed<Verification>): readonly Notification[] => {
  if (before === null) return [{ code: 'notification.verificationPlanned', to: [group] }]
  return after.opinions.flatMap((opinion): readonly Notification[] => {
    const known = before.opinions.find(({ id }) => id === opinion.id)
    const params = { unitId: opinion.unitId }
    if (known === undefined) return [{ code: 'notification.verificationOpinion', params, to: [scoringSide] }]
    if (known.answer !== undefined || opinion.answer === undefined) return []
    const answer = { ...params, answer: opinion.answer.kind }
    return [{ code: 'notification.verificationAnswered', params: answer, to: [peopleOf([opinion.by])] }]
  })
}
