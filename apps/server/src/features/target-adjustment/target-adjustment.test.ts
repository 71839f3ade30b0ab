import { showDatum } from '@quanheng/contract/datum'
import * as plans from '@quanheng/contract/plan'
import * as contract from '@quanheng/contract/target-adjustment'
import { listNotifications, listOwed, listTasks } from '@quanheng/contract/workbench'
import { applyProposal } from '@quanheng/domain/plan/apply-proposal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { done, upload } from '../result/testing/result-world.ts'
import { close, quantity, type ScoringWorld, scoringWorld } from '../scoring/testing/scoring-world.ts'

let server: TestServer
let world: ScoringWorld
let reporter: Caller
let unitHead: Caller
let head: Caller
let outsider: Caller
let director: Caller
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2024-06-03T10:00:00+08:00' })
  world = await scoringWorld(server, '调')
  const { transport, town, lead } = world
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: transport }], '填报人')
  unitHead = await signedIn(server, [{ kind: 'unitHead', unitId: transport }], '单位负责人')
  // The plan stands alone: its own unit keeps the office, with the head of the group.
  head = await signedIn(server, [{ kind: 'steeringHead', unitId: lead }], '组长')
  director = await signedIn(server, [{ kind: 'officeDirector', unitId: lead }], '主任')
  outsider = await signedIn(server, [{ kind: 'unitHead', unitId: town }], '外单位')
})
afterAll(() => server.close())

const code = (reply: { readonly body: string }): string => JSON.parse(reply.body).error?.code ?? 'done'
const at = (adjustmentId: string) => ({ params: { adjustmentId } })
const show = (caller: Caller, id: string) => done(caller, contract.showAdjustment, at(id))
const onNow = async (caller: Caller, id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...at(id),
  body: { version: (await show(caller, id)).version, ...more },
})
const mine = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listTasks, {})).rows.filter(({ noun }) => noun === 'targetAdjustment').map(({ verb }) => verb)
const told = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listNotifications, {})).rows.map((row) => row.code)

const lower = { kind: 'target', leafKey: 'newFirms', target: '６' } as const
const request = async (adjusted: object = lower, more: object = {}) => ({
  adjusted,
  reason: '上级调减任务',
  basisDocument: '《关于调减任务的通知》（云发〔2024〕9号）',
  files: [{ digest: await upload(server, reporter, '通知.pdf'), name: '通知.pdf' }],
  ...more,
})
const begin = async (body: object, unitId = world.transport) =>
  reporter.call(contract.beginAdjustment, { body: { planId: world.planId, unitId, request: body } as never })
const begun = async (adjusted: object = lower): Promise<string> => {
  const reply = await begin(await request(adjusted))
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json<{ adjustmentId: string }>().adjustmentId
}
const act = async (caller: Caller, route: Parameters<Caller['call']>[0], id: string, more = {}) =>
  code(await caller.call(route, await onNow(caller, id, more)))
/** Of the plan as the first story left it: the target is 6 there. */
const proposed = async (): Promise<string> => {
  const id = await begun({ ...lower, target: '5' })
  await done(unitHead, contract.sendAdjustment, await onNow(unitHead, id))
  const opinion = { agreed: true, words: '情况属实' }
  await done(world.head, contract.giveAdjustmentOpinion, await onNow(world.head, id, opinion))
  await done(world.clerk, contract.proposeAdjustment, await onNow(world.clerk, id, { words: '建议同意' }))
  return id
}
const agreed = { agreed: true, words: '同意', on: '2024-06-03', scanDigest: null }
const numbered = { bookId: null, documentNumber: '云绩办〔2024〕3号', on: '2024-06-03', effectiveOn: '2024-06-03' }

