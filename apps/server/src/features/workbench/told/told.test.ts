import * as approvals from '@quanheng/contract/approval'
import { reopenDatum } from '@quanheng/contract/datum'
import * as reports from '@quanheng/contract/report'
import * as contract from '@quanheng/contract/workbench'
import { message } from '@quanheng/messages/messages'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../../platform/testing/test-server.ts'
import { allRoutes } from '../../index.ts'
import { closeAll, codeOf, done, finishSheets, lockedWorld, resultWorld } from '../../result/testing/result-world.ts'
import { reissue, scoringWorld } from '../../scoring/testing/scoring-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const told = async (caller: Caller) => (await done(caller, contract.listNotifications, { query: { size: '100' } })).rows
const codes = async (caller: Caller) => (await told(caller)).map(({ code }) => code)

describe('办一件事，告知与之有关的人', () => {
  it('方案印发告知点名单位的人，说得出哪个方案，点得到', async () => {
    const world = await scoringWorld(server, '告甲')
    const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.transport }])
    const elsewhere = await signedIn(server, [{ kind: 'unitReporter', unitId: await seedUnit(server.db, '无关局') }])
    await reissue(world, { ...world.baseContent, title: `${world.baseContent.title}（修订）` }, 4)
    const [issued] = await told(reporter)
    expect(issued).toMatchObject({ code: 'notification.planReissued', link: `/plans/${world.planId}`, readAt: null })
    expect(message('zh-CN', issued?.code ?? '', issued?.params)).toContain('（修订）》已变更，第2版已印发')
    expect(await codes(elsewhere)).not.toContain('notification.planReissued')
    // Whoever acted is not told of it.
    expect(await codes(world.head)).not.toContain('notification.planIssued')
    expect(await codes(world.handler)).toContain('notification.planIssued')
    expect(await codes(world.head)).toContain('notification.planToIssue')
  })

  it('重新开放数据：报数人、评分科室、签字人各得一条；审批随锁定版失效，发起人得知', async () => {
    const world = await lockedWorld(server, '告乙')
    const paper = await done(world.carrier, reports.showPaper, { params: { resultId: world.resultId } })
    const { approvalId } = await done(world.carrier, approvals.startApproval, {
      params: { resultId: world.resultId },
      body: { paperVersion: paper.version },
    })
    expect((await told(world.leader))[0]).toMatchObject({
      code: 'notification.approvalWaiting',
      link: `/approvals/${approvalId}`,
      params: { step: '责任领导审核' },
    })
    expect(await codes(world.outsider)).toEqual([])
    const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }])
    const other = await signedIn(server, [{ kind: 'unitReporter', unitId: world.transport }])
    const datum = await server.db
      .selectFrom('datum')
      .select(['id', 'version'])
      .where('plan_id', '=', world.planId)
      .where('unit_id', '=', world.town)
      .where('element_key', '=', 'newFirmCount')
      .executeTakeFirstOrThrow()
    const params = { datumId: datum.id }
    const refused = await world.head.call(reopenDatum, { params, body: { version: datum.version + 5, reason: '更正' } })
    expect(codeOf(refused)).toBe('platform.stale')
    expect(await codes(reporter)).toEqual([])
    await done(world.head, reopenDatum, { params, body: { version: datum.version, reason: '统计更正' } })
    const [reopened] = await told(reporter)
    expect(reopened).toMatchObject({ code: 'notification.datumReopened' })
    expect(reopened?.link).toContain(datum.id)
    expect(await codes(other)).toEqual([])
    const [fell] = (await told(world.handler)).filter(({ code }) => code === 'notification.sheetRowsFell')
    expect(fell?.params).toMatchObject({ count: '1', cause: '数据重新开放：统计更正' })
    expect(await codes(world.carrier)).toEqual(
      expect.arrayContaining(['notification.approvalFell', 'notification.resultVoided']),
    )
  })

  it('同一件事涉及多张评分表，只告知一次并说明共几项', async () => {
    const world = await resultWorld(server, '告丙')
    await closeAll(server, world)
    await finishSheets(server, world)
    const { content } = world.plan
    const tasks = content.tasks.map((task) =>
      task.target?.kind === 'set' ? { ...task, target: { kind: 'set' as const, value: '9' } } : task,
    )
    await reissue(world, { ...content, tasks }, 1)
    const fell = (await told(world.handler)).filter(({ code }) => code.startsWith('notification.sheet'))
    expect(fell).toHaveLength(1)
    expect(fell[0]).toMatchObject({ link: '/scoring', params: { cause: '方案变更' } })
    expect(fell[0]?.params.what).toMatch(/等2项$/)
  })
})
