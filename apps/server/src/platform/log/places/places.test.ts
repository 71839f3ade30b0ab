import { createSocket } from 'node:dgram'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as contract from '@quanheng/contract/organisation'
import { fromBase64 } from '@quanheng/log/base64'
import { parseCheckpoint } from '@quanheng/log/checkpoint'
import { parseNote } from '@quanheng/log/note'
import { verifyConsistency } from '@quanheng/log/verify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allRoutes } from '../../../features/index.ts'
import { failingSteps, faultyDisk } from '../../files/testing/faulty-disk.ts'
import { withClient } from '../../postgres/client.ts'
import { type Caller, seedUnit, signedIn, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { sha256 } from '../means.ts'
import { makeSealer } from '../sealer.ts'
import { folderPlace } from './folder.ts'
import type { Place } from './place.ts'
import { placeOf } from './places.ts'
import { witnessPlace } from './witness.ts'

let server: TestServer
let office: Caller
let registered = 0
const warnings: string[] = []
const closings: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: await seedUnit(server.db, '绩效办') }])
  warnings.length = 0
})
afterEach(async () => {
  for (const close of closings.splice(0)) await close()
  await server.close()
})

const register = async (count: number) => {
  for (let at = 0; at < count; at++) {
    registered++
    const body = { name: `第${registered}局`, shortName: `${registered}`, aliases: [], sortCode: registered }
    expect((await office.call(contract.createUnit, { body })).statusCode).toBe(200)
  }
}

/** A program just started over the same data, with these places alone. */
const sealerTo = (...places: readonly Place[]) =>
  makeSealer({
    database: () => server.db,
    installation: server.platform.installation,
    clock: server.platform.clock,
    logger: {
      info: () => {},
      error: () => {},
      warn: (_, facts) => {
        warnings.push(String(facts?.message))
      },
    },
    dataDir: server.platform.options.dataDir,
    places,
  })

const sizeOf = async (sealer: ReturnType<typeof sealerTo>): Promise<number | string> => {
  const sealed = await sealer.now(null)
  return sealed.ok ? (sealed.value?.size ?? 0) : `${sealed.error.code} ${sealed.error.params?.size ?? ''}`.trim()
}

const copies = () => server.db.selectFrom('checkpoint_copy').select(['place', 'size', 'cosignatures']).execute()

