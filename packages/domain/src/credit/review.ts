import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { atMost, readPoints } from './claim.ts'
import type { CreditCommand, CreditContext, CreditError } from './commands.ts'
import type { CreditEntry, CreditStanding, CreditState } from './model.ts'

/** What a command makes of an entry; `decide` adds the step to its history. */
export interface Moved {
  readonly state: CreditState
  readonly standing: CreditStanding
}
export type Move = Result<Moved, CreditError>
export type Of<K extends CreditCommand['kind']> = Extract<CreditCommand, { kind: K }>

const to = (state: CreditState, standing: CreditStanding): Move => ok({ state, standing })

/** 初审, by the unit that the claim names: points up to what is claimed, or back, or no. */
export const firstReview = (entry: CreditEntry, command: Of<'firstReview'>, context: CreditContext): Move => {
  const { standing, claim, reviewUnitId } = entry
  if (context.actor.unitId !== reviewUnitId) return refuse('credit.otherUnit')
  if (command.verdict !== 'agree') return sendAway(entry, command)
  const points = readPoints(command.points, 'points')
  if (!points.ok) return points
  if (!atMost(points.value, claim.points)) return refuse('credit.pointsRaised', { at: 'points' })
  return to('toReview', { ...standing, firstReview: { points: points.value, by: authorOf(context.actor) } })
}

/** 受理: the unit is told and may state its side until a day; or the proposal is refused with a reason. */
export const accept = (entry: CreditEntry, command: Of<'accept'>, context: CreditContext): Move => {
  if (context.actor.unitId !== context.officeUnitId) return refuse('credit.otherUnit')
  if (entry.steps[0].by.personId === context.actor.personId) return refuse('credit.samePerson')
  if (!command.accepted) {
    return command.reason ? to('refused', entry.standing) : refuse('credit.reasonMissing', { at: 'reason' })
  }
  if (command.until <= context.today) return refuse('credit.untilPast', { at: 'until' })
  return to('stating', { ...entry.standing, stating: { until: command.until } })
}

/** 联审, by the office: what is put before the deciding body. Before the unit's days are over only after it has spoken. */
export const review = (entry: CreditEntry, command: Of<'review'>, context: CreditContext): Move => {
  const { standing, kind } = entry
  const { actor } = context
  if (actor.unitId !== context.officeUnitId) return refuse('credit.otherUnit')
  if (entry.state === 'stating' && (standing.stating?.until ?? '') >= context.today) {
    return refuse('credit.stillStating', { params: { until: standing.stating?.until ?? '' } })
  }
  const earlier = [standing.firstReview?.by.personId, entry.steps[0].by.personId]
  if (earlier.includes(actor.personId)) return refuse('credit.samePerson')
  if (command.verdict !== 'agree') return sendAway(entry, command)
  const matter = stopMatter(entry, command.matterOf, context)
  if (matter) return matter
  const by = authorOf(actor)
  const same = command.matterOf === undefined ? {} : { matterOf: command.matterOf }
  if (kind === 'veto') return to('recognised', { ...standing, review: { by } })
  const points = readPoints(command.points, 'points')
  if (!points.ok) return points
  if (kind === 'bonus' && !atMost(points.value, standing.firstReview?.points)) {
    return refuse('credit.pointsRaised', { at: 'points' })
  }
  return to('recognised', { ...standing, review: { points: points.value, ...same, by } })
}

/** 退回补充 goes back to a claimant only; a body that proposes states its case at once. */
const sendAway = ({ standing, kind }: CreditEntry, command: Of<'firstReview'> | Of<'review'>): Move => {
  if (!command.reason) return refuse('credit.reasonMissing', { at: 'reason' })
  const { firstReview: _, review: __, ...kept } = standing
  if (command.verdict === 'refuse') return to('refused', standing)
  return kind === 'bonus' ? to('returned', kept) : refuse('credit.notNow', { at: 'verdict' })
}

/** The other entry is this unit's, of this kind, and names no third: a matter has one head. */
const stopMatter = (entry: CreditEntry, matterOf: string | undefined, { siblings }: CreditContext) => {
  if (matterOf === undefined) return undefined
  const head = siblings.find(({ id }) => id === matterOf)
  const fits = head !== undefined && head.id !== entry.id && head.unitId === entry.unitId && head.kind === entry.kind
  if (!fits || entry.kind === 'veto') return refuse('credit.otherMatter', { at: 'matterOf' })
  const chained =
    head.standing.review?.matterOf !== undefined ||
    siblings.some(({ id, standing }) => id !== entry.id && standing.review?.matterOf === entry.id)
  return chained ? refuse('credit.matterChain', { at: 'matterOf' }) : undefined
}
