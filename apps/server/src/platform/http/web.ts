import { randomBytes } from 'node:crypto'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** What a build of the pages is made of; anything else in the folder is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** No folder and no leading dot: nothing outside the folder can be named. */
const assetName = /^[\w-][\w.-]*$/

const endings = { br: '.br', gzip: '.gz' } as const

interface Variant {
  readonly file: FileHandle
  readonly encoding: keyof typeof endings | null
}

const openFile = (path: string): Promise<FileHandle | null> =>
  open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

/** The smallest form of a file that the browser takes, compressed when the pages were built. */
const openVariant = async (path: string, accepted: string): Promise<Variant | null> => {
  for (const encoding of ['br', 'gzip'] as const) {
    if (!new RegExp(`\\b${encoding}\\b(?!;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted)) continue
    const file = await openFile(path + endings[encoding])
    if (file !== null) return { file, encoding }
  }
  const file = await openFile(path)
  return file && { file, encoding: null }
}

/** Assets carry their hash in the name and never change; the page itself is never cached and gets a fresh nonce for styles. */
export const serveWeb = async (
  app: FastifyInstance,
  webDir: string,
): Promise<(reply: FastifyReply) => Promise<FastifyReply>> => {
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const { name } = request.params
    const mediaType = mediaTypes[extname(name)]
    if (mediaType === undefined || !assetName.test(name)) return reply.callNotFound()
    const found = await openVariant(join(webDir, 'assets', name), String(request.headers['accept-encoding'] ?? ''))
    if (found === null) return reply.callNotFound()
    const { file, encoding } = found
    reply
      .type(mediaType)
      .header('vary', 'accept-encoding')
      .header('content-length', (await file.stat()).size)
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    if (encoding !== null) reply.header('content-encoding', encoding)
    return reply.send(file.createReadStream())
  })
  // 离线核验: taken away as a file, and opened from a disk; nothing here is asked who takes it.
  app.get('/check.html', async (_, reply) => {
    const checker = await openFile(join(webDir, 'check.html'))
    if (checker === null) return reply.callNotFound()
    return reply
      .type('text/html; charset=utf-8')
      .header(
        'content-disposition',
        "attachment; filename=check.html; filename*=UTF-8''%E6%9D%83%E8%A1%A1%E7%A6%BB%E7%BA%BF%E6%A0%B8%E9%AA%8C.html",
      )
      .send(checker.createReadStream())
  })
  const page = await readFile(join(webDir, 'index.html'), 'utf8')
  return async (reply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__CSP_NONCE__', nonce))
  }
}

const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
