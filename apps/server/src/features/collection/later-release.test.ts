import { listActs } from '@quanheng/contract/act'
import * as contract from '@quanheng/contract/datum'
import { withdrawEvidence } from '@quanheng/contract/evidence'
import type { ReplyOf } from '@quanheng/contract/route'
import { listTasks } from '@quanheng/contract/workbench'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import {
  type CollectionWorld,
  collectionContent,
  collectionWorld,
  issueContent,
  quantity,
  reportOne,
  sendFile,
} from './testing/collection-world.ts'

let server: TestServer
let world: CollectionWorld
let growth: string
let tag = 0

beforeAll(async () => {
  server = await startTestServer(allRoutes)
})
afterAll(() => server.close())

const shown = async (caller: Caller = world.provider) => {
  const reply = await caller.call(contract.showDatum, { params: { datumId: growth } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json<ReplyOf<typeof contract.showDatum>>()
}
const row = async () => ({ datumId: growth, version: (await shown()).version })

/** Each story has a plan of its own; the figure of the statistics office is closed with its 快报数. */
beforeEach(async () => {
  tag += 1
  world = await collectionWorld(server, `发${tag}`)
  growth = await world.datumId('growthRate', world.transport)
  await reportOne(world.provider, growth, 1, quantity('6.4'), { release: 'provisional' })
  const rows = [{ ...(await row()), gapReason: '盖章页后补' }]
  await world.providerHead.call(contract.confirmData, { body: { rows } })
  const closed = await world.head.call(contract.closeData, { body: { rows: [await row()] } })
  expect(closed.statusCode, closed.body).toBe(200)
})

const publish = async (value: string, more: object = {}, by: Caller = world.provider) =>
  by.call(contract.publishRelease, {
    params: { datumId: growth },
    body: {
      version: (await shown()).version,
      release: 'final',
      value: quantity(value),
      asOf: '2024-12-31',
      reason: '年报数发布',
      originalDigest: await sendFile(server, by, '数据确认表.pdf', new TextEncoder().encode(`确认表${tag}${value}`)),
      ...more,
    },
  })
const settle = async (route: typeof contract.confirmRelease | typeof contract.withdrawRelease, by: Caller) =>
  by.call(route, { params: { datumId: growth }, body: { version: (await shown()).version } })

const under = async (whenFinalDiffers: 'recompute' | 'nextYear') => {
  const content = collectionContent(world)
  const dataElements = content.dataElements.map((element) =>
    element.key === 'growthRate' ? { ...element, whenFinalDiffers } : element,
  )
  await issueContent(server, { ...content, dataElements }, world.plan)
}

describe('后续发布数', () => {
  it('记在计分所用数旁边，另一人确认；方案未写明的维持原分，全程留痕', async () => {
    const entered = await publish('6.1')
    expect(entered.statusCode, entered.body).toBe(200)
    expect(await shown()).toMatchObject({
      state: 'closed',
      finalNumber: 1,
      may: expect.arrayContaining(['withdrawRelease']),
      laterReleases: [{ release: 'final', value: quantity('6.1'), outcome: null, author: { name: '统计庚' } }],
    })
    const tasks = (await world.providerHead.call(listTasks)).json<ReplyOf<typeof listTasks>>().rows
    expect(tasks.find(({ link }) => link.includes(growth))).toMatchObject({ verb: 'confirm' })
    expect((await settle(contract.confirmRelease, world.provider)).json().error.code).toBe('datum.samePerson')
    const confirmed = await settle(contract.confirmRelease, world.providerHead)
    expect(confirmed.statusCode, confirmed.body).toBe(200)
    const now = await shown()
    expect(now).toMatchObject({ finalNumber: 1, last: { value: quantity('6.4') } })
    expect(now.laterReleases[0]?.outcome).toMatchObject({ kind: 'stands', by: { name: '统计局长' } })
    const acts = (await world.head.call(listActs, { params: { subjectId: growth } })).json<ReplyOf<typeof listActs>>()
    expect(acts.rows.slice(0, 2).map(({ label }) => label)).toEqual(['确认后续发布数', '登记后续发布数'])
  })

  it('方案写明重新计分的，以后续发布数为新的一版计分；一致的不动', async () => {
    await under('recompute')
    await publish('6.4', { release: 'preliminary' })
    await settle(contract.confirmRelease, world.providerHead)
    expect(await shown()).toMatchObject({ finalNumber: 1, laterReleases: [{ outcome: { kind: 'same' } }] })
    await publish('6.1')
    await settle(contract.confirmRelease, world.providerHead)
    const now = await shown()
    expect(now).toMatchObject({ state: 'closed', finalNumber: 2, last: { release: 'final', value: quantity('6.1') } })
    expect(now.versions.map(({ value }) => value)).toEqual([quantity('6.4'), quantity('6.1')])
    expect(now.confirmations.at(-1)).toMatchObject({ number: 2, by: { name: '统计局长' } })
  })

  it('计入下年度的只注明差异', async () => {
    await under('nextYear')
    await publish('6.1')
    await settle(contract.confirmRelease, world.providerHead)
    expect(await shown()).toMatchObject({
      finalNumber: 1,
      laterReleases: [{ outcome: { kind: 'nextYear' } }],
      nextReleases: ['final'],
    })
  })

  it('被考核单位看不到也不能登记；倒退的、没有等待的、别人改过的，都说明缘由', async () => {
    const hidden = await world.reporter.call(contract.showDatum, { params: { datumId: growth } })
    expect(hidden.statusCode).toBe(404)
    expect((await publish('7', {}, world.reporter)).statusCode).toBe(403)
    expect((await publish('6.1', { release: 'provisional' })).json().error).toMatchObject({
      code: 'datum.earlierRelease',
      at: 'body.release',
    })
    expect((await publish('六')).json().error.code).toBe('quantity.notANumber')
    expect((await settle(contract.confirmRelease, world.providerHead)).json().error.code).toBe('datum.noRelease')
    await publish('6.1')
    expect((await publish('6.0')).json().error.code).toBe('datum.releaseWaits')
    expect((await publish('6.0', { version: 1 })).json().error.code).toBe('platform.stale')
    expect((await settle(contract.withdrawRelease, world.provider)).statusCode).toBe(200)
    expect((await shown()).laterReleases[0]?.outcome?.kind).toBe('withdrawn')
  })

  it('登记所附的确认表不能再撤走', async () => {
    await publish('6.1')
    const [later] = (await shown()).laterReleases
    const evidenceId = later?.evidenceIds[0] ?? ''
    const taken = await world.provider.call(withdrawEvidence, { params: { evidenceId }, body: { reason: '误传' } })
    expect(taken.statusCode, taken.body).toBe(409)
  })
})
