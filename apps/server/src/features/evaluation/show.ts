import type { Refusal } from '@quanheng/contract/errors'
import type { showEvaluation } from '@quanheng/contract/evaluation'
import type { ReplyOf } from '@quanheng/contract/route'
import { mostHigh } from '@quanheng/domain/evaluation/ballot'
import { type Evaluation, unitsFor } from '@quanheng/domain/evaluation/model'
import { agreedCount, differencesOf, lastCounts } from '@quanheng/domain/evaluation/paper-count'
import { type EvaluationCommandKind, evaluationWorkflow } from '@quanheng/domain/evaluation/transitions'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { nextOnEvaluation } from '@quanheng/domain/workbench/next-on-evaluation'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { sha256 } from '../../platform/log/means.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { ballotsOfPerson } from './ballots.ts'
import { boxShown } from './box-shown.ts'
import { keysOf } from './keys.ts'
import { cameOf, linesOf, type Sent } from './lines.ts'
import { evaluationIsVisible, readsEvaluation, runsEvaluation } from './scope.ts'
import { evaluationKeeper } from './store.ts'

type Reply = ReplyOf<typeof showEvaluation>
type Names = ReadonlyMap<string, string>

const mayNow = ({ state, unitId, content }: Evaluation, actor: Actor): EvaluationCommandKind[] => {
  const may = new Set(
    actor.posts
      .filter((post) => post.unitId === unitId)
      .flatMap((post) => commandsFor(evaluationWorkflow, state, post.kind)),
  )
  if (!content.channels.some(({ way }) => way === 'paper')) may.delete('count')
  return [...may]
}

