import * as contract from '@quanheng/contract/matter'
import { listNotifications, listTasks } from '@quanheng/contract/workbench'
import { pdfText } from '@quanheng/papers/testing/open-pdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSealed, sealedNow } from '../../platform/testing/printed-feet.ts'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { type MeetingWorld, meetingWorld } from '../meeting/testing/meeting-world.ts'
import { done, upload } from '../result/testing/result-world.ts'

let server: TestServer
let world: MeetingWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await meetingWorld(server, '要')
})
afterAll(() => server.close())

const code = (reply: { readonly body: string }): string => JSON.parse(reply.body).error?.code ?? 'done'
const at = (matterId: string) => ({ params: { matterId } })
const show = (caller: Caller, matterId: string) => done(caller, contract.showImportantMatter, at(matterId))
const onNow = async (caller: Caller, matterId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...at(matterId),
  body: { version: (await show(caller, matterId)).version, ...more },
})
const mine = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listTasks, {})).rows.filter(({ noun }) => noun === 'matter').map(({ verb }) => verb)
const told = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listNotifications, {})).rows.map(({ code: said }) => said)

const text = {
  sort: 'policy',
  title: '考评实施细则（修订稿）',
  wording: '加分上限为5分。\n自印发之日起施行。',
  files: [],
}
const begun = async (): Promise<string> =>
  (await done(world.clerk, contract.beginMatter, { body: { content: text } })).matterId

