import { listActs } from '@quanheng/contract/act'
import * as data from '@quanheng/contract/datum'
import * as contract from '@quanheng/contract/late-entry'
import type { ReplyOf } from '@quanheng/contract/route'
import { listNotifications, listTasks } from '@quanheng/contract/workbench'
import { message } from '@quanheng/messages/messages'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx, textOf } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { type CollectionWorld, collectionWorld, quantity, reportOne } from '../collection/testing/collection-world.ts'
import { allRoutes } from '../index.ts'

let server: TestServer
let world: CollectionWorld
let reporter: Caller
let unitHead: Caller
let head: Caller
let handler: Caller
let steps: string
let firms: string

const late = '2025-01-15T10:00:00+08:00'
let tag = 0

beforeAll(async () => {
  server = await startTestServer(allRoutes)
})
afterAll(() => server.close())

/** Each story has a plan of its own, three days after its figures were due. */
beforeEach(async () => {
  tag += 1
  server.setNow('2025-01-10T10:00:00+08:00')
  world = await collectionWorld(server, `迟${tag}`)
  server.setNow(late)
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.transport }], '填报丁')
  unitHead = await signedIn(server, [{ kind: 'unitHead', unitId: world.transport }], '局长戊')
  head = await signedIn(server, [{ kind: 'sectionHead', unitId: world.lead, sectionId: world.section }], '科长乙')
  handler = await signedIn(server, [{ kind: 'handler', unitId: world.lead, sectionId: world.section }], '经办甲')
  steps = await world.datumId('steps', world.transport)
  firms = await world.datumId('newFirmCount', world.transport)
})

const request = { leafKey: 'newFirms', reason: '主管部门次日方审定', wantedUntil: '2025-01-20' }
const ask = (more = {}, by = reporter) =>
  by.call(contract.askLateEntry, { params: { datumId: firms }, body: { ...request, ...more } })
const asked = async () => {
  const reply = await ask()
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json<{ id: string; version: number }>()
}
const grant = (entry: { id: string; version: number }, more = {}, by = head) =>
  by.call(contract.grantLateEntry, {
    params: { lateEntryId: entry.id },
    body: { version: entry.version, until: '2025-01-18', reason: '', ...more },
  })
const shown = async (datumId: string, by = reporter) =>
  (await by.call(data.showDatum, { params: { datumId } })).json<ReplyOf<typeof data.showDatum>>()
const list = async (by: Caller, query = {}) =>
  (await by.call(contract.listLateEntries, { query })).json<ReplyOf<typeof contract.listLateEntries>>()
const tasks = async (by: Caller) => (await by.call(listTasks)).json<ReplyOf<typeof listTasks>>().rows
const told = async (by: Caller) => {
  const { rows } = (await by.call(listNotifications)).json<ReplyOf<typeof listNotifications>>()
  return rows.map(({ code, params }) => message('zh-CN', code, params)).join('\n')
}

