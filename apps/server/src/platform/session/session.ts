import { createHash, randomBytes } from 'node:crypto'
import type { PostKind } from '@quanheng/domain/ability/posts'
import type { Proof } from '@quanheng/domain/kernel/command-context'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Actor, HeldPost } from '../door/actor.ts'

/** 等保 8.1.4.1b, ASVS 7.3.1–7.3.2 (standards §4 row 17). */
export interface SessionPolicy {
  readonly idleMinutes: number
  readonly absoluteHours: number
  /** How long a fresh password proof serves weighty acts. */
  readonly stepUpMinutes: number
  /** 等保 profile: a password serves this many days (standards §4 row 6); null in the ASVS profile and in a rehearsal. */
  readonly passwordDays: number | null
}

export const defaultSessionPolicy: SessionPolicy = {
  idleMinutes: 30,
  absoluteHours: 8,
  stepUpMinutes: 5,
  passwordDays: 90,
}

export interface Session {
  readonly tokenDigest: Buffer
  readonly actor: Actor
  readonly steppedUp: boolean
}

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A 256-bit reference token; only its hash is stored (ASVS 7.2.3). */
export const beginSession = async (
  db: Database,
  personId: string,
  now: Date,
  address: string,
  proof: Proof,
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('session')
    .values({
      token_digest: digest(token),
      person_id: personId,
      begun_at: now,
      seen_at: now,
      step_up_at: now,
      address,
      proof,
    })
    .execute()
  return token
}

interface SessionRow {
  person_id: string
  name: string
  seen_at: Date
  step_up_at: Date | null
  proof: Proof
  password_at: Date | null
  posts: readonly PostRow[]
}

interface PostRow {
  id: string
  kind: PostKind
  unit_id: string
  unit_name: string
  section_id: string | null
  section_name: string | null
  title: string | null
  watches: readonly string[] | null
}

/** The bodies that an observer's post in this one covers: its own, and those that have issued plans under its year plans. */
export const watchedFrom = (unitId: RawBuilder<unknown>): RawBuilder<readonly string[]> => sql`ARRAY(
  SELECT ${unitId} UNION
  SELECT under.owner_unit_id FROM plan year JOIN plan under ON under.parent_plan_id = year.id
  WHERE year.owner_unit_id = ${unitId} AND under.issued_number IS NOT NULL)`

/**
 * The session behind a token, with the posts held on `today`, read afresh at every request so that a change of rights bites
 * at once; null when unknown, idle too long, over its absolute age, or the person is disabled.
 */
export const findSession = async (
  db: Database,
  token: string,
  now: Date,
  today: string,
  policy: SessionPolicy,
  address: string,
): Promise<Session | null> => {
  const tokenDigest = digest(token)
  const idleSince = new Date(now.getTime() - policy.idleMinutes * 60_000)
  const begunSince = new Date(now.getTime() - policy.absoluteHours * 3_600_000)
  const found = await sql<SessionRow>`
    SELECT s.person_id, p.name, s.seen_at, s.step_up_at, s.proof,
      (SELECT max(c.made_at) FROM credential c WHERE c.person_id = p.id) AS password_at,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'unit_id', o.unit_id, 'unit_name', u.name,
          'section_id', o.section_id, 'section_name', x.name, 'title', o.title,
          'watches', CASE WHEN o.kind = 'observer' THEN ${watchedFrom(sql`o.unit_id`)} END) ORDER BY o.from_date, o.id)
        FROM post o JOIN unit u ON u.id = o.unit_id LEFT JOIN section x ON x.id = o.section_id
        WHERE o.person_id = p.id AND o.from_date <= ${today}::date AND (o.to_date IS NULL OR o.to_date >= ${today}::date)
      ), '[]') AS posts
    FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.token_digest = ${tokenDigest} AND s.seen_at > ${idleSince} AND s.begun_at > ${begunSince} AND p.state = 'active'`.execute(
    db,
  )
  const row = found.rows[0]
  if (row === undefined) return null
  if (now.getTime() - row.seen_at.getTime() > 60_000) {
    await db.updateTable('session').set({ seen_at: now }).where('token_digest', '=', tokenDigest).execute()
  }
  return {
    tokenDigest,
    actor: {
      personId: row.person_id,
      name: row.name,
      posts: row.posts.map(heldPost),
      mustChangePassword: isOutworn(row.password_at, now, policy),
      address,
      proof: row.proof,
    },
    steppedUp: row.step_up_at !== null && now.getTime() - row.step_up_at.getTime() <= policy.stepUpMinutes * 60_000,
  }
}

const isOutworn = (madeAt: Date | null, now: Date, { passwordDays }: SessionPolicy): boolean =>
  passwordDays !== null && madeAt !== null && now.getTime() - madeAt.getTime() > passwordDays * 86_400_000

const heldPost = (row: PostRow): HeldPost => ({
  id: row.id,
  kind: row.kind,
  unitId: row.unit_id,
  unitName: row.unit_name,
  sectionId: row.section_id,
  sectionName: row.section_name,
  title: row.title,
  ...(row.watches !== null && { watches: row.watches }),
})

export const markStepUp = (db: Database, tokenDigest: Buffer, now: Date, proof: Proof): Promise<unknown> =>
  db.updateTable('session').set({ step_up_at: now, proof }).where('token_digest', '=', tokenDigest).execute()

export const endSession = (db: Database, tokenDigest: Buffer): Promise<unknown> =>
  db.deleteFrom('session').where('token_digest', '=', tokenDigest).execute()
