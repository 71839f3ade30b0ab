import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as contract from '@quanheng/contract/upload'
import type { Grey } from '@quanheng/domain/evidence/picture/grey'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allRoutes, keptFiles, tellOfFaults } from '../../features/index.ts'
import { contextOf } from '../door/context.ts'
import { withClient } from '../postgres/client.ts'
import { beginSession } from '../session/session.ts'
import { seedUnit, signedIn, startTestServer, type TestServer } from '../testing/test-server.ts'
import { type CheckCause, checkFiles, newestCheck, newestRound } from './file-check.ts'
import type { Scanner, Verdict } from './scanner.ts'
import { jpegOf, pngOf } from './testing/write-picture.ts'

let server: TestServer
let token: string
let verdict: Verdict = { state: 'clean' }
let asked = 0

const scanner: Scanner = {
  name: 'tcp://scanner.example:3310',
  scan: async (content) => {
    asked++
    for await (const _part of content);
    return verdict
  },
}

beforeAll(async () => {
  server = await startTestServer(allRoutes, { scanner, probe: false })
  const unitId = await seedUnit(server.db, '云岭市交通运输局')
  const { personId } = await signedIn(server, [{ kind: 'unitReporter', unitId }])
  token = await beginSession(server.db, personId, server.platform.clock.now(), '127.0.0.1', 'password')
})
afterAll(() => server.close())
beforeEach(() => {
  verdict = { state: 'clean' }
  asked = 0
})

