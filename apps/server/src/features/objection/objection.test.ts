import { listActs } from '@quanheng/contract/act'
import * as contract from '@quanheng/contract/objection'
import { listObserved } from '@quanheng/contract/observed'
import * as own from '@quanheng/contract/own-result'
import * as results from '@quanheng/contract/result'
import { listNotifications, listOwed, listTasks } from '@quanheng/contract/workbench'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done, upload } from '../result/testing/result-world.ts'
import { drafted, type ObjectionWorld, objectionWorld, onNow, scoredAgain, shown } from './testing/objection-world.ts'

let server: TestServer
let world: ObjectionWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await objectionWorld(server, '异', { workingDays: 5, answerDays: 3, decidedBy: 'delegate' })
})
afterAll(() => server.close())

const told = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listNotifications, {})).rows.map(({ code }) => code)
const mine = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listTasks, {})).rows.filter(({ noun }) => noun === 'objection').map(({ verb }) => verb)

const decision = { decider: 'delegate', body: '', words: '更正为3分。', number: '', decidedOn: '2025-01-20' }

describe('异议复核', () => {
  let id: string

  it('单位从公布的得分里选一项起草；每项只提一次，别的单位看不到', async () => {
    const { rows } = await done(world.reporter, contract.listObjectionItems, {})
    expect(rows.map(({ unitName }) => unitName)).toEqual(rows.map(() => '云岭市百里镇异'))
    expect(rows.find(({ itemId }) => itemId === world.itemId)).toMatchObject({
      points: '2.5',
      fullMark: '4',
      until: '2025-01-26',
      open: true,
      enter: false,
    })
    id = await drafted(world)
    const again = { body: { itemId: world.itemId, content: { reason: '再提', files: [] } } }
    expect(codeOf(await world.reporter.call(contract.beginObjection, again))).toBe('objection.already')
    expect((await world.outsider.call(contract.showObjection, { params: { objectionId: id } })).statusCode).toBe(404)
    expect((await world.staff.call(contract.showObjection, { params: { objectionId: id } })).statusCode).toBe(404)
    const early = await world.reporter.call(contract.sendObjection, await onNow(world.reporter, id))
    expect(early.statusCode).toBe(403)
  })

  it('负责人提交，考评办受理编号，期限按工作日算', async () => {
    expect(await mine(world.unitHead)).toEqual(['send'])
    await done(world.unitHead, contract.sendObjection, await onNow(world.unitHead, id))
    expect(await told(world.staff)).toContain('notification.objectionSent')
    expect(await mine(world.staff)).toEqual(['register'])
    const { documentNumber } = await done(world.staff, contract.registerObjection, await onNow(world.staff, id))
    expect(documentNumber).toBe('异议〔2024〕1号')
    expect(await shown(world.head, id)).toMatchObject({ state: 'answering', answerBy: '2025-01-23', due: '2025-01-23' })
    expect(await told(world.head)).toContain('notification.objectionToAnswer')
    expect(await mine(world.head)).toEqual(['answer'])
    expect(await mine(world.carrierHead)).toEqual([])
  })

  it('评分科室答复后，签过字的和答复的都不能复核，由本单位另一人复核；单位此时看不到', async () => {
    const found = { outcome: 'corrected', points: '３' }
    const answer = { facts: '该户属考核期内。', found, reason: '应计入。', files: [] }
    for (const [code, wrong] of [
      ['objection.factsMissing', { ...answer, facts: ' ' }],
      ['objection.outOfRange', { ...answer, found: { outcome: 'corrected', points: '4.1' } }],
      ['objection.unchanged', { ...answer, found: { outcome: 'corrected', points: '2.50' } }],
    ] as const) {
      const reply = await world.head.call(contract.answerObjection, await onNow(world.head, id, wrong))
      expect(codeOf(reply)).toBe(code)
    }
    await done(world.head, contract.answerObjection, await onNow(world.head, id, answer))
    const again = { found, reason: '核对名单属实。' }
    for (const [caller, code] of [
      [world.handler, 'objection.signedIt'],
      [world.head, 'objection.signedIt'],
    ] as const) {
      expect(await mine(caller)).toEqual([])
      expect(codeOf(await caller.call(contract.rescoreObjection, await onNow(caller, id, again)))).toBe(code)
    }
    const twin = await signedIn(
      server,
      [{ kind: 'handler', unitId: world.lead, sectionId: world.coordinating }],
      '经办甲',
    )
    await server.db.updateTable('person').set({ phone: '0000-5550999' }).where('name', '=', '经办甲').execute()
    expect(codeOf(await twin.call(contract.rescoreObjection, await onNow(twin, id, again)))).toBe('objection.signedIt')
    expect(await mine(world.leader)).toEqual(['rescore'])
    await done(world.leader, contract.rescoreObjection, await onNow(world.leader, id, again))
    expect(await shown(world.unitHead, id)).toMatchObject({ state: 'toDecide', answer: null, rescoring: null })
    const words = async (caller: Caller) => {
      const book = await caller.call(contract.objectionTable, {})
      return [...(await openXlsx(book.rawPayload)).values()].join()
    }
    expect(await words(world.unitHead)).not.toContain('该户属考核期内')
    expect(await words(world.staff)).toContain('该户属考核期内')
    expect(await shown(world.leader, id)).toMatchObject({ rescoring: { found: { to: '3' } } })
  })

  it('更正须先看影响范围，附原件，登记和核对两人；看影响范围留痕', async () => {
    const scanDigest = await upload(server, world.director, '异议复核审批表.pdf')
    const found = { outcome: 'corrected', points: '3' }
    const given = { ...decision, found, scanDigest, impactDigest: null }
    const decide = async (caller: Caller, more: object) =>
      caller.call(contract.decideObjection, await onNow(caller, id, { ...given, ...more }))
    expect(codeOf(await decide(world.director, {}))).toBe('objection.impactMoved')
    expect(codeOf(await decide(world.staff, { scanDigest: null }))).toBe('objection.directorDecides')
    const params = { objectionId: id }
    expect((await world.head.call(contract.objectionImpact, { params, query: { points: '3' } })).statusCode).toBe(403)
    const other = await world.director.call(contract.objectionImpact, { params, query: { points: '5' } })
    expect(codeOf(other)).toBe('objection.outOfRange')
    const impact = await done(world.director, contract.objectionImpact, { params, query: { points: '3' } })
    expect(impact).toMatchObject({ ranked: true, points: { from: '2.5', to: '3' } })
    expect(impact.units[0]).toMatchObject({ own: true, unitName: '云岭市百里镇异' })
    const views = await server.db
      .selectFrom('access_trail')
      .selectAll()
      .where('route', '=', 'objection.impact')
      .execute()
    // The probe of the tests looks beside each request: only who looked and at what is said here.
    const looks = views.map(({ subject, outcome, person_id }) => `${subject} ${outcome} ${person_id}`)
    expect([...new Set(looks)]).toEqual([`${world.totalsId} shown ${world.director.personId}`])
    expect(codeOf(await decide(world.director, { impactDigest: impact.digest, scanDigest: null }))).toBe(
      'objection.scanMissing',
    )
    expect((await decide(world.director, { impactDigest: impact.digest })).statusCode).toBe(200)
    const confirm = async (caller: Caller) => caller.call(contract.confirmObjection, await onNow(caller, id))
    expect(codeOf(await confirm(world.director))).toBe('objection.samePerson')
    expect((await world.staff.call(contract.objectionPaper, { params })).statusCode).toBe(200)
    expect(codeOf(await world.unitHead.call(contract.objectionPaper, { params }))).toBe('objection.notNow')
    const confirmed = await confirm(world.staff)
    expect(confirmed.statusCode, confirmed.body).toBe(200)
  })

  it('公布的结果继续有效，单位仍看到公布的得分；重新锁定的一版并列两个分数', async () => {
    expect(await told(world.unitHead)).toContain('notification.objectionCorrected')
    expect(await shown(world.unitHead, id)).toMatchObject({
      state: 'corrected',
      to: '3',
      carriedOut: 'none',
      answer: { found: { outcome: 'corrected' } },
      decision: { body: expect.stringContaining('授权绩效办主任'), scanDigest: null },
    })
    server.setNow('2025-01-20T10:02:00+08:00')
    const { resultId } = await world.lock(world.carrier, world.planId)
    const params = { planId: world.planId }
    const { leaves } = await done(world.carrier, results.scoreTable, { params, query: { resultId } })
    const row = leaves.find(({ key }) => key === 'newFirms')?.rows.find(({ unitId }) => unitId === world.town)
    expect(row).toMatchObject({ points: '3.00', computed: '2.5', adjustment: { ground: 'objection' } })
    expect((await shown(world.unitHead, id)).carriedOut).toBe('locked')
    const seen = await done(world.reporter, own.showOwnResult, {
      params: { planId: world.planId, unitId: world.town },
    })
    expect(seen.scores.find(({ leafKey }) => leafKey === 'newFirms')?.points).toBe('2.50')
  })

  it('答复函、登记簿、留痕、监督台都查得到', async () => {
    const params = { objectionId: id }
    const paper = await world.unitHead.call(contract.objectionPaper, { params })
    expect(paper.statusCode).toBe(200)
    const text = (await openDocx(paper.rawPayload)).text.replace(/\s/g, '')
    for (const words of ['异议〔2024〕1号', '由2.5分更正为3分', '原公布的结果继续有效', '未参与原评分签字']) {
      expect(text).toContain(words)
    }
    const sources = [
      await server.db.selectFrom('objection').selectAll().where('id', '=', id).execute(),
      await server.db.selectFrom('objection_step').selectAll().where('objection_id', '=', id).execute(),
      await server.db.selectFrom('plan').select('title').where('id', '=', world.planId).execute(),
    ]
    await figuresHeld('objectionReply', paper.rawPayload, { from: sources })
    const book = await world.staff.call(contract.objectionTable, {})
    expect(book.statusCode).toBe(200)
    expect([...(await openXlsx(book.rawPayload)).values()].join()).toContain('更正得分')
    const register = await world.staff.call(contract.objectionRegister, { query: { format: 'docx' } })
    expect((await openDocx(register.rawPayload)).text).toContain('共1件，已办结1件，逾期未办0件')
    await figuresHeld('objectionRegister', register.rawPayload, {
      rows: [['异议〔2024〕1号', '服务业企业培规入统', '2.5', '3']],
      from: [sources, '共1件，已办结1件，逾期未办0件'],
    })
    const acts = await done(world.staff, listActs, { params: { subjectId: id } })
    expect(acts.rows.map(({ label }) => label)).toContain('受理异议')
    const watched = await done(world.observer, listObserved, { query: { kind: 'objection' } })
    expect(watched.rows).toMatchObject([{ subjectId: id, person: '镇长癸' }])
  })
})

