import * as act from '@quanheng/contract/act'
import * as approvals from '@quanheng/contract/approval'
import * as data from '@quanheng/contract/datum'
import * as plans from '@quanheng/contract/plan'
import { showPaper } from '@quanheng/contract/report'
import * as results from '@quanheng/contract/result'
import type { Route } from '@quanheng/contract/route'
import * as sheets from '@quanheng/contract/sheet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '../platform/database/database.ts'
import { type Caller, seedUnit, signedIn, startTestServer, type TestServer } from '../platform/testing/test-server.ts'
import { allRoutes } from './index.ts'
import { codeOf, done, type LockedWorld, lockedWorld } from './result/testing/result-world.ts'

let server: TestServer
let world: LockedWorld
let ofOffice: Caller
let ofLead: Caller
let ofOther: Caller
let auditor: Caller
let approvalId: string
let sheetId: string
let datumId: string

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await lockedWorld(server, '督')
  const observer = (unitId: string) => signedIn(server, [{ kind: 'observer', unitId }], '监督人')
  ofOffice = await observer(world.office)
  ofLead = await observer(world.lead)
  const other = await seedUnit(server.db, '无关局')
  ofOther = await observer(other)
  auditor = await signedIn(server, [{ kind: 'auditAdmin', unitId: other }], '审计员')
  const { version } = await done(world.carrier, showPaper, { params: { resultId: world.resultId } })
  const params = { resultId: world.resultId }
  approvalId = (await done(world.carrier, approvals.startApproval, { params, body: { paperVersion: version } }))
    .approvalId
  const first = (table: 'sheet' | 'datum') =>
    server.db.selectFrom(table).select('id').where('plan_id', '=', world.planId).executeTakeFirstOrThrow()
  sheetId = (await first('sheet')).id
  datumId = (await first('datum')).id
})
afterAll(() => server.close())

/** Every page over the lead unit's plan, with its object. */
const pages = (): readonly (readonly [Route, Readonly<Record<string, string>>])[] => [
  [plans.showPlan, { planId: world.planId }],
  [results.showResults, { planId: world.planId }],
  [results.scoreTable, { planId: world.planId }],
  [sheets.showSheet, { sheetId }],
  [data.showDatum, { datumId }],
  [approvals.showApproval, { approvalId }],
  [act.listActs, { subjectId: sheetId }],
]

const statuses = async (caller: Caller) => {
  const found: number[] = []
  for (const [route, params] of pages()) found.push((await caller.call(route, { params })).statusCode)
  return found
}

describe('监督范围', () => {
  it('派驻绩效办的看得到年度方案和其下各牵头单位的全过程', async () => {
    expect(await statuses(ofOffice)).toEqual(pages().map(() => 200))
    expect((await ofOffice.call(plans.showPlan, { params: { planId: world.year.planId } })).statusCode).toBe(200)
  })

  it('派驻一个牵头单位的只看得到该单位的，看不到年度方案', async () => {
    expect(await statuses(ofLead)).toEqual(pages().map(() => 200))
    expect((await ofLead.call(plans.showPlan, { params: { planId: world.year.planId } })).statusCode).toBe(404)
    expect((await ofLead.call(results.showResults, { params: { planId: world.year.planId } })).statusCode).toBe(404)
  })

  it('范围之外的对象一概不存在，清单也是空的', async () => {
    expect(await statuses(ofOther)).toEqual(pages().map(() => 404))
    expect((await done(ofOther, plans.listPlans)).total).toBe(0)
    expect((await done(ofOther, results.listResults)).rows).toEqual([])
    expect((await done(ofOther, sheets.listSheets)).total).toBe(0)
    expect((await done(ofOther, data.listData)).total).toBe(0)
    expect((await done(ofOther, approvals.listApprovals)).total).toBe(0)
  })

  it('任职期满即看不到', async () => {
    const leaving = await signedIn(server, [{ kind: 'observer', unitId: world.lead }])
    expect((await statuses(leaving))[0]).toBe(200)
    const ended = { to_date: '2025-01-19' }
    await server.db.updateTable('post').set(ended).where('person_id', '=', leaving.personId).execute()
    expect([403, 404]).toContain((await statuses(leaving))[0])
  })
})

describe('监督与留痕、总分', () => {
  const acts = async (caller: Caller) => (await done(caller, act.searchActs, { query: { size: '200' } })).total

  it('留痕查询只及监督范围，审计管理员看全部', async () => {
    const all = await acts(auditor)
    expect(all).toBeGreaterThan(0)
    expect(await acts(ofOffice)).toBe(all)
    const lead = (await done(ofLead, act.searchActs, { query: { size: '200' } })).rows
    expect(lead.length).toBeGreaterThan(0)
    expect(lead.every(({ unit }) => unit === '云岭市发展改革委督')).toBe(true)
    expect(await acts(ofOther)).toBe(0)
    expect((await done(ofOther, act.actKinds)).kinds).toEqual([])
    const only = await ofOther.call(act.exportActs)
    expect(only.statusCode).toBe(200)
  })

  it('总分审定之后向监督人员开放，只限监督范围', async () => {
    const row = await server.db
      .selectFrom('result')
      .selectAll()
      .where('id', '=', world.resultId)
      .executeTakeFirstOrThrow()
    const id = crypto.randomUUID()
    await server.db
      .insertInto('result')
      .values({
        ...row,
        id,
        plan_id: world.year.planId,
        owner_unit_id: world.office,
        purpose: 'totals',
        frozen_by: json(row.frozen_by),
        issue: json(row.issue),
        voiding: json(row.voiding),
      })
      .execute()
    const params = { resultId: id }
    expect(codeOf(await ofOffice.call(results.showTotals, { params }))).toBe('result.hidden')
    expect((await ofLead.call(results.showTotals, { params })).statusCode).toBe(404)
    const seen = await server.db.selectFrom('access_trail').select('outcome').where('subject', '=', id).execute()
    expect(seen).toEqual([{ outcome: 'result.hidden' }])
    const views = (await done(ofOffice, results.listTotalsViews)).rows
    expect(views).toMatchObject([{ person: '监督人', planTitle: '2024年度绩效考评方案督', shown: false }])
    expect((await done(auditor, results.listTotalsViews)).total).toBe(1)
    expect((await done(ofLead, results.listTotalsViews)).total).toBe(0)
    expect((await world.staff.call(results.listTotalsViews)).statusCode).toBe(403)
    await server.db.updateTable('result').set({ state: 'approved' }).where('id', '=', id).execute()
    // The run is the lead unit's and has no totals; that it is looked up at all says that the door is open.
    expect(codeOf(await ofOffice.call(results.showTotals, { params }))).toBe('platform.notFound')
    expect((await ofOther.call(results.showTotals, { params })).statusCode).toBe(404)
  })
})
