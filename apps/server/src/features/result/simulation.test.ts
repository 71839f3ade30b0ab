import { randomUUID } from 'node:crypto'
import { listTotalsViews } from '@quanheng/contract/result'
import { listSimulationGrounds, showSimulation } from '@quanheng/contract/simulation'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { readRule } from '@quanheng/domain/rule/parse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '../../platform/database/database.ts'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { close, quantity } from '../scoring/testing/scoring-world.ts'
import { codeOf, done, type LockedWorld, lockedWorld } from './testing/result-world.ts'

let server: TestServer
let world: LockedWorld

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await lockedWorld(server, '测算')
})
afterAll(() => server.close())

const strict = (content: PlanContent): PlanContent => {
  const read = readRule('完成率达到100%得满分，否则不得分。')
  if (!read.ok) throw new Error('the sentence is not understood')
  return {
    ...content,
    indicators: content.indicators.map((node) =>
      node.key === 'newFirms' && node.scoring ? { ...node, scoring: { ...node.scoring, rule: read.value } } : node,
    ),
  }
}

/** A draft as an editor leaves it: the next version of the same plan, or a plan of its own. */
const draftOf = async (planId: string, content: PlanContent): Promise<void> => {
  await server.db
    .updateTable('plan')
    .set({ state: 'draft', number: 2, content: json(content) })
    .where('id', '=', planId)
    .execute()
}
const nextYear = async (content: PlanContent): Promise<string> => {
  const id = randomUUID()
  const row = await server.db.selectFrom('plan').selectAll().where('id', '=', world.planId).executeTakeFirstOrThrow()
  await server.db
    .insertInto('plan')
    .values({
      ...row,
      id,
      year: content.year,
      state: 'draft',
      number: 1,
      issued_number: null,
      content: json(content),
      drafter: json(row.drafter),
      carried: json(row.carried),
    })
    .execute()
  return id
}

describe('模拟测算', () => {
  it('绩效办主任从锁定版看本年度数据下的升降、满分集中和拉不开差距的指标', async () => {
    await draftOf(world.planId, strict(world.plan.content))
    const params = { planId: world.planId }
    const { rows } = await done(world.director, listSimulationGrounds, { params })
    expect(rows).toMatchObject([{ resultId: world.resultId, ownYear: true, state: 'aggregated' }])
    const shown = await done(world.director, showSimulation, { params: { ...params, resultId: world.resultId } })
    const town = shown.units.find(({ unitId }) => unitId === world.town)
    expect(town).toMatchObject({
      direction: 'falls',
      total: { from: '7.90', to: '5.40' },
      change: '-2.5',
      rank: { from: 3, to: 3 },
      leafNames: ['服务业企业培规入统'],
    })
    expect(shown.units.filter(({ direction }) => direction === 'stays')).toHaveLength(2)
    expect(shown.leaves.find(({ leafKey }) => leafKey === 'newFirms')).toMatchObject({
      from: { scored: 3, full: 2, none: 0, alike: false },
      to: { scored: 3, full: 2, none: 1, mean: '66.7', alike: false },
    })
    expect(shown.graded).toBe(false)
  })

  it('本年度数据不给起草人；看与被拒都留痕，监督人员查得到', async () => {
    const params = { planId: world.planId, resultId: world.resultId }
    expect((await done(world.carrier, listSimulationGrounds, { params })).rows).toEqual([])
    const refused = await world.carrier.call(showSimulation, { params })
    expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'simulation.notOpen'])
    const auditor = await signedIn(server, [{ kind: 'auditAdmin', unitId: world.office }], '审计员')
    const { rows } = await done(auditor, listTotalsViews)
    expect(rows.map(({ person, look, shown }) => [person, look, shown])).toEqual(
      expect.arrayContaining([
        ['督导经办', 'simulation', false],
        ['主任己', 'simulation', true],
      ]),
    )
  })

  it('别的单位、别的方案、没有的锁定版：不存在', async () => {
    const params = { planId: world.planId, resultId: world.resultId }
    expect((await world.outsider.call(showSimulation, { params })).statusCode).toBe(404)
    expect((await world.outsider.call(listSimulationGrounds, { params })).statusCode).toBe(404)
    const other = { planId: world.year.planId, resultId: world.resultId }
    expect((await world.director.call(showSimulation, { params: other })).statusCode).toBe(404)
    const none = { planId: world.planId, resultId: randomUUID() }
    expect((await world.director.call(showSimulation, { params: none })).statusCode).toBe(404)
    expect((await world.principal.call(showSimulation, { params })).statusCode).toBe(403)
  })

  it('下一年的草稿用上一年审定的数据，起草人可以测算；未审定前不行', async () => {
    const planId = await nextYear(strict({ ...world.plan.content, year: 2025 }))
    const params = { planId, resultId: world.resultId }
    expect(codeOf(await world.carrier.call(showSimulation, { params }))).toBe('simulation.notOpen')
    await server.db.updateTable('result').set({ state: 'approved' }).where('id', '=', world.resultId).execute()
    expect((await done(world.carrier, listSimulationGrounds, { params })).rows).toMatchObject([{ ownYear: false }])
    const shown = await done(world.carrier, showSimulation, { params })
    expect(shown.units.find(({ unitId }) => unitId === world.town)).toMatchObject({ change: '-2.5' })
  })

  it('印发以后数据重新开放、改报的，仍按锁定版引用的数据测算', async () => {
    const planId = await nextYear({ ...world.plan.content, year: 2027 })
    const params = { planId, resultId: world.resultId }
    await server.db.updateTable('result').set({ state: 'issued' }).where('id', '=', world.resultId).execute()
    const before = await done(world.carrier, showSimulation, { params })
    expect(before.units.map(({ direction }) => direction)).toEqual(['stays', 'stays', 'stays'])
    await close(server, world, 'newFirmCount', world.town, quantity('1'))
    await close(server, world, 'growthRate', world.transport, quantity('9'), false)
    expect(await done(world.carrier, showSimulation, { params })).toEqual(before)
  })

  it('草稿缺分值：说明有几处，不测算', async () => {
    const { content } = world.plan
    const planId = await nextYear({
      ...content,
      year: 2026,
      indicators: content.indicators.map((node) => (node.key === 'growth' ? { ...node, fullMark: '' } : node)),
    })
    const params = { planId, resultId: world.resultId }
    const refused = await world.carrier.call(showSimulation, { params })
    expect(codeOf(refused)).toBe('simulation.draftUnready')
    expect(refused.body).toContain('有1处')
  })
})
