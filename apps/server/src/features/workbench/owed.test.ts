import * as act from '@quanheng/contract/act'
import type { ReplyOf } from '@quanheng/contract/route'
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
import { type ScoringWorld, scoringWorld } from '../scoring/testing/scoring-world.ts'

let server: TestServer
let world: ScoringWorld

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await scoringWorld(server)
})
afterAll(() => server.close())

const tasks = async (caller: Caller) =>
  (await caller.call(contract.listTasks)).json<ReplyOf<typeof contract.listTasks>>().rows
const owed = async (caller: Caller) =>
  (await caller.call(contract.listOwed, { query: { ahead: '60' } })).json<ReplyOf<typeof contract.listOwed>>().rows

describe('方案印发之后', () => {
  it('经办人的待办里有要评的表，负责人还没有；每一行都能点到办理处', async () => {
    const own = await tasks(world.handler)
    expect(own.filter((task) => task.noun === 'sheet').map((task) => task.verb)).toContain('score')
    expect(own.every((task) => task.link.startsWith('/'))).toBe(true)
    expect((await tasks(world.head)).filter((task) => task.verb === 'sign')).toEqual([])
  })

  it('绩效办的催报清单说出哪个科室、找谁、说什么', async () => {
    const rows = await owed(world.staff)
    const sheet = rows.find((row) => row.noun === 'sheet')
    expect(sheet?.people.map((person) => person.post)).toEqual(['handler'])
    expect(sheet?.text).toContain(sheet?.body)
    expect(sheet?.text).toContain('评分表')
    expect(rows.some((row) => row.noun === 'datum')).toBe(true)
  })

  it('方案的留痕：编制单位看全部，其他看得到方案的只知谁何时办了何事', async () => {
    const params = { subjectId: world.planId }
    const full = (await world.handler.call(act.listActs, { params })).json<ReplyOf<typeof act.listActs>>()
    expect(full.rows.map((row) => row.action)).toContain('plan.issue')
    expect(full.rows.find((row) => row.action === 'plan.begin')?.changes).not.toEqual([])
    const named = await signedIn(server, [{ kind: 'unitReporter', unitId: world.transport }])
    const seen = (await named.call(act.listActs, { params })).json<ReplyOf<typeof act.listActs>>()
    expect(seen.total).toBe(full.total)
    expect(seen.rows.flatMap((row) => row.changes)).toEqual([])
    const stranger = await signedIn(server, [{ kind: 'unitReporter', unitId: await seedUnit(server.db, '无关局') }])
    expect((await stranger.call(act.listActs, { params })).statusCode).toBe(404)
  })
})