const listening = async (handle: (body: string, response: ServerResponse) => unknown): Promise<string> => {
  const http: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part) => {
      body += part
    })
    request.on('end', () => handle(`${request.method} ${request.url}\n${body}`, response))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  closings.push(() => {
    http.closeAllConnections()
    return new Promise((resolve) => http.close(resolve))
  })
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}/witness`
}

interface Held {
  size: number
  root: Uint8Array
}

const cosignature = `— witness.example/w1 ${Buffer.alloc(76, 7).toString('base64')}\n`

/** C2SP tlog-witness as its text has it: 409 with the size it holds, 422 on a proof that fails, else a cosignature. */
const answering =
  (held: Held, asked: string[] = []) =>
  (request: string, response: ServerResponse): unknown => {
    const answer = (status: number, text = '') => response.writeHead(status).end(text)
    const split = request.indexOf('\n\n')
    const [line, old = '', ...proof] = request.slice(0, split).split('\n')
    asked.push(old)
    const note = parseNote(request.slice(split + 2))
    const head = note && parseCheckpoint(note.text)
    if (line !== 'POST /witness/add-checkpoint' || head === undefined) return answer(400)
    const oldSize = Number(old.replace('old ', ''))
    if (oldSize !== held.size) return answer(409, `${held.size}\n`)
    if (oldSize === head.size) {
      if (!Buffer.from(held.root).equals(head.root)) return answer(409, `${held.size}\n`)
    } else if (oldSize > 0) {
      const digests = proof.map((text) => fromBase64(text) ?? new Uint8Array())
      const heads = { oldSize, oldRoot: held.root, newSize: head.size, newRoot: head.root }
      if (!verifyConsistency(sha256, { ...heads, proof: digests })) return answer(422)
    } else if (proof.length > 0) return answer(422)
    held.size = head.size
    held.root = head.root
    return answer(200, cosignature)
  }

describe('a witness', () => {
  it('cosigns what continues what it saw, from whatever size that was', async () => {
    const held: Held = { size: 0, root: new Uint8Array() }
    const asked: string[] = []
    const url = await listening(answering(held, asked))
    const sealer = sealerTo(witnessPlace(url))
    await register(3)
    expect(await sizeOf(sealer)).toBe(3)
    await register(4)
    expect(await sizeOf(sealer)).toBe(7)
    expect(held.size).toBe(7)
    expect(asked).toEqual(['old 0', 'old 3'])
    expect(await copies()).toEqual([3, 7].map((size) => ({ place: url, size, cosignatures: cosignature })))
    // Asked again after a start: it holds this very head.
    expect(await sizeOf(sealerTo(witnessPlace(url)))).toBe(7)
    expect(asked.at(-1)).toBe('old 7')
  })

  it('that saw more than this database remembers is answered from there', async () => {
    const held: Held = { size: 0, root: new Uint8Array() }
    const asked: string[] = []
    const url = await listening(answering(held, asked))
    await register(2)
    await sizeOf(sealerTo(witnessPlace(url)))
    await withClient(server.ownerUrl, (client) => client.query('DELETE FROM checkpoint_copy'))
    await register(2)
    expect(await sizeOf(sealerTo(witnessPlace(url)))).toBe(4)
    expect(asked).toEqual(['old 0', 'old 0', 'old 2'])
  })

  it.each<[string, Held, string]>([
    ['saw a greater log', { size: 9, root: Buffer.alloc(32) }, 'checkpoint.rolledBack 9'],
    ['saw another root at this size', { size: 4, root: Buffer.alloc(32, 1) }, 'checkpoint.rolledBack 4'],
    ['saw another beginning', { size: 2, root: Buffer.alloc(32, 1) }, 'checkpoint.rolledBack 2'],
  ])('that %s cosigns nothing, and it is told', async (_, held, told) => {
    const url = await listening(answering({ ...held }))
    await register(4)
    const sealer = sealerTo(witnessPlace(url))
    expect(await sizeOf(sealer)).toBe(told)
    expect(sealer.trouble()).toHaveLength(1)
    expect(await copies()).toEqual([])
  })

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['does not know this log', (response) => void response.writeHead(404).end(), 'witness answered 404'],
    ['is out of order', (response) => void response.writeHead(500).end('oops'), 'witness answered 500'],
    [
      'is the page of a proxy',
      (response) => void response.writeHead(200).end('<html>登录</html>'),
      'witness answered 200',
    ],
    ['says nothing', (response) => void response.writeHead(200).end(), 'witness answered 200'],
    ['tells a size that is none', (response) => void response.writeHead(409).end('-1'), 'witness answered 409'],
    ['sends elsewhere', (response) => void response.writeHead(302, { location: '/other' }).end(), 'fetch failed'],
    ['never ends', (response) => void response.writeHead(200).end('—'.repeat(100_000)), 'witness answered too much'],
    ['hangs up', (response) => void response.destroy(), 'fetch failed'],
    ['is slow', () => {}, 'The operation was aborted due to timeout'],
  ])('that %s is no cosignature: sealed all the same, and tried again', async (_, misbehave, message) => {
    const held: Held = { size: 0, root: new Uint8Array() }
    let sound = false
    const url = await listening((request, response) =>
      sound ? answering(held)(request, response) : misbehave(response),
    )
    const sealer = sealerTo(witnessPlace(url, 400))
    await register(2)
    expect(await sizeOf(sealer)).toBe(2)
    expect(warnings).toEqual([message])
    expect(await copies()).toEqual([])
    sound = true
    expect(await sizeOf(sealer)).toBe(2)
    expect(await copies()).toHaveLength(1)
  })
})

describe('a syslog collector', () => {
  it('receives the head as one line of RFC 5424', async () => {
    const socket = createSocket('udp4')
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    closings.push(() => new Promise<void>((resolve) => socket.close(() => resolve())))
    const heard = new Promise<string>((resolve) => socket.once('message', (bytes) => resolve(bytes.toString('utf8'))))
    const word = `syslog://127.0.0.1:${socket.address().port}`
    await register(3)
    const place = placeOf(word)
    if (place === undefined) throw new Error('no place')
    expect(await sizeOf(sealerTo(place))).toBe(3)
    const row = await server.db.selectFrom('checkpoint').selectAll().executeTakeFirstOrThrow()
    const head = `quanheng/test 3 ${row.root.toString('base64')}`
    expect(await heard).toMatch(/^<110>1 2025-01-10T02:00:00\.000Z \S+ quanheng - checkpoint - /)
    expect((await heard).endsWith(head)).toBe(true)
    expect(await copies()).toEqual([{ place: word, size: 3, cosignatures: null }])
  })

  it('that has no address does not stop the sealing', async () => {
    await register(2)
    const place = placeOf('syslog://no-such-host.invalid:514')
    if (place === undefined) throw new Error('no place')
    expect(await sizeOf(sealerTo(place))).toBe(2)
    expect(warnings).toHaveLength(1)
    expect(await copies()).toEqual([])
  })
})

