import type { listImportantMatters } from '@quanheng/contract/matter'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnMatter } from '@quanheng/domain/workbench/next-on-matter'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { matterIsVisible, mattersVisibleTo } from './scope.ts'
import { type KeptMatter, matterKeeper } from './store.ts'

export type MatterLine = ReplyOf<typeof listImportantMatters>['rows'][number]

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Asked in person, not yet heard, and the day has not passed. */
export const owesOpinion = ({ model: matter }: KeptMatter, actor: Actor, today: string): boolean => {
  const { round, opinions } = matter.standing
  if (matter.state !== 'opinions' || !round || round.until < today) return false
  return round.asked.some(
    ({ key, personId }) => personId === actor.personId && !opinions.some(({ seatKey }) => seatKey === key),
  )
}

/** What this person takes forward; a round is closed once its day has passed or everybody has spoken. */
export const takesForward = ({ model: matter }: KeptMatter, actor: Actor, today: string): boolean => {
  const { round, opinions } = matter.standing
  if (matter.state === 'opinions' && round && round.until >= today && opinions.length < round.asked.length) return false
  const act = nextOnMatter(matter)
  return act !== undefined && holdings(actor).some((held) => mayAct(act, held))
}

export const lineOf = (
  one: KeptMatter,
  names: ReadonlyMap<string, string>,
  actor: Actor,
  today: string,
): MatterLine => {
  const { id, unitId, state, content, standing } = one.model
  const { round, opinions, direct, approval } = standing
  return {
    id,
    version: one.row.version,
    sort: content.sort,
    state,
    title: content.title,
    unitName: names.get(unitId) ?? '',
    direct: direct !== undefined,
    until: round?.until ?? null,
    asked: round?.asked.length ?? 0,
    given: opinions.length,
    approvedOn: approval?.on ?? null,
    mine: takesForward(one, actor, today) || owesOpinion(one, actor, today),
  }
}

const order = sql`array_position(ARRAY['toApprove', 'opinions', 'revising', 'draft', 'approved', 'cancelled'], matter.state)`

type Filter = Omit<QueryOf<typeof listImportantMatters>, 'page' | 'size'>

const found = (db: Reader, actor: Actor, filter: Filter) => {
  let seen = db.selectFrom('matter').where(matterIsVisible(mattersVisibleTo(actor)))
  if (filter.sort !== undefined) seen = seen.where('matter.sort', '=', filter.sort)
  if (filter.state !== undefined) seen = seen.where('matter.state', '=', filter.state)
  if (filter.direct !== undefined) seen = seen.where(sql<boolean>`matter.standing ? 'direct'`)
  if (filter.q !== undefined && filter.q !== '') {
    seen = seen.where(sql<boolean>`matter.content ->> 'title' LIKE ${like(filter.q)}`)
  }
  return seen
}

/** How many match, of all that this person sees where nothing is asked. */
export const countMatters = async (db: Reader, actor: Actor, filter: Filter): Promise<number> => {
  const counted = found(db, actor, filter).select((count) => count.fn.countAll<number>().as('total'))
  return Number((await counted.executeTakeFirstOrThrow()).total)
}

/** Lines that match, in their order; a page of them, or all. */
export const matterLines = async (
  db: Reader,
  actor: Actor,
  filter: Filter,
  today: string,
  part: { readonly limit: number; readonly offset: number } | 'all',
): Promise<readonly MatterLine[]> => {
  let ordered = found(db, actor, filter)
    .selectAll('matter')
    .orderBy(order)
    .orderBy(sql`matter.standing #>> '{approval,on}' DESC NULLS LAST`)
    .orderBy('matter.id')
  if (part !== 'all') ordered = ordered.limit(part.limit).offset(part.offset)
  const rows = await ordered.execute()
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return (await matterKeeper.complete(db, rows)).map((one) => lineOf(one, names, actor, today))
}

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size, ...filter }: QueryOf<typeof listImportantMatters>,
  today: string,
): Promise<ReplyOf<typeof listImportantMatters>> => ({
  total: await countMatters(db, actor, filter),
  rows: [...(await matterLines(db, actor, filter, today, { limit: size, offset: (page - 1) * size }))],
})
