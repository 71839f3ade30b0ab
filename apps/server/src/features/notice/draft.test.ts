import * as contract from '@quanheng/contract/notice'
import { checkPlan, discardPlan, showPlan } from '@quanheng/contract/plan'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drafting, type NoticeOffice, notice, openNoticeOffice, withName } from './testing/notice-office.ts'

let server: NoticeOffice['server']
let lead: NoticeOffice['lead']
let section: NoticeOffice['section']
let statistics: NoticeOffice['statistics']
let handler: NoticeOffice['handler']
let imported: NoticeOffice['imported']
let shown: NoticeOffice['shown']
let chooseAll: NoticeOffice['chooseAll']
let draft: NoticeOffice['draft']

beforeAll(async () => {
  ;({ server, lead, section, statistics, handler, imported, shown, chooseAll, draft } = await openNoticeOffice())
})
afterAll(() => server.close())

describe('生成方案草稿', () => {
  it('采用的字段成为草稿，各有出处；待问和未处理的意见进入方案校核', async () => {
    const noticeId = await imported()
    const seen = await shown(noticeId)
    const [mark, dueId] = [withName(seen, 'fullMark', '20').id, withName(seen, 'due', '2025-01-20').id]
    await chooseAll(noticeId, { [mark]: { state: 'asked' }, [dueId]: { state: 'corrected', value: '2025-01-16' } })
    const reply = await draft(noticeId)
    expect(reply.statusCode, reply.body).toBe(200)
    const { planId } = reply.json()
    const plan = (await handler.call(showPlan, { params: { planId } })).json()
    expect(plan).toMatchObject({ state: 'draft', kind: 'indicatorPlan', ownerUnitId: lead, title: '2024年度实施方案' })
    const named = (name: string) => plan.content.indicators.find((node: { name: string }) => node.name === name)
    expect(named('投资完成')).toMatchObject({ fullMark: '40', parentKey: named('重大项目').key })
    expect(named('投资完成').scoring.rule.text).toContain('每少1个百分点扣0.5分')
    expect(named('投资完成').basis).toMatchObject({ kind: 'clause', article: '一（一）1' })
    expect(named('项目开工').fullMark).toBe('')
    expect(plan.content.steps.map(({ due }: { due: string }) => due)).toEqual(['2025-01-16', '2025-01-18'])
    expect(plan.content.steps[1].needs).toEqual([plan.content.steps[0].key])
    expect(plan.content.responsibilities[0]).toMatchObject({
      nodeKey: named('重大项目').key,
      leadUnitId: lead,
      sectionId: section,
      supporters: [{ unitId: statistics, duty: 'data' }],
    })
    expect(plan.content.bases.map(({ title }: { title: string }) => title)).toEqual([
      '云岭市绩效考评办法',
      '指标考核细则',
    ])
    const codes: string[] = plan.findings.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(
      expect.arrayContaining([
        'notice.dueAfterUse',
        'notice.askedLater',
        'notice.nameNotRegistered',
        'check.markMissing',
      ]),
    )
    const after = await shown(noticeId)
    expect(after).toMatchObject({ planId, planTitle: '2024年度实施方案', openFindings: after.findings.length })
    expect(after.findings.map(({ code }) => code)).toContain('notice.askedLater')
    const source = after.sources[`indicators[${named('投资完成').key}].fullMark`]
    expect(source).toBe(withName(after, 'fullMark', '40').id)
    const again = await draft(noticeId)
    expect(again.json().error.code).toBe('notice.drafted')
  })

  it('导入页上处理一条意见，方案校核里不再有它；必须处理的未处理完不能校核通过', async () => {
    const noticeId = await imported()
    await chooseAll(noticeId)
    const { planId } = (await draft(noticeId)).json()
    const plan = async () => (await handler.call(showPlan, { params: { planId } })).json()
    const before = await plan()
    const stop = before.findings.find(({ code }: { code: string }) => code === 'notice.dueAfterUse')
    expect(stop).toMatchObject({ severity: 'mustFix', acceptable: true })
    const early = await handler.call(checkPlan, { params: { planId }, body: { version: before.version } })
    expect(early.json().error.code).toBe('plan.mustFix')
    const seen = await shown(noticeId)
    const key = seen.findings.find(({ code }) => code === 'notice.dueAfterUse')?.key
    const settled = await handler.call(contract.settleFinding, {
      params: { noticeId },
      body: { version: seen.version, finding: key, reason: '初评时限已改为1月16日' },
    })
    expect(settled.statusCode, settled.body).toBe(200)
    const after = await plan()
    expect(after.findings.some(({ code }: { code: string }) => code === 'notice.dueAfterUse')).toBe(false)
    expect(after.version).toBe(before.version + 1)
  })

  it('什么都没采用不能生成；不能起草的种类被拒；放弃的草稿可以重新生成', async () => {
    const noticeId = await imported()
    expect((await draft(noticeId)).json().error.code).toBe('notice.nothingAccepted')
    await chooseAll(noticeId)
    const { version } = await shown(noticeId)
    const wrong = await handler.call(contract.draftPlan, {
      params: { noticeId },
      body: { ...drafting(version), kind: 'appraisalPlan' },
    })
    expect(wrong.json().error.code).toBe('plan.notYours')
    const first = (await draft(noticeId)).json().planId
    const gone = await handler.call(discardPlan, {
      params: { planId: first },
      body: { version: 1, reason: '读错文件' },
    })
    expect(gone.statusCode, gone.body).toBe(200)
    expect((await shown(noticeId)).planId).toBeNull()
    expect((await draft(noticeId)).json().planId).not.toBe(first)
  })

  it('更正成不能存的内容，说明在哪一处', async () => {
    const noticeId = await imported()
    const mark = withName(await shown(noticeId), 'fullMark', '40').id
    await chooseAll(noticeId, { [mark]: { state: 'corrected', value: '四十' } })
    const { error } = (await draft(noticeId)).json()
    expect(error).toMatchObject({
      code: 'quantity.notANumber',
      at: expect.stringMatching(/^indicators\[.*\]\.fullMark$/),
    })
  })

  it('修订后重新导入：方案对方案，逐项比对', async () => {
    const from = await imported()
    const revised = notice.replace('投资完成（40分）', '投资完成（45分）').replace('1月18日前', '1月25日前')
    const noticeId = await imported(revised, '修订.txt')
    const reply = await handler.call(contract.compareNotices, { params: { noticeId }, query: { from } })
    expect(reply.statusCode, reply.body).toBe(200)
    const changes: readonly { at: string; name: string; before?: unknown; after?: unknown }[] = reply.json().changes
    const told = changes.map(({ name, before, after }) => [name, before, after])
    expect(told).toEqual([
      ['投资完成', '40', '45'],
      ['汇总整理', '2025-01-18', '2025-01-25'],
    ])
  })
})
