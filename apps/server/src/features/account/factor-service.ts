import type { enrolFactor, releaseFactor, releaseOwnFactor, showFactor } from '@quanheng/contract/account'
import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change, CommandHandler, QueryHandler } from '../../platform/door/outcome.ts'
import type { Platform } from '../../platform/platform.ts'
import { notify } from '../../platform/work/notify.ts'
import { otp, standingFactor, stepOfCode } from './factor.ts'

/** Bytes of a secret: RFC 4226 §4 asks for 160 bits. */
const secretBytes = 20

/** A secret is made for each asking and kept nowhere: it counts once a code from it comes back. */
export const factorView =
  (platform: Platform): QueryHandler<typeof showFactor> =>
  async ({ db, actor }) => {
    const factor = await standingFactor(db, actor.personId)
    const { login } = await db
      .selectFrom('login_name')
      .select('login')
      .where('person_id', '=', actor.personId)
      .executeTakeFirstOrThrow()
    const { generateSecret, generateURI } = await otp()
    const secret = generateSecret({ length: secretBytes })
    return ok({
      enrolledAt: factor?.madeAt.toISOString() ?? null,
      secret,
      address: generateURI({ issuer: '权衡', label: login, secret }),
      asked: platform.installation.current()?.kind !== 'rehearsal',
    })
  }

/** The act says that a factor was enrolled, never its secret. Time is the machine's, like that of sign-in. */
export const enrol =
  ({ clock }: Pick<Platform, 'clock'>): CommandHandler<typeof enrolFactor> =>
  async ({ tx, actor, context, body }) => {
    const step = await stepOfCode(body.secret, body.code, clock.now())
    if (step === null) return refuse('account.wrongFactor', { at: 'body.code' })
    const change = await save(tx, context, actor.personId, body.secret)
    return ok({
      post: actor.posts[0] ?? null,
      events: [{ type: 'factorEnrolled', personId: actor.personId }],
      changes: [change],
      reply: {},
    })
  }

export const releaseOwn: CommandHandler<typeof releaseOwnFactor> = async ({ tx, actor, context }) => {
  const change = await giveUp(tx, context, actor.personId)
  if (!change.ok) return change
  return ok({
    post: actor.posts[0] ?? null,
    events: [{ type: 'factorReleased', personId: actor.personId }],
    changes: [change.value],
    reply: {},
  })
}

/** For a lost authenticator: the person then signs in with the password alone and enrols again. */
export const release: CommandHandler<typeof releaseFactor> = async ({ tx, posts, context, params, body }) => {
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', params.personId)
    .forUpdate()
    .executeTakeFirst()
  if (person === undefined) return refuse('platform.notFound')
  const change = await giveUp(tx, context, person.id)
  if (!change.ok) return change
  await tx.deleteFrom('session').where('person_id', '=', person.id).execute()
  await notify(tx, context, [person.id], { code: 'notification.factorReleased', link: '/account/factor' })
  return ok({
    post: posts[0] ?? null,
    events: [{ type: 'factorReleased', personId: person.id, reason: body.reason }],
    changes: [change.value],
    reply: {},
  })
}

const giveUp = async (tx: Tx, context: Context, personId: string): Promise<Result<Change, Refusal>> =>
  (await standingFactor(tx, personId)) === null
    ? refuse('account.noFactor')
    : ok(await save(tx, context, personId, null))

const save = async (tx: Tx, context: Context, personId: string, secret: string | null): Promise<Change> => {
  const id = context.newId()
  const released = secret === null
  await tx
    .insertInto('second_factor')
    // A person may enrol again within one rehearsal day: the order is that of real time.
    .values({ id, person_id: personId, kind: 'totp', secret: secret ?? '', made_at: new Date(), released })
    .execute()
  return { noun: 'secondFactor', id, version: 1, before: null, after: { id, personId, released } }
}