describe('补报', () => {
  it('逾期即锁定；申请、同意、限期内补报，注明逾期补报，每一步都在数据的留痕里', async () => {
    const refused = await reportOne(reporter, firms, 1, quantity('12'), { lateReason: '忘了' })
    expect(refused.json().error.code).toBe('datum.lateNotGranted')
    expect(await shown(firms)).toMatchObject({
      locked: true,
      overdue: true,
      due: '2025-01-10',
      may: [],
      mayAskLateEntry: true,
    })
    const entry = await asked()
    expect((await tasks(head)).find(({ noun }) => noun === 'lateEntry')).toMatchObject({
      verb: 'grant',
      due: '2025-01-20',
      link: `/collection/late-entries?open=${entry.id}`,
    })
    expect(await told(head)).toContain('申请补报，理由：主管部门次日方审定')
    expect((await list(head)).rows[0]).toMatchObject({ state: 'asked', may: ['grant', 'decline'] })
    expect((await list(reporter)).rows[0]).toMatchObject({ state: 'asked', may: ['withdraw'] })

    const granted = await grant(entry, { reason: '限期报齐' })
    expect(granted.statusCode, granted.body).toBe(200)
    expect(await told(reporter)).toContain('补报申请已同意。请在2025-01-18前补报')
    const open = await shown(firms)
    expect(open).toMatchObject({ locked: false, overdue: false, due: '2025-01-18', extended: 'lateEntry' })
    expect(await shown(steps)).toMatchObject({ locked: true, due: '2025-01-12' })
    expect((await tasks(reporter)).find(({ object }) => object.includes('新增'))).toMatchObject({ due: '2025-01-18' })
    const urged = await handler.call(data.urgingList, { params: { planId: world.plan.planId } })
    const texts = urged.json<ReplyOf<typeof data.urgingList>>().rows.map(({ text }) => text)
    expect(texts.join()).toContain('（2025年1月18日前）')

    const reported = await reportOne(reporter, firms, open.version, quantity('12'))
    expect(reported.statusCode, reported.body).toBe(200)
    expect((await shown(firms)).last?.late).toEqual({
      due: '2025-01-10',
      reason: '主管部门次日方审定',
      lateEntryId: entry.id,
      days: 5,
    })
    const history = (await head.call(listActs, { params: { subjectId: firms } })).json<ReplyOf<typeof listActs>>()
    expect(history.rows.map(({ label }) => label).slice(0, 3)).toEqual(['报送数据', '同意补报', '申请补报'])
    expect(history.rows[2]).toMatchObject({
      reason: '主管部门次日方审定',
      changes: [{ field: 'wantedUntil', after: { text: '2025-01-20' } }],
    })
  })

  it('补报期限过了又锁定，可以再申请', async () => {
    await grant(await asked())
    server.setNow('2025-01-19T00:00:01+08:00')
    const again = await signedIn(server, [{ kind: 'unitReporter', unitId: world.transport }])
    const { version } = await shown(firms, again)
    expect((await reportOne(again, firms, version, quantity('12'))).json().error).toMatchObject({
      code: 'datum.lateNotGranted',
      params: { due: '2025-01-18' },
    })
    expect((await ask({}, again)).statusCode).toBe(200)
  })

  it('不同意须写理由，数据仍锁定；办结的不能再办', async () => {
    const entry = await asked()
    const decline = (reason: string) =>
      head.call(contract.declineLateEntry, {
        params: { lateEntryId: entry.id },
        body: { version: entry.version, reason },
      })
    expect((await decline(' ')).statusCode).toBe(400)
    expect((await decline('已过汇总时限')).statusCode).toBe(200)
    expect(await told(reporter)).toContain('未获同意：已过汇总时限')
    expect((await shown(firms)).locked).toBe(true)
    expect((await grant({ id: entry.id, version: 2 })).json().error.code).toBe('lateEntry.notNow')
    expect((await grant(entry)).json().error.code).toBe('platform.stale')
  })

  it('没有逾期、已在等候、期限已过、别的指标，都说明缘由', async () => {
    expect((await ask({ wantedUntil: '2025-01-14' })).json().error).toMatchObject({
      code: 'lateEntry.dayPassed',
      at: 'wantedUntil',
    })
    expect((await ask({ leafKey: 'growth' })).json().error).toMatchObject({
      code: 'lateEntry.otherLeaf',
      at: 'body.leafKey',
    })
    const entry = await asked()
    const twice = (await ask()).json().error
    expect(twice.message).toContain('已于2025-01-15申请补报，正在等待批复')
    expect((await grant(entry, { until: '2025-01-14' })).json().error.code).toBe('lateEntry.dayPassed')
    server.setNow('2025-01-10T10:00:00+08:00')
    const early = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }])
    const theirs = await world.datumId('newFirmCount', world.town)
    const soon = await early.call(contract.askLateEntry, { params: { datumId: theirs }, body: request })
    expect(soon.json().error.code).toBe('lateEntry.notLate')
  })

  it('申请人可以撤回；别的单位、经办人、回避的都不能办', async () => {
    const entry = await asked()
    const stranger = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }])
    const withdraw = (by: Caller) =>
      by.call(contract.withdrawLateEntry, { params: { lateEntryId: entry.id }, body: { version: 1 } })
    expect((await withdraw(stranger)).statusCode).toBe(404)
    expect((await ask({}, stranger)).statusCode).toBe(404)
    expect((await list(stranger)).total).toBe(0)
    expect((await stranger.call(contract.lateEntryPaper, { params: { lateEntryId: entry.id } })).statusCode).toBe(404)
    expect((await grant(entry, {}, handler)).statusCode).toBe(403)
    const both = await signedIn(server, [
      { kind: 'sectionHead', unitId: world.lead, sectionId: world.section },
      { kind: 'unitAdmin', unitId: world.transport },
    ])
    expect((await grant(entry, {}, both)).json().error.code).toBe('lateEntry.ownUnit')
    expect((await withdraw(reporter)).statusCode).toBe(200)
    expect((await list(head)).rows[0]).toMatchObject({ state: 'withdrawn', may: [] })
    expect((await ask()).statusCode).toBe(200)
  })

  it('审批单：批复前留空，批复后写明期限和批复人', async () => {
    const entry = await asked()
    const paper = async () => {
      const reply = await reporter.call(contract.lateEntryPaper, { params: { lateEntryId: entry.id } })
      expect(reply.statusCode).toBe(200)
      return textOf((await openDocx(reply.rawPayload)).document)
    }
    const sources = async () => [
      await server.db.selectFrom('late_entry').selectAll().where('id', '=', entry.id).execute(),
      await server.db.selectFrom('datum').selectAll().where('id', '=', firms).execute(),
      await server.db.selectFrom('unit').select('name').execute(),
      await server.db.selectFrom('plan_version').selectAll().where('plan_id', '=', world.plan.planId).execute(),
    ]
    const blank = await paper()
    expect(blank).toContain('考评数据补报申请审批单')
    expect(blank).toContain('主管部门次日方审定')
    expect(blank).toContain('□不同意')
    await grant(entry, { reason: '限期报齐' })
    const answered = await paper()
    expect(answered).toMatch(/牵头单位意见同意。限期报齐同意补报至2025年1月18日/)
    expect(answered).toContain('科长乙')
    const reply = await reporter.call(contract.lateEntryPaper, { params: { lateEntryId: entry.id } })
    await figuresHeld('lateEntryForm', reply.rawPayload, { from: await sources() })
  })

  it('数据提供单位逾期同样申请', async () => {
    const growth = await world.datumId('growthRate', world.transport)
    const provider = await signedIn(server, [{ kind: 'dataProvider', unitId: world.statistics }], '统计庚')
    const body = { ...request, leafKey: 'growth' }
    const entry = (await provider.call(contract.askLateEntry, { params: { datumId: growth }, body })).json()
    expect((await list(reporter)).total).toBe(0)
    expect((await grant(entry)).statusCode).toBe(200)
    expect((await reportOne(provider, growth, 2, quantity('6.4'))).statusCode).toBe(200)
  })
})

