import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
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
  token = await beginSession(server.db, personId, server.platform.clock.now(), '127.0.0.1', 'password')
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
            'x-file-name': encodeURIComponent('大文件.dat'),
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

/** What was refused is in no row and on no disk. */
const nothingStays = async () => {
  expect(await server.db.selectFrom('upload').select('id').execute()).toEqual([])
  const files = await readdir(server.platform.options.dataDir, { recursive: true, withFileTypes: true })
  expect(files.filter((file) => file.isFile())).toEqual([])
}

it.each<[string, () => Readable, string, string]>([
  ['空文件', () => Readable.from([]), '名单.pdf', '文件是空的（0字节）'],
  ['没有文件名', () => bytes(mebibyte), '', '没有文件名'],
  [
    '网页存成的PDF',
    () => Readable.from([Buffer.from('<html>登录已过期</html>')]),
    '名单.pdf',
    '“名单.pdf”的内容与文件名后缀不符',
  ],
  ['程序改名的图片', () => Readable.from([Buffer.from('MZ\u0090')]), '现场照片.JPG', '“现场照片.JPG”是程序文件'],
  ['程序', () => Readable.from([Buffer.from('MZ')]), '统计工具.exe', '“统计工具.exe”是程序文件，不能作为材料'],
  ['不是压缩包的OFD', () => bytes(mebibyte), '公文.ofd', '与文件名后缀不符'],
])('%s：不收，说明怎么办，什么也不留下', async (_, body, name, words) => {
  const reply = await put(body(), { 'x-file-name': encodeURIComponent(name) })
  expect(reply.json.error?.message, JSON.stringify(reply.json)).toContain(words)
  await nothingStays()
})

it('声明2GB的，一看大小就拒，什么也不留下', async () => {
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
  await nothingStays()
})

it('不声明大小的，传到限度就停，内存不随之增长，什么也不留下', async () => {
  let sent = 0
  const before = process.memoryUsage().rss
  let peak = before
  const reply = await put(
    bytes(2 * 1024 * mebibyte, () => {
      sent += 1
      peak = Math.max(peak, process.memoryUsage().rss)
    }),
  )
  expect(reply.status).toBe(413)
  expect(reply.json.error?.message).toContain('500 MB')
  expect(sent).toBeLessThan(600)
  expect(peak - before).toBeLessThan(100 * mebibyte)
  await nothingStays()
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

it('内容与后缀相符的照收，首部前有几个字节的PDF也收', async () => {
  const files: [string, Uint8Array][] = [
    ['名单.pdf', Buffer.from('\r\n%PDF-1.7 名单')],
    ['照片.jpeg', Buffer.from('ffd8ffe0', 'hex')],
    ['截图.png', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['记录.xyz', Buffer.from('随便什么')],
  ]
  for (const [name, content] of files) {
    const reply = await put(Readable.from([content]), { 'x-file-name': encodeURIComponent(name) })
    expect(reply.status, JSON.stringify(reply.json)).toBe(200)
  }
})
