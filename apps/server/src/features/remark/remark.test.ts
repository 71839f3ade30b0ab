import { registerNumber } from '@quanheng/contract/approval'
import * as contract from '@quanheng/contract/remark'
import { freezeResult } from '@quanheng/contract/result'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { approvalSteps, documentNumber } from '../approval/testing/approval-steps.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done } from '../result/testing/result-world.ts'

let server: TestServer
const steps = approvalSteps(() => server)
let world: Awaited<ReturnType<typeof steps.atNumber>>
let observer: Caller
let sheetId: string

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await steps.atNumber('见')
  observer = await signedIn(server, [{ kind: 'observer', unitId: world.lead }], '监督人')
  const sheet = await server.db
    .selectFrom('sheet')
    .select('id')
    .where('plan_id', '=', world.planId)
    .executeTakeFirstOrThrow()
  sheetId = sheet.id
})
afterAll(() => server.close())

const file = (caller: Caller, subject: object, words = '扣分理由未写明条款', planId = world.planId) =>
  caller.call(contract.fileRemark, { params: { planId }, body: { subject, words } })
const answer = (caller: Caller, remarkId: string, version = 1, kind = 'declined', words = '条款见附件1') =>
  caller.call(contract.answerRemark, { params: { remarkId }, body: { version, kind, words } })
const rows = async (caller: Caller) => (await done(caller, contract.listRemarks, {})).rows

describe('监督意见', () => {
  it('只由监督范围内的监督人员提出，对象须在该方案之内', async () => {
    const elsewhere = await signedIn(server, [{ kind: 'observer', unitId: await seedUnit(server.db, '无关局见') }])
    expect((await file(world.handler, { noun: 'year' })).statusCode).toBe(403)
    expect((await file(elsewhere, { noun: 'year' })).statusCode).toBe(404)
    expect((await file(observer, { noun: 'sheet', sheetId: crypto.randomUUID() })).statusCode).toBe(404)
    expect(codeOf(await file(observer, { noun: 'year' }, ' '))).toBe('remark.wordsMissing')
    const params = { planId: world.planId }
    expect((await elsewhere.call(contract.remarkSubjectsOf, { params })).statusCode).toBe(404)
    const { sheets } = await done(observer, contract.remarkSubjectsOf, { params })
    expect(sheets.map((sheet) => sheet.sheetId)).toContain(sheetId)
    const { items } = await done(observer, contract.remarkItemsOf, { params: { sheetId } })
    expect(items.length).toBeGreaterThan(0)
    expect(await rows(observer)).toEqual([])
  })

  it('未答复即不能锁定、不能编号；责任单位具名答复后才能办', async () => {
    const { remarkId } = (await file(observer, { noun: 'sheet', sheetId })).json<{ remarkId: string }>()
    const [shown] = await rows(world.head)
    expect(shown).toMatchObject({
      id: remarkId,
      noun: 'sheet',
      link: `/scoring/${sheetId}`,
      words: '扣分理由未写明条款',
      by: { name: '监督人', post: 'observer' },
      state: 'open',
      answer: null,
      mine: true,
    })
    const number = async () => world.clerk.call(registerNumber, await steps.onNow(world, { documentNumber }))
    const stopped = await number()
    expect(stopped.json()).toMatchObject({ error: { code: 'remark.unanswered', params: { count: '1' } } })
    const run = await server.db
      .selectFrom('result')
      .select('run_digest')
      .where('id', '=', world.resultId)
      .executeTakeFirstOrThrow()
    const frozen = { params: { planId: world.planId }, body: { runDigest: run.run_digest } }
    expect(codeOf(await world.carrier.call(freezeResult, frozen))).toBe('remark.unanswered')

    expect((await answer(world.handler, remarkId)).statusCode).toBe(403)
    const elsewhere = await signedIn(server, [{ kind: 'sectionHead', unitId: await seedUnit(server.db, '他局见') }])
    expect((await answer(elsewhere, remarkId)).statusCode).toBe(404)
    expect(codeOf(await answer(world.head, remarkId, 1, 'declined', ' '))).toBe('remark.wordsMissing')
    expect((await answer(world.head, remarkId)).statusCode).toBe(200)
    expect(codeOf(await answer(world.head, remarkId, 2))).toBe('remark.alreadyAnswered')
    expect(await rows(observer)).toMatchObject([
      { state: 'answered', answer: { kind: 'declined', words: '条款见附件1', post: 'sectionHead' }, mine: false },
    ])
    expect((await number()).statusCode).toBe(200)
  })

  it('对全年的意见管全年的结果，不管单个牵头单位的报告', async () => {
    const other = await steps.atNumber('号')
    const watcher = await signedIn(server, [{ kind: 'observer', unitId: other.office }], '监督人')
    expect((await file(watcher, { noun: 'year' }, '全年抽查比例偏低', other.year.planId)).statusCode).toBe(200)
    const given = await steps.onNow(other, { documentNumber: '云发改报〔2025〕9号' })
    expect((await other.clerk.call(registerNumber, given)).statusCode).toBe(200)
  })
})
