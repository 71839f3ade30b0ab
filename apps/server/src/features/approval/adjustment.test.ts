import * as contract from '@quanheng/contract/approval'
import { listObserved } from '@quanheng/contract/observed'
import * as reports from '@quanheng/contract/report'
import * as results from '@quanheng/contract/result'
import * as submissions from '@quanheng/contract/submission'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { frozenRun } from '../result/index.ts'
import { codeOf, done, upload } from '../result/testing/result-world.ts'
import { approvalSteps, type Begun, documentNumber } from './testing/approval-steps.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const { atMeeting, onNow, confirmDecision, decided, pass, shown, paperOf } = approvalSteps(() => server)

const rowOf = async (world: Begun, resultId: string) => {
  const { leaves } = await done(world.carrier, results.scoreTable, {
    params: { planId: world.planId },
    query: { resultId },
  })
  const row = leaves.find(({ key }) => key === 'newFirms')?.rows.find(({ unitId }) => unitId === world.town)
  if (!row) throw new Error('no such row')
  return row
}

const entry = async (world: Begun, adjustments: readonly object[], outcome = 'approved') =>
  onNow(world, {
    body: '局党组会议',
    decidedOn: '2025-01-17',
    text: '百里镇因洪灾顺延，核定为3.5分，其余同意。',
    number: '〔2025〕1号',
    outcome,
    adjustments,
    scanDigest: await upload(server, world.clerk, '会议纪要.pdf'),
  })

const flood = { ground: 'forceMajeure', reason: '七月洪灾致工期顺延' } as const

describe('会议核定调整', () => {
  it('要有原分、理由，分数在0与满分之间；说不清的不收，也不留下什么', async () => {
    const world = await atMeeting('调甲')
    const { itemId, computed } = await rowOf(world, world.resultId)
    const made = { itemId, from: computed, to: '3.5', ...flood }
    for (const [code, ...adjustments] of [
      ['decision.outOfRange', { ...made, to: '4.1' }],
      ['decision.outOfRange', { ...made, to: '-1' }],
      ['quantity.exponent', { ...made, to: '1e999' }],
      ['quantity.percent', { ...made, to: '１０％' }],
      ['decision.unchanged', { ...made, to: computed }],
      ['decision.fromChanged', { ...made, from: '2' }],
      ['decision.unknownItem', { ...made, itemId: world.planId }],
      ['decision.adjustedTwice', made, made],
    ] as const) {
      const reply = await world.clerk.call(contract.recordDecision, await entry(world, adjustments))
      expect(codeOf(reply), reply.body).toBe(code)
    }
    const returned = await world.clerk.call(contract.recordDecision, await entry(world, [made], 'returned'))
    expect(codeOf(returned)).toBe('decision.notApproved')
    expect((await shown(world)).decisions).toEqual([])
  })

  it('核对生效后原锁定版和文件作废；重新锁定的一版并列两个分数，签批重走，登记、公文、录入都用核定分', async () => {
    const world = await atMeeting('调乙')
    const before = await rowOf(world, world.resultId)
    expect(before).toMatchObject({ points: '2.50', computed: '2.5', adjustment: null })
    const { decisionId } = await done(
      world.clerk,
      contract.recordDecision,
      await entry(world, [{ itemId: before.itemId, from: before.computed, to: '３．５０', ...flood }]),
    )
    const waiting = (await shown(world)).decisions.find(({ id }) => id === decisionId)
    expect(waiting?.adjustments).toEqual([
      {
        itemId: before.itemId,
        from: '2.5',
        to: '3.5',
        ...flood,
        leafName: '服务业企业培规入统',
        unitName: '云岭市百里镇调乙',
      },
    ])
    expect((await confirmDecision(world, decisionId, world.clerk)).json().error.code).toBe('decision.samePerson')
    const confirmed = await confirmDecision(world, decisionId, world.secondClerk)
    expect(confirmed.statusCode, confirmed.body).toBe(200)

    expect(await shown(world)).toMatchObject({ state: 'fallen' })
    const observer = await signedIn(server, [{ kind: 'observer', unitId: world.lead }], '监督人')
    expect((await done(observer, listObserved, { query: { kind: 'adjusted' } })).rows).toMatchObject([
      { subjectId: world.approvalId, note: '2.5 → 3.5 七月洪灾致工期顺延', person: '文秘丁' },
    ])
    const params = { planId: world.planId }
    const open = await done(world.carrier, results.showResults, { params })
    expect(open.results[0]).toMatchObject({
      state: 'voided',
      voiding: { cause: '会议核定调整：局党组会议（2025-01-17）' },
    })
    expect(open.may).toContain('freeze')

    const { runDigest } = await done(world.carrier, results.computeRun, { params })
    const { resultId } = await done(world.carrier, results.freezeResult, { params, body: { runDigest } })
    const after = await rowOf(world, resultId)
    expect(after).toMatchObject({
      points: '3.50',
      computed: '2.5',
      lost: '0.5',
      adjustment: { ...flood, body: '局党组会议', decidedOn: '2025-01-17', number: '〔2025〕1号' },
    })
    expect(after.deductions.map(({ points }) => points)).toEqual(['1.5', '-1'])
    expect(await rowOf(world, world.resultId)).toMatchObject({ points: '2.50', adjustment: null })

    const { version } = await paperOf({ ...world, resultId })
    const { approvalId } = await done(world.carrier, contract.startApproval, {
      params: { resultId },
      body: { paperVersion: version },
    })
    const next: Begun = { ...world, resultId, runDigest, approvalId }
    expect((await shown(next)).records).toEqual([])
    await pass(next, next.leader, next.carrierHead, next.head)
    expect((await confirmDecision(next, await decided(next), next.secondClerk)).statusCode).toBe(200)
    await pass(next, next.principal)
    await done(next.clerk, contract.registerNumber, await onNow(next, { documentNumber }))

    const { id: paperId } = await paperOf(next)
    const docx = await openDocx((await next.carrier.call(reports.reportFile, { params: { paperId } })).rawPayload)
    expect(docx.text).toContain(
      '会议核定调整：计算得分2.5分，局党组会议（2025-01-17，〔2025〕1号）核定为3.5分，不可抗力：七月洪灾致工期顺延',
    )
    await done(next.clerk, submissions.prepareSubmission, await onNow(next))
    const rows = (await shown(next)).submission?.rows ?? []
    expect(rows.find(({ unitId, leafKey }) => unitId === world.town && leafKey === 'newFirms')?.points).toBe('3.50')

    const run = (await frozenRun(server.db, resultId))?.run
    const line = run?.lines[0]
    expect(line?.points[line.unitIds.indexOf(world.town)]).toBe('8.9')
    expect(run && figureAt(run, 'leaves[1].mean')).toBe('3.83')
  }, 120_000)
})
