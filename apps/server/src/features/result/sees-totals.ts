import type { PostKind } from '@quanheng/domain/ability/posts'
import type { FrozenResult } from '@quanheng/domain/result/model'
import { type Actor, watchedBy } from '../../platform/door/actor.ts'

/** Once the body has decided, whoever decides and whoever works on the result sees it too. */
const afterDecision: readonly PostKind[] = ['officeStaff', 'steeringHead', 'steeringDeputy', 'steeringMember']

const isDirectorOf = (actor: Actor, ownerUnitId: string): boolean =>
  actor.posts.some(({ kind, unitId }) => kind === 'officeDirector' && unitId === ownerUnitId)

/** What would flip a grade is the director's alone, after the decision too. */
export const seesWhatFlips = (actor: Actor, { state }: Pick<FrozenResult, 'state'>, ownerUnitId: string): boolean =>
  state !== 'voided' && isDirectorOf(actor, ownerUnitId)

/**
 * Between data cut-off and the locked version nobody sees totals or ranks; from then until the decision the office
 * director of the plan's owner alone (product.md, Confidence and secrecy). A void version shows nothing any more.
 */
export const seesTotals = (actor: Actor, { state }: Pick<FrozenResult, 'state'>, ownerUnitId: string): boolean => {
  if (state === 'voided') return false
  if (isDirectorOf(actor, ownerUnitId)) return true
  if (state !== 'approved' && state !== 'issued') return false
  return actor.posts.some(({ kind }) => afterDecision.includes(kind)) || watchedBy(actor.posts).includes(ownerUnitId)
}
