import * as data from '@quanheng/contract/datum'
import * as contract from '@quanheng/contract/evaluation'
import { listNotifications, listTasks } from '@quanheng/contract/workbench'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../platform/log/means.ts'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { done } from '../result/testing/result-world.ts'
import {
  at,
  cancelled,
  castBody,
  drafted,
  type EvaluationWorld,
  evaluationWorld,
  now,
  opened,
  refusal,
  scan,
  show,
} from './testing/evaluation-world.ts'

let server: TestServer
let world: EvaluationWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-06T10:00:00+08:00' })
  world = await evaluationWorld(server, '评')
})
afterAll(() => server.close())

const cast = (who: keyof EvaluationWorld['heads'], id: string, marks: Readonly<Record<string, string>>) =>
  refusal(world.heads[who], contract.castBallot, { ...at(id), body: castBody('peers', marks) })

describe('实名评议', () => {
  it('起草 → 开始 → 各人填票 → 截止 → 计票 → 结果报送为方案的数据', async () => {
    const { handler, heads, transport, water, plan } = world
    const { rows } = await done(handler, contract.evaluationFigures, {})
    expect(rows).toContainEqual(expect.objectContaining({ planId: plan.planId, elementKey: 'quality', units: 2 }))
    const body = { planId: plan.planId, elementKey: 'quality' }
    expect(await refusal(world.officeStaff, contract.beginEvaluation, { body })).toBe('platform.notFound')
    expect(await refusal(handler, contract.beginEvaluation, { body: { ...body, elementKey: 'steps' } })).toBe(
      'platform.notFound',
    )
    const id = await drafted(world, { ...world.content, channels: [{ ...world.peers, weight: '９９' }] })
    expect(await refusal(handler, contract.beginEvaluation, { body })).toBe('evaluation.underWay')
    expect(await refusal(heads.town, contract.showEvaluation, at(id))).toBe('platform.notFound')
    expect(await refusal(handler, contract.openEvaluation, await now(handler, id))).toBe('evaluation.weightsWrong')
    const { content } = world
    await done(handler, contract.saveEvaluation, await now(handler, id, { content }))
    await done(handler, contract.openEvaluation, await now(handler, id))
    expect(await refusal(handler, contract.saveEvaluation, await now(handler, id, { content }))).toBe(
      'evaluation.notNow',
    )
    expect((await show(handler, id)).turnout).toEqual([{ channelKey: 'peers', asked: 4, came: 0 }])
    expect((await done(heads.town, listNotifications, {})).rows.map(({ code }) => code)).toContain(
      'notification.evaluationOpened',
    )
    const tasks = async (who: keyof typeof heads) =>
      (await done(heads[who], listTasks, {})).rows.filter(({ noun }) => noun === 'evaluation')
    expect(await tasks('town')).toMatchObject([{ verb: 'cast', due: '2025-01-10' }])

    // The own unit is not on the ballot.
    const own = await show(heads.transport, id)
    expect(own.ballots[0]?.units.map(({ unitId }) => unitId)).toEqual([water])
    expect(own).toMatchObject({ reads: false, turnout: [], outstanding: [], counts: [], result: null })
    expect(await cast('transport', id, { [water]: '80', [transport]: '100' })).toBe('evaluation.unitStrange')
    expect(await cast('transport', id, { [water]: '80' })).toBe('done')
    expect(await cast('town', id, { [water]: '90' })).toBe('evaluation.unitMissing')
    expect(await cast('town', id, { [water]: '90', [transport]: '101' })).toBe('evaluation.markWrong')
    expect(await cast('town', id, { [water]: '９０', [transport]: '85.5' })).toBe('done')
    expect(await tasks('town')).toEqual([])
    expect(await cast('town', id, { [water]: '70', [transport]: '80' })).toBe('done')
    expect(await refusal(world.reporter, contract.castBallot, { ...at(id), body: castBody('peers', {}) })).toBe(
      'platform.notFound',
    )
    expect(await refusal(handler, contract.castBallot, { ...at(id), body: castBody('peers', {}) })).toBe(
      'evaluation.notAsked',
    )
    expect((await show(handler, id)).outstanding.map(({ person }) => person).toSorted()).toEqual(
      ['统计负责人', '绩效办负责人'].toSorted(),
    )
    expect(await refusal(handler, contract.closeEvaluation, await now(handler, id))).toBe('evaluation.stillRunning')
    expect(await cast('statistics', id, { [water]: '60', [transport]: 'unknown' })).toBe('done')
    expect(await cast('office', id, { [water]: '90', [transport]: '90' })).toBe('done')
    await done(handler, contract.closeEvaluation, await now(handler, id))
    expect(await cast('office', id, { [water]: '90', [transport]: '90' })).toBe('evaluation.notNow')
    await done(handler, contract.tallyEvaluation, await now(handler, id))

    const counted = await show(world.observer, id)
    expect(counted.result?.units).toEqual(
      expect.arrayContaining([
        { unitId: water, exact: '3.75', value: '3.75' },
        { unitId: transport, exact: '4.25', value: '4.25' },
      ]),
    )
    expect(counted.result?.channels[0]).toMatchObject({ asked: 4, came: 4 })
    expect(counted.may).toEqual([])
    expect(JSON.stringify(counted)).not.toContain(heads.town.personId)

    const paper = await handler.call(contract.evaluationPaper, at(id))
    const text = (await openDocx(paper.rawPayload)).text.replaceAll(/\s/g, '')
    for (const said of ['结果统计表', '不了解不计入平均', '应评4，收到有效票4', '监票人', '4.25'])
      expect(text).toContain(said)
    const kept = await server.db.selectFrom('evaluation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    await figuresHeld('evaluationResult', paper.rawPayload, {
      rows: [
        ['85.0000', '4.25'],
        ['75.0000', '3.75'],
        ['3', '1', '0', '2', '85.0000', '90分1', '80分1', '不了解1'],
        ['4', '0', '0', '4', '75.0000', '90分1', '80分1', '70分1', '60分1'],
      ],
      from: [
        kept,
        await server.db.selectFrom('unit').select('name').execute(),
        await server.db.selectFrom('plan').select('title').execute(),
        digestOf(sha256, kept.standing.result),
      ],
    })
    expect((await heads.town.call(contract.evaluationPaper, at(id))).statusCode).toBe(404)
    const table = await handler.call(contract.evaluationTable, { ...at(id), query: { format: 'csv' } } as never)
    expect(table.body).toContain('部门互评')

    // What stands already is not written over.
    const datum0 = await world.datumId('quality', transport)
    const state = (to: 'confirmed' | 'notReported') =>
      server.db.updateTable('datum').set({ state: to }).where('id', '=', datum0).execute()
    await state('confirmed')
    expect(await refusal(handler, contract.feedEvaluation, await now(handler, id, { lateReason: '' }))).toBe(
      'evaluation.figureReported',
    )
    await state('notReported')
    await done(handler, contract.feedEvaluation, await now(handler, id, { lateReason: '' }))
    const fed = await show(handler, id)
    expect(fed).toMatchObject({ state: 'fed' })
    expect(fed.fed).toHaveLength(2)
    const datumId = await world.datumId('quality', transport)
    const datum = await done(handler, data.showDatum, { params: { datumId } } as never)
    expect(datum.versions.at(-1)).toMatchObject({ value: { kind: 'judgement', points: '4.25' } })
    expect(datum.versions.at(-1)?.reason).toMatch(/2024年度工作质量评议》计票结果，校验值[0-9a-f]{16}/)
    expect(datum.state).toBe('reported')
    await server.db.updateTable('evaluation').set({ state: 'cancelled' }).where('id', '=', id).execute()
  })

  it('同一人两次同时提交只有一张票；声明提交后不能改的不能改', async () => {
    const channels = [{ ...world.peers, mayChange: false }]
    const id = await opened(world, { ...world.content, channels })
    const marks = { [world.water]: '80', [world.transport]: '80' }
    const both = await Promise.all([cast('town', id, marks), cast('town', id, marks)])
    expect(both.toSorted()).toEqual(['done', 'evaluation.sentAlready'])
    expect((await show(world.handler, id)).turnout).toEqual([{ channelKey: 'peers', asked: 4, came: 1 }])
    const own = await show(world.heads.town, id)
    expect(own.ballots[0]).toMatchObject({ marks: [{ mark: '80' }, { mark: '80' }] })
    await cancelled(world, id)
  })

  it('填票时间之外不收；强制分布当场说明最多几个', async () => {
    const channels = [{ ...world.peers, spread: { atLeast: '90', percent: '50' } }]
    const later = await opened(world, { ...world.content, opensOn: '2025-01-07', channels })
    const both = { [world.water]: '95', [world.transport]: '95' }
    expect(await cast('town', later, both)).toBe('evaluation.notOpen')
    await cancelled(world, later)
    const id = await opened(world, { ...world.content, channels })
    expect((await show(world.heads.town, id)).ballots[0]?.mostHigh).toBe(1)
    expect(await cast('town', id, both)).toBe('evaluation.spreadExceeded')
    await cancelled(world, id)
  })

  it('少于最低票数的渠道没有结果，也看不到分布', async () => {
    const id = await opened(world, {
      ...world.content,
      channels: [{ ...world.peers, minimum: 5 }],
    })
    for (const who of ['town', 'office', 'statistics'] as const)
      expect(await cast(who, id, { [world.water]: '80', [world.transport]: '80' })).toBe('done')
    expect(await cast('transport', id, { [world.water]: '80' })).toBe('done')
    await done(world.handler, contract.closeEvaluation, await now(world.handler, id))
    await done(world.handler, contract.tallyEvaluation, await now(world.handler, id))
    const { result } = await show(world.handler, id)
    expect(result?.channels[0]?.units).toEqual(
      expect.arrayContaining([expect.objectContaining({ unitId: world.water, mean: null, rate: null, marks: [] })]),
    )
    const feeding = await now(world.handler, id, { lateReason: '' })
    expect(await refusal(world.handler, contract.feedEvaluation, feeding)).toBe('evaluation.nothingToFeed')
    await server.db.updateTable('evaluation').set({ state: 'cancelled' }).where('id', '=', id).execute()
  })
})

