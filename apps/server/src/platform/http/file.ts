import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { FileReply } from '../door/outcome.ts'

/** RFC 6266 / RFC 8187; bytes are never sniffed and never run script (standards §4 row 57). */
export const sendFile = (reply: FastifyReply, file: FileReply): FastifyReply => {
  const disposition = file.inline ? 'inline' : 'attachment'
  reply
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox; style-src 'unsafe-inline'; img-src 'self' data:")
    .type(file.mediaType)
  if (file.size !== undefined) reply.header('content-length', file.size)
  const content = file.content
  return reply.send(content instanceof Uint8Array ? Buffer.from(content) : Readable.from(content))
}
