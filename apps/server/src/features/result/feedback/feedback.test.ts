import { listActs } from '@quanheng/contract/act'
import * as contract from '@quanheng/contract/feedback'
import { computeRun, freezeResult, showResults } from '@quanheng/contract/result'
import { listNotifications, listTasks } from '@quanheng/contract/workbench'
import { message } from '@quanheng/messages/messages'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../../platform/testing/test-server.ts'
import { allRoutes } from '../../index.ts'
import { closeAll, codeOf, done, finishSheets, type ResultWorld, resultWorld, upload } from '../testing/result-world.ts'

let server: TestServer
let world: ResultWorld
let reporter: Caller
let unitHead: Caller
let townHead: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await resultWorld(server, '馈', undefined, undefined, { workingDays: 3 })
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.transport }], '填报丁')
  unitHead = await signedIn(server, [{ kind: 'unitHead', unitId: world.transport }], '局长戊')
  townHead = await signedIn(server, [{ kind: 'unitHead', unitId: world.town }], '镇长')
  await closeAll(server, world)
})
afterAll(() => server.close())

const plan = () => ({ planId: world.planId })
const open = (caller: Caller) => caller.call(contract.openFeedback, { params: plan(), body: {} })
const ask = (caller: Caller, itemId: string, words = '扣分所依据的年报数已更正', files: object[] = []) =>
  caller.call(contract.askFeedback, { params: plan(), body: { itemId, words, files } })
const answer = (caller: Caller, id: string, kind: 'accepted' | 'declined', words: string, version = 1) =>
  caller.call(contract.answerFeedback, { params: { feedbackQuestionId: id }, body: { version, kind, words } })
const unitPage = (caller: Caller, unitId = world.transport) =>
  done(caller, contract.showUnitFeedback, { params: { ...plan(), unitId } })
const growth = async (caller = reporter) => {
  const found = (await unitPage(caller)).scores.find(({ leafKey }) => leafKey === 'growth')
  if (!found) throw new Error('no growth')
  return found
}
const questions = async (caller: Caller, query = {}) =>
  (await done(caller, contract.listFeedbackQuestions, { query })).rows
const tasks = async (caller: Caller) => (await done(caller, listTasks)).rows
const told = async (caller: Caller) =>
  (await done(caller, listNotifications, {})).rows.map(({ code, params }) => message('zh-CN', code, params)).join('\n')
const freeze = async () => {
  const computed = await world.carrier.call(computeRun, { params: plan() })
  if (computed.statusCode !== 200) return computed
  const { runDigest } = computed.json<{ runDigest: string }>()
  return world.carrier.call(freezeResult, { params: plan(), body: { runDigest } })
}

/** Sessions end with the day: the same posts, held by others. */
const aDayAfter = async () => {
  server.setNow('2025-01-24T10:00:00+08:00')
  const of = (kind: 'handler' | 'sectionHead', sectionId: string) =>
    signedIn(server, [{ kind, unitId: world.lead, sectionId }])
  const { section, coordinating, office, transport, town } = world
  world = {
    ...world,
    handler: await of('handler', section),
    head: await of('sectionHead', section),
    carrier: await of('handler', coordinating),
    staff: await signedIn(server, [{ kind: 'officeStaff', unitId: office }]),
    director: await signedIn(server, [{ kind: 'officeDirector', unitId: office }]),
    outsider: await signedIn(server, [{ kind: 'sectionHead', unitId: transport }]),
  }
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: transport }])
  unitHead = await signedIn(server, [{ kind: 'unitHead', unitId: transport }])
  townHead = await signedIn(server, [{ kind: 'unitHead', unitId: town }])
}

