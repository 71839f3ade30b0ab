import { type ErrorCode, errorTable, type Refusal, type RefusalReply } from '@quanheng/contract/errors'
import type { ErrorRow } from '@quanheng/contract/errors/error-row'
import type { Language } from '@quanheng/messages/language'
import { message } from '@quanheng/messages/messages'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../logger.ts'

export type Detail = NonNullable<RefusalReply['error']['details']>[number]

/** The caller's language: the interface sends one of the two. */
export const languageOf = (request: FastifyRequest): Language =>
  request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'

const rowOf = (code: ErrorCode): ErrorRow => errorTable[code]

export const sendRefusal = (
  logger: Logger,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  details?: readonly Detail[],
): FastifyReply => {
  const row = rowOf(refusal.code)
  logger[row.level]('refused', { code: refusal.code, route: request.routeOptions.url, request: request.id })
  const body: RefusalReply = {
    error: {
      code: refusal.code,
      message: message(languageOf(request), refusal.code, refusal.params),
      ...(refusal.at === undefined ? {} : { at: refusal.at }),
      ...(refusal.params === undefined ? {} : { params: { ...refusal.params } }),
      ...(refusal.basis === undefined ? {} : { basis: refusal.basis }),
      ...(details === undefined ? {} : { details: [...details] }),
    },
  }
  // What is still on its way here is read by nobody: on a connection kept open the next request would wait behind it.
  if (!request.raw.complete) reply.header('connection', 'close')
  return reply.code(row.status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body)
}