const send = async (name: string, payload: Buffer): Promise<string> => {
  const reply = await server.app.inject({
    method: contract.putFile.method,
    url: contract.putFile.path,
    headers: { 'x-quanheng': '1', 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
    cookies: { quanheng: token },
    payload,
  })
  expect(reply.statusCode, reply.body).toBe(200)
  await server.platform.custodian.settled()
  return reply.json<{ digest: string }>().digest
}
const scans = (sha256: string) =>
  server.db.selectFrom('file_scan').select(['state', 'finding']).where('sha256', '=', sha256).orderBy('at').execute()
const pathOf = (sha256: string) => join(server.platform.options.dataDir, sha256.slice(0, 2), sha256)

describe('查毒', () => {
  it('收到即查，查过的不再查', async () => {
    const digest = await send('报告.pdf', Buffer.from('%PDF-1.7 clean'))
    expect(await scans(digest)).toEqual([{ state: 'clean', finding: null }])
    await server.platform.custodian.catchUp()
    expect(asked).toBe(1)
    expect(await server.platform.custodian.mayServe(digest)).toBe(true)
  })

  it('有病毒的隔离，平台留痕；不再放行', async () => {
    verdict = { state: 'infected', finding: 'Eicar-Test-Signature' }
    const digest = await send('带毒.docx', Buffer.from('macro'))
    expect(await server.platform.custodian.mayServe(digest)).toBe(false)
    const act = await server.db
      .selectFrom('act')
      .selectAll()
      .where('action', '=', 'file.quarantine')
      .executeTakeFirstOrThrow()
    expect(act).toMatchObject({ person_id: null, post_id: null })
    expect(act.events).toEqual([
      { type: 'fileQuarantined', digest, finding: 'Eicar-Test-Signature', names: ['带毒.docx'] },
    ])
    expect(await server.db.selectFrom('leaf').select('act_id').where('act_id', '=', act.id).execute()).toHaveLength(1)
  })

  it('查毒服务不在时为未扫描，一小时后再查；太大的不再查', async () => {
    verdict = { state: 'unscanned', cause: 'unreachable' }
    const digest = await send('材料.pdf', Buffer.from('%PDF-1.7 away'))
    expect(await server.platform.custodian.mayServe(digest)).toBe(true)
    verdict = { state: 'unscanned', cause: 'tooLarge' }
    const large = await send('录像.zip', Buffer.from('PK\u0003\u0004 film'))
    verdict = { state: 'clean' }
    asked = 0
    await server.platform.custodian.catchUp()
    expect(asked).toBe(0)
    server.setNow('2025-01-10T11:30:00+08:00')
    await server.platform.custodian.catchUp()
    expect(asked).toBe(1)
    expect(await scans(digest)).toEqual([
      { state: 'unscanned', finding: 'unreachable' },
      { state: 'clean', finding: null },
    ])
    expect(await scans(large)).toEqual([{ state: 'unscanned', finding: 'tooLarge' }])
    server.setNow('2025-01-10T10:00:00+08:00')
  })

  it('没有查过的，打开之前先查', async () => {
    const bytes = Buffer.from('%PDF-1.7 loaded')
    const stored = await server.platform.files.put(
      (async function* () {
        yield bytes
      })(),
      1000,
    )
    if (!stored.ok) throw new Error(stored.error.code)
    verdict = { state: 'infected', finding: 'Late' }
    expect(await server.platform.custodian.mayServe(stored.value.sha256)).toBe(false)
  })
})

describe('图片', () => {
  const view = (seed: number): Grey => ({
    width: 160,
    height: 120,
    data: Uint8Array.from({ length: 19_200 }, (_, i) => {
      const [x, y] = [Math.floor((i % 160) / 16), Math.floor(i / 160 / 15)]
      return Math.floor(Math.abs(Math.sin(seed * 12.9 + x * 78.2 + y * 37.7)) * 255)
    }),
  })

  it('另存、换格式的同一张图片认得出，不同的不相混', async () => {
    const first = await send('现场.jpg', jpegOf(view(1), 90))
    const again = await send('现场（另存）.png', pngOf(view(1)))
    const other = await send('会场.jpg', jpegOf(view(2), 90))
    const pairs = await server.db.selectFrom('picture_likeness').select(['first', 'second']).execute()
    expect(pairs).toEqual([{ first: [first, again].sort()[0], second: [first, again].sort()[1] }])
    const rows = await server.db
      .selectFrom('picture')
      .select(['state', 'width'])
      .where('sha256', 'in', [first, other])
      .execute()
    expect(rows).toEqual([
      { state: 'read', width: 160 },
      { state: 'read', width: 160 },
    ])
  })

  it('坏图片、不是图片的记下来，不再看第二次', async () => {
    const broken = await send('坏.png', pngOf(view(3)).subarray(0, 70))
    const text = await send('说明.txt', Buffer.from('text'))
    const rows = await server.db.selectFrom('picture').select('state').where('sha256', 'in', [broken, text]).execute()
    expect(rows.map(({ state }) => state).sort()).toEqual(['damaged', 'other'])
  })
})

describe('文件核对', () => {
  it('全部完好', async () => {
    const check = await server.platform.custodian.check('command')
    expect(check?.faults).toEqual([])
    expect(check?.files).toBeGreaterThan(5)
  })

  it('点名损坏、缺失和读不出来的文件，平台留痕', async () => {
    const changed = await send('改过.pdf', Buffer.from('%PDF-1.7 before'))
    const lost = await send('丢失.pdf', Buffer.from('%PDF-1.7 lost'))
    const folder = await send('读不出.pdf', Buffer.from('%PDF-1.7 folder'))
    await writeFile(pathOf(changed), '%PDF-1.7 after')
    await rm(pathOf(lost))
    await rename(pathOf(folder), `${pathOf(folder)}.away`)
    await mkdir(pathOf(folder))
    const check = await server.platform.custodian.check('nightly')
    const expected = [
      { digest: changed, fault: 'damaged', names: ['改过.pdf'] },
      { digest: lost, fault: 'missing', names: ['丢失.pdf'] },
      { digest: folder, fault: 'unreadable', names: ['读不出.pdf'] },
    ].sort((a, b) => a.digest.localeCompare(b.digest))
    expect(check?.faults.toSorted((a, b) => a.digest.localeCompare(b.digest))).toEqual(expected)
    expect((await newestCheck(server.db))?.faults).toHaveLength(3)
    const [act] = await server.db
      .selectFrom('act')
      .select(['person_id', 'subjects', 'events'])
      .where('action', '=', 'file.check')
      .orderBy('seq', 'desc')
      .execute()
    expect(act).toMatchObject({
      person_id: null,
      subjects: [check?.id],
      events: [{ type: 'filesChecked', cause: 'nightly' }],
    })
  })

  it('一夜核对不完的，下一夜从停下的地方接着核对；各夜合起来一个文件不少', async () => {
    const { platform, db } = server
    const installation = platform.installation.current()
    if (installation === null) throw new Error('no installation')
    const night = (asks: number, cause: CheckCause = 'nightly') => {
      let left = asks
      server.setNow(new Date(platform.clock.now().getTime() + 1000).toISOString())
      const now = platform.clock.now()
      const contextNow = () => contextOf(installation, now, `night ${now.toISOString()}`)
      const mayGoOn = () => left-- > 0
      return checkFiles(
        { db, files: platform.files, keptFiles, tellOfFaults, installation, contextNow, mayGoOn },
        cause,
      )
    }
    const whole = await night(10_000, 'command')
    expect(whole).toMatchObject({ went_on_from: null, reached: null })
    const digests = whole.faults.map(({ digest }) => digest)
    expect(digests.length).toBeGreaterThan(0)

    expect(await night(0)).toMatchObject({ files: 0, reached: '' })
    const nights = []
    while (nights.length < 100) {
      const one = await night(4)
      nights.push(one)
      expect((await newestRound(db))?.files).toBe(nights.reduce((sum, { files }) => sum + files, 0))
      if (one.reached === null) break
    }
    expect(nights.length).toBeGreaterThan(3)
    for (const [at, one] of nights.entries()) expect(one.went_on_from).toBe(nights[at - 1]?.reached ?? null)
    expect(nights.flatMap(({ faults }) => faults)).toEqual(whole.faults)
    const round = await newestRound(db)
    expect(round).toMatchObject({ files: whole.files, bytes: whole.bytes, faults: whole.faults, reached: null })
    expect(await night(10_000)).toMatchObject({ files: whole.files, went_on_from: null, reached: null })
  })

  it('登记的 SM3 与文件不符也点名', async () => {
    const digest = await send('改了登记.pdf', Buffer.from('%PDF-1.7 sm3'))
    await withClient(server.ownerUrl, (client) =>
      client.query('UPDATE upload SET sm3 = $1 WHERE sha256 = $2', ['0'.repeat(64), digest]),
    )
    const check = await server.platform.custodian.check('command')
    expect(check?.faults.find((fault) => fault.digest === digest)?.fault).toBe('sm3Differs')
  })

  it('停止服务时记下停在何处，不等到全部核对完', async () => {
    const { platform } = server
    const stopping = platform.custodian.check('command')
    await platform.custodian.stop()
    expect((await stopping)?.reached).not.toBeNull()
  })
})
