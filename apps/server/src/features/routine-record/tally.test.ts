import * as data from '@quanheng/contract/datum'
import * as plan from '@quanheng/contract/plan'
import * as contract from '@quanheng/contract/routine-record'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { partsOf, planWorld } from '../plan/testing/plan-world.ts'
import { codeOf, done, upload } from '../result/testing/result-world.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof makeWorld>>

const setDay = async (day: string): Promise<void> => {
  await server.db.updateTable('installation').set({ business_date: day }).execute()
  await server.platform.installation.reload()
}

/** The lead unit's plan counts the records of new firms instead of asking for a figure. */
const makeWorld = async () => {
  const bodies = await planWorld(server)
  const { handler, head, lead, section } = bodies
  const body = { kind: 'indicatorPlan', year: 2024, title: '三产方案', parentPlanId: null, copyFromPlanId: null }
  const { id: planId } = await done(handler, plan.beginPlan, { body })
  const at = { params: { planId } }
  const content = bodies.content()
  const dataElements = content.dataElements.map((element) =>
    element.key === 'newFirmCount'
      ? {
          ...element,
          source: { kind: 'section' as const, unitId: lead, sectionId: section },
          recordTally: 'plusCount' as const,
        }
      : element,
  )
  const version = async () => (await done(handler, plan.showPlan, at)).version
  const parts = partsOf({ ...content, dataElements })
  await done(handler, plan.editPlan, { ...at, body: { version: await version(), parts } })
  await done(handler, plan.checkPlan, { ...at, body: { version: await version() } })
  const issued = { version: await version(), number: '云发改发〔2024〕2号', date: '2024-01-10' }
  await done(head, plan.issuePlan, { ...at, body: issued })
  const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: bodies.town }], '填报丁')
  return { ...bodies, planId, reporter }
}

beforeAll(async () => {
  server = await startTestServer(allRoutes, { kind: 'rehearsal' })
  await setDay('2024-01-10')
  world = await makeWorld()
})
afterAll(() => server.close())

const datumId = async (): Promise<string> =>
  (
    await server.db
      .selectFrom('datum')
      .select('id')
      .where('plan_id', '=', world.planId)
      .where('element_key', '=', 'newFirmCount')
      .where('unit_id', '=', world.town)
      .executeTakeFirstOrThrow()
  ).id
const show = async (caller: Caller) => done(caller, data.showDatum, { params: { datumId: await datumId() } })
const report = async (value: string) => {
  const { version } = await show(world.handler)
  const figure = { value: { kind: 'quantity', value }, release: 'final', asOf: '2024-12-31' }
  return world.handler.call(data.reportData, { body: { rows: [{ datumId: await datumId(), version, ...figure }] } })
}
const at = async (caller: Caller, routineRecordId: string, more: Readonly<Record<string, unknown>> = {}) => {
  const params = { routineRecordId }
  return { params, body: { version: (await done(caller, contract.showRoutineRecord, { params })).version, ...more } }
}
const told = async (): Promise<string> => {
  const content = {
    happenedOn: '2024-06-18',
    happening: '新增企业当月入库',
    source: '统计局入库通知',
    effect: 'plus',
    proposalBasis: '附件1',
    points: '1',
    files: [{ digest: await upload(server, world.handler, '通知.pdf'), name: '通知.pdf' }],
  }
  const body = { planId: world.planId, leafKey: 'newFirms', unitId: world.town, content }
  const { routineRecordId } = await done(world.handler, contract.beginRoutineRecord, { body })
  await done(world.handler, contract.submitRoutineRecord, await at(world.handler, routineRecordId))
  await done(world.head, contract.confirmRoutineRecord, await at(world.head, routineRecordId))
  return routineRecordId
}

it('方案规定取自平时记录的数据，只收记录的条数；还有未定的不能报', async () => {
  await setDay('2024-12-20')
  const first = await told()
  const second = await told()
  await setDay('2025-01-03')
  const third = await told()
  expect((await show(world.handler)).recorded).toEqual({ tally: 'plusCount', amount: '2', open: 1 })
  expect(codeOf(await report('2'))).toBe('datum.recordsOpen')
  const differs = { stance: 'differ', words: '不是我镇的企业', files: [] }
  await done(world.reporter, contract.stateOnRoutineRecord, await at(world.reporter, third, differs))
  expect(codeOf(await report('3'))).toBe('datum.recordsOpen')
  await done(world.head, contract.withdrawRoutineRecord, await at(world.head, third, { reason: '单位所述属实' }))
  await done(world.head, contract.withdrawRoutineRecord, await at(world.head, second, { reason: '与另一条重复' }))
  expect((await show(world.handler)).recorded).toEqual({ tally: 'plusCount', amount: '1', open: 0 })
  const refused = await report('2')
  expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'datum.notAsRecorded'])
  expect(refused.json().error.message).toContain('到数据截止时为1')
  const taken = await report('１')
  expect(taken.statusCode, taken.body).toBe(200)
  const { state } = await done(world.head, contract.showRoutineRecord, { params: { routineRecordId: first } })
  expect(state).toBe('told')
})
