import * as contract from '@quanheng/contract/datum'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { type CollectionWorld, collectionWorld, quantity, reportOne } from './testing/collection-world.ts'

let server: TestServer
let world: CollectionWorld
let firms: string

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server)
  firms = await world.datumId('newFirmCount', world.transport)
})
afterAll(() => server.close())

const versions = async () =>
  (await server.db.selectFrom('datum_version').select('id').where('datum_id', '=', firms).execute()).length

describe('填什么都有明白话，什么也不会半存', () => {
  it.each([
    ['空', '', 'quantity.empty'],
    ['只有空格', '   ', 'quantity.empty'],
    ['科学记数法', '1e999', 'quantity.exponent'],
    ['单位不是%却带百分号', '１０％', 'quantity.percent'],
    ['公式', "=cmd|' /C calc'!A0", 'quantity.notANumber'],
    ['脚本', '<script>alert(1)</script>', 'quantity.notANumber'],
    ['汉字', '十二', 'quantity.notANumber'],
    ['太长', '9'.repeat(59), 'quantity.tooLong'],
    ['千分位不对', '1,2,3', 'quantity.grouping'],
    ['无穷', 'Infinity', 'quantity.notANumber'],
    ['不是数', 'NaN', 'quantity.notANumber'],
  ])('%s', async (_, text, code) => {
    const before = await versions()
    const reply = await reportOne(world.reporter, firms, 1, quantity(text))
    expect(reply.statusCode, reply.body).toBe(422)
    expect(reply.json().error).toMatchObject({ code, at: 'body.rows.0.value' })
    expect(reply.json().error.message).toMatch(/\p{Script=Han}/u)
    expect(await versions()).toBe(before)
  })

  it('过长的文字、越界的日期、缺少的字段在门口就被拦下，逐项说明', async () => {
    const body = {
      rows: [
        { datumId: firms, version: 1, value: quantity('9'.repeat(201)), asOf: '2024-02-30', reason: '长'.repeat(501) },
      ],
    }
    const reply = await world.reporter.call(contract.reportData, { body })
    expect(reply.statusCode).toBe(400)
    const at = reply.json().error.details.map((detail: { at: string }) => detail.at)
    expect(at.toSorted()).toEqual([
      'body.rows.0.asOf',
      'body.rows.0.reason',
      'body.rows.0.release',
      'body.rows.0.value.value',
    ])
  })

  it('数据截止日以后的、尚未到来的日期', async () => {
    const after = await reportOne(world.reporter, firms, 1, quantity('1'), { asOf: '2025-01-02' })
    expect(after.json().error).toMatchObject({ code: 'datum.afterCutoff', params: { cutoff: '2024-12-31' } })
  })

  it('负数是数，照收；说明里的脚本和公式原样存、原样回', async () => {
    const town = await world.datumId('newFirmCount', world.town)
    const reason = "=cmd|' /C calc'!A0 <script>alert(1)</script> 𠮷䶮㛃"
    const reply = await reportOne(world.townReporter, town, 1, quantity('负３'), { reason })
    expect(reply.statusCode, reply.body).toBe(200)
    const shown = await world.townReporter.call(contract.showDatum, { params: { datumId: town } })
    expect(shown.json().last).toMatchObject({ value: { value: '-3' }, reason })
    expect(shown.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('一批里有一行不对，一行也不存，并指明是哪一行', async () => {
    const steps = await world.datumId('steps', world.transport)
    const figure = { release: 'final', asOf: '2024-12-31' }
    const body = {
      rows: [
        { datumId: steps, version: 1, value: { kind: 'checklist', ticked: ['a'] }, ...figure },
        { datumId: firms, version: 1, value: quantity('一百'), ...figure },
      ],
    }
    const reply = await world.reporter.call(contract.reportData, { body })
    expect(reply.json().error).toMatchObject({ code: 'quantity.notANumber', at: 'body.rows.1.value' })
    const row = await server.db.selectFrom('datum').select('state').where('id', '=', steps).executeTakeFirstOrThrow()
    expect(row.state).toBe('notReported')
    const twice = { rows: [body.rows[0], body.rows[0]] }
    expect((await world.reporter.call(contract.reportData, { body: twice })).json().error).toMatchObject({
      code: 'datum.twice',
      at: 'body.rows.1.datumId',
    })
  })

  it('双击只生效一次；版本过期说清是谁改的', async () => {
    const body = { rows: [{ datumId: firms, version: 1, value: quantity('10'), release: 'final', asOf: '2024-12-31' }] }
    const replies = await Promise.all(
      [1, 2, 3].map(() => world.reporter.call(contract.reportData, { body, key: 'double-click-report' })),
    )
    expect(new Set(replies.map((reply) => `${reply.statusCode}${reply.body}`)).size).toBe(1)
    expect(await versions()).toBe(1)
    const stale = await world.reporter.call(contract.withdrawDatum, {
      params: { datumId: firms },
      body: { version: 1 },
    })
    expect(stale.statusCode).toBe(409)
    expect(stale.json().error).toMatchObject({ code: 'platform.stale', params: { who: '填报丁' } })
  })

  it('两人同时报同一项，只有一人的生效，另一人被告知', async () => {
    const second = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }], '填报乙岗')
    const steps = await world.datumId('newFirmCount', world.town)
    const back = await world.handler.call(contract.returnDatum, {
      params: { datumId: steps },
      body: { version: 2, reason: '请核' },
    })
    expect(back.statusCode, back.body).toBe(200)
    const replies = await Promise.all(
      [world.townReporter, second].map((caller, index) =>
        reportOne(caller, steps, 3, quantity(String(index + 1)), { reason: '更正' }),
      ),
    )
    expect(replies.map((reply) => reply.statusCode).toSorted()).toEqual([200, 409])
    expect(replies.find((reply) => reply.statusCode === 409)?.json().error.code).toBe('platform.stale')
  })

  it('过了期限要写逾期原因，写了就收，并注明逾期补报', async () => {
    server.setNow('2025-01-11T00:00:01+08:00')
    const late = await signedIn(server, [{ kind: 'dataProvider', unitId: world.statistics }])
    const growth = await world.datumId('growthRate', world.transport)
    const bare = await reportOne(late, growth, 1, quantity('6.1'))
    expect(bare.json().error).toMatchObject({ code: 'datum.lateReasonMissing', params: { due: '2025-01-10' } })
    expect((await reportOne(late, growth, 1, quantity('6.1'), { lateReason: '年报推迟' })).statusCode).toBe(200)
    const shown = await late.call(contract.showDatum, { params: { datumId: growth } })
    expect(shown.json().last.late).toEqual({ due: '2025-01-10', reason: '年报推迟' })
  })
})
