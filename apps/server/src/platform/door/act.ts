import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { type Leaf, leafBytes } from '@quanheng/log/leaf'
import { sql } from 'kysely'
import { json, type Tx } from '../database/database.ts'
import type { StoredChange } from '../database/tables.ts'
import type { Actor } from './actor.ts'
import type { Context } from './context.ts'
import type { Change, Outcome } from './outcome.ts'

/** The installation facts that every act needs. */
export interface Installation {
  readonly kind: 'real' | 'rehearsal' | 'archive'
  readonly origin: string
  readonly saltKey: Buffer
}

/**
 * Digest of a noun's canonical form under the noun's own salt. The salt follows from the installation's key and the noun,
 * so `before` of one act equals `after` of the one before it, while an export without salts tells nobody the content.
 */
export const changeDigest = (salt: Buffer, form: unknown): string =>
  createHash('sha256').update(salt).update(canonicalJson(form)).digest('hex')

/** Binds an act's leaf to who acted, on which business day and from where, without showing any of it. */
export const actorCommitment = (
  salt: Buffer,
  personId: string | null,
  day: string | null,
  address: string | null,
): string => changeDigest(salt, { personId, day, address })

/** The key as the hash wants it: made once for the installation's bytes, not for every act. */
const keys = new WeakMap<Buffer, KeyObject>()

const keyOf = (bytes: Buffer): KeyObject => {
  const key = keys.get(bytes) ?? createSecretKey(bytes)
  keys.set(bytes, key)
  return key
}

export const saltOf = (saltKey: Buffer, noun: string, id: string): Buffer =>
  createHmac('sha256', keyOf(saltKey)).update(`${noun}\n${id}`).digest().subarray(0, 16)

const storedChange = (saltKey: Buffer, change: Change): StoredChange => {
  const salt = saltOf(saltKey, change.noun, change.id)
  return {
    noun: change.noun,
    id: change.id,
    version: change.version,
    before: change.before === null ? null : changeDigest(salt, change.before),
    after: changeDigest(salt, change.after),
    salt: salt.toString('hex'),
  }
}

export interface ActRequest {
  readonly id: string
  readonly action: string
  readonly actor: Actor
  readonly context: Context
  readonly installation: Installation
}

/** Writes act, leaf and queue entry in one statement of the command's transaction, which fails where a row of them is not stored: no act without its leaf. */
export const writeAct = async (tx: Tx, request: ActRequest, outcome: Outcome<unknown>): Promise<void> => {
  const { context, installation } = request
  const salt = context.salt()
  // Nobody is signed in where a rehearsal begins.
  const personId = (outcome.personId ?? request.actor.personId) || null
  const address = request.actor.address ?? null
  const changes = outcome.changes.map((change) => storedChange(installation.saltKey, change))
  const leaf: Leaf = {
    v: 1,
    origin: installation.origin,
    act: request.id,
    time: context.now.toISOString(),
    post: outcome.post?.id ?? '',
    action: request.action,
    changes: changes.map(({ salt: _, ...change }) => change),
    commitments: {
      by: actorCommitment(salt, personId, context.today, address),
      events: changeDigest(salt, outcome.events),
    },
  }
  await sql`
    WITH a AS (
      INSERT INTO act (id, at, business_date, person_id, post_id, action, subjects, changes, events, reply, salt, address)
      VALUES (${request.id}, ${context.now}, ${context.today}, ${personId}, ${outcome.post?.id ?? null}, ${request.action},
        ${[...new Set(changes.map((change) => change.id))]}, ${json(changes)}, ${json(outcome.events)},
        ${json(outcome.keptReply ?? outcome.reply ?? null)}, ${salt}, ${address})
      RETURNING 1
    ), l AS (
      INSERT INTO leaf (act_id, bytes) VALUES (${request.id}, ${Buffer.from(leafBytes(leaf))}) RETURNING 1
    ), q AS (
      INSERT INTO leaf_queue (act_id) VALUES (${request.id}) RETURNING 1
    )
    SELECT 1 / ((SELECT count(*) FROM a) * (SELECT count(*) FROM l) * (SELECT count(*) FROM q))`.execute(tx)
}