describe('退回修改', () => {
  const giveBack = (version: number, more = {}) =>
    handler.call(data.returnDatum, {
      params: { datumId: firms },
      body: { version, reason: '与直报平台不一致', until: '2025-01-17', to: 'reporter', ...more },
    })
  const confirmed = async () => {
    await grant(await asked())
    await reportOne(reporter, firms, 2, quantity('12'))
    const rows = [{ datumId: firms, version: 3, gapReason: '名单盖章后补交' }]
    expect((await unitHead.call(data.confirmData, { body: { rows } })).statusCode).toBe(200)
  }

  it('写明问题和新的期限；限期内改报不算逾期，过了又锁定', async () => {
    await confirmed()
    expect((await giveBack(4, { until: '2025-01-14' })).json().error).toMatchObject({
      code: 'datum.dayPassed',
      at: 'body.until',
    })
    expect((await giveBack(4)).statusCode).toBe(200)
    expect(await told(reporter)).toContain('与直报平台不一致。请在2025-01-17前修改后重新报送')
    expect(await shown(firms)).toMatchObject({ due: '2025-01-17', extended: 'return', locked: false })
    expect((await reportOne(reporter, firms, 5, quantity('11'), { reason: '按平台更正' })).statusCode).toBe(200)
    expect((await shown(firms)).last?.late).toBeUndefined()
  })

  it('退回负责人：数不变，负责人重新确认；没有确认过的不能退回负责人', async () => {
    await confirmed()
    const back = await giveBack(4, { to: 'head', reason: '缺负责人签字页' })
    expect(back.statusCode, back.body).toBe(200)
    expect(await told(unitHead)).toContain('已退回负责人：缺负责人签字页。请在2025-01-17前重新确认')
    expect((await tasks(unitHead))[0]).toMatchObject({ verb: 'confirm', due: '2025-01-17' })
    const again = await giveBack(5, { to: 'head' })
    expect(again.json().error).toMatchObject({ code: 'datum.notConfirmed', at: 'body.to' })
    const rows = [{ datumId: firms, version: 5, gapReason: '签字页已补' }]
    expect((await unitHead.call(data.confirmData, { body: { rows } })).statusCode).toBe(200)
    expect(await shown(firms)).toMatchObject({ state: 'confirmed', returnReason: null, extended: null })
    expect((await shown(firms)).confirmations).toHaveLength(2)
    const history = (await handler.call(listActs, { params: { subjectId: firms } })).json<ReplyOf<typeof listActs>>()
    expect(history.rows[1]).toMatchObject({ label: '退回数据', reason: '缺负责人签字页' })
    expect(history.rows[1]?.changes).toContainEqual({
      field: 'addressee',
      before: null,
      after: { vocabulary: 'datumAddressee', member: 'head' },
    })
  })
})

