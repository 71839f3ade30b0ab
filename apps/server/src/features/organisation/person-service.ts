import type { changePerson, createPerson, showPhone } from '@quanheng/contract/organisation'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { maskPhone } from '@quanheng/domain/organisation/phone'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { canonicalPerson } from './canonical.ts'
import { enterPerson } from './enter.ts'
import { type OnPosts, watchPosts } from './post-service.ts'
import type { PersonTable } from './tables.ts'

export const registerPerson: CommandHandler<typeof createPerson> = async ({ tx, posts, context, body }) => {
  const login = normaliseName(body.login)
  const { phone, mail } = body
  const entered = await enterPerson(tx, context, { name: normaliseName(body.name), login, phone, mail })
  if (entered === null) return refuse('account.loginTaken', { at: 'body.login', params: { login } })
  const { row, event, change } = entered
  return ok({ post: posts[0] ?? null, events: [event], changes: [change], reply: { id: row.id } })
}

export const revisePersonWith =
  (watching: readonly OnPosts[]): CommandHandler<typeof changePerson> =>
  async ({ tx, actor, posts, context, params, body }) => {
    const before = await tx
      .selectFrom('person')
      .selectAll()
      .where('id', '=', params.personId)
      .forUpdate()
      .executeTakeFirst()
    if (before === undefined) return refuse('platform.notFound')
    const current = await sameVersion(tx, before, body.version)
    if (!current.ok) return current
    if (body.state === 'disabled' && before.id === actor.personId) return refuse('person.isSelf')
    const after: PersonTable = {
      id: before.id,
      name: normaliseName(body.name),
      phone: body.phone,
      mail: body.mail,
      state: body.state,
      version: before.version + 1,
    }
    const watched = await watchPosts(watching, tx, context.today)
    await tx.updateTable('person').set(after).where('id', '=', after.id).execute()
    const kept = await watched()
    if (!kept.ok) return kept
    if (after.state === 'disabled') await tx.deleteFrom('session').where('person_id', '=', after.id).execute()
    return ok({
      post: posts[0] ?? null,
      events: [{ type: 'personRevised', before: canonicalPerson(before), after: canonicalPerson(after) }],
      changes: [
        {
          noun: 'person',
          id: after.id,
          version: after.version,
          before: canonicalPerson(before),
          after: canonicalPerson(after),
        },
      ],
      reply: { version: after.version },
    })
  }

/** 查看电话: an act that leaves the person as it was; the log keeps that somebody looked, not what was seen. */
export const revealPhone: CommandHandler<typeof showPhone> = async ({ tx, posts, params }) => {
  const person = await tx
    .selectFrom('person')
    .selectAll()
    .where('id', '=', params.personId)
    .forShare()
    .executeTakeFirst()
  if (person === undefined) return refuse('platform.notFound')
  const { id, version, phone } = person
  const canonical = canonicalPerson(person)
  return ok({
    post: posts[0] ?? null,
    events: [{ type: 'phoneShown', personId: id }],
    changes: [{ noun: 'person', id, version, before: canonical, after: canonical }],
    reply: { phone },
    keptReply: { phone: phone === null ? null : maskPhone(phone) },
  })
}