describe('纸质票', () => {
  it('两人各计一遍，一致才能计票，差异和扫描件看得到', async () => {
    const second = await signedIn(server, [{ kind: 'handler', unitId: world.lead }], '复核人')
    const paper = {
      ...world.peers,
      key: 'paper',
      name: '群众评议',
      kind: 'public' as const,
      way: 'paper' as const,
      roster: { posts: [], unitIds: [] },
    }
    const { handler, water, transport } = world
    const id = await opened(world, { ...world.content, channels: [paper] })
    const count = (n: number, scanDigest: string | null) => ({
      channelKey: 'paper',
      handedOut: 12,
      returned: 10,
      invalid: 1,
      units: [
        { unitId: water, marks: [{ mark: '90', n: 9 }] },
        { unitId: transport, marks: [{ mark: '80', n }] },
      ],
      scanDigest,
    })
    expect(await refusal(handler, contract.countBallots, await now(handler, id, count(9, null)))).toBe(
      'evaluation.scanMissing',
    )
    const foreign = await scan(server, world.reporter)
    expect(await refusal(handler, contract.countBallots, await now(handler, id, count(9, foreign)))).toBe(
      'upload.notFound',
    )
    const first = await scan(server, handler)
    expect(await refusal(handler, contract.countBallots, await now(handler, id, count(10, first)))).toBe(
      'evaluation.ballotsDoNotAgree',
    )
    await done(handler, contract.countBallots, await now(handler, id, count(9, first)))
    await done(handler, contract.closeEvaluation, await now(handler, id))
    expect(await refusal(handler, contract.tallyEvaluation, await now(handler, id))).toBe('evaluation.countOpen')
    const other = await scan(server, second)
    await done(second, contract.countBallots, await now(second, id, count(8, other)))
    expect((await show(handler, id)).differences).toEqual([
      { channelKey: 'paper', unitId: transport, mark: '80', first: 9, second: 8 },
    ])
    await done(handler, contract.countBallots, await now(handler, id, count(8, first)))
    expect((await show(handler, id)).agreedChannels).toEqual(['paper'])
    const file = await world.observer.call(contract.evaluationFile, { params: { evaluationId: id, fileDigest: first } })
    expect(file.statusCode).toBe(200)
    await done(handler, contract.tallyEvaluation, await now(handler, id))
    const counted = await show(handler, id)
    expect(counted.result?.channels[0]).toMatchObject({ asked: 12, came: 9 })
    expect(counted.result?.units.find(({ unitId }) => unitId === water)?.value).toBe('4.50')
  })
})
