import type { signIn, stepUp } from '@quanheng/contract/account'
import type { Refusal } from '@quanheng/contract/errors'
import { lockedUntil, lockout } from '@quanheng/domain/account/lockout'
import type { Proof } from '@quanheng/domain/kernel/command-context'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Database } from '../../platform/database/database.ts'
import type { HousekeepingHandler } from '../../platform/http/bind.ts'
import { setSessionCookie } from '../../platform/http/cookie.ts'
import type { Platform } from '../../platform/platform.ts'
import { passwordMatches, wasteTheSameTime } from '../../platform/session/password.ts'
import { beginSession, endSession, markStepUp } from '../../platform/session/session.ts'
import { standingFactor, stepOfCode } from './factor.ts'

interface Account {
  readonly personId: string
  readonly hash: string
}

const findAccount = async (db: Database, by: { login: string } | { personId: string }): Promise<Account | null> => {
  let found = db
    .selectFrom('login_name')
    .innerJoin('person', 'person.id', 'login_name.person_id')
    .innerJoin('credential', 'credential.person_id', 'person.id')
    .select(['person.id', 'credential.hash'])
    .where('person.state', '=', 'active')
  found = 'login' in by ? found.where('login', '=', by.login) : found.where('person.id', '=', by.personId)
  const row = await found.orderBy('credential.made_at', 'desc').executeTakeFirst()
  return row === undefined ? null : { personId: row.id, hash: row.hash }
}

/** Lock-out reads the machine's clock, never the rehearsal date. */
const lockOf = async (db: Database, subject: string, now: Date): Promise<number | null> => {
  const since = new Date(now.getTime() - (lockout.windowMinutes + lockout.lockMinutes) * 60_000)
  const rows = await db
    .selectFrom('sign_in_failure')
    .select('at')
    .where('subject', '=', subject)
    .where('at', '>', since)
    .execute()
  return lockedUntil(
    rows.map((row) => row.at.getTime()),
    now.getTime(),
  )
}

const timeForm = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })

interface Given {
  readonly subject: string
  readonly password: string
  readonly factor: string | undefined
  readonly account: Account | null
}

/** Of somebody signed in the login is known: only the password can be wrong, and the field at fault is named. */
const ofSomebodyKnown = ({ code, ...rest }: Refusal): Refusal => {
  if (code === 'account.wrongPassword') return { code: 'account.ownPasswordWrong', at: 'body.password' }
  const aboutFactor = code === 'account.wrongFactor' || code === 'account.factorNeeded'
  return { code, ...rest, ...(aboutFactor && { at: 'body.factor' }) }
}

/** Password, then second factor where the person has one; five failures lock the login, whoever tries. */
const prove = async (
  platform: Platform,
  given: Given,
): Promise<Result<Account & { readonly proof: Proof }, Refusal>> => {
  const { db } = platform
  const now = platform.clock.now()
  const locked = await lockOf(db, given.subject, now)
  if (locked !== null) return refuse('account.locked', { params: { until: timeForm.format(locked) } })
  const failed = async (code: 'account.wrongPassword' | 'account.wrongFactor') => {
    await db.insertInto('sign_in_failure').values({ subject: given.subject, at: now }).execute()
    return refuse(code)
  }
  if (given.account === null) {
    await wasteTheSameTime(given.password)
    return failed('account.wrongPassword')
  }
  if (!(await passwordMatches(given.password, given.account.hash))) return failed('account.wrongPassword')
  const factor = await checkFactor(platform, given.account.personId, given.factor, now)
  if (!factor.ok) return factor.error.code === 'account.wrongFactor' ? failed('account.wrongFactor') : factor
  await db.deleteFrom('sign_in_failure').where('subject', '=', given.subject).execute()
  return ok({ ...given.account, proof: factor.value })
}

/** Whoever has enrolled a factor is asked for it; a rehearsal asks nobody. RFC 6238, thirty seconds; a step once used is refused (standards §4 row 12). */
const checkFactor = async (
  { db, installation }: Platform,
  personId: string,
  token: string | undefined,
  now: Date,
): Promise<Result<Proof, Refusal>> => {
  if (installation.current()?.kind === 'rehearsal') return ok('password')
  const factor = await standingFactor(db, personId)
  if (factor === null) return ok('password')
  if (token === undefined) return refuse('account.factorNeeded')
  const step = await stepOfCode(factor.secret, token, now)
  if (step === null) return refuse('account.wrongFactor')
  const used = await db
    .insertInto('factor_use')
    .values({ factor_id: factor.id, step })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return used.numInsertedOrUpdatedRows === 1n ? ok('secondFactor') : refuse('account.wrongFactor')
}

const trail = (platform: Platform, route: string, outcome: string, address: string, personId: string | null) =>
  platform.db
    .insertInto('access_trail')
    .values({ at: platform.clock.now(), person_id: personId, route, subject: null, outcome, address })
    .execute()

export const signInHandler =
  (platform: Platform): HousekeepingHandler<typeof signIn> =>
  async ({ body, raw, reply, session }) => {
    const account = await findAccount(platform.db, { login: body.login })
    const proven = await prove(platform, {
      subject: `login:${body.login}`,
      password: body.password,
      factor: body.factor,
      account,
    })
    await trail(platform, 'session.login', proven.ok ? 'ok' : proven.error.code, raw.ip, account?.personId ?? null)
    if (!proven.ok) return proven
    if (session !== null) await endSession(platform.db, session.tokenDigest)
    const token = await beginSession(
      platform.db,
      proven.value.personId,
      platform.clock.now(),
      raw.ip,
      proven.value.proof,
    )
    setSessionCookie(reply, token, platform.options.secure)
    return ok({})
  }

export const stepUpHandler =
  (platform: Platform): HousekeepingHandler<typeof stepUp> =>
  async ({ body, raw, actor, session }) => {
    if (session === null) return refuse('platform.notSignedIn')
    const account = await findAccount(platform.db, { personId: actor.personId })
    const proven = await prove(platform, {
      subject: `person:${actor.personId}`,
      password: body.password,
      factor: body.factor,
      account,
    })
    await trail(platform, 'session.stepUp', proven.ok ? 'ok' : proven.error.code, raw.ip, actor.personId)
    if (!proven.ok) return { ok: false, error: ofSomebodyKnown(proven.error) }
    await markStepUp(platform.db, session.tokenDigest, platform.clock.now(), proven.value.proof)
    return ok({})
  }
