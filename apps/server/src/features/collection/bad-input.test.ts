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

/** All that one command writes: figures, where each stands, acts with their leaves, keys of repeated requests. */
const stored = async () => ({
  data: await server.db.selectFrom('datum').select(['id', 'state', 'version']).orderBy('id').execute(),
  versions: await count('datum_version'),
  acts: await count('act'),
  leaves: await count('leaf'),
  keys: await count('command'),
})
const count = async (table: 'datum_version' | 'act' | 'leaf' | 'command') =>
  (
    await server.db
      .selectFrom(table)
      .select((one) => one.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

describe('填什么都有明白话，什么也不会半存', () => {
  it.each([
    ['空', '', 'quantity.empty', '请填写数值'],
    ['只有空格', '   ', 'quantity.empty', '不要填0，请说明原因'],
    ['科学记数法', '1e999', 'quantity.exponent', '“1e999”是科学记数法。请写成普通数字'],
    ['单位不是%却带百分号', '１０％', 'quantity.percent', '“10%”带百分号，而本数据的计量单位不是%'],
    ['公式', "=cmd|' /C calc'!A0", 'quantity.notANumber', '请只填数字'],
    ['脚本', '<script>alert(1)</script>', 'quantity.notANumber', '请只填数字'],
    ['汉字', '十二', 'quantity.notANumber', '“十二”不是数值'],
    ['生僻字', '𠮷䶮㛃', 'quantity.notANumber', '“𠮷䶮㛃”不是数值'],
    ['太长', '9'.repeat(59), 'quantity.tooLong', '位数字。请核对'],
    ['千分位不对', '1,2,3', 'quantity.grouping', '请去掉逗号后重填'],
    ['无穷', 'Infinity', 'quantity.notANumber', '请只填数字'],
    ['不是数', 'NaN', 'quantity.notANumber', '请只填数字'],
  ])('%s', async (_, text, code, words) => {
    const before = await stored()
    const reply = await reportOne(world.reporter, firms, 1, quantity(text))
    expect(reply.statusCode, reply.body).toBe(422)
    expect(reply.json().error).toMatchObject({ code, at: 'body.rows.0.value' })
    expect(reply.json().error.message).toContain(words)
    expect(await stored()).toEqual(before)
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
    const before = await stored()
    const after = await reportOne(world.reporter, firms, 1, quantity('1'), { asOf: '2025-01-02' })
    expect(after.json().error).toMatchObject({ code: 'datum.afterCutoff', params: { cutoff: '2024-12-31' } })
    expect(after.json().error.message).toBe(
      '数据截至2025-01-02，超过方案规定的数据截止时间（2024-12-31）。请填报截止时间以内的数据。',
    )
    expect(await stored()).toEqual(before)
  })

  it('全角数字、%单位下的百分号照收，存成普通数字', async () => {
    const growth = await world.datumId('growthRate', world.town)
    const reply = await reportOne(world.provider, growth, 1, quantity('１０％'))
    expect(reply.statusCode, reply.body).toBe(200)
    const shown = await world.provider.call(contract.showDatum, { params: { datumId: growth } })
    expect(shown.json().last.value.value).toBe('10')
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
    const before = await stored()
    const reply = await world.reporter.call(contract.reportData, { body })
    expect(reply.json().error).toMatchObject({ code: 'quantity.notANumber', at: 'body.rows.1.value' })
    expect(await stored()).toEqual(before)
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
    const before = await stored()
    const stale = await world.reporter.call(contract.withdrawDatum, {
      params: { datumId: firms },
      body: { version: 1 },
    })
    expect(stale.statusCode).toBe(409)
    expect(stale.json().error).toMatchObject({ code: 'platform.stale', params: { who: '填报丁' } })
    expect(stale.json().error.message).toMatch(
      /^此件已被他人修改：填报丁于.+，您的修改尚未保存。请查看最新内容后重新填写。$/,
    )
    expect(await stored()).toEqual(before)
  })

  it('两人同时报同一项，只有一人的生效，另一人被告知', async () => {
    const second = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }], '填报乙岗')
    const steps = await world.datumId('newFirmCount', world.town)
    const back = await world.handler.call(contract.returnDatum, {
      params: { datumId: steps },
      body: { version: 2, reason: '请核', until: '2025-01-12', to: 'reporter' },
    })
    expect(back.statusCode, back.body).toBe(200)
    const before = await stored()
    const replies = await Promise.all(
      [world.townReporter, second].map((caller, index) =>
        reportOne(caller, steps, 3, quantity(String(index + 1)), { reason: '更正' }),
      ),
    )
    expect(replies.map((reply) => reply.statusCode).toSorted()).toEqual([200, 409])
    const late = replies.find((reply) => reply.statusCode === 409)?.json().error
    expect(late.code).toBe('platform.stale')
    expect(late.message).toContain('您的修改尚未保存。请查看最新内容后重新填写')
    const after = await stored()
    expect([after.versions - before.versions, after.acts - before.acts]).toEqual([1, 1])
  })

  it('过了期限即锁定，先申请补报；写了逾期原因也不收', async () => {
    server.setNow('2025-01-11T00:00:01+08:00')
    const late = await signedIn(server, [{ kind: 'dataProvider', unitId: world.statistics }])
    const growth = await world.datumId('growthRate', world.transport)
    const before = await stored()
    const locked = await reportOne(late, growth, 1, quantity('6.1'), { lateReason: '年报推迟' })
    expect(locked.json().error.message).toBe(
      '已超过报送期限（2025-01-10），本数据已锁定。请在本数据页面“申请补报”，写明原因；牵头单位同意后即可补报。',
    )
    expect(locked.json().error).toMatchObject({ code: 'datum.lateNotGranted', params: { due: '2025-01-10' } })
    expect(await stored()).toEqual(before)
  })

  it('评分科室自己采集的数据，过了期限要写逾期原因，写了就收，并注明逾期补报', async () => {
    server.setNow('2025-01-13T00:00:01+08:00')
    const { id: sectionId } = await server.db
      .selectFrom('section')
      .select('id')
      .where('unit_id', '=', world.lead)
      .executeTakeFirstOrThrow()
    const late = await signedIn(server, [{ kind: 'handler', unitId: world.lead, sectionId }])
    const quality = await world.datumId('quality', world.transport)
    const { version } = await server.db
      .selectFrom('datum')
      .select('version')
      .where('id', '=', quality)
      .executeTakeFirstOrThrow()
    const value = { kind: 'judgement', points: '4' }
    const bare = await reportOne(late, quality, version, value)
    expect(bare.json().error.message).toBe('已超过报送期限（2025-01-12）。逾期补报须填写逾期原因。')
    expect((await reportOne(late, quality, version, value, { lateReason: '评定会推迟' })).statusCode).toBe(200)
    const shown = await late.call(contract.showDatum, { params: { datumId: quality } })
    expect(shown.json().last.late).toEqual({ due: '2025-01-12', reason: '评定会推迟', days: 1 })
  })
})
