import { importNotice } from '@quanheng/contract/notice'
import type { Route } from '@quanheng/contract/route'
import * as contract from '@quanheng/contract/superior-plan'
import { putFile } from '@quanheng/contract/upload'
import { listNotifications, listTasks } from '@quanheng/contract/workbench'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import type { TableValues } from '@quanheng/papers/xlsx/model'
import { writeTable } from '@quanheng/papers/xlsx/write-table'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  seedSection,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { notice } from '../notice/testing/notice-office.ts'
import { codeOf, done, upload } from '../result/testing/result-world.ts'
import { forms, type SuperiorTable } from './table-forms.ts'

let server: TestServer
let [office, transport, town, planning] = ['', '', '', '']
let staff: Caller
let director: Caller
let reporter: Caller
let townHead: Caller
let head: Caller
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-02-10T10:00:00+08:00' })
  office = await seedUnit(server.db, '云岭市绩效办')
  transport = await seedUnit(server.db, '云岭市交通运输局')
  town = await seedUnit(server.db, '云岭市百里镇')
  planning = await seedSection(server.db, transport, '综合规划科')
  staff = await signedIn(server, [{ kind: 'officeStaff', unitId: office }], '考评办甲')
  director = await signedIn(server, [{ kind: 'officeDirector', unitId: office }], '考评办主任')
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: transport }], '填报人乙')
  townHead = await signedIn(server, [{ kind: 'unitHead', unitId: town }], '镇负责人')
  head = await signedIn(server, [{ kind: 'steeringHead', unitId: office }], '组长')
})
afterAll(() => server.close())

const at = (superiorPlanId: string) => ({ params: { superiorPlanId } })
const show = (caller: Caller, id: string) => done(caller, contract.showSuperiorPlan, at(id))
const now = async (id: string, more: object = {}) => ({
  ...at(id),
  body: { version: (await show(staff, id)).version, ...more },
})
const refusal = async (caller: Caller, route: Route, input: object): Promise<string> => {
  const reply = await caller.call(route, input as never)
  return reply.statusCode === 200 ? 'done' : codeOf(reply)
}
const document = { title: '云岭市2025年度省考评方案', number: '省考发〔2025〕1号', issuer: '省考评办', files: [] }
const begin = async (): Promise<string> =>
  (await done(staff, contract.beginSuperiorPlan, { body: { year: 2025, document } })).superiorPlanId
const indicator = (name: string, more: object = {}) => ({
  key: null,
  name,
  fullMark: '10',
  target: '300',
  measureUnit: '公里',
  task: '',
  sentence: '',
  sharing: 'split',
  due: '2025-12-31',
  ...more,
})
const share = (indicatorKey: string, unitId: string, more: object = {}) => ({
  indicatorKey,
  role: 'support',
  unitId,
  sectionId: null,
  target: '100',
  marks: '4',
  post: 'unitReporter',
  ownerName: '',
  due: '',
  basis: '',
  ...more,
})
const enter = async (id: string, ...indicators: readonly object[]) =>
  done(staff, contract.setSuperiorIndicators, (await now(id, { indicators })) as never)
const keysOf = async (id: string) => (await show(staff, id)).lines.map(({ key }) => key)
/** 新改建公路: 200 by the bureau’s planning section, 100 by the town. */
const divided = async (): Promise<string> => {
  const id = await begin()
  await enter(id, indicator('新改建公路'))
  const [key = ''] = await keysOf(id)
  const lead = share(key, transport, {
    role: 'lead',
    sectionId: planning,
    target: '200',
    marks: '6',
    ownerName: '周某',
  })
  await done(staff, contract.divideSuperiorPlan, (await now(id, { shares: [lead, share(key, town)] })) as never)
  return id
}
const issue = async (id: string, caller = director, reason = '') =>
  refusal(caller, contract.issueSuperiorPlan, await now(id, { reason }))

