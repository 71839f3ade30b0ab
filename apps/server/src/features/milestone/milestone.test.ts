import * as cockpit from '@quanheng/contract/cockpit'
import * as contract from '@quanheng/contract/milestone'
import * as plan from '@quanheng/contract/plan'
import { listNotifications, listOwed, listTasks } from '@quanheng/contract/workbench'
import type { PlanMilestone } from '@quanheng/domain/plan/model'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { partsOf, planWorld } from '../plan/testing/plan-world.ts'
import { done, upload } from '../result/testing/result-world.ts'
import { nightlyLights } from './nightly.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof makeWorld>>

const setDay = async (day: string): Promise<void> => {
  await server.db.updateTable('installation').set({ business_date: day }).execute()
  await server.platform.installation.reload()
}

const quarter = (key: string, name: string, due: string, expected: string): PlanMilestone => ({
  key,
  leafKey: 'newFirms',
  name,
  due,
  completionStandard: '以入库名单为准',
  expected,
  post: 'unitReporter',
  basis: { kind: 'clause', article: '附件1' },
})
const seasons = [quarter('q1', '一季度', '2024-03-29', '25'), quarter('q2', '二季度', '2024-06-28', '50')]

const makeWorld = async () => {
  const bodies = await planWorld(server)
  const person = (name: string, kind: Parameters<typeof signedIn>[1][number]['kind'], unitId: string) =>
    signedIn(server, [{ kind, unitId }], name)
  const people = {
    reporter: await person('填报丁', 'unitReporter', bodies.town),
    second: await person('填报戊', 'unitReporter', bodies.town),
    unitHead: await person('镇长己', 'unitHead', bodies.town),
    staff: await person('考评庚', 'officeStaff', bodies.lead),
    stranger: await person('填报辛', 'unitReporter', bodies.transport),
  }
  const body = {
    kind: 'indicatorPlan',
    year: 2024,
    title: '三产方案',
    parentPlanId: null,
    copyFromPlanId: null,
  } as const
  const { id: planId } = await done(bodies.handler, plan.beginPlan, { body })
  return { ...bodies, ...people, planId }
}

const at = (planId: string) => ({ params: { planId } })
const issue = async (milestones: readonly PlanMilestone[], number: string) => {
  const { handler, head, planId, content } = world
  const version = async () => (await done(handler, plan.showPlan, at(planId))).version
  const parts = partsOf(content({ milestones }))
  await done(handler, plan.editPlan, { ...at(planId), body: { version: await version(), parts } })
  await done(handler, plan.checkPlan, { ...at(planId), body: { version: await version() } })
  await done(head, plan.issuePlan, { ...at(planId), body: { version: await version(), number, date: '2024-01-10' } })
}

beforeAll(async () => {
  // The day of business moves; who is signed in stays so.
  server = await startTestServer(allRoutes, { kind: 'rehearsal' })
  await setDay('2024-01-10')
  world = await makeWorld()
  await issue(seasons, '云发改发〔2024〕2号')
})
afterAll(() => server.close())

const code = (reply: { readonly body: string }): string => JSON.parse(reply.body).error?.code ?? 'done'
const rows = async (caller: Caller, query: Readonly<Record<string, string>> = {}) =>
  (await done(caller, contract.listMilestones, { query })).rows
const show = (caller: Caller, milestoneId: string) => done(caller, contract.showMilestone, { params: { milestoneId } })
const on = async (caller: Caller, milestoneId: string, more: Readonly<Record<string, unknown>>) => ({
  params: { milestoneId },
  body: { version: (await show(caller, milestoneId)).version, ...more },
})
const idOf = async (name: string): Promise<string> =>
  (await rows(world.reporter)).find((row) => row.name === name)?.id ?? ''
const told = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listNotifications, {})).rows
    .map(({ code: said }) => said)
    .filter((said) => said.includes('milestone'))
const tasks = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listTasks, { query: { noun: 'milestone' } })).rows.map(({ verb, object }) => `${verb} ${object}`)
const night = async (): Promise<void> => {
  await nightlyLights(server.platform, () => server.db).work()
}
const report = async (reached: string) => ({
  words: '新增入统企业已入库',
  completedOn: '2024-03-27',
  reached,
  files: [{ digest: await upload(server, world.reporter, '入库名单.pdf'), name: '入库名单.pdf' }],
})

