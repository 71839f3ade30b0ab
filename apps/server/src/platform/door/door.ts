import { createHash } from 'node:crypto'
import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf, CommandRoute, ParamsOf, QueryOf, ReplyOf } from '@quanheng/contract/route'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import { type Installation, writeAct } from './act.ts'
import { type Actor, type HeldPost, postsFor } from './actor.ts'
import type { Context } from './context.ts'
import type { CommandHandler, Outcome, Preparation } from './outcome.ts'

export interface CommandCall<R extends CommandRoute> {
  readonly route: R
  readonly handler: CommandHandler<R>
  readonly prepare?: Preparation<R> | undefined
  readonly actor: Actor
  readonly context: Context
  /** The context when `prepare` has ended. */
  readonly later?: ((context: Context) => Context) | undefined
  /** Chosen by the caller for one intent; the same key with the same request gives the stored reply. */
  readonly key: string
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
}

/** Thrown inside the transaction to roll it back; never leaves this file. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * The command door: the one way anything changes. Long work first, unless it is done; then in one transaction: idempotency key,
 * load → decide → save (the handler), act and leaf. A refusal rolls everything back and stores nothing.
 */
export const throughTheDoor = async <R extends CommandRoute>(
  db: Database,
  installation: () => Installation | null,
  call: CommandCall<R>,
): Promise<Result<ReplyOf<R>, Refusal>> => {
  const posts = postsOf(call)
  if (posts === null) return refuse('platform.notAllowed', { params: { act: call.route.act } })
  const actId = call.context.newId()
  const { actor, key, params, query, body } = call
  const asked = { actor, posts, context: call.context, params, query, body }
  const known = call.prepare && (await earlier(db, call))
  if (known) return known
  const prepared = (await call.prepare?.({ db, ...asked, key })) ?? ok(undefined)
  const context = (call.prepare && call.later?.(call.context)) ?? call.context
  try {
    return await transact(db, async (tx) => {
      const repeated = await claimKey(tx, call, actId)
      if (repeated !== null) return repeated
      const result = prepared.ok ? await call.handler({ tx, ...asked, context }, prepared.value) : prepared
      if (!result.ok) throw new Refused(result.error)
      const outcome: Outcome<unknown> = result.value
      const written = writeAct(
        tx,
        {
          id: actId,
          action: call.route.id,
          actor: call.actor,
          context,
          installation: installation() ?? (await storedInstallation(tx)),
        },
        outcome,
      )
      // The commit is sent right behind it, and fails with it.
      written.catch(() => undefined)
      return ok(result.value.reply)
    })
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal)
    throw error
  }
}

/** The command that begins the installation has just written the row. */
const storedInstallation = async (tx: Tx): Promise<Installation> => {
  const row = await tx.selectFrom('installation').selectAll().executeTakeFirstOrThrow()
  return { kind: row.kind, origin: row.origin, saltKey: row.salt_key }
}

/** null = refused; a public or signed-in route has no posts to choose from but the actor's own. */
const postsOf = <R extends CommandRoute>({ route, actor }: CommandCall<R>): readonly HeldPost[] | null => {
  if (route.ability === 'public' || route.ability === 'signedIn') return actor.posts
  const posts = postsFor(actor, route.ability)
  return posts.length === 0 ? null : posts
}

/** Nobody's keys: requests without a session share one namespace, so their keys must be unguessable (one-time tokens are). */
const nobody = '00000000-0000-0000-0000-000000000000'

const claimKey = async <R extends CommandRoute>(
  tx: Tx,
  call: CommandCall<R>,
  actId: string,
): Promise<Result<ReplyOf<R>, Refusal> | null> => {
  const personId = call.actor.personId || nobody
  const claimed = await sql`
    INSERT INTO command (person_id, key, request_digest, act_id)
    VALUES (${personId}, ${call.key}, ${requestDigest(call)}, ${actId})
    ON CONFLICT (person_id, key) DO NOTHING`.execute(tx)
  if (claimed.numAffectedRows === 1n) return null
  const known = await earlier(tx, call)
  if (known === undefined) throw new Error('a key is claimed and has no act')
  return known
}

/** What was answered to the same request under this key; undefined where it has not been asked to its end. */
const earlier = async <R extends CommandRoute>(
  db: Reader,
  call: CommandCall<R>,
): Promise<Result<ReplyOf<R>, Refusal> | undefined> => {
  const found = await db
    .selectFrom('command')
    .innerJoin('act', 'act.id', 'command.act_id')
    .select(['command.request_digest', 'act.reply'])
    .where('command.person_id', '=', call.actor.personId || nobody)
    .where('command.key', '=', call.key)
    .executeTakeFirst()
  if (found === undefined) return undefined
  return found.request_digest.equals(requestDigest(call)) ? ok(found.reply as ReplyOf<R>) : refuse('platform.keyReused')
}

/** Passwords stay out of it: a digest of a short secret would give the secret away. */
const requestDigest = <R extends CommandRoute>({ route, params, query, body }: CommandCall<R>): Buffer =>
  createHash('sha256')
    .update(
      canonicalJson({
        route: route.id,
        params: params ?? null,
        query: query ?? null,
        body: withoutSecrets(body) ?? null,
      }),
    )
    .digest()

const withoutSecrets = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([key, value]) => !secretNames.has(key) && value !== undefined))
    : body

const secretNames = new Set(['password', 'oldPassword', 'newPassword', 'factor', 'code'])