describe('重要事项', () => {
  it('起草 → 征求意见 → 逐条登记采纳情况 → 修改 → 组长审定', async () => {
    const matterId = await begun()
    const { rows: seats } = await done(world.clerk, contract.listMatterSeats, {})
    const seatKey = seats.find(({ unitName }) => unitName === world.memberName)?.key ?? ''
    const round = { seatKeys: [seatKey], until: '2025-01-22', silence: 'agree' }
    const none = await world.clerk.call(
      contract.seekOpinions,
      await onNow(world.clerk, matterId, { ...round, seatKeys: [] }),
    )
    expect(code(none)).toBe('matter.membersMissing')
    const past = await world.clerk.call(
      contract.seekOpinions,
      await onNow(world.clerk, matterId, { ...round, until: '2025-01-19' }),
    )
    expect(code(past)).toBe('matter.untilPast')
    expect((await world.principal.call(contract.showImportantMatter, at(matterId))).statusCode).toBe(404)
    await done(world.clerk, contract.seekOpinions, await onNow(world.clerk, matterId, round))
    expect(await told(world.principal)).toContain('notification.matterOpinionAsked')
    expect(await mine(world.principal)).toEqual(['giveOpinion'])
    expect((await world.outsider.call(contract.showImportantMatter, at(matterId))).statusCode).toBe(404)
    expect(code(await world.clerk.call(contract.closeRound, await onNow(world.clerk, matterId)))).toBe(
      'matter.roundOpen',
    )

    const opinion = { seatKey, stance: 'change', words: '上限宜为3分', scanDigest: null }
    const bare = { ...opinion, words: ' ' }
    const empty = await world.principal.call(contract.giveMatterOpinion, await onNow(world.principal, matterId, bare))
    expect(code(empty)).toBe('matter.wordsMissing')
    const brought = await world.liaison.call(contract.giveMatterOpinion, await onNow(world.liaison, matterId, opinion))
    expect(code(brought)).toBe('matter.scanMissing')
    await done(world.principal, contract.giveMatterOpinion, await onNow(world.principal, matterId, opinion))
    expect(await mine(world.principal)).toEqual([])
    expect(await mine(world.clerk)).toEqual(['close'])
    await done(world.clerk, contract.closeRound, await onNow(world.clerk, matterId))

    const propose = async () => world.clerk.call(contract.proposeMatter, await onNow(world.clerk, matterId))
    expect(code(await propose())).toBe('matter.unanswered')
    const partly = { answers: [{ seatKey, outcome: 'partly', reason: '' }] }
    const without = await world.clerk.call(contract.answerOpinions, await onNow(world.clerk, matterId, partly))
    expect(code(without)).toBe('matter.reasonMissing')
    const answers = [{ seatKey, outcome: 'partly', reason: '改为4分' }]
    await done(world.clerk, contract.answerOpinions, await onNow(world.clerk, matterId, { answers }))
    expect(code(await propose())).toBe('matter.notRevised')
    const content = { ...text, wording: '加分上限为4分。\n自印发之日起施行。' }
    await done(world.clerk, contract.reviseMatter, await onNow(world.clerk, matterId, { content }))
    expect((await propose()).statusCode).toBe(200)
    expect((await show(world.principal, matterId)).versions.map(({ wording }) => wording)).toEqual([
      text.wording,
      content.wording,
    ])

    expect(await mine(world.head)).toEqual(['approve'])
    const approval = { words: '同意', on: '2025-01-20', scanDigest: null }
    const byClerk = await world.clerk.call(contract.approveMatter, await onNow(world.clerk, matterId, approval))
    expect(code(byClerk)).toBe('matter.scanMissing')
    await done(world.head, contract.approveMatter, await onNow(world.head, matterId, approval))
    expect(await told(world.principal)).toContain('notification.matterApproved')
    const shown = await show(world.principal, matterId)
    expect(shown).toMatchObject({ state: 'approved', approval: { words: '同意', on: '2025-01-20' } })
    expect(shown.members).toMatchObject([
      { opinion: { words: '上限宜为3分' }, answer: { outcome: 'partly', reason: '改为4分' } },
    ])
    const seal = await sealedNow(server)
    const paper = (format: string) =>
      world.clerk.call(contract.importantMatterPaper, { ...at(matterId), query: { format } })
    await expectSealed(await paper('docx'), seal)
    expect(await pdfText((await paper('pdf')).rawPayload)).toContain(seal.replaceAll(' ', ''))
    expect((await world.principal.call(contract.importantMatterPaper, at(matterId))).statusCode).toBe(403)
  })

  it('紧急、特殊事项直接报组长：须写理由，退回后回到起草；审定后按设定告知成员，可单独查出', async () => {
    const matterId = await begun()
    const direct = { reason: '上级要求当日报送', tellMembers: true }
    await done(world.clerk, contract.proposeMatterDirect, await onNow(world.clerk, matterId, direct))
    expect((await world.principal.call(contract.showImportantMatter, at(matterId))).statusCode).toBe(404)
    const back = await onNow(world.head, matterId, { reason: '补充依据', scanDigest: null })
    await done(world.head, contract.returnMatter, back)
    expect((await show(world.clerk, matterId)).state).toBe('draft')
    await done(world.clerk, contract.proposeMatterDirect, await onNow(world.clerk, matterId, direct))
    const scanDigest = await upload(server, world.clerk, '组长签批.pdf')
    const approval = { words: '同意', on: '2025-01-20', scanDigest }
    await done(world.clerk, contract.approveMatter, await onNow(world.clerk, matterId, approval))
    const seen = await show(world.principal, matterId)
    expect(seen).toMatchObject({
      directReason: '上级要求当日报送',
      approval: { told: expect.arrayContaining([expect.stringContaining(world.memberName)]) },
    })
    expect(await told(world.principal)).toContain('notification.matterApproved')
    const { rows } = await done(world.clerk, contract.listImportantMatters, { query: { direct: 'yes' } })
    expect(rows.map(({ id }) => id)).toEqual([matterId])
  })

  it('没有正文的不能征求意见，也不能直接报组长；撤销须写理由，成员此后看不到', async () => {
    const { matterId } = await done(world.clerk, contract.beginMatter, { body: { content: { ...text, wording: '' } } })
    const direct = await onNow(world.clerk, matterId, { reason: '紧急', tellMembers: false })
    expect(code(await world.clerk.call(contract.proposeMatterDirect, direct))).toBe('matter.bodyMissing')
    await done(world.clerk, contract.cancelMatter, await onNow(world.clerk, matterId, { reason: '不再办理' }))
    const { rows } = await done(world.principal, contract.listImportantMatters, {})
    expect(rows.map(({ id }) => id)).not.toContain(matterId)
  })
})
