import { randomBytes } from 'node:crypto'
import type { printSlips } from '@quanheng/contract/account'
import { formLinkCode, linkCodeBytes } from '@quanheng/domain/account/link-code'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { Tx } from '../../platform/database/database.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { canonicalPerson, heldPosts } from '../organisation/index.ts'
import { digestOf } from './link-digest.ts'

/** The newest code is the only one: what is on an older slip, or in an older message, opens nothing any more. */
export const expireLinks = (tx: Tx, personIds: readonly string[]) =>
  tx
    .updateTable('one_time_link')
    .set({ expires_at: new Date(0), version: 2 })
    .where('person_id', 'in', [...personIds])
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(0))
    .execute()

const day = 86_400_000

/** 打印账号条: a fresh code for each person, good for days since paper is carried around; the log keeps who got one, never the code. */
export const makeSlips: CommandHandler<typeof printSlips> = async ({ tx, posts, context, body }) => {
  const personIds = [...new Set(body.personIds)]
  const people = await tx
    .selectFrom('person')
    .innerJoin('login_name', 'login_name.person_id', 'person.id')
    .selectAll('person')
    .select('login_name.login')
    .where('person.id', 'in', personIds)
    .orderBy('person.id')
    .forShare('person')
    .execute()
  if (people.length !== personIds.length) return refuse('platform.notFound')
  const disabled = people.filter(({ state }) => state === 'disabled')
  if (disabled.length > 0) {
    const names = disabled.map(({ name }) => name).join('、')
    return refuse('account.slipDisabled', { at: 'body.personIds', params: { names } })
  }
  const held = await heldPosts(tx, { personIds })
  const standing = held.filter(({ to }) => to === null || to >= context.today)
  // A code lives by the machine's clock, like a session.
  const expires = new Date(Date.now() + body.days * day)
  await expireLinks(tx, personIds)
  const slips = people.map((person) => ({
    person,
    code: formLinkCode(randomBytes(linkCodeBytes)),
    units: [...new Set(standing.filter(({ personId }) => personId === person.id).map(({ unitName }) => unitName))],
  }))
  await tx
    .insertInto('one_time_link')
    .values(
      slips.map(({ person, code }) => ({
        token_digest: digestOf(code),
        person_id: person.id,
        expires_at: expires,
        used_at: null,
        version: 1,
      })),
    )
    .execute()
  const order = new Map(personIds.map((id, at) => [id, at]))
  const shown = slips
    .toSorted((a, b) => (order.get(a.person.id) ?? 0) - (order.get(b.person.id) ?? 0))
    .map(({ person: { id, name, login }, code, units }) => ({ personId: id, name, login, units, code }))
  const expiresAt = expires.toISOString()
  return ok({
    post: posts[0] ?? null,
    events: [{ type: 'slipsPrinted', personIds }],
    changes: people.map((person) => {
      const canonical = canonicalPerson(person)
      return { noun: 'person', id: person.id, version: person.version, before: canonical, after: canonical }
    }),
    reply: { slips: shown, expiresAt },
    keptReply: { slips: shown.map((slip) => ({ ...slip, code: '' })), expiresAt },
  })
}
