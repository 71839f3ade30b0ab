import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import type { Refusal } from '@quanheng/contract/errors'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { isLostConnection, OutcomeUnknown } from '../database/transact.ts'
import type { Platform } from '../platform.ts'
import type { Binding } from './bind.ts'
import { sendRefusal } from './refusal.ts'
import { noSuchRoute, registerRoute } from './route.ts'
import { serveWeb } from './web.ts'

const mebibyte = 1_048_576

/**
 * The contract checks what comes in (in the handler, after the ability: who may not call learns nothing about the input)
 * and cuts what goes out. Fastify's own compilers would be read at every start for nothing.
 */
const contractOnly: object = { buildValidator: () => () => () => true, buildSerializer: () => () => JSON.stringify }

export interface HttpOptions {
  /** Folder of the built pages; absent where only the API is wanted (tests, OpenAPI). */
  readonly webDir?: string
  readonly trustProxy: boolean
  /** Called before the routes are registered: the OpenAPI document is described here, a serving process needs none. */
  readonly describe?: (app: FastifyInstance) => Promise<void>
  readonly https?: { readonly cert: Buffer; readonly key: Buffer }
}

/** Fastify with every binding, security headers, typed refusals and the pages; not yet listening. */
export const buildHttp = async (
  platform: Platform,
  bindings: readonly Binding[],
  options: HttpOptions,
): Promise<FastifyInstance> => {
  const settings: FastifyServerOptions = {
    genReqId: () => randomUUID(),
    bodyLimit: 8 * mebibyte,
    trustProxy: options.trustProxy,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    schemaController: { compilersFactory: contractOnly },
  }
  const app = (
    options.https ? Fastify({ ...settings, https: options.https } as FastifyServerOptions) : Fastify(settings)
  ) as FastifyInstance
  await app.register(cookie)
  await options.describe?.(app)
  // Uploads are streamed by their handler, never buffered or parsed here.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
    reply.header('cross-origin-opener-policy', 'same-origin').header('x-frame-options', 'DENY')
    if (platform.options.secure) reply.header('strict-transport-security', 'max-age=31536000')
    if (request.url.startsWith('/api/')) {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      if (!reply.hasHeader('content-security-policy')) {
        reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      }
    }
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error, request.id)
    if (refusal.code === 'platform.internal') {
      platform.logger.error('fault', { request: request.id, message: error.message, stack: error.stack })
    }
    return sendRefusal(platform.logger, request, reply, refusal)
  })
  for (const binding of bindings) registerRoute(app, platform, binding, options.describe !== undefined)
  const sendPage = options.webDir === undefined ? undefined : await serveWeb(app, options.webDir)
  app.setNotFoundHandler((request, reply) =>
    sendPage === undefined ||
    request.method !== 'GET' ||
    request.url.startsWith('/api/') ||
    request.url.startsWith('/assets/')
      ? noSuchRoute(platform, request, reply)
      : sendPage(reply),
  )
  return app
}

/** SQLSTATE 53100: the database's disk is full; 22012, a division by zero, stands in `writeAct` alone: the database kept no leaf. */
const refusalOf = (error: FastifyError & { code?: string }, request: string): Refusal => {
  const code = String(error.code ?? '')
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'platform.tooLarge', params: { limit: '8 MB' } }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'platform.wrongType' }
  if (
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    error instanceof SyntaxError
  ) {
    return { code: 'platform.badJson' }
  }
  if (code === '53100' || code === 'ENOSPC') return { code: 'platform.diskFull' }
  if (code === '22012') return { code: 'platform.notLogged' }
  if (error instanceof OutcomeUnknown) return { code: 'platform.outcomeUnknown' }
  if (isLostConnection(error)) return { code: 'platform.databaseAway' }
  if (error.statusCode === 400) return { code: 'platform.badJson' }
  return { code: 'platform.internal', params: { request } }
}
