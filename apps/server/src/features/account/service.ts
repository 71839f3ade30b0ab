import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { begin, changePassword, makeLink, moveDate, redeemLink } from '@quanheng/contract/account'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import type { Platform } from '../../platform/platform.ts'
import { passwordMatches } from '../../platform/session/password.ts'
import { canonicalPerson, canonicalPost, canonicalUnit } from '../organisation/index.ts'
import { saveCredential, wordsOf } from './credentials.ts'
import { digestOf } from './link-digest.ts'
import { expireLinks } from './slip-service.ts'

const linkMinutes = 30

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const sameText = (a: string, b: string): boolean => timingSafeEqual(hashOf(a), hashOf(b))

/** First run: the code from the terminal makes the body, its security administrator, and the installation. */
export const beginReal =
  (platform: Platform): CommandHandler<typeof begin> =>
  async ({ tx, context, body }) => {
    const begun = await tx.selectFrom('installation').select('id').executeTakeFirst()
    if (begun !== undefined) return refuse('account.alreadyBegun')
    if (!sameText(body.code.trim().toUpperCase(), platform.options.firstRunCode)) {
      return refuse('account.wrongCode', { at: 'body.code' })
    }
    await tx
      .insertInto('installation')
      .values({
        id: 1,
        kind: 'real',
        origin: `quanheng/${randomUUID()}`,
        salt_key: randomBytes(32),
        business_date: null,
        version: 1,
      })
      .execute()
    const name = normaliseName(body.unitName)
    const unit = {
      id: context.newId(),
      name,
      short_name: name,
      aliases: [],
      sort_code: 0,
      state: 'active' as const,
      version: 1,
    }
    const person = {
      id: context.newId(),
      name: normaliseName(body.name),
      phone: null,
      mail: null,
      state: 'active' as const,
      version: 1,
    }
    const post = {
      id: context.newId(),
      person_id: person.id,
      unit_id: unit.id,
      section_id: null,
      kind: 'securityAdmin' as const,
      title: null,
      acting: false,
      from_date: context.today,
      to_date: null,
      version: 1,
    }
    await tx.insertInto('unit').values(unit).execute()
    await tx.insertInto('person').values(person).execute()
    await tx
      .insertInto('login_name')
      .values({ login: normaliseName(body.login), person_id: person.id })
      .execute()
    await tx.insertInto('post').values(post).execute()
    const words = [body.login, person.name, unit.name]
    const credential = await saveCredential(tx, context, { personId: person.id, password: body.password, words })
    if (!credential.ok) return credential
    return ok({
      post: null,
      personId: person.id,
      events: [{ type: 'installationBegun', unit: canonicalUnit(unit), post: canonicalPost(post) }],
      changes: [
        { noun: 'unit', id: unit.id, version: 1, before: null, after: canonicalUnit(unit) },
        { noun: 'person', id: person.id, version: 1, before: null, after: canonicalPerson(person) },
        { noun: 'post', id: post.id, version: 1, before: null, after: canonicalPost(post) },
        credential.value,
      ],
      reply: {},
    })
  }

export const issueLink: CommandHandler<typeof makeLink> = async ({ tx, posts, context, params }) => {
  const person = await tx
    .selectFrom('person')
    .selectAll()
    .where('id', '=', params.personId)
    .forShare()
    .executeTakeFirst()
  if (person === undefined) return refuse('platform.notFound')
  if (person.state === 'disabled') return refuse('person.disabled')
  const token = randomBytes(24).toString('base64url')
  // A link lives by the machine's clock, like a session.
  const expires = new Date(Date.now() + linkMinutes * 60_000)
  await expireLinks(tx, [person.id])
  await tx
    .insertInto('one_time_link')
    .values({ token_digest: digestOf(token), person_id: person.id, expires_at: expires, used_at: null, version: 1 })
    .execute()
  return ok({
    post: posts[0] ?? null,
    events: [{ type: 'linkIssued', personId: person.id }],
    changes: [{ noun: 'oneTimeLink', id: context.newId(), version: 1, before: null, after: { personId: person.id } }],
    reply: { path: `/links/${token}`, expiresAt: expires.toISOString() },
    keptReply: { path: '', expiresAt: expires.toISOString() },
  })
}

export const redeem: CommandHandler<typeof redeemLink> = async ({ tx, context, params, body }) => {
  const digest = digestOf(params.token)
  const link = await tx
    .selectFrom('one_time_link')
    .selectAll()
    .where('token_digest', '=', digest)
    .forUpdate()
    .executeTakeFirst()
  if (link === undefined) return refuse('account.linkUnknown')
  if (link.used_at !== null || link.expires_at.getTime() < Date.now()) return refuse('account.linkExpired')
  const { login } = await tx
    .selectFrom('login_name')
    .select('login')
    .where('person_id', '=', link.person_id)
    .executeTakeFirstOrThrow()
  const words = await wordsOf(tx, link.person_id)
  const credential = await saveCredential(tx, context, { personId: link.person_id, password: body.password, words })
  if (!credential.ok) return credential
  await tx
    .updateTable('one_time_link')
    .set({ used_at: new Date(), version: 2 })
    .where('token_digest', '=', digest)
    .execute()
  await tx.deleteFrom('session').where('person_id', '=', link.person_id).execute()
  return ok({
    post: null,
    personId: link.person_id,
    events: [{ type: 'passwordSet', personId: link.person_id }],
    changes: [credential.value],
    reply: { login },
  })
}

export const replacePassword: CommandHandler<typeof changePassword> = async ({ tx, actor, context, body }) => {
  const current = await tx
    .selectFrom('credential')
    .select('hash')
    .where('person_id', '=', actor.personId)
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  if (current === undefined || !(await passwordMatches(body.oldPassword, current.hash))) {
    return refuse('account.ownPasswordWrong', { at: 'body.oldPassword' })
  }
  const words = await wordsOf(tx, actor.personId)
  const saved = await saveCredential(tx, context, { personId: actor.personId, password: body.newPassword, words })
  if (!saved.ok) return saved
  return ok({
    post: actor.posts[0] ?? null,
    events: [{ type: 'passwordChanged', personId: actor.personId }],
    changes: [saved.value],
    reply: {},
  })
}

/** Forward only: a day gone by cannot be relived, since acts already stand on it. */
export const moveRehearsalDate: CommandHandler<typeof moveDate> = async ({ tx, actor, context, body }) => {
  const row = await tx.selectFrom('installation').selectAll().forUpdate().executeTakeFirstOrThrow()
  if (row.kind !== 'rehearsal' || row.business_date === null) return refuse('account.notRehearsal')
  if (body.date <= row.business_date) {
    return refuse('account.dateBackwards', { at: 'body.date', params: { today: row.business_date } })
  }
  await tx
    .updateTable('installation')
    .set({ business_date: body.date, version: row.version + 1 })
    .execute()
  return ok({
    post: actor.posts[0] ?? null,
    events: [{ type: 'rehearsalDateMoved', from: row.business_date, to: body.date }],
    changes: [
      {
        noun: 'rehearsalDate',
        id: context.newId(),
        version: row.version + 1,
        before: { date: row.business_date },
        after: { date: body.date },
      },
    ],
    reply: {},
  })
}
