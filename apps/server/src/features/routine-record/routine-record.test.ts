import { createHash } from 'node:crypto'
import * as contract from '@quanheng/contract/routine-record'
import { putFile } from '@quanheng/contract/upload'
import { listNotifications, listTasks } from '@quanheng/contract/workbench'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import type { TableValues } from '@quanheng/papers/xlsx/model'
import { readTable } from '@quanheng/papers/xlsx/read-table'
import { writeTable } from '@quanheng/papers/xlsx/write-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done, resultWorld, upload } from '../result/testing/result-world.ts'
import { routineColumns, routineTemplate } from './table/columns.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof makeWorld>>

const makeWorld = async () => {
  const bodies = await resultWorld(server)
  return {
    ...bodies,
    reporter: await signedIn(server, [{ kind: 'unitReporter', unitId: bodies.town }], '填报丁'),
    stranger: await signedIn(server, [{ kind: 'unitReporter', unitId: bodies.transport }], '填报辛'),
  }
}

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2024-04-01T10:00:00+08:00' })
  world = await makeWorld()
})
afterAll(() => server.close())

const leaf = '第三产业提升行动 › 服务业企业培规入统'
const content = (more: Readonly<Record<string, unknown>> = {}) => ({
  happenedOn: '2024-03-12',
  happening: '一季度数据未按期报送，经两次催办后补报。',
  source: '云府绩〔2024〕5号通报',
  effect: 'minus',
  proposalBasis: '评分标准第二条',
  points: '0.5',
  files: [],
  ...more,
})
const subject = () => ({ planId: world.planId, leafKey: 'newFirms', unitId: world.town })
const begin = (caller: Caller, more: Readonly<Record<string, unknown>> = {}) =>
  caller.call(contract.beginRoutineRecord, { body: { ...subject(), content: content(more) } })
const begun = async (more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const files = [{ digest: await upload(server, world.handler, '通报.pdf'), name: '通报.pdf' }]
  const reply = await begin(world.handler, { files, ...more })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json<{ routineRecordId: string }>().routineRecordId
}
const show = (caller: Caller, routineRecordId: string) =>
  done(caller, contract.showRoutineRecord, { params: { routineRecordId } })
const on = async (caller: Caller, routineRecordId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  params: { routineRecordId },
  body: { version: (await show(caller, routineRecordId)).version, ...more },
})
const told = async (): Promise<string> => {
  const id = await begun()
  await done(world.handler, contract.submitRoutineRecord, await on(world.handler, id))
  await done(world.head, contract.confirmRoutineRecord, await on(world.head, id))
  return id
}
const rows = async (caller: Caller, query: Readonly<Record<string, string>> = {}) =>
  (await done(caller, contract.listRoutineRecords, { query })).rows
const verbs = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listTasks, { query: { noun: 'routineRecord' } })).rows.map(
    ({ verb, object }) => `${verb} ${object}`,
  )
const toldOf = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listNotifications, {})).rows.map(({ code }) => code).filter((code) => code.includes('routine'))

