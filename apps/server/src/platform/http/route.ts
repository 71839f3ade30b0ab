import type { Route } from '@quanheng/contract/route'
import { refuse } from '@quanheng/domain/kernel/result'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../door/actor.ts'
import { postsFor } from '../door/actor.ts'
import { throughTheDoor } from '../door/door.ts'
import type { FileReply } from '../door/outcome.ts'
import { contextFor, contextLater, type Platform, today } from '../platform.ts'
import { findSession, type Session } from '../session/session.ts'
import type { Binding } from './bind.ts'
import { cookieName } from './cookie.ts'
import { sendFile } from './file.ts'
import { fromOwnPage, mayCall, mayChange } from './guard.ts'
import { checkInput } from './input.ts'
import { sendJson, sendKept } from './json.ts'
import { languageOf, sendRefusal } from './refusal.ts'
import { openApiSchema } from './schema.ts'

const nobody: Actor = { personId: '', name: '', posts: [] }

const sessions = new WeakMap<FastifyRequest, Session>()

/** Registers one route: own page, session, ability, input, then the door or the read; the reply is cut to the contract's shape. */
export const registerRoute = (app: FastifyInstance, platform: Platform, binding: Binding, described: boolean): void => {
  const { route } = binding
  app.route({
    method: route.method,
    url: route.path,
    ...(described ? { schema: openApiSchema(route) } : {}),
    onRequest: async (request, reply) => {
      const own = fromOwnPage(request)
      if (!own.ok) return sendRefusal(platform.logger, request, reply, own.error)
      if (platform.installation.current() === null && route.ability !== 'public') {
        return sendRefusal(platform.logger, request, reply, { code: 'account.notBegun' })
      }
      const open = mayChange(route, platform.installation.current()?.archived ?? null)
      if (!open.ok) return sendRefusal(platform.logger, request, reply, open.error)
      const session = await sessionOf(platform, request)
      if (session !== null) sessions.set(request, session)
      const allowed = mayCall(route, session)
      if (!allowed.ok) return sendRefusal(platform.logger, request, reply, allowed.error)
    },
    handler: (request, reply) => answer(platform, binding, request, reply),
  })
}

const sessionOf = async (platform: Platform, request: FastifyRequest): Promise<Session | null> => {
  const token = request.cookies[cookieName(platform.options.secure)]
  if (token === undefined) return null
  return findSession(platform.db, token, platform.clock.now(), today(platform), platform.policy, request.ip)
}

const answer = async (
  platform: Platform,
  binding: Binding,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { route } = binding
  const checked = checkInput(
    route,
    { params: request.params, query: request.query, body: request.body },
    languageOf(request),
  )
  if (!checked.ok) return sendRefusal(platform.logger, request, reply, checked.error, checked.error.details)
  const session = sessions.get(request) ?? null
  const actor = session?.actor ?? { ...nobody, address: request.ip }
  const input = checked.value as { params: never; query: never; body: never }

  if (binding.route.kind === 'command') {
    const key = request.headers['idempotency-key']
    if (typeof key !== 'string' || key.length < 8 || key.length > 100) {
      return sendRefusal(platform.logger, request, reply, { code: 'platform.keyMissing' })
    }
    const { handler, prepare, after } = binding as Extract<Binding, { after?: unknown }>
    const result = await throughTheDoor(platform.db, platform.installation.current, {
      route: binding.route,
      handler,
      prepare,
      actor,
      context: contextFor(platform, actor, key),
      later: (context) => contextLater(platform, context),
      key,
      ...input,
    })
    if (!result.ok) return sendRefusal(platform.logger, request, reply, result.error)
    await after?.()
    if (binding.route.milestone) platform.sealer.soon(binding.route.id)
    return sendReply(request, reply, route, result.value)
  }
  const posts =
    route.ability === 'public' || route.ability === 'signedIn' ? actor.posts : postsFor(actor, route.ability)
  const asked = { db: platform.db, actor, posts, context: contextFor(platform, actor, request.id), ...input }
  const result =
    binding.route.kind === 'housekeeping'
      ? await (binding as Extract<Binding, { route: { kind: 'housekeeping' } }>).handler({
          ...asked,
          raw: request,
          reply,
          session,
        })
      : await (binding as Extract<Binding, { route: { kind: 'query' } }>).handler(asked)
  if (!result.ok) return sendRefusal(platform.logger, request, reply, result.error)
  if (route.kind === 'query' && route.reply === 'file') {
    const sent = await sendFile(platform, reply, result.value as FileReply)
    return sent.ok ? sent.value : sendRefusal(platform.logger, request, reply, sent.error)
  }
  return sendReply(request, reply, route, result.value)
}

/** Parses the reply with the contract: unknown fields are cut off, so a store that loads too much leaks nothing. */
const sendReply = (
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  value: unknown,
): Promise<FastifyReply> => {
  const data = route.reply === 'file' ? null : route.reply.parse(value)
  return route.kind === 'query' && route.kept ? sendKept(request, reply, data) : sendJson(request, reply, data)
}

/** For routes that do not exist under /api. */
export const noSuchRoute = (platform: Platform, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendRefusal(platform.logger, request, reply, refuse('platform.routeNotFound').error)
