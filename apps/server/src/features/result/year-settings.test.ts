import * as contract from '@quanheng/contract/result'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { withCredits } from '../credit/testing/credit-world.ts'
import { allRoutes } from '../index.ts'
import { frozenRun } from './index.ts'
import { registerReports } from './testing/registered-reports.ts'
import { done, resultWorld } from './testing/result-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

/** 第三产业 70%, 道路 30%, with 加减分 and 一票否决 by class and gate. */
const declared = (year: PlanContent): PlanContent => ({
  ...withCredits(year),
  indicators: year.indicators.map((node) => ({ ...node, weight: node.key === 'roads' ? '30' : '70' })),
})

const totalsOf = async (tag: string, ofYear?: (year: PlanContent) => PlanContent) => {
  const world = await resultWorld(server, tag, undefined, ofYear)
  await registerReports(server, world)
  const params = { planId: world.year.planId }
  const shown = await done(world.director, contract.showResults, { params })
  const { runDigest } = await done(world.director, contract.computeRun, { params })
  const { resultId } = await done(world.director, contract.freezeResult, { params, body: { runDigest } })
  const totals = await done(world.director, contract.showTotals, { params: { resultId } })
  const run = (await frozenRun(server.db, resultId))?.run
  return { world, shown, totals, run }
}

describe('年度方案的设定在汇总中的作用', () => {
  it('按权重合成；加减分、否决尚未登记的，锁定前后都写明未计入', async () => {
    const { world, shown, totals, run } = await totalsOf('午', declared)
    expect(shown.unregistered).toEqual(['credits', 'veto'])
    expect(run?.unregistered).toEqual(['credits', 'veto'])
    expect(totals).toMatchObject({ weighted: true, unregistered: ['credits', 'veto'] })
    const rows = totals.groups.flatMap((group) => group.rows)
    // 70 × 3/10 + 30 × 3/5
    expect(rows.find(({ unitId }) => unitId === world.town)).toMatchObject({ raw: '39.00', total: '39.00' })
    expect(rows.find(({ unitId }) => unitId === world.lead)).toMatchObject({ raw: '100.00', total: '100.00' })
    // Transport carries no road of its own: 缺项折算 leaves the weight to the other component.
    expect(rows.find(({ unitId }) => unitId === world.transport)).toMatchObject({
      raw: '70.00',
      normalised: '100.00',
      applicableFullMark: '70',
    })
  })

  it('没有设定这些事项的，什么都不写', async () => {
    const { shown, totals, run } = await totalsOf('未')
    expect(shown.unregistered).toEqual([])
    expect(totals).toMatchObject({ weighted: false, unregistered: [] })
    expect(run).not.toHaveProperty('unregistered')
  })
})
