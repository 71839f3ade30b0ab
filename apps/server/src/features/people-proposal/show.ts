import type { Refusal } from '@quanheng/contract/errors'
import type { proposablePeople, showPeopleProposal } from '@quanheng/contract/people-proposal'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { maskPhone } from '@quanheng/domain/organisation/phone'
import { judgeLines } from '@quanheng/domain/people-proposal/judge'
import type { PeopleProposal } from '@quanheng/domain/people-proposal/model'
import { type PeopleProposalCommandKind, peopleProposalWorkflow } from '@quanheng/domain/people-proposal/transitions'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { lineOf } from './list.ts'
import { proposalIsVisible } from './scope.ts'
import { proposalKeeper } from './store.ts'
import { loginsOf, worldOf } from './world.ts'

type Reply = ReplyOf<typeof showPeopleProposal>

const mayNow = ({ state, unitId }: PeopleProposal, actor: Actor): PeopleProposalCommandKind[] => [
  ...new Set(
    actor.posts.flatMap((post) =>
      commandsFor(peopleProposalWorkflow, state, post.kind).filter(
        (command) => command === 'decide' || post.unitId === unitId,
      ),
    ),
  ),
]

/** What would refuse each line now; what was approved is done. */
const faultsNow = async (db: Reader, { unitId, state, content, standing }: PeopleProposal) => {
  if (state === 'decided' || state === 'withdrawn') return []
  const lines = content.lines.filter(({ id }) => standing.outcomes[id]?.outcome !== 'approved')
  return judgeLines(lines, await worldOf(db, unitId, loginsOf(lines)))
}

const sectionNames = async (db: Reader, unitId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('section').select(['id', 'name']).where('unit_id', '=', unitId).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const postsById = async (db: Reader, ids: readonly string[]) => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('post')
    .select(['id', 'kind', 'section_id'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Lines with their words: to the unit's own hand with the telephones as typed, to everybody else masked. */
export const linesShown = async (
  db: Reader,
  proposal: PeopleProposal,
  may: readonly string[],
): Promise<Reply['rows']> => {
  const { content, standing, unitId } = proposal
  const sections = await sectionNames(db, unitId)
  const held = await postsById(
    db,
    content.lines.flatMap(({ heldPostId }) => heldPostId ?? []),
  )
  const faults = await faultsNow(db, proposal)
  const deciders = Object.values(standing.outcomes).map(({ by }) => by.personId)
  const names = await namesOf(db, { units: [], people: deciders })
  const sectionOf = (id: string | null | undefined) => (id ? (sections.get(id) ?? null) : null)
  return content.lines.map((line) => {
    const outcome = standing.outcomes[line.id]
    const was = line.heldPostId === null ? undefined : held.get(line.heldPostId)
    return {
      ...line,
      phone: line.phone === null || may.includes('write') ? line.phone : maskPhone(line.phone),
      post: line.post && { ...line.post, sectionName: sectionOf(line.post.sectionId) },
      held: was === undefined ? null : { kind: was.kind, sectionName: sectionOf(was.section_id) },
      outcome: outcome
        ? { outcome: outcome.outcome, reason: outcome.reason, by: names.get(outcome.by.personId) ?? '', on: outcome.on }
        : null,
      cameBack: standing.returns[line.id] ?? null,
      faults: faults
        .filter(({ lineId }) => lineId === line.id)
        .map(({ column, error }) => ({ column, code: error.code, params: { ...error.params } })),
    }
  })
}

export const show = async (db: Reader, actor: Actor, id: string): Promise<Result<Reply, Refusal>> => {
  const one = await proposalKeeper.find(db, id, proposalIsVisible(actor))
  if (!one) return refuse('platform.notFound')
  const { model: proposal } = one
  const { steps, unitId } = proposal
  const names = await namesOf(db, {
    units: [unitId, ...steps.map(({ by }) => by.unitId)],
    people: steps.map(({ by }) => by.personId),
  })
  const may = mayNow(proposal, actor)
  return ok({
    ...lineOf(one, names, actor),
    rows: await linesShown(db, proposal, may),
    steps: steps.map(({ command, by, at, words }) => ({
      command: command as Reply['steps'][number]['command'],
      by: names.get(by.personId) ?? '',
      unitName: names.get(by.unitId) ?? '',
      at,
      words,
    })),
    may,
  })
}

/** Whom the unit may choose from: everybody who holds something there today or later. */
export const people = async (
  db: Reader,
  actor: Actor,
  id: string,
  today: string,
): Promise<Result<ReplyOf<typeof proposablePeople>, Refusal>> => {
  const one = await proposalKeeper.find(db, id, proposalIsVisible(actor))
  const own = postsFor(actor, 'peopleProposal.write').some(({ unitId }) => unitId === one?.model.unitId)
  if (!one || !own) return refuse('platform.notFound')
  const held = (await heldPosts(db, { unitId: one.model.unitId })).filter(({ to }) => to === null || to >= today)
  const ids = [...new Set(held.map(({ personId }) => personId))]
  if (ids.length === 0) return ok({ rows: [] })
  const people = await db
    .selectFrom('person')
    .innerJoin('login_name', 'login_name.person_id', 'person.id')
    .select(['person.id', 'person.name', 'login_name.login'])
    .where('person.id', 'in', ids)
    .where('person.state', '=', 'active')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return ok({
    rows: people.map(({ id: personId, name, login }) => ({
      personId,
      name,
      login,
      posts: held
        .filter((post) => post.personId === personId)
        .map(({ id: postId, kind, sectionName, acting, from, to }) => ({
          id: postId,
          kind,
          sectionName,
          acting,
          from,
          to,
        })),
    })),
  })
}
