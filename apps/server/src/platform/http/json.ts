import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const compress = promisify(gzip)

/** A shorter reply is sent sooner than it is compressed. */
const long = 65_536

const takesGzip = ({ headers }: FastifyRequest): boolean =>
  /\bgzip\b(?!;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers['accept-encoding'] ?? ''))

/** Data of a reply, a long one compressed where the browser takes it. Only our own pages may ask, so that its length tells a stranger nothing. */
export const sendJson = async (request: FastifyRequest, reply: FastifyReply, value: unknown): Promise<FastifyReply> =>
  sendText(request, reply, Buffer.from(JSON.stringify(value)))

/**
 * Data that never change: the browser keeps them and asks each time whether it may still show them, so that a computer that several
 * people use shows nobody what they may not see. The answer to that is a line.
 */
export const sendKept = async (request: FastifyRequest, reply: FastifyReply, value: unknown): Promise<FastifyReply> => {
  const body = Buffer.from(JSON.stringify(value))
  const tag = `W/"${createHash('sha256').update(body).digest('base64url')}"`
  reply.header('cache-control', 'private, no-cache').header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  return sendText(request, reply, body)
}

const sendText = async (request: FastifyRequest, reply: FastifyReply, body: Buffer): Promise<FastifyReply> => {
  reply.type('application/json; charset=utf-8')
  if (body.length < long) return reply.send(body)
  reply.header('vary', 'accept-encoding')
  return takesGzip(request) ? reply.header('content-encoding', 'gzip').send(await compress(body)) : reply.send(body)
}