describe('上级方案与任务分解', () => {
  it('登记、录入、分解由考评办办，合计不符不能下达，主任下达后承担单位收到并只看得到自己承担的', async () => {
    const id = await begin()
    expect(await refusal(reporter, contract.showSuperiorPlan, at(id))).toBe('platform.notFound')
    await enter(
      id,
      indicator('新改建公路'),
      indicator('水质优良率', { measureUnit: '%', target: '95', sharing: 'each' }),
    )
    const [roads = '', water = ''] = await keysOf(id)
    const lead = { role: 'lead', target: '200', marks: '6', sectionId: planning }
    const shares = [share(roads, transport, lead), share(roads, town, { target: '90' })]
    await done(staff, contract.divideSuperiorPlan, (await now(id, { shares })) as never)
    expect((await show(staff, id)).faults.map(({ code }) => code)).toEqual([
      'breakdown.targetSum',
      'breakdown.leadMissing',
    ])
    expect(await issue(id)).toBe('superiorPlan.breakdownFaults')
    const right = [
      share(roads, transport, lead),
      share(roads, town),
      share(water, town, { role: 'lead', target: '95', marks: '10' }),
    ]
    await done(staff, contract.divideSuperiorPlan, (await now(id, { shares: right })) as never)
    expect((await done(director, listNotifications, {})).rows.map(({ code }) => code)).toContain(
      'notification.breakdownToIssue',
    )
    expect((await done(director, listTasks, {})).rows).toMatchObject([{ noun: 'superiorPlan', verb: 'issue' }])
    expect(await issue(id, staff)).toBe('platform.notAllowed')
    expect(await refusal(townHead, contract.showSuperiorPlan, at(id))).toBe('platform.notFound')
    expect(await issue(id)).toBe('done')

    expect((await done(reporter, listNotifications, {})).rows.map(({ code }) => code)).toContain(
      'notification.breakdownIssued',
    )
    expect((await show(reporter, id)).lines.map(({ name, shares: of }) => [name, of.length])).toEqual([
      ['新改建公路', 2],
    ])
    expect((await show(townHead, id)).lines.map(({ name }) => name)).toEqual(['新改建公路', '水质优良率'])
    expect((await show(head, id)).lines).toHaveLength(2)
    expect(await refusal(staff, contract.divideSuperiorPlan, await now(id, { shares: [] }))).toBe('superiorPlan.notNow')
  })

  it('修订期间承担单位看已下达的版本，重新下达写理由，各版留下', async () => {
    const id = await divided()
    expect(await issue(id)).toBe('done')
    await done(staff, contract.reviseSuperiorPlan, (await now(id, { reason: '省里调减目标' })) as never)
    const [line] = (await show(staff, id)).lines
    const { shares: _, sums: __, ...held } = line as NonNullable<typeof line>
    await enter(id, { ...held, target: '280' })
    expect((await show(reporter, id)).lines[0]?.target).toBe('300')
    const key = held.key
    const shares = [
      share(key, transport, { role: 'lead', sectionId: planning, target: '180', marks: '6' }),
      share(key, town),
    ]
    await done(staff, contract.divideSuperiorPlan, (await now(id, { shares })) as never)
    expect(await issue(id)).toBe('superiorPlan.reasonMissing')
    expect(await issue(id, director, '省里调减目标')).toBe('done')
    const seen = await show(reporter, id)
    expect(seen.lines[0]?.shares.map(({ target }) => target)).toEqual(['180', '100'])
    expect(seen.versions.map(({ number, reason }) => [number, reason])).toEqual([
      [1, ''],
      [2, '省里调减目标'],
    ])
    // What stayed where it was is the same share: progress that was reported of it stays with it.
    expect(seen.lines[0]?.shares[0]?.key).toBe(line?.shares[0]?.key)
    expect((await done(reporter, listNotifications, {})).rows.map(({ code }) => code)).toContain(
      'notification.breakdownReissued',
    )
  })

  it('没有登记的单位、别的单位的科室、没有的指标、别人的文件不收；版本不符说明', async () => {
    const id = await divided()
    const [key = ''] = await keysOf(id)
    const put = async (...shares: readonly object[]) =>
      refusal(staff, contract.divideSuperiorPlan, await now(id, { shares }))
    expect(await put(share(key, '00000000-0000-4000-8000-000000000000'))).toBe('superiorPlan.unitUnknown')
    expect(await put(share(key, town, { sectionId: planning }))).toBe('superiorPlan.sectionUnknown')
    expect(await put(share('没有', town))).toBe('superiorPlan.indicatorUnknown')
    const stale = { ...at(id), body: { version: 1, shares: [] } }
    expect(await refusal(staff, contract.divideSuperiorPlan, stale)).toBe('platform.stale')
    const files = [{ digest: await upload(server, reporter, '别人的.pdf'), name: '方案.pdf' }]
    const theirs = await now(id, { document: { ...document, files } })
    expect(await refusal(staff, contract.editSuperiorPlan, theirs)).toBe('upload.notFound')
    const own = [{ digest: await upload(server, staff, '方案.pdf'), name: '方案.pdf' }]
    await done(staff, contract.editSuperiorPlan, (await now(id, { document: { ...document, files: own } })) as never)
    const file = { params: { superiorPlanId: id, fileDigest: own[0]?.digest ?? '' } }
    expect((await head.call(contract.superiorPlanFile, file)).statusCode).toBe(200)
    expect((await reporter.call(contract.superiorPlanFile, file)).statusCode).toBe(404)
  })

  it('撤销写理由，承担单位不再看到；别处的考评办看不到', async () => {
    const id = await divided()
    await issue(id)
    expect(await refusal(staff, contract.cancelSuperiorPlan, await now(id, { reason: ' ' }))).not.toBe('done')
    await done(staff, contract.cancelSuperiorPlan, (await now(id, { reason: '上级取消该项考评' })) as never)
    expect(await refusal(reporter, contract.showSuperiorPlan, at(id))).toBe('platform.notFound')
    const elsewhere = await signedIn(server, [{ kind: 'officeStaff', unitId: town }], '镇考评办')
    expect(await refusal(elsewhere, contract.showSuperiorPlan, at(id))).toBe('platform.notFound')
  })

  it('任务分解表打印、导出', async () => {
    const id = await divided()
    await issue(id)
    const paper = await staff.call(contract.breakdownPaper, at(id))
    const text = (await openDocx(paper.rawPayload)).text.replaceAll(/\s/g, '')
    for (const said of ['上级考评任务分解表', '新改建公路', '云岭市交通运输局综合规划科', '200公里', '周某', '牵头'])
      expect(text).toContain(said)
    await figuresHeld('superiorBreakdown', paper.rawPayload, {
      rows: [
        ['新改建公路', '10', '300公里', '综合规划科', '200公里', '6', '2025-12-31'],
        ['100公里', '4', '2025-12-31'],
      ],
      from: [
        await server.db.selectFrom('superior_plan').selectAll().where('id', '=', id).execute(),
        await server.db.selectFrom('unit').select('name').execute(),
      ],
    })
    const table = await reporter.call(contract.exportBreakdown, { ...at(id), query: { format: 'csv' } } as never)
    expect(table.body).toContain('综合规划科')
  })
})

