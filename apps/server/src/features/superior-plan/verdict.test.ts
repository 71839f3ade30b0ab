import type { Route } from '@quanheng/contract/route'
import * as plans from '@quanheng/contract/superior-plan'
import * as contract from '@quanheng/contract/superior-verdict'
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
let [planId, key] = ['', '']
let staff: Caller
let reporter: Caller
let stranger: Caller
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2026-02-10T10:00:00+08:00' })
  const office = await seedUnit(server.db, '云岭市绩效办')
  const transport = await seedUnit(server.db, '云岭市交通运输局')
  const town = await seedUnit(server.db, '云岭市百里镇')
  staff = await signedIn(server, [{ kind: 'officeStaff', unitId: office }], '考评办甲')
  const director = await signedIn(server, [{ kind: 'officeDirector', unitId: office }], '考评办主任')
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: transport }], '填报人乙')
  stranger = await signedIn(server, [{ kind: 'unitReporter', unitId: town }], '镇填报人')
  const document = { title: '省对市考评方案', number: '', issuer: '省考评办', files: [] }
  planId = (await done(staff, plans.beginSuperiorPlan, { body: { year: 2025, document } })).superiorPlanId
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
  await done(staff, plans.setSuperiorIndicators, await now({ indicators: [indicator] }))
  key = (await done(staff, plans.showSuperiorPlan, of())).lines[0]?.key ?? ''
  const share = {
    indicatorKey: key,
    role: 'lead',
    unitId: transport,
    sectionId: null,
    target: '300',
    marks: '10',
    post: 'unitReporter',
    ownerName: '',
    due: '',
    basis: '',
  } as const
  await done(staff, plans.divideSuperiorPlan, await now({ shares: [share] }))
  await done(director, plans.issueSuperiorPlan, await now({ reason: '' }))
})
afterAll(() => server.close())

const of = () => ({ params: { superiorPlanId: planId } })
const now = async (more: object) => ({
  ...of(),
  body: { version: (await done(staff, plans.showSuperiorPlan, of())).version, ...more },
})
const refusal = async (caller: Caller, route: Route, input: object): Promise<string> => {
  const reply = await caller.call(route, input as never)
  return reply.statusCode === 200 ? 'done' : codeOf(reply)
}
const scored = (score: string, words = '') => [{ indicatorKey: key, score, words }]

describe('自评与上级评定', () => {
  it('自评由考评办登记，得分照填写规则，指标须在方案中', async () => {
    const put = async (caller: Caller, scores: readonly object[]) =>
      refusal(caller, contract.registerSelfScores, await now({ scores }))
    expect(await put(reporter, scored('9.5'))).toBe('platform.notAllowed')
    expect(await put(staff, scored('九分'))).toBe('quantity.notANumber')
    expect(await put(staff, scored('-1'))).toBe('superiorPlan.scoreNegative')
    expect(await put(staff, [{ indicatorKey: '没有', score: '1', words: '' }])).toBe('superiorPlan.indicatorUnknown')
    expect(await put(staff, scored('９．５', '全部完工'))).toBe('done')
  })

  it('上级评定附扫描件登记，更正的再次登记；承担单位看到对照，别的单位看不到', async () => {
    const scanDigest = await upload(server, staff, '评定结果.pdf')
    const put = async (more: object) =>
      refusal(
        staff,
        contract.registerVerdict,
        await now({
          on: '2026-02-09',
          number: '青考发〔2026〕1号',
          scanDigest,
          scores: scored('8', '三公里未验收'),
          ...more,
        }),
      )
    expect(await put({ on: '2026-02-11' })).toBe('superiorPlan.verdictInFuture')
    expect(await put({ scores: [] })).toBe('superiorPlan.verdictMissing')
    expect(await put({ scanDigest: await upload(server, reporter, '别人的.pdf') })).toBe('upload.notFound')
    expect(await put({})).toBe('done')
    expect(await put({ scores: scored('8.5', '更正') })).toBe('done')
    const seen = await done(staff, contract.showComparison, of())
    expect(seen.rows).toMatchObject([{ self: '9.5', real: '8.5', difference: '1', realWords: '更正' }])
    expect(seen.leads).toMatchObject([{ unitName: '云岭市交通运输局', optimism: '10.00' }])
    const theirs = await done(reporter, contract.showComparison, of())
    expect([theirs.rows.length, theirs.leads, theirs.verdict?.scanDigest]).toEqual([1, [], null])
    expect(await refusal(stranger, contract.showComparison, of())).toBe('platform.notFound')
    const file = { params: { superiorPlanId: planId, fileDigest: scanDigest } }
    expect((await staff.call(plans.superiorPlanFile, file)).statusCode).toBe(200)
    expect((await reporter.call(plans.superiorPlanFile, file)).statusCode).toBe(404)
    const table = await staff.call(contract.exportComparison, { ...of(), query: { format: 'csv' } } as never)
    expect(table.body).toContain('更正')
    expect((await done(staff, plans.showSuperiorPlan, of())).state).toBe('judged')
  })
})
