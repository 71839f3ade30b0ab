import type { Refusal } from '@quanheng/contract/errors'
import type { Route } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { FastifyRequest } from 'fastify'
import { postsFor } from '../door/actor.ts'
import type { ArchivedYear } from '../platform.ts'
import type { Session } from '../session/session.ts'

/** State never changes by GET, and only from our own pages (standards §4 row 20): header, and Origin equal to Host. */
export const fromOwnPage = (request: FastifyRequest): Result<null, Refusal> => {
  if (request.method === 'GET' || request.method === 'HEAD') return ok(null)
  if (request.headers['x-quanheng'] !== '1') return refuse('platform.badOrigin')
  const origin = request.headers.origin
  if (origin === undefined) return ok(null)
  const host = request.headers['x-forwarded-host'] ?? request.headers.host
  return URL.canParse(origin) && new URL(origin).host === host ? ok(null) : refuse('platform.badOrigin')
}

/** Whether this session may use the route at all; which object, the stores decide by scope. */
export const mayCall = (route: Route, session: Session | null): Result<null, Refusal> => {
  if (route.ability === 'public') return ok(null)
  if (session === null) return refuse('platform.notSignedIn')
  if (session.actor.mustChangePassword && !allowedBeforeChange.has(route.id))
    return refuse('account.mustChangePassword')
  if (route.ability !== 'signedIn' && postsFor(session.actor, route.ability).length === 0) {
    return refuse('platform.notAllowed')
  }
  return route.kind === 'command' && route.stepUp && !session.steppedUp ? refuse('platform.stepUpNeeded') : ok(null)
}

/** What still works where a year is only read. */
const ownPassword = 'account.changePassword'

/** An archived year is read and never acted on, whoever asks. */
export const mayChange = (route: Route, archived: ArchivedYear | null): Result<null, Refusal> => {
  const changes = (route.kind === 'command' && route.id !== ownPassword) || route.id === 'upload.put'
  return archived !== null && changes
    ? refuse('platform.archived', { params: { year: String(archived.year) } })
    : ok(null)
}

const allowedBeforeChange = new Set(['session.show', 'session.logout', 'account.changePassword'])