const send = async (bytes: Uint8Array, name = '表.xlsx'): Promise<string> => {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
  return (await staff.call(putFile, { body: Buffer.from(bytes), headers })).json<{ digest: string }>().digest
}
const filled = (table: SuperiorTable, rows: readonly TableValues[]) => {
  const { title, mark, columns, example } = forms[table]
  return writeTable({ title, columns, rows, template: { ...mark, example } })
}

describe('由文件导入', () => {
  it('本单位导入的文件读出的指标排在已录入的之后，照录分值和评分标准；别人的文件不在', async () => {
    const id = await begin()
    await enter(id, indicator('新改建公路'))
    const { id: noticeId } = await done(staff, importNotice, {
      body: { digest: await send(Buffer.from(notice), '方案.txt') },
    })
    const taken = await done(staff, contract.takeSuperiorNotice, (await now(id, { noticeId })) as never)
    expect(taken.count).toBeGreaterThan(1)
    const { lines } = await show(staff, id)
    expect(lines[0]?.name).toBe('新改建公路')
    expect(lines.find(({ name }) => name === '投资完成')).toMatchObject({
      fullMark: '40',
      sentence: expect.stringContaining('每少1个百分点扣0.5分'),
    })
    expect(await refusal(staff, contract.takeSuperiorNotice, await now(id, { noticeId }))).toBe(
      'superiorPlan.nameTwice',
    )
    const elsewhere = await signedIn(server, [{ kind: 'officeStaff', unitId: transport }], '别处考评办')
    const { superiorPlanId: theirs } = await done(elsewhere, contract.beginSuperiorPlan, {
      body: { year: 2025, document },
    })
    const asked = { ...at(theirs), body: { version: 1, noticeId } }
    expect(await refusal(elsewhere, contract.takeSuperiorNotice, asked)).toBe('platform.notFound')
  })
})

