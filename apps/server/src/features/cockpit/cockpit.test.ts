import { showCockpit } from '@quanheng/contract/cockpit'
import * as result from '@quanheng/contract/result'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { registerReports } from '../result/testing/registered-reports.ts'
import { codeOf, done, type ResultWorld, resultWorld } from '../result/testing/result-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const shownTo = async (caller: ResultWorld['director'], { year }: ResultWorld) =>
  (await done(caller, showCockpit, { query: { planId: year.planId } })).year

describe('驾驶舱', () => {
  it('锁定以前只有进度：数据、评分表、报告和各环节的灯，没有一个得分', async () => {
    const world = await resultWorld(server, '舱')
    const { plans, asOf } = await done(world.staff, showCockpit, {})
    expect(asOf).toBe('2025-01-20T02:00:00.000Z')
    expect(plans.map(({ planId }) => planId)).toContain(world.year.planId)
    const shown = await shownTo(world.staff, world)
    expect(shown).toMatchObject({
      totals: 'none',
      standing: null,
      open: { remarks: 0, lateEntries: 0, rectifications: { total: 0, done: 0, late: 0 } },
    })
    expect(shown?.data.total).toBeGreaterThan(0)
    expect(shown?.data.done).toBeLessThan(shown?.data.total ?? 0)
    expect(shown?.sheets).toMatchObject({ done: 0 })
    expect(shown?.reports.done).toBe(0)
    const late = shown?.steps.filter(({ due, done: ready, plans: all }) => due < '2025-01-20' && ready < all) ?? []
    expect(late.length).toBeGreaterThan(0)
    expect(late.every(({ light }) => light === 'red')).toBe(true)
  })

  it('锁定以后，审定以前只有绩效办主任看得到分布和分组，看一次留一次痕；审定以后组长也看得到', async () => {
    const world = await resultWorld(server, '锁')
    await registerReports(server, world)
    const params = { planId: world.year.planId }
    const { runDigest } = await done(world.director, result.computeRun, { params })
    const { resultId } = await done(world.director, result.freezeResult, { params, body: { runDigest } })
    const head = await signedIn(server, [{ kind: 'steeringHead', unitId: world.office }], '组长')

    expect(await shownTo(head, world)).toMatchObject({ totals: 'hidden', standing: null })
    expect(await shownTo(world.staff, world)).toMatchObject({ totals: 'hidden', standing: null })
    const own = await shownTo(world.director, world)
    const totals = await done(world.director, result.showTotals, { params: { resultId } })
    const printed = totals.groups.flatMap(({ rows }) => rows.flatMap(({ total }) => total ?? []))
    expect(own).toMatchObject({ totals: 'shown', reports: { done: own?.reports.total } })
    expect(own?.standing).toMatchObject({
      resultId,
      runDigest,
      state: 'aggregated',
      counted: printed.length,
      before: null,
      risen: [],
    })
    expect(own?.standing?.groups.map(({ name }) => name)).toEqual(totals.groups.map(({ name }) => name))
    expect(own?.standing?.distribution.reduce((all, { units }) => all + units, 0)).toBe(printed.length)

    await server.db.updateTable('result').set({ state: 'approved' }).where('id', '=', resultId).execute()
    expect(await shownTo(head, world)).toMatchObject({ totals: 'shown', standing: { state: 'approved' } })

    const auditor = await signedIn(server, [{ kind: 'auditAdmin', unitId: world.office }], '审计员')
    const { rows } = await done(auditor, result.listTotalsViews)
    const looks = rows
      .filter((row) => row.runDigest === runDigest)
      .map(({ look, shown, person }) => [look, shown, person])
    expect(looks).toEqual([
      ['cockpit', true, '组长'],
      ['totals', true, expect.stringContaining('主任')],
      ['cockpit', true, expect.stringContaining('主任')],
    ])
  })

  it('被考核单位、评分科室不能看', async () => {
    const world = await resultWorld(server, '外')
    expect((await world.carrier.call(showCockpit, {})).statusCode).toBe(403)
    expect((await world.outsider.call(showCockpit, {})).statusCode).toBe(403)
    const missing = { query: { planId: world.planId } }
    expect(codeOf(await world.director.call(showCockpit, missing))).toBe('platform.notFound')
  })
})
