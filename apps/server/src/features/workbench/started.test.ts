import { startApproval } from '@quanheng/contract/approval'
import { showPaper } from '@quanheng/contract/report'
import { scoreSheet } from '@quanheng/contract/sheet'
import * as contract from '@quanheng/contract/workbench'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { done, type LockedWorld, lockedWorld } from '../result/testing/result-world.ts'
import { scoringWorld } from '../scoring/testing/scoring-world.ts'

let server: TestServer
let world: LockedWorld
let approvalId: string

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await lockedWorld(server, '起')
  const params = { resultId: world.resultId }
  const { version } = await done(world.carrier, showPaper, { params })
  approvalId = (await done(world.carrier, startApproval, { params, body: { paperVersion: version } })).approvalId
})
afterAll(() => server.close())

const started = (caller: Caller, query: Record<string, string> = {}) => done(caller, contract.listStarted, { query })

describe('我发起的', () => {
  it('各人只见自己发起的，写明现在到了哪一步，点得到', async () => {
    const { rows, total } = await started(world.carrier)
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      noun: 'approval',
      id: approvalId,
      label: '送审评分报告',
      now: { state: 'leaderReview', link: `/approvals/${approvalId}` },
    })
    expect((await started(world.leader)).total).toBe(0)
  })

  it('同一对象只列一次；可按类别筛选、翻页', async () => {
    const all = await started(world.handler)
    expect(all.rows.map(({ noun, now }) => [noun, now?.state])).toEqual([
      ['sheet', 'aggregated'],
      ['sheet', 'aggregated'],
    ])
    expect((await started(world.handler, { noun: 'plan' })).total).toBe(0)
    const second = await started(world.handler, { page: '2', size: '1' })
    expect(second.rows.map(({ id }) => id)).toEqual([all.rows[1]?.id])
    expect((await world.handler.call(contract.listStarted, { query: { noun: 'post' } })).statusCode).toBe(400)
  })

  it('未办成的不算；离任后看不到内容，只知自己办过', async () => {
    const own = await scoringWorld(server, '离')
    expect((await started(own.handler, { noun: 'plan' })).rows.map(({ now }) => now?.state)).toEqual(['issued'])
    const sheet = await server.db
      .selectFrom('sheet')
      .select('id')
      .where('plan_id', '=', own.planId)
      .executeTakeFirstOrThrow()
    const refused = await own.handler.call(scoreSheet, { params: { sheetId: sheet.id }, body: { version: 1 } })
    expect(refused.statusCode).not.toBe(200)
    expect((await started(own.handler, { noun: 'sheet' })).total).toBe(0)
    await server.db
      .updateTable('post')
      .set({ to_date: '2025-01-19' })
      .where('person_id', '=', own.handler.personId)
      .execute()
    expect((await started(own.handler)).rows).toMatchObject([{ noun: 'plan', now: null }])
  })
})

describe('传阅', () => {
  const circulated = (caller: Caller, query: Record<string, string> = {}) =>
    done(caller, contract.listCirculated, { query })

  it('印发的方案传到点名的单位；看过即标，各人各标', async () => {
    const own = await scoringWorld(server, '传')
    const unit = [{ kind: 'unitReporter', unitId: own.transport }] as const
    const [first, second] = [await signedIn(server, unit), await signedIn(server, unit)]
    const [plan] = (await circulated(first)).rows
    expect(plan).toMatchObject({ kind: 'plan', link: `/plans/${own.planId}`, from: '云岭市发展改革委传', readAt: null })
    expect((await circulated(first)).unread).toBe(1)
    await done(first, contract.markCirculatedRead, { body: { ids: [plan?.id] } })
    await done(first, contract.markCirculatedRead, { body: { ids: [plan?.id] } })
    expect((await circulated(first)).rows[0]?.readAt).not.toBeNull()
    expect(await circulated(first, { unread: 'yes' })).toMatchObject({ total: 0, unread: 0 })
    expect(await circulated(second, { q: '云发改发' })).toMatchObject({ total: 1, unread: 1 })
    expect((await circulated(second, { q: '%' })).total).toBe(0)
  })

  it('没有传给我的看不到，也标不上', async () => {
    const stranger = await signedIn(server, [{ kind: 'unitReporter', unitId: await seedUnit(server.db, '无关局') }])
    expect((await circulated(stranger)).total).toBe(0)
    const { id } = await server.db.selectFrom('plan_version').select('id').executeTakeFirstOrThrow()
    await done(stranger, contract.markCirculatedRead, { body: { ids: [id] } })
    const marks = server.db.selectFrom('read_mark').selectAll().where('person_id', '=', stranger.personId)
    expect(await marks.execute()).toEqual([])
  })
})
