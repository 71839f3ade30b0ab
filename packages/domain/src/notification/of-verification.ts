import type { Verification } from '../verification/model.ts'
import { type Changed, type Notification, type PostAudience, peopleOf } from './model.ts'

const scoringSide: PostAudience = {
  place: 'scorer',
  posts: ['handler', 'officeStaff', 'sectionHead', 'officeDirector'],
}
const group: PostAudience = { place: 'inspectors', posts: ['verificationLead', 'verifier'] }

/** 约定种子: each party is asked for its commitment, and once both stand for what it committed to. */
const seedNotifications = ({ before, after }: Changed<Verification>): readonly Notification[] => {
  const { scope, state } = after
  if (scope.kind !== 'random' || !scope.agreement || state === before?.state) return []
  const to = [peopleOf(scope.agreement.parties)]
  if (state === 'committing') return [{ code: 'notification.seedCommitAsked', to }]
  return state === 'revealing' ? [{ code: 'notification.seedRevealAsked', to }] : []
}

/** 见证签字 of each new draw, asked of its witness. */
const drawNotifications = ({ before, after }: Changed<Verification>): readonly Notification[] =>
  after.draws
    .filter(({ id }) => !before?.draws.some((known) => known.id === id))
    .map(({ witness }) => ({ code: 'notification.drawToWitness', to: [peopleOf([witness])] }))

/** 核验安排 to the group; what an agreed seed and a draw ask of their people; each opinion to the scoring side; each answer to whoever gave the opinion. */
export const verificationNotifications = (change: Changed<Verification>): readonly Notification[] => {
  const { before, after } = change
  const seed = seedNotifications(change)
  if (before === null) return [{ code: 'notification.verificationPlanned', to: [group] }, ...seed]
  const opinions = after.opinions.flatMap((opinion): readonly Notification[] => {
    const known = before.opinions.find(({ id }) => id === opinion.id)
    const params = { unitId: opinion.unitId }
    if (known === undefined) return [{ code: 'notification.verificationOpinion', params, to: [scoringSide] }]
    if (known.answer !== undefined || opinion.answer === undefined) return []
    const answer = { ...params, answer: opinion.answer.kind }
    return [{ code: 'notification.verificationAnswered', params: answer, to: [peopleOf([opinion.by])] }]
  })
  return [...seed, ...drawNotifications(change), ...opinions]
}
