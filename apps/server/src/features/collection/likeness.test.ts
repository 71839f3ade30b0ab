import * as contract from '@quanheng/contract/evidence'
import * as likeness from '@quanheng/contract/likeness'
import type { Grey } from '@quanheng/domain/evidence/picture/grey'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jpegOf, pngOf } from '../../platform/files/testing/write-picture.ts'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { type CollectionWorld, collectionWorld, sendFile } from './testing/collection-world.ts'

let server: TestServer
let world: CollectionWorld

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server)
})
afterAll(() => server.close())

const itemOf = (unitId: string, leafKey = 'growth') => ({ planId: world.plan.planId, leafKey, unitId })
const given = {
  requirementKey: null,
  datumId: null,
  label: 'internal',
  effectiveOn: null,
  replaces: null,
  reason: null,
}
const attach = (caller: Caller, unitId: string, digest: string, more: object = {}, leafKey = 'growth') =>
  caller.call(contract.attachEvidence, { body: { ...itemOf(unitId, leafKey), ...given, digest, ...more } })
const filesOf = async (caller: Caller, unitId: string, leafKey = 'growth') => {
  const reply = await caller.call(contract.listEvidence, { query: itemOf(unitId, leafKey) })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const cases = async (caller: Caller, query: Record<string, string> = {}) =>
  (await caller.call(likeness.listLikenesses, { query })).json().rows

const view: Grey = {
  width: 160,
  height: 120,
  data: Uint8Array.from({ length: 19_200 }, (_, i) => {
    const [x, y] = [Math.floor((i % 160) / 16), Math.floor(i / 2400)]
    return Math.floor(Math.abs(Math.sin(x * 78.2 + y * 37.7)) * 255)
  }),
}

describe('雷同材料', () => {
  let photo: string

  it('两个单位交同一张照片（其中一张另存过），评分科室看到，提交的单位看不到', async () => {
    photo = await sendFile(server, world.reporter, '现场.jpg', jpegOf(view, 90))
    const copy = await sendFile(server, world.townReporter, '会场.png', pngOf(view))
    expect((await attach(world.reporter, world.transport, photo)).statusCode).toBe(200)
    expect((await attach(world.townReporter, world.town, copy)).statusCode).toBe(200)
    expect(await cases(world.handler)).toEqual([])
    await server.platform.custodian.catchUp()
    const [found, ...more] = await cases(world.handler, { state: 'open' })
    expect(more).toEqual([])
    expect(found).toMatchObject({ kind: 'picture', review: null, maySettle: true })
    expect(found.uses.map((use: { unitName: string; name: string }) => [use.unitName, use.name]).sort()).toEqual([
      ['云岭市交通运输局', '现场.jpg'],
      [expect.any(String), '会场.png'],
    ])
    expect((await world.reporter.call(likeness.listLikenesses)).statusCode).toBe(403)
    expect((await filesOf(world.reporter, world.transport)).files[0]).toMatchObject({ alike: false, scan: 'unscanned' })
    expect((await filesOf(world.handler, world.transport)).files[0]).toMatchObject({ alike: true, scan: 'unscanned' })
  })

  it('完全相同的文件由两个单位提交也提出；同一单位自己再用不提', async () => {
    const same = await sendFile(server, world.reporter, '通报.pdf', Buffer.from('%PDF-1.7 same'))
    await sendFile(server, world.townReporter, '通报复印.pdf', Buffer.from('%PDF-1.7 same'))
    await attach(world.reporter, world.transport, same)
    await attach(world.reporter, world.transport, same, {}, 'newFirms')
    expect((await cases(world.handler)).filter((row: { kind: string }) => row.kind === 'file')).toEqual([])
    await attach(world.townReporter, world.town, same)
    const [found] = (await cases(world.handler, { q: '通报' })).filter((row: { kind: string }) => row.kind === 'file')
    expect(found).toMatchObject({ first: same, second: same, agreement: null })
    expect(found.uses).toHaveLength(3)
  })

  it('核实要写理由，记下是谁；再有一处使用重新提出；得分不受影响', async () => {
    const [found] = await cases(world.handler, { q: '现场' })
    const body = {
      first: found.first,
      second: found.second,
      seen: found.uses.length,
      reason: '两单位联合执法，照片由一人拍摄',
    }
    const bare = await world.handler.call(likeness.settleLikeness, { body: { ...body, reason: ' ' } })
    expect(bare.statusCode).toBe(400)
    const stale = await world.handler.call(likeness.settleLikeness, { body: { ...body, seen: 9 } })
    expect(stale.json().error.code).toBe('likeness.changed')
    expect((await world.reporter.call(likeness.settleLikeness, { body })).statusCode).toBe(403)
    const done = await world.handler.call(likeness.settleLikeness, { body })
    expect(done.statusCode, done.body).toBe(200)
    expect((await world.handler.call(likeness.settleLikeness, { body })).json().error.code).toBe('likeness.settled')
    const [settled] = await cases(world.handler, { state: 'settled' })
    expect(settled).toMatchObject({ review: { reason: body.reason, by: { post: 'handler' } }, maySettle: false })
    const { files } = await filesOf(world.handler, world.transport)
    expect(files.find(({ name }: { readonly name: string }) => name === '现场.jpg')).toMatchObject({ alike: false })
    await attach(world.reporter, world.transport, photo, {}, 'newFirms')
    expect(await cases(world.handler, { state: 'settled' })).toEqual([])
  })
})

describe('一次提交，多处选用', () => {
  it('列出本单位已提交的，按引用选用，不必再传；别的单位的选用不了', async () => {
    const digest = await sendFile(server, world.reporter, '年报.pdf', Buffer.from('%PDF-1.7 yearly'))
    const first = (await attach(world.reporter, world.transport, digest)).json<{ id: string }>()
    const query = itemOf(world.transport, 'newFirms')
    const offered = (await world.reporter.call(contract.heldEvidence, { query })).json().files
    expect(offered.find((file: { id: string }) => file.id === first.id)).toMatchObject({ name: '年报.pdf', digest })
    const again = await attach(world.reporter, world.transport, digest, { reuses: first.id }, 'newFirms')
    expect(again.statusCode, again.body).toBe(200)
    const { files } = await filesOf(world.reporter, world.transport, 'newFirms')
    expect(files.find((file: { digest: string }) => file.digest === digest)).toMatchObject({ reuses: first.id })
    const after = (await world.reporter.call(contract.heldEvidence, { query })).json().files
    expect(after.some((file: { digest: string }) => file.digest === digest)).toBe(false)
    const theirs = await attach(world.townReporter, world.town, digest, { reuses: first.id })
    expect(theirs.json().error.code).toBe('evidence.notHeld')
    const townOffered = await world.townReporter.call(contract.heldEvidence, { query: itemOf(world.town) })
    expect(townOffered.json().files.some((file: { digest: string }) => file.digest === digest)).toBe(false)
  })

  it('生效、收到两个日期对照截止日和报送期限', async () => {
    const digest = await sendFile(server, world.reporter, '次年.pdf', Buffer.from('%PDF-1.7 next year'))
    await attach(world.reporter, world.transport, digest, { effectiveOn: '2025-01-05' })
    const { cutoff, due, files } = await filesOf(world.handler, world.transport)
    expect({ cutoff, due }).toEqual({ cutoff: '2024-12-31', due: expect.any(String) })
    expect(files.find((file: { digest: string }) => file.digest === digest).dates).toMatchObject({ effective: 'after' })
  })
})

describe('隔离', () => {
  it('有病毒的材料谁都打不开，也不能再提交；清单上写明', async () => {
    const digest = await sendFile(server, world.reporter, '带毒.pdf', Buffer.from('%PDF-1.7 infected'))
    const { id } = (await attach(world.reporter, world.transport, digest)).json<{ id: string }>()
    const row = {
      sha256: digest,
      at: server.platform.clock.now(),
      state: 'infected' as const,
      finding: 'Eicar',
      scanner: 'test',
    }
    await server.db.insertInto('file_scan').values(row).execute()
    for (const caller of [world.reporter, world.handler]) {
      const opened = await caller.call(contract.evidenceFile, { params: { evidenceId: id } })
      expect(opened.json().error.code).toBe('upload.infected')
    }
    const { files } = await filesOf(world.handler, world.transport)
    expect(files.find((file: { id: string }) => file.id === id)).toMatchObject({ scan: 'infected' })
    const again = await attach(world.reporter, world.transport, digest, {}, 'newFirms')
    expect(again.json().error.code).toBe('upload.infected')
  })
})
