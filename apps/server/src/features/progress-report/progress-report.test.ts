import * as contract from '@quanheng/contract/progress-report'
import type { Route } from '@quanheng/contract/route'
import * as plans from '@quanheng/contract/superior-plan'
import { listNotifications, listOwed, listTasks } from '@quanheng/contract/workbench'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { readZip } from '@quanheng/papers/zip/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done, upload } from '../result/testing/result-world.ts'

let server: TestServer
let [office, transport, town, planId] = ['', '', '', '']
let staff: Caller
let director: Caller
let reporter: Caller
let unitHead: Caller
let townReporter: Caller
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-04-07T10:00:00+08:00' })
  office = await seedUnit(server.db, '云岭市绩效办')
  transport = await seedUnit(server.db, '云岭市交通运输局')
  town = await seedUnit(server.db, '云岭市百里镇')
  staff = await signedIn(server, [{ kind: 'officeStaff', unitId: office }], '考评办甲')
  director = await signedIn(server, [{ kind: 'officeDirector', unitId: office }], '考评办主任')
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: transport }], '填报人乙')
  unitHead = await signedIn(server, [{ kind: 'unitHead', unitId: transport }], '负责人丙')
  townReporter = await signedIn(server, [{ kind: 'unitReporter', unitId: town }], '镇填报人')
  planId = await issued()
})
afterAll(() => server.close())

const of = (superiorPlanId = planId) => ({ params: { superiorPlanId } })
const version = async (id: string) => (await done(staff, plans.showSuperiorPlan, of(id))).version
const refusal = async (caller: Caller, route: Route, input: object): Promise<string> => {
  const reply = await caller.call(route, input as never)
  return reply.statusCode === 200 ? 'done' : codeOf(reply)
}

/** 300 公里: 200 by the bureau, 100 by the town; monthly, by the fifth working day, from February on. */
const issued = async (): Promise<string> => {
  const document = { title: '省对市考评方案', number: '', issuer: '省考评办', files: [] }
  const { superiorPlanId: id } = await done(staff, plans.beginSuperiorPlan, { body: { year: 2025, document } })
  const indicator = {
    key: null,
    name: '新改建公路',
    fullMark: '10',
    target: '300',
    measureUnit: '公里',
    task: '',
    sentence: '',
    sharing: 'split',
    due: '',
  } as const
  await done(staff, plans.setSuperiorIndicators, {
    ...of(id),
    body: { version: await version(id), indicators: [indicator] },
  })
  const [line] = (await done(staff, plans.showSuperiorPlan, of(id))).lines
  const share = (unitId: string, role: 'lead' | 'support', target: string, marks: string) => ({
    indicatorKey: line?.key ?? '',
    role,
    unitId,
    sectionId: null,
    target,
    marks,
    post: 'unitReporter' as const,
    ownerName: '',
    due: '',
    basis: '',
  })
  const shares = [share(transport, 'lead', '200', '6'), share(town, 'support', '100', '4')]
  await done(staff, plans.divideSuperiorPlan, { ...of(id), body: { version: await version(id), shares } })
  await done(director, plans.issueSuperiorPlan, { ...of(id), body: { version: await version(id), reason: '' } })
  const calendar = { cadence: 'month', workingDay: 5, from: '2025-02-01' } as const
  await done(staff, plans.scheduleSuperiorPlan, { ...of(id), body: { version: await version(id), calendar } })
  return id
}

const round = (caller: Caller, period?: string) =>
  done(caller, contract.showProgress, { ...of(), query: period === undefined ? {} : { period } } as never)
const keyOf = async (caller: Caller) => (await round(caller)).rows[0]?.shareKey ?? ''
const body = async (caller: Caller, more: object = {}) => ({
  ...of(),
  body: {
    shareKey: await keyOf(caller),
    period: '2025-03',
    version: null,
    actual: '60',
    yearEnd: '210',
    words: '路基完成过半',
    difficulties: '用地批复较慢',
    files: [],
    ...more,
  },
})

