import { Readable } from 'node:stream'
import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { FastifyReply } from 'fastify'
import type { FileReply } from '../door/outcome.ts'
import type { Platform } from '../platform.ts'

/** The one place where stored bytes leave: what is not there, or what a scanner found infected, does not. */
const contentOf = async (
  { files, custodian }: Pick<Platform, 'files' | 'custodian'>,
  { content }: FileReply,
): Promise<Result<Buffer | Readable, Refusal>> => {
  if (content instanceof Uint8Array) return ok(Buffer.from(content))
  if (content instanceof Readable) return ok(content)
  if (!(await files.has(content.stored))) return refuse('upload.notFound')
  if (!(await custodian.mayServe(content.stored))) return refuse('upload.infected')
  return ok(Readable.from(files.open(content.stored)))
}

const idleMs = 120_000

/** RFC 6266 / RFC 8187; bytes are never sniffed and never run script (standards §4 row 57). */
export const sendFile = async (
  platform: Pick<Platform, 'files' | 'custodian'>,
  reply: FastifyReply,
  file: FileReply,
): Promise<Result<FastifyReply, Refusal>> => {
  const content = await contentOf(platform, file)
  if (!content.ok) return content
  const disposition = file.inline ? 'inline' : 'attachment'
  reply
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox; style-src 'unsafe-inline'; img-src 'self' data:")
    .type(file.mediaType)
  if (file.size !== undefined) reply.header('content-length', file.size)
  // What is made while it is sent holds a connection to the database: a reader who takes nothing for so long is gone.
  if (file.content instanceof Readable) reply.raw.setTimeout(idleMs, () => reply.raw.destroy())
  return ok(reply.send(content.value))
}
