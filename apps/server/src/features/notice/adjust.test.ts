import { randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/notice'
import { editPlan, showPlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { applyProposal } from '@quanheng/domain/plan/apply-proposal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '../../platform/database/database.ts'
import { fieldsOf, type NoticeOffice, openNoticeOffice } from './testing/notice-office.ts'

let office: NoticeOffice
beforeAll(async () => {
  office = await openNoticeOffice()
})
afterAll(() => office.server.close())

const adjusting = `云岭市发展和改革委员会关于调整2024年度绩效考评指标的通知
云发改发〔2024〕95号
各相关市直部门：
经研究，对2024年度绩效考评指标作如下调整：
一、“项目开工”指标分值由20分调整为15分。
二、将“投资完成”评分标准中“每少1个百分点扣0.5分”修改为“每少1个百分点扣0.8分”。
三、取消“消费提质”指标。
四、新增“要素保障”指标。
五、“不存在的指标”分值由3分调整为5分。
云岭市发展和改革委员会
2024年11月20日
`

type Plan = ReplyOf<typeof showPlan>
const planOf = async (planId: string): Promise<Plan> =>
  (await office.handler.call(showPlan, { params: { planId } })).json()

const draftPlan = async (): Promise<string> => {
  const from = await office.imported()
  await office.chooseAll(from)
  return (await office.draft(from)).json().planId
}

const adjust = async (noticeId: string, planId: string, more: object = {}, who = office.handler) => {
  const [{ version }, plan] = [await office.shown(noticeId), await planOf(planId)]
  const body = { version, planId, planVersion: plan.version, reason: '据云发改发〔2024〕95号调整', ...more }
  return who.call(contract.adjustPlan, { params: { noticeId }, body })
}

const changesIn = ({ findings }: Plan) => findings.filter(({ code }) => code === 'notice.changeProposed')

/** Takes one proposal as the page does: the change is made and the draft saved. */
const take = async (planId: string, code: string): Promise<void> => {
  const { version, content, findings } = await planOf(planId)
  const proposal = findings.flatMap(({ proposals }) => proposals).find((one) => one.code === code)
  if (!proposal) throw new Error(`no ${code}`)
  const after = applyProposal(content as never, proposal, { by: '经办甲', on: '2024-11-21', reason: '按文件' })
  if (!after.ok) throw new Error(after.error.code)
  const { indicators, tasks, responsibilities } = after.value
  const saved = await office.handler.call(editPlan, {
    params: { planId },
    body: { version, parts: { indicators, tasks, responsibilities } as never },
  })
  expect(saved.statusCode, saved.body).toBe(200)
}

describe('据调整文件修订方案', () => {
  it('每处调整成为校核中的一条，点一次改一处，改了就不再列', async () => {
    const planId = await draftPlan()
    const noticeId = await office.imported(adjusting, '调整.txt')
    await office.chooseAll(noticeId)
    const done = await adjust(noticeId, planId)
    expect(done.statusCode, done.body).toBe(200)
    expect(done.json().changes).toBe(5)
    const plan = await planOf(planId)
    expect(changesIn(plan).map(({ severity, proposals }) => [severity, proposals[0]?.code])).toEqual([
      ['mustFix', 'propose.changeMark'],
      ['mustFix', 'propose.changeRule'],
      ['mustFix', 'propose.dropIndicator'],
      ['mustFix', 'propose.addIndicator'],
      ['mustFix', undefined],
    ])
    expect(changesIn(plan)[0]?.params.noticeId).toBe(noticeId)

    await take(planId, 'propose.changeMark')
    await take(planId, 'propose.changeRule')
    await take(planId, 'propose.dropIndicator')
    await take(planId, 'propose.addIndicator')
    const after = await planOf(planId)
    const nodes = Object.fromEntries(after.content.indicators.map((node) => [node.name, node]))
    expect(nodes.项目开工?.fullMark).toBe('15')
    expect(nodes.投资完成?.scoring?.rule?.text ?? nodes.投资完成?.scoring?.sentence).toBe(
      '每少1个百分点扣0.8分，扣完为止。',
    )
    expect(nodes.消费提质).toBeUndefined()
    expect(nodes.要素保障?.fullMark).toBe('')
    expect(changesIn(after).map(({ params }) => params.words)).toEqual([expect.stringContaining('不存在的指标')])
    expect((await office.shown(noticeId)).planId).toBe(planId)
  })

  it('在导入页处理的一条，方案里也不再列，其他文件留下的还在', async () => {
    const planId = await draftPlan()
    const before = (await planOf(planId)).findings.filter(({ code }) => code.startsWith('notice.')).length
    const noticeId = await office.imported(adjusting, '调整.txt')
    await office.chooseAll(noticeId)
    await adjust(noticeId, planId)
    const { version, findings } = await office.shown(noticeId)
    const change = findings.find(({ code }) => code === 'notice.changeProposed')
    const settled = await office.handler.call(contract.settleFinding, {
      params: { noticeId },
      body: { version, finding: change?.key ?? '', reason: '会议决定本年不调' },
    })
    expect(settled.statusCode, settled.body).toBe(200)
    const plan = await planOf(planId)
    expect(changesIn(plan)).toHaveLength(4)
    expect(plan.findings.filter(({ code }) => code.startsWith('notice.')).length).toBeGreaterThanOrEqual(before + 4)
  })

  it('已印发的方案另起修订稿，原版照常执行', async () => {
    const planId = await draftPlan()
    const row = await office.server.db.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirstOrThrow()
    const content = json(row.content)
    await office.server.db
      .insertInto('plan_version')
      .values({
        id: randomUUID(),
        plan_id: planId,
        number: 1,
        content,
        digest: 'a'.repeat(64),
        way: 'here',
        document_number: '云发改发〔2024〕81号',
        document_date: '2024-10-23',
        scan_digest: null,
        reason: null,
        acceptances: json([]),
        author: json(row.drafter),
        issued_at: new Date('2024-11-01T10:00:00+08:00'),
        issued_on: '2024-11-01',
      })
      .execute()
    await office.server.db
      .updateTable('plan')
      .set({ state: 'issued', issued_number: 1 })
      .where('id', '=', planId)
      .execute()
    const noticeId = await office.imported(adjusting, '调整.txt')
    await office.chooseAll(noticeId)
    const done = await adjust(noticeId, planId)
    expect(done.statusCode, done.body).toBe(200)
    const plan = await planOf(planId)
    expect([plan.number, plan.issuedNumber, plan.state, plan.reason]).toEqual([
      2,
      1,
      'draft',
      '据云发改发〔2024〕95号调整',
    ])
    expect(changesIn(plan)).toHaveLength(5)
    await take(planId, 'propose.changeMark')
    const kept = await office.server.db
      .selectFrom('plan_version')
      .select('content')
      .where('plan_id', '=', planId)
      .executeTakeFirstOrThrow()
    expect(kept.content.indicators.find(({ name }) => name === '项目开工')?.fullMark).toBe('20')
  })

  it('没有核对、没有采用、已经用过、不是本单位的，都说明原因，什么也不存', async () => {
    const planId = await draftPlan()
    const noticeId = await office.imported(adjusting, '调整.txt')
    const undecided = await adjust(noticeId, planId)
    expect(undecided.json().error).toMatchObject({ code: 'notice.changesUndecided', params: { count: '5' } })
    const left = Object.fromEntries(
      fieldsOf(await office.shown(noticeId))
        .filter(({ name }) => name === 'change')
        .map(({ id }) => [id, { state: 'left' }]),
    )
    await office.chooseAll(noticeId, left)
    expect((await adjust(noticeId, planId)).json().error.code).toBe('notice.noChanges')
    expect(changesIn(await planOf(planId))).toEqual([])

    const other = await office.imported(adjusting, '调整.txt')
    await office.chooseAll(other)
    expect((await adjust(other, planId, { planVersion: 99 })).statusCode).toBe(409)
    expect((await adjust(other, planId, {}, office.stranger)).statusCode).toBe(404)
    expect((await adjust(other, planId)).statusCode).toBe(200)
    expect((await adjust(other, planId)).json().error.code).toBe('notice.drafted')
  })
})