describe('任务调度', () => {
  it('一期结束才开；单位只看得到本单位的；考评办看全部，没有报的列入待办和催报', async () => {
    const seen = await round(staff)
    expect(seen.rounds.map(({ period }) => period)).toEqual(['2025-02', '2025-03'])
    expect(seen.rows.map(({ unitName, report }) => [unitName, report])).toEqual([
      ['云岭市交通运输局', null],
      ['云岭市百里镇', null],
    ])
    expect((await round(reporter)).rows).toHaveLength(1)
    expect((await done(reporter, listTasks, {})).rows).toMatchObject([{ noun: 'progressReport', verb: 'report' }])
    const owed = (await done(staff, listOwed, {})).rows.filter(({ noun }) => noun === 'progressReport')
    expect(owed.map(({ body: unit }) => unit)).toEqual(['云岭市交通运输局', '云岭市百里镇'])
    expect(owed[0]?.people.map(({ name }) => name)).toEqual(['填报人乙'])
    expect(await refusal(reporter, contract.showProgress, { params: { superiorPlanId: office } })).toBe(
      'platform.notFound',
    )
  })

  it('催办通知没有报的责任人；单位不能催办', async () => {
    const asked = { ...of(), body: { period: '2025-03' } }
    expect(await done(staff, contract.urgeProgress, asked)).toEqual({ shares: 2, people: 2 })
    expect((await done(townReporter, listNotifications, {})).rows.map(({ code }) => code)).toContain(
      'notification.progressUrged',
    )
    expect(await refusal(reporter, contract.urgeProgress, asked)).toBe('platform.notAllowed')
    expect(await refusal(staff, contract.urgeProgress, { ...of(), body: { period: '2025-04' } })).toBe(
      'progressReport.noRound',
    )
  })

  it('责任人报告、单位负责人确认；缺数、没到期、别人的任务、别人的文件、重复报告都说明', async () => {
    const send = async (caller: Caller, more: object = {}) =>
      refusal(caller, contract.reportProgress, await body(caller, more))
    expect(await send(reporter, { actual: '' })).toBe('progressReport.actualMissing')
    expect(await send(reporter, { period: '2025-04' })).toBe('platform.notFound')
    expect(await send(townReporter, { shareKey: await keyOf(reporter) })).toBe('platform.notFound')
    const files = [{ digest: await upload(server, townReporter, '别人的.pdf'), name: '照片.pdf' }]
    expect(await send(reporter, { files })).toBe('upload.notFound')
    const own = [{ digest: await upload(server, reporter, '照片.pdf'), name: '照片.pdf' }]
    const { progressReportId } = await done(
      reporter,
      contract.reportProgress,
      (await body(reporter, { files: own })) as never,
    )
    expect(await send(reporter)).toBe('progressReport.reportedAlready')
    const params = { progressReportId }
    const file = { params: { ...params, fileDigest: own[0]?.digest ?? '' } }
    expect((await staff.call(contract.progressFile, file)).statusCode).toBe(200)
    expect((await townReporter.call(contract.progressFile, file)).statusCode).toBe(404)

    const confirm = { params, body: { version: 1 } }
    expect(await refusal(townReporter, contract.confirmProgress, confirm)).toBe('platform.notAllowed')
    expect((await done(unitHead, listTasks, {})).rows).toMatchObject([{ noun: 'progressReport', verb: 'confirm' }])
    await done(unitHead, contract.returnProgress, { params, body: { version: 1, reason: '请核对里程' } })
    expect((await round(reporter)).rows[0]?.report).toMatchObject({ state: 'returned', returned: '请核对里程' })
    expect((await done(reporter, listNotifications, {})).rows.map(({ code }) => code)).toContain(
      'notification.progressReturned',
    )
    await done(
      reporter,
      contract.reportProgress,
      (await body(reporter, { version: 2, actual: '58', files: own })) as never,
    )
    await done(unitHead, contract.confirmProgress, { params, body: { version: 3 } })
    const [row] = (await round(staff)).rows
    expect(row).toMatchObject({ rate: '29.00', report: { state: 'confirmed', actual: '58', confirmedBy: '负责人丙' } })
  })

  it('过了期限仍未报的亮灯，逾期按工作日；调度表打印、导出', async () => {
    const seen = await round(staff, '2025-02')
    expect(seen.due).toBe('2025-03-07')
    expect(seen.rows.map(({ light, past }) => [light, past > 15])).toEqual([
      ['red', true],
      ['red', true],
    ])
    // Due tomorrow, and reported: the light stopped at the warning.
    expect((await round(staff)).rows[0]).toMatchObject({ light: 'warning', past: -1 })
    const paper = await staff.call(contract.progressPaper, { ...of(), query: { period: '2025-03' } } as never)
    const text = (await openDocx(paper.rawPayload)).text.replaceAll(/\s/g, '')
    for (const said of ['任务调度表', '2025年3月', '58公里', '用地批复较慢', '未报告', '应报2项，已报1项'])
      expect(text).toContain(said)
    await figuresHeld('progressRound', paper.rawPayload, {
      rows: [
        ['新改建公路', '200公里', '58公里', '29.00', '210公里', '用地批复较慢'],
        ['新改建公路', '100公里'],
      ],
      from: [
        await server.db.selectFrom('superior_plan').selectAll().where('id', '=', planId).execute(),
        await server.db.selectFrom('progress_report').selectAll().execute(),
        await server.db.selectFrom('unit').select('name').execute(),
        // The round: its period, how many owe and how many reported.
        ['2025年3月', '2025-03-31', '2025-04-08', '应报2项，已报1项', '2025-04-07'],
      ],
    })
    const table = await townReporter.call(contract.exportProgress, { ...of(), query: { format: 'csv' } } as never)
    expect(table.body).toContain('云岭市百里镇')
    expect(table.body).not.toContain('云岭市交通运输局')
  })

  it('预测：单位预计与按进度推算并列，未报的列出范围，说明数据截至哪天', async () => {
    const { rows, total } = await done(staff, contract.showOutlook, of())
    // 58 in 90 of 365 days; the town may bring nothing or all of its 100.
    expect(rows).toMatchObject([
      {
        kind: 'outlook',
        basis: 'ratio',
        byOwner: { figure: ['210.00', '310.00'], score: ['7.00', '10.00'] },
        linear: { figure: ['235.22', '335.22'], score: ['7.84', '10.00'] },
        owing: 1,
        dataTo: '2025-03-31',
      },
    ])
    expect(total).toEqual({ score: ['7.00', '10.00'], counted: 1, left: 0 })
    const table = await staff.call(contract.exportOutlook, { ...of(), query: { format: 'csv' } } as never)
    expect(table.body).toContain('7.84—10.00')
  })

  it('迎检：已有的材料和缺的列清楚由谁提供，资料包按编号分文件夹、附目录；单位不能下载全部', async () => {
    const { rows, missing } = await done(staff, contract.showInspection, of())
    expect(rows.map(({ unitName, files }) => [unitName, files.map(({ name }) => name)])).toEqual([
      ['云岭市交通运输局', ['照片.pdf']],
      ['云岭市百里镇', []],
    ])
    expect(missing).toBe(1)
    expect((await done(townReporter, contract.showInspection, of())).rows).toHaveLength(1)
    const pack = await staff.call(contract.packInspection, of())
    expect(pack.statusCode, pack.body.slice(0, 200)).toBe(200)
    const parts = await readZip(pack.rawPayload)
    expect(parts.map(({ path }) => path)).toEqual(['迎检资料目录.xlsx', '01-新改建公路/云岭市交通运输局/01-照片.pdf'])
    expect(await refusal(reporter, contract.packInspection, of())).toBe('platform.notFound')
    const table = await staff.call(contract.exportInspection, { ...of(), query: { format: 'csv' } } as never)
    expect(table.body).toContain('缺')
  })

  it('修订分解后，位置不变的任务保留已报的进展', async () => {
    await done(staff, plans.reviseSuperiorPlan, {
      ...of(),
      body: { version: await version(planId), reason: '省里调整' },
    })
    const { lines } = await done(staff, plans.showSuperiorPlan, of())
    const shares = lines[0]?.shares.map(({ key: _, unitName: __, sectionName: ___, ...one }) => one) ?? []
    const moved = shares.map((one, at) => ({ ...one, target: at === 0 ? '180' : '120' }))
    await done(staff, plans.divideSuperiorPlan, { ...of(), body: { version: await version(planId), shares: moved } })
    await done(director, plans.issueSuperiorPlan, {
      ...of(),
      body: { version: await version(planId), reason: '省里调整' },
    })
    expect((await round(staff, '2025-03')).rows[0]).toMatchObject({ target: '180', report: { actual: '58' } })
  })
})