describe('a folder', () => {
  const folder = async () => {
    const path = await mkdtemp(join(tmpdir(), 'quanheng-places-'))
    closings.push(() => rm(path, { recursive: true, force: true }))
    return path
  }

  it('of another log is neither written into nor taken for a set-back', async () => {
    const path = await folder()
    await register(2)
    await sizeOf(sealerTo(folderPlace(path)))
    const row = await server.db.selectFrom('checkpoint').select('note').executeTakeFirstOrThrow()
    await writeFile(join(path, 'latest'), row.note.replaceAll('quanheng/test', 'quanheng/other'))
    await register(1)
    expect(await sizeOf(sealerTo(folderPlace(path)))).toBe(3)
    expect(warnings[0]).toContain('keeps the checkpoints of quanheng/other')
    expect(await readdir(path)).not.toContain('0000000003.checkpoint')
  })

  it('that cannot be written to does not stop the sealing', async () => {
    const path = join(await folder(), 'file')
    await writeFile(path, '')
    await register(2)
    expect(await sizeOf(sealerTo(folderPlace(join(path, 'below'))))).toBe(2)
    expect(warnings.length).toBeGreaterThan(0)
    expect(await copies()).toEqual([])
  })
})

describe('--checkpoints-to', () => {
  it.each([
    ['/mnt/audit', '/mnt/audit'],
    ['syslog://10.0.0.5', 'syslog://10.0.0.5:514'],
    ['https://witness.example/q', 'https://witness.example/q'],
    ['mnt/audit', undefined],
    ['syslog://', undefined],
    ['ftp://10.0.0.5/', undefined],
  ])('%s', (word, name) => {
    expect(placeOf(word)?.name).toBe(name)
  })
})

describe('a folder whose disk does not take the copies', () => {
  const steps = failingSteps.filter((step) => step !== 'exists')

  it.each(steps.flatMap((step) => ['ENOSPC', 'EIO'].map((code) => [step, code] as const)))(
    '%s fails with %s: said, the log goes on, and the next checkpoint is delivered whole',
    async (step, code) => {
      const disk = faultyDisk()
      const folder = join(server.platform.options.dataDir, 'elsewhere')
      const sealer = sealerTo(folderPlace(folder, disk))
      await register(2)
      if (step !== 'makeFolder') expect(await sizeOf(sealer)).toBe(2)
      disk.fail({ step, code })
      await register(1)
      expect(await sizeOf(sealer)).toBe(3)
      expect(warnings).toEqual([expect.stringContaining(code)])
      const names = step === 'makeFolder' ? [] : await readdir(folder)
      expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
      for (const name of names) expect(parseNote(await readFile(join(folder, name), 'utf8'))).toBeDefined()
      expect((await copies()).map(({ size }) => size)).not.toContain(3)
      disk.fail(undefined)
      await register(1)
      expect(await sizeOf(sealer)).toBe(4)
      expect(await readFile(join(folder, 'latest'), 'utf8')).toContain('\n4\n')
      expect((await copies()).map(({ size }) => size)).toContain(4)
    },
  )
})
