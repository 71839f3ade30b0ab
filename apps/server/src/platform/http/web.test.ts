import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveWeb } from './web.ts'

let app: FastifyInstance
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quanheng-web-'))
  const assets = join(folder, 'assets')
  await mkdir(assets)
  await writeFile(join(folder, 'index.html'), '<script nonce="__CSP_NONCE__"></script>')
  for (const name of ['page.js', 'page.js.gz', 'page.js.br', 'mark.svg', 'notes.txt', '.js'])
    await writeFile(join(assets, name), name)
  app = Fastify()
  const sendPage = await serveWeb(app, folder)
  app.setNotFoundHandler((_request, reply) => reply.code(404).send('nothing'))
  app.get('/', (_request, reply) => sendPage(reply))
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const get = (url: string, accepted?: string) =>
  app.inject({ url, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } })

describe('the pages', () => {
  it('sends the smallest form that the browser takes, for good', async () => {
    const smallest = await get('/assets/page.js', 'gzip, deflate, br')
    expect(smallest.body).toBe('page.js.br')
    expect(smallest.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': '10',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    expect((await get('/assets/page.js', 'gzip')).body).toBe('page.js.gz')
    expect((await get('/assets/page.js', 'br;q=0, gzip;q=0.5')).body).toBe('page.js.gz')
    const plain = await get('/assets/page.js')
    expect(plain.body).toBe('page.js')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect((await get('/assets/mark.svg', 'br, gzip')).body).toBe('mark.svg')
  })

  it('hands out the offline checker as a file with a name, once it is built', async () => {
    expect((await get('/check.html')).statusCode).toBe(404)
    await writeFile(join(folder, 'check.html'), 'checker')
    const checker = await get('/check.html')
    expect([checker.statusCode, checker.body]).toEqual([200, 'checker'])
    expect(checker.headers['content-disposition']).toMatch(/^attachment; filename=check\.html; filename\*=UTF-8''/)
    expect(decodeURIComponent(String(checker.headers['content-disposition']))).toContain('权衡离线核验.html')
  })

  it('answers for its headers alone', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/assets/page.js' })
    expect(head.statusCode).toBe(200)
    expect(head.body).toBe('')
  })

  it('serves nothing but what a build makes, and nothing from elsewhere', async () => {
    const outside = ['%2e%2e%2findex.html', '..%2fassets%2fpage.js', '..%5cpage.js', 'page%00.js', 'sub/page.js']
    for (const name of ['gone.js', 'notes.txt', '.js', 'page.js.br', ...outside]) {
      expect((await get(`/assets/${name}`)).statusCode, name).toBe(404)
    }
  })

  it('gives each page a nonce of its own', async () => {
    const [one, other] = [await get('/'), await get('/')]
    const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? ''
    expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(other.body).not.toBe(one.body)
    expect(one.headers['cache-control']).toBe('no-store')
  })
})