describe('由表导入', () => {
  it('指标表和分解表按模板填好整表导入，模板带出已有内容', async () => {
    const id = await begin()
    const take = async (table: SuperiorTable, rows: readonly TableValues[]) => {
      const digest = await send(await filled(table, rows))
      return refusal(staff, contract.importSuperiorTable, {
        params: { superiorPlanId: id, table },
        body: { version: (await show(staff, id)).version, digest },
      })
    }
    const road = { name: '新改建公路', fullMark: '10', target: '300', measureUnit: '公里', sharing: '分解承担' }
    expect(await take('indicators', [road, { name: '安全生产', fullMark: '5' }])).toBe('done')
    expect(
      await take('shares', [
        {
          indicator: '新改建公路',
          role: '牵头',
          unit: '云岭市交通运输局',
          section: '综合规划科',
          target: '300',
          marks: '10',
        },
        { indicator: '安全生产', role: '牵头', unit: '云岭市百里镇', marks: '5', post: '经办人' },
      ]),
    ).toBe('done')
    const { lines, faults } = await show(staff, id)
    expect(faults).toEqual([])
    expect(lines.map(({ name, shares }) => [name, shares[0]?.sectionName, shares[0]?.post])).toEqual([
      ['新改建公路', '综合规划科', 'unitReporter'],
      ['安全生产', '', 'handler'],
    ])
    const out = await staff.call(contract.superiorTemplate, { params: { superiorPlanId: id, table: 'shares' } })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(out.rawPayload as never)
    expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).toContain('综合规划科')
    // What came out goes in again as it is.
    const digest = await send(out.rawPayload)
    const again = { params: { superiorPlanId: id, table: 'shares' }, body: { digest } }
    expect((await done(staff, contract.checkSuperiorTable, again)).faults).toEqual([])
  })

  it('有错的一行也不导入，逐格说明，可下载标注后的原表', async () => {
    const id = await divided()
    const rows = [
      { indicator: '新改建公路', role: '牵头', unit: '没有的局', target: '三百' },
      { indicator: '没有的指标', role: '配合', unit: '云岭市百里镇' },
    ]
    const digest = await send(await filled('shares', rows))
    const asked = { params: { superiorPlanId: id, table: 'shares' }, body: { digest } }
    const { faults } = await done(staff, contract.checkSuperiorTable, asked)
    expect(faults.map(({ code }) => code)).toEqual([
      'organisation.unitUnknown',
      'quantity.notANumber',
      'superiorPlan.indicatorUnknown',
    ])
    const before = await show(staff, id)
    const run = { ...asked, body: { version: before.version, digest } }
    expect(await refusal(staff, contract.importSuperiorTable, run)).toBe('superiorPlan.tableFaults')
    expect((await show(staff, id)).version).toBe(before.version)
    const marked = await staff.call(contract.markSuperiorTable, asked)
    expect(marked.statusCode).toBe(200)
    expect(await refusal(reporter, contract.checkSuperiorTable, asked)).toBe('platform.notAllowed')
  })
})