describe('撤回', () => {
  beforeEach(async () => {
    await grant(await asked())
    await reportOne(reporter, firms, 2, quantity('12'))
  })
  const withdraw = () => reporter.call(data.withdrawDatum, { params: { datumId: firms }, body: { version: 3 } })
  const open = (by: Caller) => by.call(data.openData, { body: { rows: [{ datumId: firms }] } })

  it('下一环节阅看前可以撤回，撤回后在原期限内改报', async () => {
    expect((await withdraw()).statusCode).toBe(200)
    expect((await reportOne(reporter, firms, 4, quantity('11'), { reason: '更正' })).statusCode).toBe(200)
  })

  it('阅看即留痕，版本不变；之后撤回被拒，说明谁何时看过', async () => {
    expect((await open(unitHead)).json()).toEqual({ opened: 1 })
    expect((await open(unitHead)).json()).toEqual({ opened: 0 })
    const refused = (await withdraw()).json().error
    expect(refused.code).toBe('datum.opened')
    expect(refused.message).toMatch(/^局长戊已于.*阅看本数据，不能再撤回。确需更正的，请对方退回修改。$/)
    const reply = await shown(firms)
    expect(reply).toMatchObject({ version: 3, openings: [{ number: 1, by: { name: '局长戊' } }] })
    const history = (await unitHead.call(listActs, { params: { subjectId: firms } })).json<ReplyOf<typeof listActs>>()
    expect(history.rows.filter(({ label }) => label === '阅看数据')).toHaveLength(1)
    const stale = await reporter.call(data.withdrawDatum, { params: { datumId: firms }, body: { version: 2 } })
    expect(stale.json().error).toMatchObject({
      code: 'platform.stale',
      params: { who: '填报丁', action: 'datum.report' },
    })
  })

  it('填报人自己、别的单位打开都不算', async () => {
    expect((await open(reporter)).statusCode).toBe(403)
    const stranger = await signedIn(server, [{ kind: 'unitHead', unitId: world.town }])
    expect((await open(stranger)).statusCode).toBe(404)
    expect((await withdraw()).statusCode).toBe(200)
  })
})
