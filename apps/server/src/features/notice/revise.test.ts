import * as contract from '@quanheng/contract/notice'
import { editPlan, showPlan } from '@quanheng/contract/plan'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NoticeOffice, notice, openNoticeOffice } from './testing/notice-office.ts'

let office: NoticeOffice
beforeAll(async () => {
  office = await openNoticeOffice()
})
afterAll(() => office.server.close())

const planOf = async (
  planId: string,
): Promise<{ version: number; content: PlanContent; findings: { code: string; params: Record<string, string> }[] }> =>
  (await office.handler.call(showPlan, { params: { planId } })).json()

let minute = 0
/** Imports one minute after the other. */
const later = async (text: string, name: string): Promise<string> => {
  minute += 1
  office.server.setNow(`2024-11-01T10:${String(minute).padStart(2, '0')}:00+08:00`)
  return office.imported(text, name)
}

const drafted = async (): Promise<{ from: string; planId: string }> => {
  const from = await later(notice, '通知.txt')
  await office.chooseAll(from)
  return { from, planId: (await office.draft(from)).json().planId }
}

const carry = async (noticeId: string, from: string) => {
  const { version } = await office.shown(noticeId)
  return office.handler.call(contract.carryChoices, { params: { noticeId }, body: { version, fromNoticeId: from } })
}

const revise = async (noticeId: string, planId: string, who = office.handler) => {
  const [{ version }, plan] = [await office.shown(noticeId), await planOf(planId)]
  const body = { version, planId, planVersion: plan.version }
  return who.call(contract.revisePlanFrom, { params: { noticeId }, body })
}

describe('按修订文件修改方案', () => {
  it('改了的进方案，手工改过的保留；两边都改的保留手工内容并列入校核', async () => {
    const { from, planId } = await drafted()
    const before = await planOf(planId)
    const indicators = before.content.indicators.map((node) => {
      if (node.name === '投资完成') return { ...node, fullMark: '50' }
      return node.name === '项目开工' && node.scoring
        ? { ...node, scoring: { ...node.scoring, completionStandard: '按时开工' } }
        : node
    })
    const edited = await office.handler.call(editPlan, {
      params: { planId },
      body: { version: before.version, parts: { indicators } },
    })
    expect(edited.statusCode, edited.body).toBe(200)
    const noticeId = await later(
      notice
        .replace('投资完成（40分）', '投资完成（45分）')
        .replace('项目开工（20分）', '项目开工（15分）')
        .replace('1月18日前', '1月25日前')
        .replace('（二）消费提质（40分）\n', ''),
      '修订.txt',
    )
    expect((await revise(noticeId, planId)).json().error.code).toBe('notice.undecidedLeft')
    const carried = await carry(noticeId, from)
    expect(carried.statusCode, carried.body).toBe(200)
    expect(carried.json().carried).toBeGreaterThan(10)
    expect((await office.shown(noticeId)).undecided).toBeGreaterThan(0)
    await office.chooseAll(noticeId)
    const done = await revise(noticeId, planId)
    expect(done.statusCode, done.body).toBe(200)
    expect(done.json().clashes).toBe(1)
    const after = await planOf(planId)
    const named = (name: string) => after.content.indicators.find((node) => node.name === name)
    expect(named('投资完成')?.fullMark).toBe('50')
    expect(named('项目开工')).toMatchObject({ fullMark: '15', scoring: { completionStandard: '按时开工' } })
    expect(after.content.steps.map(({ due }) => due)).toEqual(['2025-01-20', '2025-01-25'])
    const clash = after.findings.find(({ code }) => code === 'notice.editedSince')
    expect(clash?.params).toMatchObject({ name: '投资完成', before: '40', after: '45', mine: '50', noticeId })
    expect(await office.shown(noticeId)).toMatchObject({ planId, replacedBy: null })
    expect(await office.shown(from)).toMatchObject({ planId, replacedBy: noticeId })
    const behind = await office.handler.call(contract.noticesOfPlan, { params: { planId } })
    expect(behind.json().rows.map((row: { noticeId: string }) => row.noticeId)).toEqual([noticeId, from])
    expect(behind.json().rows[0].sources[`indicators[${named('项目开工')?.key}].fullMark`]).toMatch(
      /^indicators\[\d\]\.fullMark$/,
    )
    expect((await office.stranger.call(contract.noticesOfPlan, { params: { planId } })).statusCode).toBe(404)
  })

  it('旧文件的意见不再进方案；先导入的不能作修订；别的单位并不进来', async () => {
    const early = await later(notice.replace('20分', '21分'), '先导入.txt')
    await office.chooseAll(early)
    const { from, planId } = await drafted()
    expect((await revise(early, planId)).json().error.code).toBe('notice.notLater')
    const noticeId = await later(notice.replace('20分', '22分'), '后导入.txt')
    await office.chooseAll(noticeId)
    expect((await revise(noticeId, planId)).statusCode).toBe(200)
    expect((await revise(noticeId, planId)).json().error.code).toBe('notice.notLater')
    const { findings, version } = await office.shown(from)
    const before = await planOf(planId)
    const settle = { version, finding: findings[0]?.key, reason: '已处理' }
    expect(
      (await office.handler.call(contract.settleFinding, { params: { noticeId: from }, body: settle })).statusCode,
    ).toBe(200)
    expect((await planOf(planId)).version).toBe(before.version)
    const foreign = await office.imported(notice, '通知.txt', office.stranger)
    await office.chooseAll(foreign, {}, office.stranger)
    const seen = await office.shown(foreign, office.stranger)
    const body = { version: seen.version, planId, planVersion: before.version }
    const reply = await office.stranger.call(contract.revisePlanFrom, { params: { noticeId: foreign }, body })
    expect(reply.json().error.code).toBe('platform.notFound')
    const across = { version: seen.version, fromNoticeId: noticeId }
    expect(
      (await office.stranger.call(contract.carryChoices, { params: { noticeId: foreign }, body: across })).statusCode,
    ).toBe(404)
  })
})
