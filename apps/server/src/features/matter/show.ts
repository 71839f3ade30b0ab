import type { Refusal } from '@quanheng/contract/errors'
import type { showImportantMatter } from '@quanheng/contract/matter'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { type Asked, type ImportantMatter, silent } from '@quanheng/domain/matter/model'
import { type MatterCommandKind, matterWorkflow } from '@quanheng/domain/matter/transitions'
import { mayBring } from '@quanheng/domain/meeting/opinion'
import { nextOnMatter } from '@quanheng/domain/workbench/next-on-matter'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { lineOf } from './list.ts'
import { isOfOffice, visibleMatter } from './read.ts'

type Reply = ReplyOf<typeof showImportantMatter>
type Names = ReadonlyMap<string, string>

/** This person may bring the member's opinion, as the member or for it. */
const wayOf = (member: Asked, matter: ImportantMatter, actor: Actor): 'own' | 'brought' | null => {
  const ways = actor.posts
    .filter(({ kind }) => commandsFor(matterWorkflow, 'opinions', kind).includes('giveOpinion'))
    .map(({ kind, unitId }) => mayBring(member, { personId: actor.personId, unitId, post: kind }, matter.unitId))
  return ways.find((way) => way === 'own') ?? ways.find((way) => way !== undefined) ?? null
}

const mayNow = (matter: ImportantMatter, actor: Actor, today: string): MatterCommandKind[] => {
  const { round } = matter.standing
  const may = new Set(
    actor.posts.flatMap((post) =>
      commandsFor(matterWorkflow, matter.state, post.kind).filter(
        (command) => command === 'giveOpinion' || post.unitId === matter.unitId,
      ),
    ),
  )
  const isOver = (round?.until ?? '') < today
  return [...may].filter((command) => {
    if (command === 'giveOpinion') {
      return !isOver && (round?.asked ?? []).some((member) => wayOf(member, matter, actor) !== null)
    }
    return command !== 'close' || isOver || silent(matter).length === 0
  })
}

const nextShown = async (db: Reader, matter: ImportantMatter, names: Names, today: string): Promise<Reply['next']> => {
  const act = nextOnMatter(matter)
  if (act?.unitId === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter((post) => act.posts.includes(post.kind))
  return {
    command: act.verb as MatterCommandKind,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

export const show = async (
  db: Reader,
  actor: Actor,
  matterId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const one = await visibleMatter(db, actor, matterId)
  if (!one) return refuse('platform.notFound')
  const { model: matter } = one
  const { content, standing, steps, unitId } = matter
  const { round, opinions, answers, versions, direct, approval } = standing
  const office = isOfOffice(actor, one)
  const names = await namesOf(db, {
    units: [unitId, ...steps.map(({ by }) => by.unitId)],
    people: [...steps, ...opinions, ...versions].map(({ by }) => by.personId),
  })
  const members = (round?.asked ?? []).map((member) => ({ member, way: wayOf(member, matter, actor) }))
  return ok({
    ...lineOf(one, names, actor, today),
    wording: content.body,
    files: [...content.files],
    versions: versions.map(({ title, body, by, at }) => ({
      title,
      wording: body,
      by: names.get(by.personId) ?? '',
      at,
    })),
    round: round ? { until: round.until, silence: round.silence, sentOn: round.sentOn } : null,
    members: members
      .filter(({ way }) => office || way !== null)
      .map(({ member, way }) => {
        const opinion = opinions.find(({ seatKey }) => seatKey === member.key)
        const given = answers.find(({ seatKey }) => seatKey === member.key)
        return {
          key: member.key,
          personName: member.personName,
          unitName: member.unitName,
          opinion: opinion
            ? {
                stance: opinion.stance,
                words: opinion.words,
                by: names.get(opinion.by.personId) ?? '',
                at: opinion.at,
                scanDigest: office ? (opinion.scanDigest ?? null) : null,
              }
            : null,
          answer: given ? { outcome: given.outcome, reason: given.reason } : null,
          way,
        }
      }),
    directReason: direct?.reason ?? null,
    tellMembers: direct?.tellMembers ?? false,
    approval: approval
      ? {
          words: approval.words,
          on: approval.on,
          by: names.get(approval.by.personId) ?? '',
          scanDigest: office ? (approval.scanDigest ?? null) : null,
          told: approval.told.map(({ unitName, personName }) => `${unitName}${personName}`),
        }
      : null,
    // What one member said and when is the office's to read, and the member's own.
    steps: steps
      .filter(({ command, by }) => office || command !== 'giveOpinion' || by.personId === actor.personId)
      .map(({ command, by, at, words }) => ({
        command: command as Reply['steps'][number]['command'],
        by: names.get(by.personId) ?? '',
        unitName: names.get(by.unitId) ?? '',
        at,
        words,
      })),
    next: await nextShown(db, matter, names, today),
    may: mayNow(matter, actor, today),
    today,
  })
}
