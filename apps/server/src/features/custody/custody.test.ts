import { rm, writeFile } from 'node:fs/promises'
import * as evidence from '@quanheng/contract/evidence'
import { listFileChecks } from '@quanheng/contract/file-check'
import type { ReplyOf } from '@quanheng/contract/route'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { type CollectionWorld, collectionWorld, sendFile } from '../collection/testing/collection-world.ts'
import { allRoutes } from '../index.ts'

let server: TestServer
let world: CollectionWorld
let keeper: Caller
let elsewhere: Caller
let auditor: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server)
  keeper = await signedIn(server, [{ kind: 'clerk', unitId: world.lead }])
  elsewhere = await signedIn(server, [{ kind: 'officeStaff', unitId: await seedUnit(server.db, '别的绩效办') }])
  auditor = await signedIn(server, [{ kind: 'auditAdmin', unitId: world.lead }])
})
afterAll(() => server.close())

const attach = async (name: string): Promise<string> => {
  const digest = await sendFile(server, world.reporter, name, Buffer.from(`%PDF-1.7 ${name}`))
  const item = { planId: world.plan.planId, leafKey: 'growth', unitId: world.transport }
  const given = {
    requirementKey: null,
    datumId: null,
    label: 'internal',
    effectiveOn: null,
    replaces: null,
    reason: null,
  }
  const reply = await world.reporter.call(evidence.attachEvidence, { body: { ...item, ...given, digest } })
  expect(reply.statusCode, reply.body).toBe(200)
  return digest
}
const told = (caller: Caller) =>
  server.db
    .selectFrom('notification')
    .select(['code', 'params', 'link'])
    .where('person_id', '=', caller.personId)
    .where('code', 'like', 'notification.filesDamaged%')
    .orderBy('at')
    .execute()
const newest = async (caller: Caller) => {
  const reply = await caller.call(listFileChecks, {})
  expect(reply.statusCode, reply.body).toBe(200)
  const [check] = reply.json<ReplyOf<typeof listFileChecks>>().rows
  return check?.faults.map(({ names, fault }) => [names[0], fault]).sort()
}
const place = (digest: string) => server.platform.files.locate(digest)

it('损坏、缺失的存档文件点名告知方案所属单位的办公室和档案人员，别的单位不知；未读的不重复告知', async () => {
  await writeFile(place(await attach('改过的台账.pdf')), '%PDF-1.7 other')
  await rm(place(await attach('丢失的批复.pdf')))
  await rm(place(await sendFile(server, elsewhere, '没有用上.pdf', Buffer.from('%PDF-1.7 unused'))))
  await server.platform.custodian.check('nightly')
  const [notice, ...more] = await told(keeper)
  expect(more).toEqual([])
  expect(notice).toMatchObject({ code: 'notification.filesDamaged', link: '/log/files', params: { count: '2' } })
  expect((notice?.params.names ?? '').split('、').sort()).toEqual(['丢失的批复.pdf', '改过的台账.pdf'])
  expect(await told(elsewhere)).toEqual([])

  const own = [
    ['丢失的批复.pdf', 'missing'],
    ['改过的台账.pdf', 'damaged'],
  ]
  expect(await newest(keeper)).toEqual(own)
  expect(await newest(auditor)).toEqual([...own, ['没有用上.pdf', 'missing']].sort())
  expect(await newest(elsewhere)).toEqual([])
  expect((await world.reporter.call(listFileChecks, {})).statusCode).toBe(403)

  server.setNow('2025-01-10T10:05:00+08:00')
  await server.platform.custodian.check('nightly')
  expect(await told(keeper)).toHaveLength(1)
})

it('多的只举数件并说明总数，页面上逐件列出', async () => {
  for (const n of [1, 2, 3, 4]) await rm(place(await attach(`附件${n}.pdf`)))
  server.setNow('2025-01-10T10:10:00+08:00')
  await server.platform.custodian.check('nightly')
  expect((await told(keeper)).at(-1)).toMatchObject({ code: 'notification.filesDamagedMany', params: { count: '6' } })
  expect(await newest(keeper)).toHaveLength(6)
})