describe('平时记录', () => {
  it('只能就本科室评分的指标和承担单位录入；本单位的不在可选之列', async () => {
    const { plans, units } = await done(world.handler, contract.routineSubjects, {})
    expect(plans.map(({ planId }) => planId)).toEqual([world.planId])
    expect(plans[0]?.leaves.map(({ name }) => name)).toContain(leaf)
    expect(units.map(({ id }) => id).sort()).toEqual([world.transport, world.town].sort())
    expect((await done(world.carrier, contract.routineSubjects, {})).plans).toEqual([])
    expect(codeOf(await begin(world.carrier))).toBe('routineRecord.otherUnit')
    expect(codeOf(await begin(world.handler, { happenedOn: '2023-12-30' }))).toBe('routineRecord.outsideYear')
    expect(codeOf(await begin(world.handler, { effect: 'plus', points: '-1' }))).toBe('routineRecord.pointsNotPositive')
    expect(await rows(world.handler)).toEqual([])
  })

  it('草稿只有科室看得到；没有佐证的减分不能提交；录入的人不能审核', async () => {
    const bare = (await begin(world.handler)).json<{ routineRecordId: string }>().routineRecordId
    expect((await rows(world.handler)).map(({ id, state, mine }) => [id, state, mine])).toEqual([[bare, 'draft', true]])
    for (const caller of [world.staff, world.reporter, world.stranger]) expect(await rows(caller)).toEqual([])
    expect(codeOf(await world.handler.call(contract.submitRoutineRecord, await on(world.handler, bare)))).toBe(
      'routineRecord.evidenceMissing',
    )
    expect(await verbs(world.handler)).toEqual(['submit 服务业企业培规入统（云岭市百里镇，2024-03-12）'])
    // Another of the section sees it and is not urged.
    expect(await verbs(world.head)).toEqual([])
    await done(world.handler, contract.discardRoutineRecord, await on(world.handler, bare))
    expect(await rows(world.handler)).toEqual([])
    expect((await rows(world.handler, { state: 'withdrawn' })).map(({ id }) => id)).toEqual([bare])
    expect(await rows(world.staff, { state: 'withdrawn' })).toEqual([])
  })

  it('科室负责人审核后告知单位，五个工作日内可提意见；别的单位看不到', async () => {
    const id = await begun()
    await done(world.handler, contract.submitRoutineRecord, await on(world.handler, id))
    expect((await show(world.handler, id)).may).toEqual([])
    expect(await verbs(world.head)).toEqual([expect.stringContaining('confirm ')])
    const stale = { params: { routineRecordId: id }, body: { version: 1 } }
    expect((await world.head.call(contract.confirmRoutineRecord, stale)).statusCode).toBe(409)
    await done(world.head, contract.confirmRoutineRecord, await on(world.head, id))
    expect(await toldOf(world.reporter)).toContain('notification.routineRecordTold')
    const seen = await show(world.reporter, id)
    // 清明 4 to 6 April, 7 April is a working Sunday.
    expect(seen).toMatchObject({ state: 'told', viewUntil: '2024-04-09', may: ['state'], mine: true })
    expect(seen.steps.map(({ command }) => command)).toEqual(['confirm'])
    expect((await show(world.head, id)).steps.map(({ command }) => command)).toEqual(['begin', 'submit', 'confirm'])
    const reply = await world.stranger.call(contract.showRoutineRecord, { params: { routineRecordId: id } })
    expect(reply.statusCode).toBe(404)
    const [file] = seen.files
    const params = { routineRecordId: id, fileDigest: file?.digest ?? '' }
    expect((await world.reporter.call(contract.routineRecordFile, { params })).statusCode).toBe(200)
    expect((await world.stranger.call(contract.routineRecordFile, { params })).statusCode).toBe(404)
    expect((await rows(world.staff)).map((row) => row.id)).toContain(id)
  })

  it('单位有异议的退到科室负责人，维持或撤销都写明理由，单位得知', async () => {
    const id = await told()
    const say = { stance: 'differ', words: '', files: [] }
    expect(codeOf(await world.reporter.call(contract.stateOnRoutineRecord, await on(world.reporter, id, say)))).toBe(
      'routineRecord.wordsMissing',
    )
    const files = [{ digest: await upload(server, world.reporter, '报送回执.pdf'), name: '报送回执.pdf' }]
    const differs = { stance: 'differ', words: '3月11日已报送，附回执。', files }
    await done(world.reporter, contract.stateOnRoutineRecord, await on(world.reporter, id, differs))
    expect(await toldOf(world.head)).toContain('notification.routineRecordDiffered')
    expect(await verbs(world.head)).toContainEqual(expect.stringContaining('uphold '))
    await done(world.head, contract.upholdRoutineRecord, await on(world.head, id, { reason: '回执为初稿' }))
    expect(await show(world.reporter, id)).toMatchObject({
      state: 'settled',
      answer: { words: '回执为初稿', by: '科长乙' },
      may: [],
    })
    await done(world.head, contract.withdrawRoutineRecord, await on(world.head, id, { reason: '与另一条重复' }))
    expect(await show(world.reporter, id)).toMatchObject({ state: 'withdrawn' })
    expect(await toldOf(world.reporter)).toEqual(
      expect.arrayContaining(['notification.routineRecordUpheld', 'notification.routineRecordWithdrawn']),
    )
  })

  it('按单位、指标、处理、日期筛选；台账、登记表、告知单与页面一致', async () => {
    const id = await told()
    expect(
      (await rows(world.handler, { unitId: world.town, leafKey: 'newFirms', effect: 'minus' })).length,
    ).toBeGreaterThan(0)
    for (const query of [
      { unitId: world.transport },
      { effect: 'plus' },
      { from: '2024-03-13' },
      { q: '没有这样的事' },
    ] as Readonly<Record<string, string>>[])
      expect(await rows(world.handler, query), JSON.stringify(query)).toEqual([])
    const shown = await rows(world.handler)
    const table = await world.handler.call(contract.exportRoutineRecords, {})
    expect(table.statusCode).toBe(200)
    const printed = await world.handler.call(contract.routineRegister, {})
    const { text } = await openDocx(printed.rawPayload)
    for (const said of ['平时记录登记表', `共${shown.length}条`, '云岭市百里镇', '一季度数据未按期报送', '减0.5'])
      expect(text).toContain(said)
    const count = (effect: string) => shown.filter((row) => row.effect === effect).length
    const plans = await server.db
      .selectFrom('plan_version')
      .select('content')
      .where('plan_id', '=', world.planId)
      .execute()
    await figuresHeld('routineRecordRegister', printed.rawPayload, {
      rows: shown.map((row) => [row.happenedOn, row.unitName, row.happening, row.source, row.points ?? '']),
      from: [
        `共${shown.length}条，其中拟加分${count('plus')}条、拟减分${count('minus')}条、仅记录${count('none')}条`,
        plans,
        '2024-04-01',
      ],
    })
    const params = { routineRecordId: id }
    const notice = await world.reporter.call(contract.routineNotice, { params })
    const { text: letter } = await openDocx(notice.rawPayload)
    for (const said of ['平时记录告知单', '2024年4月9日前提出意见', '拟减分0.5分', '评分标准第二条', '通报.pdf'])
      expect(letter).toContain(said)
    await figuresHeld('routineRecordNotice', notice.rawPayload, {
      rows: [
        ['发生日期', '2024年3月12日'],
        ['来源文件', '云府绩〔2024〕5号通报'],
        ['拟作处理', '减分0.5分'],
      ],
      from: [await server.db.selectFrom('routine_record').selectAll().where('id', '=', id).execute(), plans],
    })
    const draft = await begun()
    expect(codeOf(await world.handler.call(contract.routineNotice, { params: { routineRecordId: draft } }))).toBe(
      'routineRecord.notTold',
    )
  })
})

