import { createHash } from 'node:crypto'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginSession } from '../../platform/session/session.ts'
import { seedUnit, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'

const mebibyte = 1_048_576

let server: TestServer
let token: string
let port: number

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  const unitId = await seedUnit(server.db, '云岭市交通运输局')
  const { personId } = await signedIn(server, [{ kind: 'unitReporter', unitId }])
  token = await beginSession(server.db, personId, server.platform.clock.now(), '127.0.0.1')
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  port = (server.app.server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** `total` bytes, made as they are asked for; `onChunk` sees each mebibyte go. */
const bytes = (total: number, onChunk: () => void = () => undefined): Readable => {
  const chunk = Buffer.alloc(mebibyte, 7)
  return Readable.from(
    (function* () {
      for (let sent = 0; sent < total; sent += chunk.length) {
        onChunk()
        yield chunk
      }
    })(),
  )
}

/** Over a real socket, with its back pressure; stops sending when the answer comes. */
const put = (body: Readable, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<{ status: number; json: { error?: { code: string; message: string }; digest?: string; size?: number } }>(
    (resolve, reject) => {
      const sending = request(
        {
          host: '127.0.0.1',
          port,
          method: 'PUT',
          agent: false,
          path: '/api/uploads',
          headers: {
            'x-quanheng': '1',
            'content-type': 'application/octet-stream',
            'x-file-name': encodeURIComponent('大文件.zip'),
            cookie: `quanheng=${token}`,
            ...headers,
          },
        },
        (response) => {
          body.unpipe(sending)
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () => {
            sending.destroy()
            resolve({ status: response.statusCode ?? 0, json: JSON.parse(Buffer.concat(parts).toString('utf8')) })
          })
        },
      )
      sending.on('error', (error) => reject(error))
      body.pipe(sending)
    },
  )

it('空文件、没有文件名的文件不收', async () => {
  expect((await put(Readable.from([]))).json.error?.code).toBe('upload.empty')
  expect((await put(bytes(mebibyte), { 'x-file-name': '' })).json.error?.code).toBe('upload.nameMissing')
})

it('声明2GB的，一看大小就拒', async () => {
  let sent = 0
  const reply = await put(
    bytes(2 * 1024 * mebibyte, () => {
      sent += 1
    }),
    { 'content-length': String(2 * 1024 * mebibyte) },
  )
  expect(reply.status).toBe(413)
  expect(reply.json.error?.message).toContain('500 MB')
  expect(sent).toBeLessThan(64)
})

it('不声明大小的，传到限度就停，什么也不留下', async () => {
  let sent = 0
  const reply = await put(
    bytes(2 * 1024 * mebibyte, () => {
      sent += 1
    }),
  )
  expect(reply.status).toBe(413)
  expect(sent).toBeLessThan(600)
  expect(await server.db.selectFrom('upload').select('id').execute()).toEqual([])
})

it('200MB的文件边收边写，内存不随之增长', async () => {
  const before = process.memoryUsage().rss
  let peak = before
  const size = 200 * mebibyte
  const reply = await put(
    bytes(size, () => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }),
  )
  expect(reply.status, JSON.stringify(reply.json)).toBe(200)
  const hash = createHash('sha256')
  for (let at = 0; at < 200; at++) hash.update(Buffer.alloc(mebibyte, 7))
  expect(reply.json).toMatchObject({ size, digest: hash.digest('hex') })
  // The garbage of small buffers comes and goes; the file itself would be 200 MB.
  expect(peak - before).toBeLessThan(100 * mebibyte)
})