describe('指标节点', () => {
  it('随方案印发产生，每个承担单位一份；谁的谁看，牵头单位看全部', async () => {
    expect(await rows(world.reporter)).toMatchObject([
      { name: '一季度', due: '2024-03-29', light: 'waiting', expectedAmount: '2', state: 'open', mine: true },
      { name: '二季度', expectedAmount: '4' },
    ])
    // The lead unit's own are confirmed by its substitute; it reads them as the unit that has them.
    expect(await rows(world.handler)).toHaveLength(6)
    expect(await rows(world.stranger)).toHaveLength(2)
    const reply = await world.stranger.call(contract.showMilestone, { params: { milestoneId: await idOf('一季度') } })
    expect(reply.statusCode).toBe(404)
    // Nothing presses yet.
    expect(await tasks(world.reporter)).toEqual([])
  })

  it('亮灯时限写明在节点上，按工作日推算', async () => {
    const { lightDays } = await show(world.reporter, await idOf('一季度'))
    expect(lightDays.map(({ on: day }) => day)).toEqual([
      '2024-03-22',
      '2024-03-29',
      '2024-04-02',
      '2024-04-07',
      '2024-04-09',
    ])
  })

  it('预警、黄灯告诉经办，红灯告诉单位负责人，再到牵头单位、考评办；每级只告诉一次，漏了的补上', async () => {
    await setDay('2024-03-21')
    await night()
    expect(await told(world.reporter)).toEqual([])
    await setDay('2024-03-22')
    await night()
    await night()
    expect(await told(world.reporter)).toEqual(['notification.milestoneWarning'])
    expect(await tasks(world.reporter)).toEqual([expect.stringContaining('report 服务业企业培规入统 · 一季度')])
    expect(await tasks(world.unitHead)).toEqual([])
    await setDay('2024-03-29')
    await night()
    expect(await told(world.reporter)).toEqual(['notification.milestoneYellow', 'notification.milestoneWarning'])
    expect(await told(world.unitHead)).toEqual([])
    // Two nights were missed.
    await setDay('2024-04-02')
    await night()
    expect(await told(world.unitHead)).toEqual(['notification.milestoneRed'])
    expect(await tasks(world.unitHead)).toHaveLength(1)
    expect(await told(world.handler)).not.toContain('notification.milestoneRedNext')
    await setDay('2024-04-07')
    const { milestones, people } = await done(world.handler, contract.urgeMilestones, { body: {} })
    expect([milestones > 0, people > 0]).toEqual([true, true])
    expect((await done(world.handler, contract.urgeMilestones, { body: {} })).milestones).toBe(0)
    expect(await told(world.handler)).toContain('notification.milestoneRedNext')
    await setDay('2024-04-09')
    await night()
    expect(await told(world.staff)).toContain('notification.milestoneRedNext')
    const { tellings } = await show(world.reporter, await idOf('一季度'))
    expect(tellings.map(({ rung }) => rung).toSorted()).toEqual(['leadUnit', 'office', 'unitHead', 'warning', 'yellow'])
    expect(tellings.find(({ rung }) => rung === 'unitHead')).toMatchObject({ on: '2024-04-02', people: ['镇长己'] })
    const acts = await server.db
      .selectFrom('act')
      .select('events')
      .where('action', '=', 'milestone.tellLights')
      .execute()
    expect(acts.length).toBe(4)
  })

  it('看板、催报、驾驶舱同一口径', async () => {
    const board = await done(world.handler, contract.milestoneBoard, {})
    expect(board.planId).toBe(world.planId)
    expect(board.counts).toEqual({ waiting: 3, warning: 0, yellow: 0, red: 3, confirmed: 0 })
    expect(board.rows.map(({ name, cells }) => [name, cells.length])).toEqual([
      ['一季度', 3],
      ['二季度', 3],
    ])
    const red = await done(world.handler, contract.milestoneBoard, { query: { light: 'red' } })
    expect(red.rows.map(({ name }) => name)).toEqual(['一季度'])
    const owed = (await done(world.staff, listOwed, {})).rows.filter(({ noun }) => noun === 'milestone')
    expect(owed.map(({ body }) => body)).toContain('云岭市百里镇')
    expect(owed.find(({ body }) => body === '云岭市百里镇')?.text).toContain('一季度')
    const reply = await world.staff.call(cockpit.showCockpit, {})
    expect(reply.statusCode).toBe(200)
  })

  it('单位报告须有完成数和材料；未达应达数的不能确认，退回后灯继续走', async () => {
    const id = await idOf('一季度')
    const empty = await world.reporter.call(
      contract.reportMilestone,
      await on(world.reporter, id, { ...(await report('2')), files: [] }),
    )
    expect(code(empty)).toBe('milestone.evidenceMissing')
    const unsaid = await world.reporter.call(
      contract.reportMilestone,
      await on(world.reporter, id, { ...(await report('')) }),
    )
    expect(code(unsaid)).toBe('milestone.reachedMissing')
    const foreign = await report('1')
    expect(
      code(await world.second.call(contract.reportMilestone, await on(world.second, id, foreign))),
      'a file that another person sent',
    ).toBe('upload.notFound')
    await done(world.reporter, contract.reportMilestone, await on(world.reporter, id, foreign))
    expect(await told(world.handler)).toContain('notification.milestoneToConfirm')
    expect(await show(world.handler, id)).toMatchObject({ state: 'reported', short: true, light: 'red' })
    const short = await world.handler.call(contract.confirmMilestone, await on(world.handler, id, { words: '' }))
    expect(code(short)).toBe('milestone.short')
    await done(world.handler, contract.returnMilestone, await on(world.handler, id, { reason: '还差1家' }))
    expect((await told(world.reporter))[0]).toBe('notification.milestoneReturned')
    const [file] = foreign.files
    const params = { milestoneId: id, fileDigest: file?.digest ?? '' }
    expect((await world.handler.call(contract.milestoneFile, { params })).statusCode).toBe(200)
    expect((await world.stranger.call(contract.milestoneFile, { params })).statusCode).toBe(404)
  })

  it('达到后另一单位的人确认；旧版本、本单位的人、重复确认都拒绝', async () => {
    const id = await idOf('一季度')
    await done(world.reporter, contract.reportMilestone, await on(world.reporter, id, await report('2.5')))
    const shown = await show(world.handler, id)
    expect(shown).toMatchObject({ short: false, next: { command: 'confirm' } })
    expect(shown.next?.people).toEqual(expect.arrayContaining(['经办甲', '科长乙']))
    expect((await show(world.reporter, id)).may).toEqual([])
    const stale = { params: { milestoneId: id }, body: { version: 1, words: '' } }
    expect((await world.handler.call(contract.confirmMilestone, stale)).statusCode).toBe(409)
    await done(world.handler, contract.confirmMilestone, await on(world.handler, id, { words: '属实' }))
    const again = await world.handler.call(contract.confirmMilestone, await on(world.handler, id, { words: '' }))
    expect(code(again)).toBe('milestone.notNow')
    expect(await show(world.reporter, id)).toMatchObject({
      state: 'confirmed',
      confirmation: { words: '属实', by: '经办甲' },
    })
    expect((await done(world.handler, contract.milestoneBoard, {})).counts).toMatchObject({ red: 2, confirmed: 1 })
  })

  it('未到期的不能认定未完成', async () => {
    const id = await idOf('二季度')
    const early = await world.handler.call(contract.missMilestone, await on(world.handler, id, { reason: '未开展' }))
    expect(code(early)).toBe('milestone.notDue')
  })

  it('台账导出、打印，按筛选', async () => {
    const table = await world.handler.call(contract.exportMilestones, { query: { light: 'red', format: 'csv' } })
    expect(table.body.split('\r\n').filter((line) => line.includes('一季度'))).toHaveLength(2)
    const paper = await world.handler.call(contract.milestoneRegister, { query: { format: 'docx' } })
    expect(paper.statusCode).toBe(200)
    const all = await rows(world.handler)
    const open = all.filter(({ state }) => state !== 'confirmed')
    const lit = (light: string) => open.filter((row) => row.light === light).length
    await figuresHeld('milestoneRegister', paper.rawPayload, {
      rows: all.map((row) => [
        row.due,
        row.indicator,
        row.name,
        row.unitName,
        row.past > 0 ? row.past : '',
        row.expectedAmount,
        row.reached,
      ]),
      from: [
        `共${all.length}个，已完成${all.length - open.length}个；红灯${lit('red')}个，黄灯${lit('yellow')}个，预警${lit('warning')}个`,
        '2024-04-09',
      ],
    })
  })

  it('方案出新版本：日期随之调整，已确认的不变，删去的取消', async () => {
    const { handler, planId } = world
    const body = { version: (await done(handler, plan.showPlan, at(planId))).version, reason: '调整节点' }
    await done(handler, plan.revisePlan, { ...at(planId), body })
    await issue([{ ...(seasons[0] as PlanMilestone), due: '2024-04-30' }], '云发改发〔2024〕9号')
    expect(await rows(world.reporter)).toMatchObject([{ name: '一季度', due: '2024-03-29', state: 'confirmed' }])
    expect(await rows(world.stranger)).toMatchObject([{ name: '一季度', due: '2024-04-30', state: 'open' }])
    expect(await rows(world.reporter, { state: 'dropped' })).toMatchObject([{ name: '二季度' }])
    // A moved day is told of anew.
    await setDay('2024-04-30')
    await night()
    expect((await told(world.stranger))[0]).toBe('notification.milestoneYellow')
  })

  it('一次亮灯多于三个的并为一条，指向台账', async () => {
    const { handler, planId } = world
    const body = { version: (await done(handler, plan.showPlan, at(planId))).version, reason: '增加节点' }
    await done(handler, plan.revisePlan, { ...at(planId), body })
    const more = ['5%', '10%', '15%', '20%'].map((share, n) => quarter(`m${n}`, `节点${n}`, '2024-05-31', share))
    await issue(more, '云发改发〔2024〕10号')
    await setDay('2024-05-31')
    await night()
    const [first, second] = (await done(world.stranger, listNotifications, {})).rows
    expect(first).toMatchObject({
      code: 'notification.milestonesLit',
      params: { count: '4', rung: 'yellow' },
      link: '/milestones/list?light=yellow',
    })
    expect(second?.code).not.toContain('milestonesLit')
  })
})