const nextShown = async (db: Reader, evaluation: Evaluation, names: Names, today: string): Promise<Reply['next']> => {
  const act = nextOnEvaluation(evaluation)
  if (act?.unitId === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter((post) => act.posts.includes(post.kind))
  return {
    command: act.verb as EvaluationCommandKind,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

/** My own ballots, channel by channel; nobody else's are ever shown. */
const ownBallots = async (
  db: Reader,
  evaluation: Evaluation,
  actor: Actor,
  { names, tickets }: { readonly names: Names; readonly tickets: readonly Sent[] },
): Promise<Reply['ballots']> => {
  const { standing, content, id } = evaluation
  const mine = (standing.opening?.evaluators ?? []).filter(({ personId }) => personId === actor.personId)
  if (mine.length === 0) return []
  const sent = await ballotsOfPerson(db, id, actor.personId)
  const keys = await keysOf(db, id)
  return mine.map((evaluator) => {
    const channel = content.channels.find(({ key }) => key === evaluator.channelKey)
    const units = unitsFor(evaluation, evaluator)
    const row = sent.find(({ channel_key }) => channel_key === evaluator.channelKey)
    return {
      channelKey: evaluator.channelKey,
      units: units.map((unitId) => ({ unitId, name: names.get(unitId) ?? '' })),
      mostHigh: (channel && mostHigh(channel, units.length)) ?? null,
      marks: [...(row?.marks ?? [])],
      sentAt: row ? new Date(row.at).toISOString() : null,
      receipt: row?.id ?? null,
      ticketTaken: tickets.some(
        ({ channel_key, person_id }) => channel_key === evaluator.channelKey && person_id === actor.personId,
      ),
      keys: keys
        .filter(({ channel_key }) => channel_key === evaluator.channelKey)
        .map(({ name, modulus, exponent }) => ({ name, modulus, exponent })),
    }
  })
}

const turnoutOf = ({ content, standing }: Evaluation, sent: readonly Sent[]): Reply['turnout'] =>
  content.channels.map(({ key, way }) => {
    const agreed = way === 'paper' ? agreedCount(standing.counts, key) : undefined
    return {
      channelKey: key,
      asked: agreed?.handedOut ?? standing.opening?.evaluators.filter((one) => one.channelKey === key).length ?? 0,
      came: agreed?.returned ?? sent.filter(({ channel_key }) => channel_key === key).length,
    }
  })

const countsOf = ({ standing }: Evaluation, names: Names): Reply['counts'] =>
  standing.counts.map(({ by, units, ...one }) => ({
    ...one,
    by: names.get(by.personId) ?? '',
    units: units.map(({ unitId, marks }) => ({ unitId, marks: marks.map((mark) => ({ ...mark })) })),
  }))

const paperOf = ({ content, standing }: Evaluation): Pick<Reply, 'differences' | 'agreedChannels'> => {
  const paper = content.channels.filter(({ way }) => way === 'paper')
  return {
    differences: paper.flatMap(({ key }) => {
      const [first, second] = lastCounts(standing.counts, key)
      if (!first || !second) return []
      return differencesOf(first, second).map(({ unitId, ...one }) => ({
        channelKey: key,
        unitId: unitId ?? null,
        ...one,
      }))
    }),
    agreedChannels: paper.filter(({ key }) => agreedCount(standing.counts, key)).map(({ key }) => key),
  }
}

const resultShown = ({ standing: { result } }: Evaluation): Reply['result'] =>
  result
    ? {
        channels: result.channels.map(({ units, ...channel }) => ({
          ...channel,
          units: units.map(({ mean, rate, marks, ...one }) => ({
            ...one,
            mean: mean ?? null,
            rate: rate ?? null,
            marks: (marks ?? []).map((mark) => ({ ...mark })),
          })),
        })),
        units: result.units.map(({ unitId, exact, value }) => ({
          unitId,
          exact: exact ?? null,
          value: value ?? null,
        })),
      }
    : null

/** A plan of a round in the form of the contract: absent rules are null, rosters only for who reads them. */
const contentShown = ({ content }: Evaluation, isRead: boolean, ownKeys: readonly string[]): Reply['content'] => ({
  ...content,
  ticketsUntil: content.ticketsUntil ?? null,
  channels: content.channels
    .filter(({ key }) => isRead || ownKeys.includes(key))
    .map(({ spread, trim, roster, ...channel }) => ({
      ...channel,
      scale:
        channel.scale.kind === 'levels'
          ? { kind: 'levels', levels: channel.scale.levels.map((level) => ({ ...level })) }
          : channel.scale,
      spread: spread ?? null,
      trim: trim ?? null,
      roster: isRead
        ? {
            posts: [...roster.posts] as Reply['content']['channels'][number]['roster']['posts'],
            unitIds: [...roster.unitIds],
          }
        : { posts: [], unitIds: [] },
    })),
})

export const show = async (
  db: Reader,
  actor: Actor,
  evaluationId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const one = await evaluationKeeper.find(db, evaluationId, evaluationIsVisible(actor))
  if (!one) return refuse('platform.notFound')
  const { model } = one
  const { standing, steps, unitId, unitIds, content } = model
  const isRead = readsEvaluation(actor, model)
  const evaluators = standing.opening?.evaluators ?? []
  const came = await cameOf(db, [model.id])
  const sent = [...came.ballots, ...came.tickets]
  const owing =
    model.state === 'open' && runsEvaluation(actor, model)
      ? evaluators.filter(
          ({ channelKey, personId }) =>
            !sent.some((row) => row.channel_key === channelKey && row.person_id === personId),
        )
      : []
  const rosterIds = isRead ? content.channels.flatMap(({ roster }) => roster.unitIds) : []
  const names = await namesOf(db, {
    units: [
      unitId,
      ...unitIds,
      ...rosterIds,
      ...owing.map((person) => person.unitId),
      ...steps.map(({ by }) => by.unitId),
    ],
    people: [
      ...owing.map(({ personId }) => personId),
      ...steps.map(({ by }) => by.personId),
      ...standing.counts.map(({ by }) => by.personId),
    ],
  })
  const said = (id: string) => names.get(id) ?? ''
  const [line] = await linesOf(db, [one], { actor, today })
  if (line === undefined) return refuse('platform.notFound')
  const ballots = await ownBallots(db, model, actor, { names, tickets: came.tickets })
  return ok({
    ...line,
    content: contentShown(
      model,
      isRead,
      ballots.map(({ channelKey }) => channelKey),
    ),
    digest: standing.opening?.digest ?? null,
    units: unitIds.map((id) => ({ unitId: id, name: said(id) })),
    rosterNames: Object.fromEntries(rosterIds.map((id) => [id, said(id)])),
    turnout: isRead ? turnoutOf(model, sent) : [],
    outstanding: owing.map(({ channelKey, personId, unitId: of }) => ({
      channelKey,
      person: said(personId),
      unitName: said(of),
    })),
    ballots,
    ...(isRead
      ? { counts: countsOf(model, names), ...paperOf(model) }
      : { counts: [], differences: [], agreedChannels: [] }),
    box: [...boxShown(model)],
    boxDigest: standing.box ? digestOf(sha256, standing.box) : null,
    result: isRead ? resultShown(model) : null,
    fed: isRead ? standing.fed.map((row) => ({ ...row })) : [],
    steps: steps.map(({ command, by, at, words }) => ({
      command: command as Reply['steps'][number]['command'],
      by: said(by.personId),
      unitName: said(by.unitId),
      at,
      words,
    })),
    next: await nextShown(db, model, names, today),
    may: mayNow(model, actor),
    reads: isRead,
    today,
  })
}
