import { computeRun, freezeResult } from '@quanheng/contract/result'
import * as contract from '@quanheng/contract/self-review'
import { listNotifications, listTasks } from '@quanheng/contract/workbench'
import { message } from '@quanheng/messages/messages'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../../platform/testing/test-server.ts'
import { allRoutes } from '../../index.ts'
import { closeAll, codeOf, done, finishSheets, type ResultWorld, resultWorld } from '../testing/result-world.ts'

let server: TestServer
let world: ResultWorld
let reporter: Caller
let principal: Caller
let stranger: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await resultWorld(server, '自', undefined, undefined, 'none', 'required')
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.transport }], '填报丁')
  principal = await signedIn(server, [{ kind: 'principal', unitId: world.transport }], '局长戊')
  stranger = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }])
})
afterAll(() => server.close())

const place = (unitId = world.transport) => ({ planId: world.planId, unitId })
const show = (caller: Caller) => done(caller, contract.showSelfReview, { params: place() })
const rowsWith = async (points: (full: string) => string, reason = '') =>
  (await show(reporter)).rows.map(({ itemId, fullMark }) => ({ itemId, points: points(fullMark), reason }))
const save = (caller: Caller, rows: object[], version: number | null, report = '', unitId = world.transport) =>
  caller.call(contract.saveSelfReview, {
    params: { planId: world.planId },
    body: { unitId, version, rows, report },
  })
const sign = async (caller: Caller) => {
  const { id, version } = await show(reporter)
  return caller.call(contract.signSelfReview, { params: { selfReviewId: id ?? '' }, body: { version: version ?? 0 } })
}
const tasks = async (caller: Caller) => (await done(caller, listTasks)).rows.filter(({ noun }) => noun === 'selfReview')

describe('自查自评', () => {
  it('方案要求的单位收到待办，填写到一半可以保存，别的单位看不到、写不了', async () => {
    expect(await tasks(reporter)).toMatchObject([
      { verb: 'fill', link: `/self-reviews/${world.planId}/${world.transport}` },
    ])
    const blank = await show(reporter)
    expect(blank).toMatchObject({ state: null, id: null, may: ['save'] })
    const [first] = await rowsWith(() => '1', '部分未完成')
    const saved = await save(reporter, first ? [first] : [], null)
    expect(saved.statusCode, saved.body).toBe(200)
    expect((await stranger.call(contract.showSelfReview, { params: place() })).statusCode).toBe(404)
    expect((await save(stranger, [], 1)).statusCode).toBe(404)
    expect((await save(stranger, first ? [first] : [], null, '', world.town)).statusCode).toBe(404)
    expect(codeOf(await save(reporter, first ? [first] : [], 7))).toBe('platform.stale')
    // A draft is the unit's own.
    expect(await show(world.carrier)).toMatchObject({ state: null, id: null, may: [] })
  })

  it('自评分在0分与满分之间；缺项、没有理由、没有报告的不能签字', async () => {
    expect(codeOf(await save(reporter, await rowsWith(() => '-1'), 1))).toBe('selfReview.outOfRange')
    const over = await save(reporter, await rowsWith(() => '１００'), 1)
    expect(over.json().error).toMatchObject({
      code: 'selfReview.outOfRange',
      at: expect.stringMatching(/rows\.\d\.points/),
    })
    expect(codeOf(await sign(principal))).toBe('selfReview.incomplete')
    await save(reporter, await rowsWith(() => '1'), 1)
    expect(codeOf(await sign(principal))).toBe('selfReview.incomplete')
    await save(reporter, await rowsWith(() => '1', '部分未完成'), 2)
    expect(codeOf(await sign(principal))).toBe('selfReview.reportMissing')
  })

  it('主要领导签字后评分单位看得到，退回的写明理由、签字失效，改后重新签字', async () => {
    await save(reporter, await rowsWith((full) => full), 3, '年度任务全部完成')
    expect((await sign(reporter)).statusCode).toBe(403)
    const signed = await sign(principal)
    expect(signed.statusCode, signed.body).toBe(200)
    expect(codeOf(await save(reporter, [], 5))).toBe('selfReview.signed')
    const seen = await show(world.carrier)
    expect(seen).toMatchObject({ state: 'signed', report: '年度任务全部完成', may: ['return'] })
    const params = { selfReviewId: seen.id ?? '' }
    const body = { version: seen.version ?? 0, reason: '请按核定口径重填' }
    expect((await world.outsider.call(contract.returnSelfReview, { params, body })).statusCode).toBe(404)
    await done(world.carrier, contract.returnSelfReview, { params, body })
    const told = (await done(reporter, listNotifications, {})).rows.map((row) => message('zh-CN', row.code, row.params))
    expect(told.join()).toContain('自查自评已被退回：请按核定口径重填')
    expect(await show(reporter)).toMatchObject({ state: 'returned', returned: { reason: '请按核定口径重填' } })
    expect(await tasks(principal)).toMatchObject([{ verb: 'sign' }])
    expect((await sign(principal)).statusCode).toBe(200)
    expect(await tasks(principal)).toEqual([])
  })

  it('自评分、初评分、核定分并列：评分单位看签字的分，被考核单位在方案开放之前只看自评分', async () => {
    await closeAll(server, world)
    await finishSheets(server, world)
    const scored = await show(world.carrier)
    expect(scored.rows.every(({ self, first, final }) => self !== null && first !== null && final === null)).toBe(true)
    expect((await show(reporter)).rows.every(({ first, final }) => first === null && final === null)).toBe(true)
    const params = { planId: world.planId }
    const { runDigest } = await done(world.carrier, computeRun, { params })
    await done(world.carrier, freezeResult, { params, body: { runDigest } })
    expect((await show(world.carrier)).rows.every(({ final }) => final !== null)).toBe(true)
    expect((await show(reporter)).rows.every(({ final }) => final === null)).toBe(true)
    expect((await show(world.carrier)).may).toEqual([])
    const reply = await reporter.call(contract.exportSelfReview, { params: place(), query: {} })
    const cells = [...(await openXlsx(reply.rawPayload)).values()].join()
    expect(cells).toContain('自评分')
    const { version } = await show(reporter)
    expect(codeOf(await save(reporter, [], version))).toBe('selfReview.locked')
  })
})
