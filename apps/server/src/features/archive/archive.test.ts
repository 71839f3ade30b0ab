import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as contract from '@quanheng/contract/archive'
import type { ReplyOf } from '@quanheng/contract/route'
import { type Retention, type StageProgress, suggestedRetention } from '@quanheng/domain/archive/model'
import { type ObjectLine, paths } from '@quanheng/papers/archive/model'
import { openPackage } from '@quanheng/papers/archive/package-reader'
import { verifyArchive } from '@quanheng/papers/archive/verify-archive'
import { readZip } from '@quanheng/papers/archive/zip'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifierKeys } from '../../platform/log/entries.ts'
import { packageMeans } from '../../platform/log/package-means.ts'
import { withClient } from '../../platform/postgres/client.ts'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes, loggedNouns } from '../index.ts'
import { makeArchiveFile } from './make-archive.ts'
import { lockedYear, logLiveRows } from './testing/archive-world.ts'
import { inMemory, ours, theirs, unpacked } from './testing/both-verifiers.ts'
import { catalogued } from './testing/catalogued.ts'
import { yearsOf } from './year.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof lockedYear>>

beforeAll(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  world = await lockedYear(server, '归')
})
afterAll(() => server.close())

const make = (caller: Caller, year = 2024) =>
  caller.call(contract.makeArchive, { body: { year, retention: { ...suggestedRetention, sheet: '10' } } })

const fetched = async (caller: Caller, archiveId: string): Promise<Buffer> => {
  const reply = await caller.call(contract.archiveFile, { params: { archiveId } })
  expect(reply.statusCode).toBe(200)
  return reply.rawPayload
}

