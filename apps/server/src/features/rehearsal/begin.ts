import { createHash } from 'node:crypto'
import { command } from '@quanheng/contract/route'
import { none } from '@quanheng/contract/shapes'
import { ok } from '@quanheng/domain/kernel/result'
import { rehearsalOrigin as origin } from '@quanheng/log/noticed'
import { rehearsalPassword } from '@quanheng/rehearsal/accounts'
import { firstDay, loadWorld } from '@quanheng/rehearsal/load-world'
import { playYear } from '@quanheng/rehearsal/play-year'
import { firstPerson, unitByKey } from '@quanheng/rehearsal/world/people'
import { officeKey } from '@quanheng/rehearsal/world/units'
import { rehearsalContext } from '../../platform/door/context.ts'
import { throughTheDoor } from '../../platform/door/door.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { nobody } from '../../platform/door/own-act.ts'
import { hashPassword } from '../../platform/session/password.ts'
import { canonicalPerson, canonicalPost, canonicalUnit } from '../organisation/index.ts'
import { type Loading, makePlayer } from './player.ts'

/** Not served: only the loading itself begins and opens a rehearsal. */
const beginRehearsal = command({
  id: 'rehearsal.begin',
  method: 'POST',
  path: '/api/never/rehearsal/begin',
  ability: 'public',
  act: '建立演练环境',
  summary: 'Begin the rehearsal installation with its first body and security administrator',
  reply: none,
  errors: [],
})

const openAccounts = command({
  id: 'rehearsal.openAccounts',
  method: 'POST',
  path: '/api/never/rehearsal/accounts',
  ability: 'public',
  act: '开通演练账号',
  summary: 'Give every person of the world the one rehearsal password',
  reply: none,
  errors: [],
})

const begin: CommandHandler<typeof beginRehearsal> = async ({ tx, context }) => {
  await tx
    .insertInto('installation')
    .values({
      id: 1,
      kind: 'rehearsal',
      origin,
      salt_key: createHash('sha256').update(origin).digest(),
      business_date: context.today,
      version: 1,
    })
    .execute()
  const body = unitByKey(officeKey)
  const unit = {
    id: context.newId(),
    name: body.name,
    short_name: body.shortName,
    aliases: [],
    sort_code: 0,
    state: 'active' as const,
    version: 1,
  }
  const { name, phone, mail } = firstPerson
  const person = { id: context.newId(), name, phone, mail, state: 'active' as const, version: 1 }
  const post = {
    id: context.newId(),
    person_id: person.id,
    unit_id: unit.id,
    section_id: null,
    kind: 'securityAdmin' as const,
    title: null,
    acting: false,
    from_date: '2024-01-01',
    to_date: null,
    version: 1,
  }
  await tx.insertInto('unit').values(unit).execute()
  await tx.insertInto('person').values(person).execute()
  await tx.insertInto('login_name').values({ login: firstPerson.login, person_id: person.id }).execute()
  await tx.insertInto('post').values(post).execute()
  return ok({
    post: null,
    personId: person.id,
    events: [{ type: 'rehearsalBegun' }],
    changes: [
      { noun: 'unit', id: unit.id, version: 1, before: null, after: canonicalUnit(unit) },
      { noun: 'person', id: person.id, version: 1, before: null, after: canonicalPerson(person) },
      { noun: 'post', id: post.id, version: 1, before: null, after: canonicalPost(post) },
    ],
    reply: {},
  })
}

/** One hash for all: ninety argon2 hashes of one public password would protect nothing and cost seconds. */
const open: CommandHandler<typeof openAccounts> = async ({ tx, context }) => {
  const people = await tx.selectFrom('person').select('id').orderBy('id').execute()
  const hash = await hashPassword(rehearsalPassword)
  const credentials = people.map(({ id }) => ({ id: context.newId(), person_id: id, made_at: context.now, hash }))
  await tx.insertInto('credential').values(credentials).execute()
  return ok({
    post: null,
    events: [{ type: 'accountsOpened', people: people.length }],
    changes: credentials.map(({ id, person_id }) => ({
      noun: 'credential',
      id,
      version: 1,
      before: null,
      after: { id, personId: person_id },
    })),
    reply: {},
  })
}

type Telling = Omit<Loading, 'play'>

/** Plays the loaded world to the end of its year, as acts of its posts. */
export const playWholeYear = (telling: Telling): Promise<void> => playYear(makePlayer({ ...telling, play: 'year' }))

/** Begins the rehearsal and loads its world; at most twenty seconds. */
export const loadRehearsal = async (telling: Telling): Promise<void> => {
  const { platform } = telling
  const run = async <R extends typeof beginRehearsal | typeof openAccounts>(route: R, handler: CommandHandler<R>) => {
    const result = await throughTheDoor(platform.db, platform.installation.current, {
      route,
      handler,
      actor: nobody,
      context: rehearsalContext(new Date(`${firstDay}T08:00:00+08:00`), firstDay, `${origin}\n${route.id}`),
      key: route.id,
      params: undefined,
      query: undefined,
      body: undefined,
    } as never)
    if (!result.ok) throw new Error(`${route.id}: ${result.error.code}`)
    await platform.installation.reload()
  }
  await run(beginRehearsal, begin as never)
  const { id } = await platform.db.selectFrom('unit').select('id').executeTakeFirstOrThrow()
  await loadWorld(makePlayer({ ...telling, play: 'rehearsal' }), id)
  await run(openAccounts, open as never)
}