describe('平时记录批量录入', () => {
  const send = async (values: readonly TableValues[]): Promise<string> => {
    const bytes = await writeTable({
      title: '平时记录',
      columns: routineColumns([leaf]),
      rows: values,
      template: { ...routineTemplate, example: {} },
    })
    const reply = await world.handler.call(putFile, {
      body: Buffer.from(bytes),
      headers: { 'x-file-name': encodeURIComponent('平时记录.xlsx'), 'content-type': 'application/octet-stream' },
    })
    expect(reply.statusCode, reply.body).toBe(200)
    return createHash('sha256').update(bytes).digest('hex')
  }
  const row = {
    unit: '云岭市百里镇',
    leaf,
    happenedOn: '2024-02-20',
    happening: '入库申报材料一次合格',
    source: '统计局2月审核情况',
    effect: '拟加分',
    points: '0.2',
    proposalBasis: '评分标准第三条',
  }
  const given = async (digest: string) => ({ params: { planId: world.planId }, body: { digest } })

  it('空模板可下载并读回；外科室没有', async () => {
    const params = { planId: world.planId }
    const file = await world.handler.call(contract.routineTemplate, { params })
    expect(file.statusCode).toBe(200)
    const leaves =
      (await done(world.handler, contract.routineSubjects, {})).plans[0]?.leaves.map(({ name }) => name) ?? []
    const read = await readTable(file.rawPayload, routineColumns(leaves), { template: routineTemplate })
    // It is our template, and nobody has written anything into it.
    expect(read).toMatchObject({ ok: false, error: [{ code: 'table.noRows' }] })
    expect((await world.carrier.call(contract.routineTemplate, { params })).statusCode).toBe(404)
  })

  it('有错的按格指出，一行不录入，可下载标出错误的工作簿', async () => {
    const before = (await rows(world.handler)).length
    const digest = await send([
      row,
      { ...row, unit: '没有的局' },
      { ...row, unit: '云岭市绩效办' },
      { ...row, happenedOn: '2024-05-01' },
      { ...row, proposalBasis: undefined },
    ])
    const { faults } = await done(world.handler, contract.readRoutineTable, await given(digest))
    expect(faults.map(({ cell }) => cell.replace(/\d/g, ''))).toEqual(['A', 'A', 'C', 'H'])
    expect(faults.map(({ message }) => message).join()).toContain('该单位不承担这项指标')
    const refused = await world.handler.call(contract.importRoutineRecords, await given(digest))
    expect(codeOf(refused)).toBe('routineRecord.tableFaults')
    const marked = await world.handler.call(contract.markRoutineTable, await given(digest))
    expect(marked.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await rows(world.handler)).length).toBe(before)
  })

  it('没有错的一次全部成为草稿，与逐条录入走同一道门', async () => {
    const digest = await send([row, { ...row, effect: undefined, points: undefined, proposalBasis: undefined }])
    expect(await done(world.handler, contract.readRoutineTable, await given(digest))).toEqual({ rows: 2, faults: [] })
    expect(await done(world.handler, contract.importRoutineRecords, await given(digest))).toEqual({ count: 2 })
    const drafts = (await rows(world.handler, { state: 'draft', from: '2024-02-20', to: '2024-02-20' })).map(
      ({ effect, points }) => [effect, points],
    )
    expect(drafts.toSorted()).toEqual([
      ['none', null],
      ['plus', '0.2'],
    ])
    const empty = await world.handler.call(contract.importRoutineRecords, await given(await send([])))
    expect(codeOf(empty)).toBe('routineRecord.tableFaults')
  })
})
