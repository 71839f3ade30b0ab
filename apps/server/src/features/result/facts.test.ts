import { planYaml } from '@quanheng/contract/plan'
import * as contract from '@quanheng/contract/result'
import { planOutcomes } from '@quanheng/domain/item/plan-outcomes'
import { scorePlan } from '@quanheng/domain/scoring/score-plan'
import { readFactsDoc } from '@quanheng/papers/plan-file/facts-file'
import { readPlanDoc } from '@quanheng/papers/plan-file/plan-file'
import { readYaml } from '@quanheng/papers/yaml/yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { close, quantity } from '../scoring/testing/scoring-world.ts'
import { frozenRun } from './frozen-run.ts'
import { registerReports } from './testing/registered-reports.ts'
import { codeOf, done, lockedWorld, resultWorld } from './testing/result-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

/** Both files as the command line reads them. */
const filesOf = async (caller: Caller, planId: string, resultId: string) => {
  const plan = await caller.call(planYaml, { params: { planId }, query: {} })
  const facts = await caller.call(contract.factsYaml, { params: { resultId } })
  expect([plan.statusCode, facts.statusCode]).toEqual([200, 200])
  const [planDoc, factsDoc] = [readYaml(plan.body), readYaml(facts.body)]
  if (!planDoc.ok || !factsDoc.ok) throw new Error('no YAML')
  const file = readPlanDoc(planDoc.value.doc)
  if (!file.ok) throw new Error(JSON.stringify(file.error))
  const read = readFactsDoc(factsDoc.value.doc, file.value)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return { ...file.value, ...read.value }
}

describe('数据文件', () => {
  it('锁定版的方案和数据写成文件，算出的得分与锁定版逐项相同；此后改报的不影响', async () => {
    const world = await lockedWorld(server, '数甲')
    const run = (await frozenRun(server.db, world.resultId))?.run
    const locked = run?.leaves.flatMap((leaf) => leaf.unitIds.map((unitId, at) => [leaf.key, unitId, leaf.points[at]]))
    const points = async () => {
      const { content, names, figureOf } = await filesOf(world.carrier, world.planId, world.resultId)
      return planOutcomes(content, figureOf, (unitId) => names[unitId] ?? unitId).map(
        ({ leafKey, unitId, outcome }) => [
          leafKey,
          unitId,
          outcome.status === 'scored' ? outcome.points : outcome.status,
        ],
      )
    }
    expect((await points()).toSorted()).toEqual(locked?.toSorted())
    await close(server, world, 'newFirmCount', world.town, quantity('1'))
    expect((await points()).toSorted()).toEqual(locked?.toSorted())
    const stranger = await world.outsider.call(contract.factsYaml, { params: { resultId: world.resultId } })
    expect(stranger.statusCode).toBe(404)
  })

  it('年度汇总的数据文件只给看得到总分的人，导出与被拒都留痕', async () => {
    const world = await resultWorld(server, '数乙')
    await registerReports(server, world)
    const params = { planId: world.year.planId }
    const { runDigest } = await done(world.director, contract.computeRun, { params })
    const { resultId } = await done(world.director, contract.freezeResult, { params, body: { runDigest } })
    expect(codeOf(await world.staff.call(contract.factsYaml, { params: { resultId } }))).toBe('result.hidden')
    const { content, reported } = await filesOf(world.director, world.year.planId, resultId)
    const { indicators, unitGroups: groups, settings } = content
    const { units } = scorePlan({ indicators, groups, settings, outcomes: reported })
    const run = (await frozenRun(server.db, resultId))?.run
    expect(units).toEqual(run?.totals?.units)
    const auditor = await signedIn(server, [{ kind: 'auditAdmin', unitId: world.office }], '审计员')
    const { rows } = await done(auditor, contract.listTotalsViews)
    const looks = rows
      .filter(({ planTitle }) => planTitle.endsWith('数乙'))
      .map(({ person, look, shown }) => [person, look, shown])
    expect(looks).toEqual([
      ['主任己', 'facts', true],
      ['绩效办戊', 'facts', false],
    ])
  })
})
