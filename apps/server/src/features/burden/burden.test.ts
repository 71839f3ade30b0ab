import { showBurden } from '@quanheng/contract/burden'
import * as contract from '@quanheng/contract/datum'
import { yearPaperFile } from '@quanheng/contract/year-paper'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx, textOf } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { type CollectionWorld, collectionWorld, quantity, reportOne } from '../collection/testing/collection-world.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done, lockedWorld } from '../result/testing/result-world.ts'

let server: TestServer
let world: CollectionWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server, '负')
})
afterAll(() => server.close())

const shown = (caller: Caller, planId = world.plan.planId) => done(caller, showBurden, { params: { planId } })
const rowOf = async (unitId: string, caller: Caller = world.handler) =>
  (await shown(caller)).rows.find((row) => row.unitId === unitId)

it('印发的方案列出应报应备；报了多少、重报几次、用时多少，从留痕中来', async () => {
  const before = await rowOf(world.transport)
  expect(before).toMatchObject({ figures: 0, repeats: 0, files: 0, visits: 0, minutes: 0 })
  expect(before?.data).toBeGreaterThan(0)
  const firms = await world.datumId('newFirmCount', world.transport)
  expect((await reportOne(world.reporter, firms, 1, quantity('12'))).statusCode).toBe(200)
  const fault = { version: 2, reason: '与直报平台不一致', until: '2025-01-11', to: 'reporter' }
  await done(world.handler, contract.returnDatum, { params: { datumId: firms }, body: fault })
  expect((await reportOne(world.reporter, firms, 3, quantity('13'), { reason: '按平台更正' })).statusCode).toBe(200)
  expect(await rowOf(world.transport)).toMatchObject({ figures: 1, repeats: 1, minutes: 1, data: before?.data })
  expect(await rowOf(world.town)).toMatchObject({ figures: 0, minutes: 0 })
})

it('结果印发前各单位只看本单位；局外人看不到', async () => {
  const own = await shown(world.reporter)
  expect(own).toMatchObject({ everybody: false })
  expect(own.rows.map(({ unitId }) => unitId)).toEqual([world.transport])
  expect((await shown(world.officeStaff)).everybody).toBe(true)
  const stranger = await signedIn(server, [{ kind: 'unitReporter', unitId: world.statistics }], '外人')
  const planId = (await lockedWorld(server, '别')).planId
  expect(codeOf(await stranger.call(showBurden, { params: { planId } }))).toBe('platform.notFound')
})

it('年度方案合计其下各方案；结果印发后全部单位可见', async () => {
  const locked = await lockedWorld(server, '年')
  const planId = locked.year.planId
  const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: locked.town }], '填报')
  // As an issue does: the plan names the bodies that it appraises.
  await server.db
    .updateTable('plan')
    .set({ named_unit_ids: [locked.town] })
    .where('id', '=', planId)
    .execute()
  const office = await shown(locked.director, planId)
  expect(office.plans.length).toBe(2)
  const under = (await shown(locked.director, locked.planId)).rows.find(({ unitId }) => unitId === locked.town)
  const sum = office.rows.find(({ unitId }) => unitId === locked.town)
  expect(sum?.figures).toBe(under?.figures)
  expect((await shown(reporter, planId)).everybody).toBe(false)
  await server.db
    .updateTable('result')
    .set({ state: 'issued', purpose: 'totals', plan_id: planId })
    .where('id', '=', locked.resultId)
    .execute()
  expect((await shown(reporter, planId)).rows.length).toBe(office.rows.length)
})

it('考评负担情况表：每个数都与统计一致，有合计行', async () => {
  const planId = world.plan.planId
  const reply = await world.handler.call(yearPaperFile, { params: { planId, paperKind: 'burdenTable' }, query: {} })
  expect(reply.statusCode, reply.body).toBe(200)
  const { document } = await openDocx(reply.rawPayload)
  const rows = [...document.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
  )
  const { rows: counted } = await shown(world.handler)
  const transport = counted.find(({ unitId }) => unitId === world.transport)
  const line = rows.find(([, name]) => name === transport?.unitName)
  expect(line?.slice(2, 5)).toEqual([transport?.data, transport?.figures, transport?.repeats].map(String))
  const sums = (['data', 'figures', 'repeats', 'evidence', 'files', 'reused', 'visits', 'minutes'] as const).map(
    (name) => counted.reduce((sum, row) => sum + row[name], 0),
  )
  await figuresHeld('burdenTable', reply.rawPayload, {
    rows: [
      ...counted.map((row) => [
        row.unitName,
        row.data,
        row.figures,
        row.repeats,
        row.evidence,
        row.files,
        row.reused,
        row.visits,
        row.minutes,
      ]),
      ['合计', ...sums],
    ],
    from: [
      '1个已印发方案',
      counted.length,
      '间隔不超过10分钟',
      '单独一次计1分钟',
      await server.db.selectFrom('plan_version').select('content').where('plan_id', '=', planId).execute(),
    ],
  })
  const total = rows.find(([, name]) => name === '合计')
  expect(total?.[2]).toBe(String(counted.reduce((sum, { data }) => sum + data, 0)))
})
