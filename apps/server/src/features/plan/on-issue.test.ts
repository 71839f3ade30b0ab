import * as contract from '@quanheng/contract/plan'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { organisationRoutes } from '../organisation/index.ts'
import { type IssuedPlan, lockIssuedPlan, type OnIssue, planRoutes } from './index.ts'
import { type PlanWorld, partsOf, planWorld } from './testing/plan-world.ts'

let server: TestServer
let world: PlanWorld
const seen: { plan: IssuedPlan; before: IssuedPlan | null; inForce: string | undefined }[] = []
let broken = false

const hook: OnIssue = async (tx, plan, _context, before) => {
  if (broken) throw new Error('the hook fell over')
  const locked = await lockIssuedPlan(tx, plan.planId)
  seen.push({ plan, before, inForce: locked?.digest })
  return [{ noun: 'sheet', id: plan.planId, version: 1, before: null, after: { opened: plan.number } }]
}

beforeAll(async () => {
  server = await startTestServer(
    (platform) => [...organisationRoutes(platform, { onPosts: [] }), ...planRoutes(platform, { onIssue: [hook] })],
    {
      now: '2024-01-10T10:00:00+08:00',
      // The hook keeps count.
      probe: false,
    },
  )
  world = await planWorld(server)
})
afterAll(() => server.close())

it('印发与后续在同一事务：后续失败，什么也不留下；成功，变更记在同一条操作里', async () => {
  const begun = await world.handler.call(contract.beginPlan, {
    body: { kind: 'indicatorPlan', year: 2024, title: '方案', parentPlanId: null, copyFromPlanId: null },
  })
  const planId = begun.json<{ id: string }>().id
  const params = { planId }
  await world.handler.call(contract.editPlan, { params, body: { version: 1, parts: partsOf(world.content()) } })
  const checked = await world.handler.call(contract.checkPlan, { params, body: { version: 2 } })
  expect(checked.statusCode, checked.body).toBe(200)
  const body = { version: 3, number: '云发改发〔2024〕2号', date: '2024-01-10' }
  broken = true
  expect((await world.head.call(contract.issuePlan, { params, body })).statusCode).toBe(500)
  const kept = await server.db.selectFrom('plan_version').select('id').where('plan_id', '=', planId).execute()
  expect(kept).toEqual([])
  broken = false
  expect((await world.head.call(contract.issuePlan, { params, body })).statusCode).toBe(200)
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatchObject({ before: null, plan: { planId, number: 1 }, inForce: seen[0]?.plan.digest })
  const act = await server.db
    .selectFrom('act')
    .select('changes')
    .where('action', '=', 'plan.issue')
    .where(sql<boolean>`${planId}::uuid = ANY(subjects)`)
    .executeTakeFirstOrThrow()
  expect(act.changes.map((change) => change.noun)).toEqual(['plan', 'planVersion', 'sheet'])
})