describe('窗口和来函', () => {
  it('方案不设受理期的，单位不能提出，考评办凭来函登记；不予受理须有理由', async () => {
    const other = await objectionWorld(server, '函', 'none')
    const content = { reason: '口径有误。', files: [] }
    const refused = await other.reporter.call(contract.beginObjection, { body: { itemId: other.itemId, content } })
    expect(codeOf(refused)).toBe('objection.noWindow')
    const letter = { itemId: other.itemId, content, receivedOn: '2025-01-20', scanDigest: null }
    const enter = (body: object) => other.officeClerk.call(contract.enterObjection, { body })
    expect(codeOf(await enter(letter))).toBe('objection.scanMissing')
    const scanDigest = await upload(server, other.officeClerk, '来函.pdf')
    expect(codeOf(await enter({ ...letter, scanDigest, receivedOn: '2025-01-19' }))).toBe('objection.receivedEarly')
    const made = await enter({ ...letter, scanDigest })
    expect(made.statusCode, made.body).toBe(200)
    const { objectionId } = made.json<{ objectionId: string }>()
    const reason = '所提事项不属于得分异议'
    // Before eight in the morning, when it is still the day before in Greenwich.
    server.setNow('2025-01-20T07:30:00+08:00')
    await done(other.staff, contract.declineObjection, await onNow(other.staff, objectionId, { reason }))
    expect(await told(other.unitHead)).toContain('notification.objectionDeclined')
    const paper = await other.reporter.call(contract.objectionPaper, { params: { objectionId } })
    const { text } = await openDocx(paper.rawPayload)
    expect(text).toContain(reason)
    expect(text).toContain('2025年1月20日')
    expect(text).not.toContain('2025年1月19日')
    server.setNow('2025-01-20T10:03:00+08:00')
    expect((await enter({ ...letter, scanDigest })).statusCode).toBe(200)
  })

  it('受理期最后一日可以提出，次日不能；领导小组决定的，主任不能代为决定，维持原分的更正不发生', async () => {
    const other = await objectionWorld(server, '组', { workingDays: 1 })
    const id = await scoredAgain(other)
    const kept = {
      ...decision,
      words: '维持原分。',
      found: { outcome: 'kept', points: '' },
      scanDigest: null,
      impactDigest: null,
    }
    const delegate = await other.director.call(contract.decideObjection, await onNow(other.director, id, kept))
    expect(codeOf(delegate)).toBe('objection.groupDecides')
    const scanDigest = await upload(server, other.staff, '会议纪要.pdf')
    const byGroup = { ...kept, decider: 'group', body: '领导小组2025年第1次会议', scanDigest }
    await done(other.staff, contract.decideObjection, await onNow(other.staff, id, byGroup))
    const reason = '纪要文号有误'
    await done(other.colleague, contract.sendBackObjection, await onNow(other.colleague, id, { reason }))
    await done(other.staff, contract.decideObjection, await onNow(other.staff, id, byGroup))
    await done(other.colleague, contract.confirmObjection, await onNow(other.colleague, id))
    expect(await told(other.unitHead)).toContain('notification.objectionKept')
    const decided = await server.db
      .selectFrom('decision')
      .selectAll()
      .where('subject_id', '=', other.resultId)
      .execute()
    expect(decided).toEqual([])
    server.setNow('2025-01-22T10:00:00+08:00')
    const late = await signedIn(server, [{ kind: 'unitReporter', unitId: other.town }], '填报己')
    const growth = await server.db
      .selectFrom('item')
      .select('id')
      .where('plan_id', '=', other.planId)
      .where('unit_id', '=', other.town)
      .where('leaf_key', '<>', 'newFirms')
      .executeTakeFirstOrThrow()
    const body = { itemId: growth.id, content: { reason: '迟到', files: [] } }
    expect(codeOf(await late.call(contract.beginObjection, { body }))).toBe('objection.windowOver')
    server.setNow('2025-01-20T10:00:00+08:00')
  })

  it('逾期未答复的列入催报，标明逾期', async () => {
    const other = await objectionWorld(server, '期', { workingDays: 5, answerDays: 3 })
    const id = await drafted(other)
    await done(other.unitHead, contract.sendObjection, await onNow(other.unitHead, id))
    await done(other.staff, contract.registerObjection, await onNow(other.staff, id))
    const late = { query: { overdue: 'yes' } }
    expect((await done(other.staff, contract.listObjections, late)).total).toBe(0)
    server.setNow('2025-02-05T10:00:00+08:00')
    const staff = await signedIn(server, [{ kind: 'officeStaff', unitId: other.office }], '绩效办巳')
    const { rows } = await done(staff, listOwed, {})
    const line = rows.find(({ noun }) => noun === 'objection')
    expect(line).toMatchObject({ verb: 'answer', due: '2025-01-23', people: expect.anything() })
    expect(line?.text).toContain('的答复')
    expect((await shown(staff, id)).overdue).toBeGreaterThan(0)
    expect((await done(staff, contract.listObjections, late)).total).toBe(1)
  })
})
