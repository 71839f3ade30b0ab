import { Readable } from 'node:stream'
import { moveDate } from '@quanheng/contract/account'
import type { CommandRoute, QueryRoute, Route } from '@quanheng/contract/route'
import { postsThatMay } from '@quanheng/domain/ability/abilities'
import { readZip } from '@quanheng/papers/zip/read'
import type { Player } from '@quanheng/rehearsal/player'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import { onDay, rehearsalContext } from '../../platform/door/context.ts'
import { throughTheDoor } from '../../platform/door/door.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import type { Binding } from '../../platform/http/bind.ts'
import { checkInput } from '../../platform/http/input.ts'
import { type Platform, today } from '../../platform/platform.ts'
import { watchedFrom } from '../../platform/session/session.ts'
import { heldPosts } from '../organisation/index.ts'

export interface Loading {
  readonly platform: Platform
  readonly bindings: readonly Binding[]
  readonly tell: (percent: number, doing: string) => void
  /** Part of each command's key: two plays in one installation may not share one. */
  readonly play: 'rehearsal' | 'year'
}

/** The check code in the document or the foot of a printed form. */
const printedIn = async (bytes: Uint8Array): Promise<string | undefined> => {
  const printed = (await readZip(bytes))
    .filter(({ path }) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(path))
    .map((part) =>
      Buffer.from(part.bytes)
        .toString('utf8')
        .replaceAll(/<[^>]+>/g, ''),
    )
    .join('\n')
  return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(printed)?.[0]
}

const bindingOf = (bindings: readonly Binding[], route: Route): Binding => {
  const found = bindings.find((binding) => binding.route.id === route.id)
  if (found === undefined) throw new Error(`no route ${route.id}`)
  return found
}

/** As a session reads it. */
const watching = async (db: Reader, post: HeldPost): Promise<HeldPost> => {
  if (post.kind !== 'observer') return post
  const { rows } = await sql<{ watches: readonly string[] }>`
    SELECT ${watchedFrom(sql`${post.unitId}::uuid`)} AS watches`.execute(db)
  return { ...post, watches: rows[0]?.watches ?? [post.unitId] }
}

/**
 * Plays people of the world in this process. Each command is the n-th of the loading: its key and its time of day follow
 * from n, so that ids, salts and times come out the same on every machine.
 */
export const makePlayer = ({ platform, bindings, tell, play }: Loading): Player => {
  let played = 0
  const actors = new Map<string, Actor>()
  const actorOf = async (login: string): Promise<Actor> => {
    const known = actors.get(login)
    if (known !== undefined) return known
    const row = await platform.db
      .selectFrom('login_name')
      .innerJoin('person', 'person.id', 'login_name.person_id')
      .select(['person.id', 'person.name'])
      .where('login', '=', login)
      .executeTakeFirstOrThrow(() => new Error(`nobody signs in as ${login}`))
    const held = await heldPosts(platform.db, { personIds: [row.id], on: today(platform) })
    const posts = await Promise.all(held.map((post) => watching(platform.db, post)))
    const actor: Actor = { personId: row.id, name: row.name, posts }
    // What observers watch grows with the plans that are issued.
    if (posts.length > 0 && !posts.some(({ watches }) => watches)) actors.set(login, actor)
    return actor
  }
  const contextAt = (key: string) => {
    const second = new Date(Date.UTC(2000, 0, 1, 0, 0, played % 36_000))
    const day = today(platform)
    return rehearsalContext(onDay(day, second), day, `${platform.installation.current()?.origin}\n${key}`)
  }
  const check = (route: Route, input: unknown) => {
    const checked = checkInput(
      route,
      { params: undefined, query: undefined, body: undefined, ...(input as object) },
      'zh-CN',
    )
    if (!checked.ok) throw new Error(`${route.id}: ${JSON.stringify(checked.error)}`)
    return checked.value as { params: never; query: never; body: never }
  }
  const act = async (login: string, route: CommandRoute, input: unknown): Promise<unknown> => {
    const binding = bindingOf(bindings, route) as Extract<Binding, { after?: unknown }>
    const key = `${play}-${String(played++).padStart(6, '0')}`
    const actor = await actorOf(login)
    const result = await throughTheDoor(platform.db, platform.installation.current, {
      route: binding.route as CommandRoute,
      handler: binding.handler,
      prepare: binding.prepare,
      actor,
      context: contextAt(key),
      key,
      ...check(route, input),
    })
    if (!result.ok) throw new Error(`${route.id} by ${login}: ${JSON.stringify(result.error)}`)
    await binding.after?.()
    if (play === 'year' && route.milestone) await platform.sealer.now(route.id)
    return result.value
  }
  const read = async (login: string, route: QueryRoute, input: unknown): Promise<unknown> => {
    const binding = bindingOf(bindings, route) as Extract<Binding, { route: { kind: 'query' } }>
    const actor = await actorOf(login)
    const posts =
      route.ability === 'signedIn' || route.ability === 'public'
        ? actor.posts
        : postsThatMay(actor.posts, route.ability)
    const result = await binding.handler({
      db: platform.db,
      actor,
      posts,
      context: contextAt('read'),
      ...check(route, input),
    })
    if (!result.ok) throw new Error(`${route.id} by ${login}: ${JSON.stringify(result.error)}`)
    return result.value
  }
  return {
    act: act as Player['act'],
    read: read as Player['read'],
    printedCode: async (login, route, input) => {
      const { content } = (await read(login, route, input)) as FileReply
      const code = content instanceof Uint8Array ? await printedIn(content) : undefined
      if (code === undefined) throw new Error(`${route.id}: no check code`)
      return code
    },
    upload: async (login, name, content) => {
      const stored = await platform.files.put(Readable.from([content]), content.length)
      if (!stored.ok) throw new Error(`upload of ${name}: ${stored.error.code}`)
      const actor = await actorOf(login)
      const { sha256, sm3, size } = stored.value
      await platform.db
        .insertInto('upload')
        .values({
          id: contextAt(`${play === 'year' ? 'year-' : ''}upload-${played++}`).newId(),
          person_id: actor.personId,
          name,
          media_type: 'application/octet-stream',
          size,
          sha256,
          sm3,
          received_at: contextAt('upload').now,
        })
        .execute()
      return { digest: sha256 }
    },
    moveTo: async (day) => {
      if (day > today(platform)) await act('xitong', moveDate, { body: { date: day } })
    },
    tell,
  }
}