describe('指标调整', () => {
  it('申请 → 意见 → 审核 → 审定 → 批复 → 写入修订稿，每一步到该办的人', async () => {
    await close(server, world, 'newFirmCount', world.transport, quantity('5'), false)
    const { rows } = await done(reporter, contract.adjustmentChoices, {})
    expect(rows[0]).toMatchObject({ planId: world.planId, open: true, lastDay: null, hasBonus: false })
    expect(rows[0]?.items.map(({ name, target, alone }) => [name, target, alone])).toContainEqual([
      '服务业企业培规入统',
      '8',
      false,
    ])
    const id = await begun()
    expect((await show(reporter, id)).words).toBe('“服务业企业培规入统”目标值由8调整为6')
    expect((await world.head.call(contract.showAdjustment, at(id))).statusCode).toBe(404)
    expect(await mine(unitHead)).toEqual(['send'])
    await done(unitHead, contract.sendAdjustment, await onNow(unitHead, id))
    expect((await outsider.call(contract.showAdjustment, at(id))).statusCode).toBe(404)
    expect(await told(world.head)).toContain('notification.adjustmentSent')
    expect(await mine(world.head)).toEqual(['giveOpinion'])
    const shown = await show(world.head, id)
    expect(shown.opinionDue).toBe('2024-06-11')
    expect(shown.touched).toMatchObject([{ leafName: '服务业企业培规入统', aspects: ['target'], reported: true }])
    const owed = (await done(director, listOwed, { query: { ahead: '10' } })).rows.filter(
      ({ noun }) => noun === 'targetAdjustment',
    )
    expect(owed).toMatchObject([{ verb: 'giveOpinion', due: '2024-06-11' }])
    expect(await act(world.head, contract.giveAdjustmentOpinion, id, { agreed: false, words: '' })).toBe(
      'targetAdjustment.wordsMissing',
    )
    expect(await act(world.head, contract.giveAdjustmentOpinion, id, { agreed: true, words: '' })).toBe('done')
    expect(await act(world.clerk, contract.proposeAdjustment, id, { words: ' ' })).toBe('targetAdjustment.wordsMissing')
    expect(await act(world.clerk, contract.proposeAdjustment, id, { words: '建议同意' })).toBe('done')
    expect(await mine(head)).toEqual(['decide'])
    expect((await world.clerk.call(contract.adjustmentPaper, at(id))).statusCode).toBe(409)
    expect(await act(head, contract.decideAdjustment, id, agreed)).toBe('done')
    expect(await act(world.clerk, contract.replyAdjustment, id, { ...numbered, documentNumber: ' ' })).toBe(
      'targetAdjustment.numberMissing',
    )
    expect(await act(world.clerk, contract.replyAdjustment, id, numbered)).toBe('done')
    expect(await told(reporter)).toContain('notification.adjustmentReplied')
    expect(await mine(world.handler)).toEqual(['revise'])

    const planVersion = (await show(world.handler, id)).planVersion ?? 0
    const put = await world.handler.call(contract.reviseByAdjustment, await onNow(world.handler, id, { planVersion }))
    expect(put.statusCode, put.body).toBe(200)
    expect(await show(world.handler, id)).toMatchObject({ state: 'revised', revisions: [{ planVersion: 2 }] })
    const params = { planId: world.planId }
    const draft = await done(world.handler, plans.showPlan, { params })
    expect(draft.reason).toBe('据云绩办〔2024〕3号批复调整云岭市交通运输局调“服务业企业培规入统”')
    const finding = draft.findings.find((one) => one.code === 'adjustment.changeProposed')
    expect(finding).toMatchObject({ severity: 'mustFix', params: { number: '云绩办〔2024〕3号', adjustmentId: id } })
    const stopped = await world.handler.call(plans.checkPlan, { params, body: { version: draft.version } })
    expect(code(stopped)).toBe('plan.mustFix')

    const [proposal] = finding?.proposals ?? []
    if (!proposal) throw new Error('no proposal')
    const after = applyProposal(draft.content as never, proposal, { by: '甲', on: '2024-06-03', reason: '据批复' })
    if (!after.ok) throw new Error(after.error.code)
    const parts = { tasks: after.value.tasks } as never
    await done(world.handler, plans.editPlan, { params, body: { version: draft.version, parts } })
    await done(world.handler, plans.checkPlan, { params, body: { version: draft.version + 1 } })
    const issue = { version: draft.version + 2, number: '云发改发〔2024〕20号', date: '2024-06-03' }
    await done(world.head, plans.issuePlan, { params, body: issue })
    const datum = await server.db
      .selectFrom('datum')
      .select('id')
      .where('plan_id', '=', world.planId)
      .where('element_key', '=', 'newFirmCount')
      .where('unit_id', '=', world.transport)
      .executeTakeFirstOrThrow()
    const card = (await done(reporter, showDatum, { params: { datumId: datum.id } })).leaves[0]
    expect(card).toMatchObject({ target: '6', taskBasis: { kind: 'clause', document: '云绩办〔2024〕3号' } })
  })

  it('退回补充后重新报送；提交之后考评办、组长办理之前可以撤回', async () => {
    const id = await proposed()
    expect(await act(world.clerk, contract.returnAdjustment, id, { reason: '请补充上级文件' })).toBe('done')
    expect(await told(reporter)).toContain('notification.adjustmentReturned')
    const more = { request: await request({ ...lower, target: '7' }) }
    expect(await act(reporter, contract.editAdjustment, id, more)).toBe('done')
    expect(await act(unitHead, contract.sendAdjustment, id)).toBe('done')
    expect((await show(unitHead, id)).words).toContain('调整为7')
    expect((await show(unitHead, id)).opinion).toBeNull()
    expect(await act(reporter, contract.withdrawAdjustment, id, { reason: '情况有变' })).toBe('done')
    expect(await mine(world.head)).toEqual([])
  })

  it('没有获得同意的，批复写明理由，方案不动', async () => {
    const id = await proposed()
    const refused = { ...agreed, agreed: false, words: '任务不变' }
    expect(await act(world.clerk, contract.decideAdjustment, id, refused)).toBe('targetAdjustment.scanMissing')
    const scanDigest = await upload(server, world.clerk, '批示.pdf')
    expect(await act(world.clerk, contract.decideAdjustment, id, { ...refused, scanDigest })).toBe('done')
    expect(await act(world.clerk, contract.replyAdjustment, id, numbered)).toBe('done')
    const body = { planVersion: 1 }
    expect(code(await world.handler.call(contract.reviseByAdjustment, await onNow(world.handler, id, body)))).toBe(
      'targetAdjustment.notAgreed',
    )
    const paper = await reporter.call(contract.adjustmentPaper, at(id))
    expect(paper.statusCode).toBe(200)
    expect(
      (await reporter.call(contract.adjustmentFile, { params: { adjustmentId: id, fileDigest: scanDigest } }))
        .statusCode,
    ).toBe(200)
  })

  it('填错的当场说明：目标、单位、指标、别人的文件', async () => {
    const refusal = async (adjusted: object, more: object = {}, unitId?: string) =>
      code(await begin(await request(adjusted, more), unitId))
    expect(await refusal({ ...lower, target: '很多' })).toBe('targetAdjustment.targetUnread')
    expect(await refusal({ ...lower, leafKey: '没有' })).toBe('targetAdjustment.itemUnknown')
    expect(await refusal({ kind: 'owner', leafKey: 'newFirms', leadUnitId: world.transport })).toBe(
      'targetAdjustment.ownScorer',
    )
    expect(await refusal({ kind: 'owner', leafKey: 'newFirms', leadUnitId: world.planId })).toBe(
      'targetAdjustment.unitUnknown',
    )
    expect(await refusal(lower, {}, world.town)).toBe('platform.notFound')
    const theirs = await upload(server, outsider, '别人的.pdf')
    expect(await refusal(lower, { files: [{ digest: theirs, name: '别人的.pdf' }] })).toBe('upload.notFound')
  })

  it('台账：按类型、状态和文号查，导出 Excel 与页面一致', async () => {
    const found = await done(world.clerk, contract.listAdjustments, { query: { q: '云绩办〔2024〕3号' } })
    expect(found.total).toBe(2)
    const none = await done(world.clerk, contract.listAdjustments, { query: { kind: 'owner' } })
    expect(none.rows).toEqual([])
    expect((await done(outsider, contract.listAdjustments, {})).total).toBe(0)
    const file = await world.clerk.call(contract.exportAdjustments, { query: { format: 'csv' } })
    expect(file.statusCode, file.body).toBe(200)
    expect(file.body).toContain('“服务业企业培规入统”目标值由8调整为6')
  })
})
