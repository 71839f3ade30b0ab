import * as contract from '@quanheng/contract/evidence'
import type { SecrecyLabel } from '@quanheng/domain/evidence/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { type CollectionWorld, collectionWorld, sendFile } from './testing/collection-world.ts'

let server: TestServer
let world: CollectionWorld
let item: { planId: string; leafKey: string; unitId: string }
let head: Caller
let staff: Caller
let director: Caller
let evidenceId = ''
let digest = ''

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server)
  item = { planId: world.plan.planId, leafKey: 'newFirms', unitId: world.transport }
  head = await signedIn(server, [{ kind: 'unitHead', unitId: world.transport }], '单位负责人')
  staff = await signedIn(server, [{ kind: 'officeStaff', unitId: world.town }], '考评办工作人员')
  director = await signedIn(server, [{ kind: 'officeDirector', unitId: world.town }], '绩效办主任')
  digest = await sendFile(server, world.reporter, '企业名单.pdf', Buffer.from('%PDF-1.7 firms'))
  const given = { requirementKey: 'list', datumId: null, effectiveOn: null, replaces: null, reason: null }
  const reply = await world.reporter.call(contract.attachEvidence, {
    body: { ...item, ...given, label: 'internal', digest },
  })
  evidenceId = reply.json<{ id: string }>().id
})
afterAll(() => server.close())

const code = (reply: { readonly body: string }): string => JSON.parse(reply.body).error?.code ?? 'done'
const seen = async (caller: Caller) => {
  const reply = await caller.call(contract.listEvidence, { query: item })
  return reply.json<{ files: { id: string; label: string; opens: boolean; labels: string[]; relabels: object[] }[] }>()
    .files[0]
}
const open = (caller: Caller) => caller.call(contract.evidenceFile, { params: { evidenceId } })
const relabel = async (caller: Caller, label: SecrecyLabel, reason = '含企业未公开的投资额') =>
  code(await caller.call(contract.relabelEvidence, { params: { evidenceId }, body: { label, reason } }))

it('标为敏感后，原来能打开的链接对无关人员失效，并留下访问记录；名称和校验值照旧可见', async () => {
  expect((await open(staff)).statusCode).toBe(200)
  expect(await seen(world.handler)).toMatchObject({ label: 'internal', opens: true, labels: ['sensitive'] })
  expect(await relabel(world.handler, 'sensitive')).toBe('done')
  expect(code(await open(staff))).toBe('evidence.sensitive')
  expect(await seen(staff)).toMatchObject({ id: evidenceId, label: 'sensitive', opens: false, labels: [] })
  for (const caller of [world.reporter, world.handler, director]) expect((await open(caller)).statusCode).toBe(200)
  const trail = await server.db
    .selectFrom('access_trail')
    .select(['person_id', 'outcome'])
    .where('subject', '=', evidenceId)
    .where('outcome', '=', 'evidence.sensitive')
    .execute()
  expect(trail).toEqual([{ person_id: staff.personId, outcome: 'evidence.sensitive' }])
})

it('标得更宽只由提交单位的负责人，写明理由；历次都在', async () => {
  expect(await relabel(world.reporter, 'internal')).toBe('evidence.labelLowered')
  expect(await relabel(world.handler, 'public')).toBe('evidence.labelLowered')
  expect(await relabel(head, 'internal', ' ')).not.toBe('done')
  expect(await relabel(head, 'internal', '名单已在官网公示')).toBe('done')
  expect(await relabel(head, 'internal', '再来一次')).toBe('evidence.sameLabel')
  expect(await seen(world.handler)).toMatchObject({
    label: 'internal',
    relabels: [
      { label: 'sensitive', reason: '含企业未公开的投资额' },
      { label: 'internal', reason: '名单已在官网公示' },
    ],
  })
  expect(await relabel(world.townReporter, 'sensitive')).toBe('platform.notFound')
})

it('再次选用敏感材料的，不能另标较低的标识', async () => {
  expect(await relabel(world.handler, 'sensitive')).toBe('done')
  const again = (label: SecrecyLabel) =>
    world.reporter.call(contract.attachEvidence, {
      body: {
        ...item,
        requirementKey: null,
        datumId: null,
        effectiveOn: null,
        replaces: null,
        reason: null,
        digest,
        reuses: evidenceId,
        label,
      },
    })
  expect(code(await again('internal'))).toBe('evidence.labelLowered')
  expect(code(await again('sensitive'))).toBe('done')
})

it('两人同时调整，只有一次生效', async () => {
  const both = await Promise.all([relabel(head, 'public', '公示'), relabel(head, 'internal', '内部')])
  expect(both.filter((one) => one === 'done').length).toBeGreaterThan(0)
  const rows = await server.db
    .selectFrom('evidence_relabel')
    .select('ordinal')
    .where('evidence_id', '=', evidenceId)
    .execute()
  expect(rows.map(({ ordinal }) => ordinal).toSorted()).toEqual(rows.map((_, at) => at + 1))
})

it('一人有几个职务的，其中一个可以打开、可以调整的就可以', async () => {
  const reporterFirst = [
    { kind: 'unitReporter', unitId: world.transport },
    { kind: 'unitHead', unitId: world.transport },
  ] as const
  const both = await signedIn(server, [...reporterFirst], '填报人兼负责人')
  const given = { requirementKey: null, datumId: null, effectiveOn: null, replaces: null, reason: null }
  const sent = await sendFile(server, world.reporter, '明细.pdf', Buffer.from('%PDF-1.7 detail'))
  const attached = await world.reporter.call(contract.attachEvidence, {
    body: { ...item, ...given, label: 'sensitive', digest: sent },
  })
  const params = { evidenceId: attached.json<{ id: string }>().id }
  const staffAndDirector = await signedIn(
    server,
    [
      { kind: 'officeStaff', unitId: world.town },
      { kind: 'officeDirector', unitId: world.town },
    ],
    '工作人员兼主任',
  )
  expect((await staffAndDirector.call(contract.evidenceFile, { params })).statusCode).toBe(200)
  expect(code(await staff.call(contract.evidenceFile, { params }))).toBe('evidence.sensitive')
  const lowered = await both.call(contract.relabelEvidence, { params, body: { label: 'internal', reason: '已公示' } })
  expect(code(lowered)).toBe('done')
})
