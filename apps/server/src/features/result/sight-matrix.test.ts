import * as own from '@quanheng/contract/own-result'
import { scoreTable } from '@quanheng/contract/result'
import type { PlanSettings } from '@quanheng/domain/plan/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '../../platform/database/database.ts'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { codeOf, lockedWorld } from './testing/result-world.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const stages = ['锁定', '审定', '报送', '年度锁定', '年度印发'] as const
type Stage = (typeof stages)[number]
type Visibility = PlanSettings['visibility']['value']

/** From which stage on the town sees its rows, and those of others beside them; null: at none. */
const opens: Readonly<Record<Visibility, { readonly own: Stage | null; readonly all: Stage | null }>> = {
  ownAfterReport: { own: '报送', all: null },
  ownAfterIssue: { own: '年度印发', all: null },
  allAfterIssue: { own: '年度印发', all: '年度印发' },
}

const issue = { documentNumber: '云发改发〔2025〕9号', issuedOn: '2025-01-19' }

const sceneUnder = async (visibility: Visibility) => {
  const world = await lockedWorld(server, visibility, visibility)
  const { town, transport, lead, planId, year, resultId } = world
  await server.db
    .updateTable('plan')
    .set({ named_unit_ids: [lead, transport, town] })
    .where('id', 'in', [planId, year.planId])
    .execute()
  const yearId = crypto.randomUUID()
  /** What each step leaves behind; the steps themselves have tests of their own. */
  const reach = async (stage: Stage): Promise<void> => {
    const set = (state: 'approved' | 'issued', id: string) =>
      server.db
        .updateTable('result')
        .set({ state, issue: json(issue) })
        .where('id', '=', id)
        .execute()
    if (stage === '审定') await set('approved', resultId)
    if (stage === '报送') await set('issued', resultId)
    if (stage === '年度印发') await set('issued', yearId)
    if (stage !== '年度锁定') return
    const row = await server.db.selectFrom('result').selectAll().where('id', '=', resultId).executeTakeFirstOrThrow()
    const locked = {
      ...row,
      id: yearId,
      plan_id: year.planId,
      owner_unit_id: world.office,
      state: 'aggregated' as const,
    }
    const stored = { frozen_by: json(row.frozen_by), issue: json(null), voiding: json(row.voiding) }
    await server.db
      .insertInto('result')
      .values({ ...locked, purpose: 'totals', ...stored })
      .execute()
  }
  const people = {
    填报人: await signedIn(server, [{ kind: 'unitReporter', unitId: town }], '镇填报人'),
    单位负责人: await signedIn(server, [{ kind: 'unitHead', unitId: town }], '镇负责人'),
    主要领导: await signedIn(server, [{ kind: 'principal', unitId: town }], '镇长'),
    外单位填报人: await signedIn(server, [{ kind: 'unitReporter', unitId: transport }], '交通填报人'),
    评分经办: world.handler,
    绩效办: world.staff,
  }
  return { ...world, reach, people }
}

/** What one person gets of the town's page, and of the whole table that the scoring side works with. */
const seenBy = async (caller: Caller, planId: string, unitId: string): Promise<string> => {
  const page = await caller.call(own.showOwnResult, { params: { planId, unitId } })
  const table = await caller.call(scoreTable, { params: { planId } })
  const whole = table.statusCode === 200 ? '＋评分表' : ''
  if (page.statusCode !== 200) return `${codeOf(page)}${whole}`
  const { scores } = page.json<{ scores: readonly { others: readonly unknown[] }[] }>()
  return `${scores.some(({ others }) => others.length > 0) ? '全部' : '本单位'}${whole}`
}

const reached = (stage: Stage, from: Stage | null): boolean =>
  from !== null && stages.indexOf(stage) >= stages.indexOf(from)

describe.each(Object.keys(opens) as Visibility[])('谁从哪一步起看得分：%s', (visibility) => {
  it('逐步逐岗位，服务器给的与方案所定一致', async () => {
    const scene = await sceneUnder(visibility)
    const { own: ownFrom, all: allFrom } = opens[visibility]
    const found: Record<string, Record<string, string>> = {}
    const expected: Record<string, Record<string, string>> = {}
    for (const stage of stages) {
      await scene.reach(stage)
      const town = reached(stage, allFrom) ? '全部' : reached(stage, ownFrom) ? '本单位' : 'ownResult.notOpen'
      expected[stage] = {
        填报人: town,
        单位负责人: town,
        主要领导: town,
        外单位填报人: 'platform.notFound',
        评分经办: 'platform.notAllowed＋评分表',
        绩效办: 'platform.notAllowed＋评分表',
      }
      const seen = Object.entries(scene.people).map(
        async ([name, caller]): Promise<[string, string]> => [name, await seenBy(caller, scene.planId, scene.town)],
      )
      found[stage] = Object.fromEntries(await Promise.all(seen))
    }
    expect(found).toEqual(expected)
  })
})