describe('归档包', () => {
  it('holds the year, and passes its verifier against the key noted down', async () => {
    const reply = await make(world.director)
    expect(reply.statusCode, reply.body).toBe(200)
    const bytes = await fetched(world.director, reply.json().archiveId)
    const steps = new Map<string, StageProgress<string>>()
    const verdict = await verifyArchive(inMemory(bytes), {
      ...packageMeans,
      keys: await verifierKeys(server.db),
      told: (step) => steps.set(step.stage, step),
    })
    expect(verdict).toMatchObject({ ok: true, value: { year: 2024, trusted: true, counts: { unchecked: 0 } } })
    if (!verdict.ok) return
    const { files, scores } = verdict.value.counts
    const read = files + verdict.value.size
    expect([...steps.values()]).toEqual([
      { stage: 'verifying', done: read, total: read },
      { stage: 'recomputing', done: scores, total: scores },
    ])
    expect(verdict.value.counts.scores).toBeGreaterThan(3)
    expect(verdict.value.counts.totals).toBeGreaterThan(1)
    expect(verdict.value.open).toContainEqual(expect.stringContaining('尚未印发'))
    const { rows, retention } = (await world.director.call(contract.listArchives)).json()
    expect(rows[0]).toMatchObject({ year: 2024, size: bytes.length })
    expect(retention).toEqual({ ...suggestedRetention, sheet: '10' })
  })

  it('tells of its papers as archives ask: a list, DA/T 46 and DA/T 48, each with the term that was set', async () => {
    const bytes = await fetched(world.director, (await make(world.director)).json().archiveId)
    const files = catalogued(await unpacked(bytes))
    expect(files.length).toBeGreaterThan(1)
    expect(files[0]).toMatchObject({
      kind: '通知',
      retention: '永久',
      number: '云发改发〔2024〕1号',
      date: '2024-01-10',
    })
  })

  it('is the same bytes for the same database, and holds no phone', async () => {
    const [year] = await yearsOf(server.db, world.office)
    if (year === undefined) throw new Error('no year')
    const request = { year, organ: '绩效办', on: '2025-01-20', retention: suggestedRetention }
    const first = await makeArchiveFile(server.platform, loggedNouns, request)
    const second = await makeArchiveFile(server.platform, loggedNouns, request)
    expect(first).toEqual(second)
    if (!first.ok) return
    const chunks: Buffer[] = []
    for await (const chunk of server.platform.files.open(first.value.zipDigest)) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('utf8')
    const people = await server.db.selectFrom('person').select('phone').execute()
    expect(people.filter(({ phone }) => phone !== null && phone !== '' && text.includes(phone))).toEqual([])
    const entries = await readZip(inMemory(Buffer.concat(chunks)), packageMeans.decode)
    expect(entries?.map(({ path }) => path)).toContain('README.txt')
  })

  it('totals in it are for those who may see them: refused before the decision to all but the director', async () => {
    const { archiveId } = (await make(world.director)).json()
    expect((await make(world.staff)).json().error.code).toBe('result.hidden')
    const refused = await world.staff.call(contract.archiveFile, { params: { archiveId } })
    expect(refused.json().error.code).toBe('result.hidden')
    expect((await world.handler.call(contract.listArchives)).statusCode).toBe(403)
    expect((await world.clerk.call(contract.archiveFile, { params: { archiveId } })).statusCode).toBe(404)
  })

  const making = async (caller: Caller) => {
    const reply = await caller.call(contract.showMaking)
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json<ReplyOf<typeof contract.showMaking>>().making
  }
  const cancel = (caller: Caller, year = 2024) => caller.call(contract.cancelMaking, { body: { year } })
  const packages = async () => (await server.db.selectFrom('archive').select('id').execute()).length

  it('while it is made, its keepers see by whom and how far it is; another one waits', async () => {
    expect(await making(world.director)).toBeNull()
    const made = make(world.director)
    const seen = new Map<string, number>()
    let refused: Awaited<typeof made> | undefined
    let done = false
    void made.finally(() => {
      done = true
    })
    while (!done) {
      const now = await making(world.staff)
      if (now === null) continue
      expect(now).toMatchObject({ year: 2024, purpose: 'archive', by: '主任己' })
      expect(now.done).toBeLessThanOrEqual(now.total)
      seen.set(now.stage, Math.max(seen.get(now.stage) ?? 0, now.done))
      refused ??= await make(world.director)
      expect(await making(world.clerk)).toBeNull()
    }
    expect((await made).statusCode).toBe(200)
    expect(refused?.json().error).toMatchObject({ code: 'archive.making', params: { year: '2024' } })
    expect(seen.size).toBeGreaterThan(1)
    expect(await making(world.director)).toBeNull()
  })

  it('cancelled, it ends where it is and nothing of it is kept', async () => {
    const before = await packages()
    expect((await cancel(world.staff)).json().error).toMatchObject({ code: 'archive.notMaking' })
    const made = make(world.director)
    while ((await making(world.director)) === null);
    expect((await cancel(world.clerk)).json().error.code).toBe('archive.notMaking')
    expect((await cancel(world.staff, 2023)).json().error.code).toBe('archive.notMaking')
    expect((await cancel(world.staff)).statusCode).toBe(200)
    expect((await made).json().error).toMatchObject({ code: 'archive.cancelled', params: { year: '2024' } })
    expect(await packages()).toBe(before)
    expect(await readdir(join(server.platform.options.dataDir, 'making'))).toEqual([])
    expect(await making(world.director)).toBeNull()
    const act = await server.db
      .selectFrom('act')
      .select('events')
      .where('action', '=', 'archive.cancel')
      .executeTakeFirstOrThrow()
    expect(act.events).toMatchObject([{ type: 'archiveCancelled', year: 2024, purpose: 'archive' }])
    expect((await make(world.director)).statusCode).toBe(200)
  })

  it('asked for again under one key, while it is made or after, it is the same package, made once', async () => {
    const before = await packages()
    const attested = vi.spyOn(server.platform.sealer, 'attest')
    const key = randomUUID()
    const ask = (retention: Retention = suggestedRetention) =>
      world.director.call(contract.makeArchive, { body: { year: 2024, retention }, key })
    const first = ask()
    while ((await making(world.director)) === null);
    const answers = [await ask(), await first, await ask()]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(await packages()).toBe(before + 1)
    expect((await ask({ ...suggestedRetention, sheet: '10' })).json().error.code).toBe('platform.keyReused')
    expect(attested).toHaveBeenCalledTimes(1)
    attested.mockRestore()
  })

  it('a lead unit keeps its own year', async () => {
    const reply = await make(world.clerk)
    expect(reply.statusCode, reply.body).toBe(200)
    const bytes = await fetched(world.clerk, reply.json().archiveId)
    const verdict = await verifyArchive(inMemory(bytes), { ...packageMeans, keys: [] })
    expect(verdict).toMatchObject({ ok: true, value: { trusted: false, counts: { totals: 0 } } })
  })

  it('a year of which there is nothing is refused', async () => {
    expect((await make(world.director, 2019)).statusCode).toBe(404)
  })

  it('says of each signature what was proved, and verifies where older ones say nothing', async () => {
    const keys = await verifierKeys(server.db)
    const proofs = async (): Promise<readonly unknown[]> => {
      const bytes = await fetched(world.director, (await make(world.director)).json().archiveId)
      const [own, [other]] = [await ours(bytes, keys), await theirs([bytes], keys)]
      expect(own.ok).toBe(true)
      expect(other).toEqual(own)
      const open = await openPackage(inMemory(bytes), { ...packageMeans, keys })
      const sheets = (await open.lines<ObjectLine>(paths.objects, 'noun', 'text')).filter(
        ({ noun }) => noun === 'sheet',
      )
      return sheets.flatMap(({ text }) => JSON.parse(text).signatures.map((one: { means: unknown }) => one.means))
    }
    const said = await proofs()
    expect(said.length).toBeGreaterThan(2)
    expect(new Set(said.map((one) => JSON.stringify(one)))).toEqual(new Set(['{"kind":"screen","proof":"password"}']))
    await withClient(server.ownerUrl, (client) => client.query('UPDATE signature SET proof = NULL'))
    await logLiveRows(server)
    expect(new Set((await proofs()).map((one) => JSON.stringify(one)))).toEqual(new Set(['{"kind":"screen"}']))
  })

  it('a witness who signed another draw than the one on record stops it', async () => {
    const attest = (digest: string) =>
      withClient(server.ownerUrl, (client) => client.query('UPDATE draw_attestation SET digest = $1', [digest]))
    const { digest } = await server.db.selectFrom('draw_attestation').select('digest').executeTakeFirstOrThrow()
    await attest('ab'.repeat(32))
    await logLiveRows(server)
    expect((await make(world.director)).json().error.code).toBe('archive.notSound')
    await attest(digest)
    await logLiveRows(server)
  })

  it('rows changed behind the log stop it, by name', async () => {
    const item = await server.db.selectFrom('item').select('id').orderBy('id').executeTakeFirstOrThrow()
    await withClient(server.ownerUrl, (client) =>
      client.query(`UPDATE item SET data_source = '改' WHERE id = $1`, [item.id]),
    )
    const reply = await make(world.director)
    expect(reply.json().error).toMatchObject({ code: 'archive.thingChanged', params: { noun: 'item', id: item.id } })
  })
})
