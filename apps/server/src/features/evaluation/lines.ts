import type { listEvaluations } from '@quanheng/contract/evaluation'
import type { ReplyOf } from '@quanheng/contract/route'
import type { Channel } from '@quanheng/domain/evaluation/channel'
import type { Evaluation } from '@quanheng/domain/evaluation/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnEvaluation } from '@quanheng/domain/workbench/next-on-evaluation'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { issuedPlan } from '../plan/index.ts'
import { namesOf } from '../scoring/index.ts'
import { sentBy } from './ballots.ts'
import { readsEvaluation } from './scope.ts'
import type { KeptEvaluation } from './store.ts'
import { ticketsTaken } from './tickets.ts'

export type EvaluationLine = ReplyOf<typeof listEvaluations>['rows'][number]

export interface Sent {
  readonly evaluation_id: string
  readonly channel_key: string
  readonly person_id: string
}

/** Ballots by name that were sent, and tickets that were taken. */
export interface Came {
  readonly ballots: readonly Sent[]
  readonly tickets: readonly Sent[]
}

export const cameOf = async (db: Reader, ids: readonly string[]): Promise<Came> => ({
  ballots: await sentBy(db, ids),
  tickets: await ticketsTaken(db, ids),
})

export interface Due {
  readonly channelKey: string
  readonly verb: 'cast' | 'ticket' | 'drop'
  readonly due: string
}

const dueIn = (
  { content }: Evaluation,
  { key, way }: Channel,
  { isSent, hasTicket }: { readonly isSent: boolean; readonly hasTicket: boolean },
  today: string,
): Due[] => {
  const { closesOn, ticketsUntil = '' } = content
  if (way === 'byName') return isSent ? [] : [{ channelKey: key, verb: 'cast', due: closesOn }]
  if (today <= ticketsUntil) return hasTicket ? [] : [{ channelKey: key, verb: 'ticket', due: ticketsUntil }]
  // Nobody knows who has voted: whoever has a ticket is reminded until the last day.
  return hasTicket ? [{ channelKey: key, verb: 'drop', due: closesOn }] : []
}

/** What this person is asked for today: a ballot by name, a ticket, or to vote with it. */
export const ballotsDue = (
  evaluation: Evaluation,
  { ballots, tickets }: Came,
  actor: Actor,
  today: string,
): readonly Due[] => {
  const { id, state, content, standing } = evaluation
  if (state !== 'open' || today < content.opensOn || today > content.closesOn) return []
  const isThere = (list: readonly Sent[], key: string) =>
    list.some((one) => one.evaluation_id === id && one.channel_key === key && one.person_id === actor.personId)
  return content.channels.flatMap((channel) => {
    const { key } = channel
    const isAsked = standing.opening?.evaluators.some(
      ({ channelKey, personId }) => channelKey === key && personId === actor.personId,
    )
    const done = { isSent: isThere(ballots, key), hasTicket: isThere(tickets, key) }
    return isAsked ? dueIn(evaluation, channel, done, today) : []
  })
}

/** What this person takes forward; a round is closed once its last day has passed or everybody has sent a ballot. */
export const takesForward = (
  { model }: KeptEvaluation,
  { ballots: sent }: Came,
  actor: Actor,
  today: string,
): boolean => {
  const asked = model.standing.opening?.evaluators.length ?? 0
  const came = sent.filter(({ evaluation_id }) => evaluation_id === model.id).length
  if (model.state === 'open' && model.content.closesOn >= today && (asked === 0 || came < asked)) return false
  const act = nextOnEvaluation(model)
  return act !== undefined && holdings(actor).some((held) => mayAct(act, held))
}

interface About {
  readonly actor: Actor
  readonly today: string
}

/** Lines of a list with their turnout; numbers of ballots are for the body and observers alone. */
export const linesOf = async (
  db: Reader,
  kept: readonly KeptEvaluation[],
  { actor, today }: About,
): Promise<EvaluationLine[]> => {
  const sent = await cameOf(
    db,
    kept.map(({ model }) => model.id),
  )
  const names = await namesOf(db, { units: kept.map(({ model }) => model.unitId) })
  const lines: EvaluationLine[] = []
  for (const one of kept) {
    const { model, row } = one
    const plan = await issuedPlan(db, model.planId)
    const isRead = readsEvaluation(actor, model)
    lines.push({
      id: model.id,
      version: row.version,
      planId: model.planId,
      planTitle: plan?.title ?? '',
      year: model.year,
      elementName: plan?.content.dataElements.find(({ key }) => key === model.elementKey)?.name ?? '',
      title: model.content.title,
      state: model.state,
      unitName: names.get(model.unitId) ?? '',
      opensOn: model.content.opensOn,
      closesOn: model.content.closesOn,
      asked: isRead ? (model.standing.opening?.evaluators.length ?? 0) : 0,
      came: isRead
        ? [...sent.ballots, ...sent.tickets].filter(({ evaluation_id }) => evaluation_id === model.id).length
        : 0,
      mine: takesForward(one, sent, actor, today) || ballotsDue(model, sent, actor, today).length > 0,
    })
  }
  return lines
}