describe('初评反馈', () => {
  it('评分表签字核验办结后方可发出，之前单位什么也看不到', async () => {
    const early = await open(world.carrier)
    expect(codeOf(early)).toBe('feedback.notReady')
    expect((await done(reporter, contract.listFeedback)).own).toEqual([])
    const params = { ...plan(), unitId: world.transport }
    expect((await reporter.call(contract.showUnitFeedback, { params })).statusCode).toBe(404)
    await finishSheets(server, world)
    expect(codeOf(await freeze())).toBe('feedback.notOpened')
    expect(await tasks(world.carrier)).toContainEqual(
      expect.objectContaining({ noun: 'feedback', verb: 'open', link: `/feedback/${world.planId}` }),
    )
  })

  it('由归口科室发出，每个单位收到通知和待办，期限按工作日算', async () => {
    expect((await open(world.outsider)).statusCode).toBe(404)
    const sent = await open(world.carrier)
    expect(sent.statusCode, sent.body).toBe(200)
    // Monday the 20th, then three working days.
    expect(sent.json()).toEqual({ until: '2025-01-23' })
    expect(codeOf(await open(world.carrier))).toBe('feedback.alreadyOpened')
    expect(await told(reporter)).toContain('初评得分已反馈本单位。请在2025-01-23前核对')
    expect(await tasks(unitHead)).toContainEqual(
      expect.objectContaining({ noun: 'feedback', verb: 'check', due: '2025-01-23', light: 'green' }),
    )
    const own = (await done(reporter, contract.listFeedback)).own
    expect(own).toMatchObject([{ unitId: world.transport, state: 'running', asked: 0, agreed: false }])
    expect(codeOf(await freeze())).toBe('feedback.running')
  })

  it('单位只看得到本单位各项得分，没有总分、名次', async () => {
    const shown = await unitPage(reporter)
    expect(shown.scores).toHaveLength(2)
    expect(await growth()).toMatchObject({ mayAsk: true, now: (await growth()).points })
    expect(JSON.stringify(shown)).not.toMatch(/rank|total|grade/)
    const params = { ...plan(), unitId: world.town }
    expect((await reporter.call(contract.showUnitFeedback, { params })).statusCode).toBe(404)
    expect((await unitPage(world.carrier, world.town)).may).toEqual([])
  })

  it('逐项提出意见，附佐证；别的单位的项目提不了，同一项不重复提', async () => {
    const { itemId } = await growth()
    const digest = await upload(server, reporter, '更正函.pdf')
    expect(codeOf(await ask(reporter, itemId, ' '))).toBe('feedback.wordsMissing')
    expect((await ask(townHead, itemId)).statusCode).toBe(404)
    expect(codeOf(await ask(reporter, itemId, '有误', [{ digest: 'a'.repeat(64), name: 'x.pdf' }]))).toBe(
      'upload.notFound',
    )
    const asked = await ask(reporter, itemId, '扣分所依据的年报数已更正', [{ digest, name: '更正函.pdf' }])
    expect(asked.statusCode, asked.body).toBe(200)
    expect(codeOf(await ask(reporter, itemId))).toBe('feedback.asked')
    expect(await told(world.head)).toContain('扣分所依据的年报数已更正。请答复')
    const [row] = await questions(world.head)
    expect(row).toMatchObject({ state: 'open', mine: true, words: '扣分所依据的年报数已更正' })
    expect(await questions(townHead)).toEqual([])
    expect((await questions(reporter))[0]).toMatchObject({ mine: false, sheetId: null })
    const params = { feedbackQuestionId: row?.id ?? '', fileDigest: digest }
    expect((await townHead.call(contract.feedbackQuestionFile, { params })).statusCode).toBe(404)
    expect(await tasks(world.head)).toContainEqual(
      expect.objectContaining({ noun: 'feedbackQuestion', verb: 'answer' }),
    )
    const agreement = { params: plan(), body: { unitId: world.transport, version: 1 } }
    expect(codeOf(await unitHead.call(contract.agreeToFeedback, agreement))).toBe('feedback.ownOpen')
  })

  it('期满仍有未答复的意见，锁定时点名说明', async () => {
    await aDayAfter()
    const refused = await freeze()
    expect(codeOf(refused)).toBe('feedback.unanswered')
    expect(refused.json().error.message).toContain('“')
    const { blockers } = await done(world.carrier, showResults, { params: plan() })
    expect(blockers.map(({ code }) => code)).toEqual(['feedback.unanswered'])
    expect(codeOf(await ask(unitHead, (await unitPage(unitHead)).scores[1]?.itemId ?? ''))).toBe('feedback.over')
  })

  it('评分科室负责人具名答复：采纳的重新评分、重新签字，得分变动看得到；不采纳的写明理由', async () => {
    const [row] = await questions(world.head)
    const id = row?.id ?? ''
    expect((await answer(world.outsider, id, 'declined', '不采纳')).statusCode).toBe(404)
    expect(codeOf(await answer(world.head, id, 'accepted', ''))).toBe('feedback.wordsMissing')
    expect(codeOf(await answer(world.head, id, 'accepted', '按更正函重新评分', 2))).toBe('platform.stale')
    const done_ = await answer(world.head, id, 'accepted', '按更正函重新评分')
    expect(done_.statusCode, done_.body).toBe(200)
    expect(codeOf(await answer(world.head, id, 'declined', '再答', 2))).toBe('feedback.answered')
    expect(await told(unitHead)).toContain('意见已采纳，该项重新评分：按更正函重新评分')
    expect((await growth()).now).toBeNull()
    expect(codeOf(await freeze())).toBe('freeze.sheetNotFinal')
    const acts = await done(reporter, listActs, { params: { subjectId: id } })
    expect(acts.rows.map(({ action }) => action)).toContain('feedback.answer')
    await finishSheets(server, world)
    expect((await growth()).now).toBe((await growth()).points)
    const locked = await freeze()
    expect(locked.statusCode, locked.body).toBe(200)
  })

  it('意见和答复一览表可导出，只含看得到的', async () => {
    const file = async (caller: Caller) => {
      const reply = await caller.call(contract.exportFeedbackQuestions, { query: {} })
      expect(reply.statusCode, reply.body).toBe(200)
      return [...(await openXlsx(reply.rawPayload)).values()].join()
    }
    expect(await file(world.carrier)).toContain('按更正函重新评分')
    expect(await file(townHead)).not.toContain('按更正函重新评分')
  })
})

describe('各单位都无异议', () => {
  it('期未满也可以锁定；确认后不能再提', async () => {
    server.setNow('2025-01-20T10:00:00+08:00')
    const other = await resultWorld(server, '馈乙', undefined, undefined, { workingDays: 3 })
    await closeAll(server, other)
    await finishSheets(server, other)
    const params = { planId: other.planId }
    await done(other.carrier, contract.openFeedback, { params, body: {} })
    let version = 1
    for (const unitId of [other.lead, other.transport, other.town]) {
      const head = await signedIn(server, [{ kind: 'unitHead', unitId }])
      const agreed = await done(head, contract.agreeToFeedback, { params, body: { unitId, version } })
      version = agreed.version
      const [score] = (await done(head, contract.showUnitFeedback, { params: { ...params, unitId } })).scores
      const again = { params, body: { itemId: score?.itemId ?? '', words: '有误', files: [] } }
      expect(codeOf(await head.call(contract.askFeedback, again))).toBe('feedback.agreedAlready')
    }
    const { runDigest } = await done(other.carrier, computeRun, { params })
    await done(other.carrier, freezeResult, { params, body: { runDigest } })
  })
})
