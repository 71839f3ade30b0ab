import { reopenDatum } from '@quanheng/contract/datum'
import { exportObserved, listObserved } from '@quanheng/contract/observed'
import { answerRemark, fileRemark } from '@quanheng/contract/remark'
import { readTable } from '@quanheng/papers/xlsx/read-table'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { registerReports } from '../result/testing/registered-reports.ts'
import { done, finishSheets, type LockedWorld, lockedWorld } from '../result/testing/result-world.ts'
import { close, quantity } from '../scoring/testing/scoring-world.ts'

let server: TestServer
let world: LockedWorld
let observer: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await lockedWorld(server, '监')
  observer = await signedIn(server, [{ kind: 'observer', unitId: world.office }], '监督人')
  const { id, version } = await server.db
    .selectFrom('datum')
    .select(['id', 'version'])
    .where('plan_id', '=', world.planId)
    .where('element_key', '=', 'newFirmCount')
    .where('unit_id', '=', world.town)
    .executeTakeFirstOrThrow()
  await done(world.head, reopenDatum, { params: { datumId: id }, body: { version, reason: '统计更正' } })
  await close(server, world, 'newFirmCount', world.town, quantity('6'))
  await finishSheets(server, world)
  await registerReports(server, world)
})
afterAll(() => server.close())

const lines = async (caller: Caller, query: Record<string, string> = {}) =>
  (await done(caller, listObserved, { query: { size: '200', ...query } })).rows

it('逾期变动、重新签字、替代评分、纸质登记逐件列出，写明谁、为何；其余各类此处没有', async () => {
  expect(await lines(observer, { kind: 'afterDue' })).toMatchObject([
    { noun: 'datum', note: '统计更正', person: '科长乙', post: 'sectionHead' },
  ])
  const again = await lines(observer, { kind: 'signedAgain' })
  expect(again.map(({ person }) => person).toSorted()).toEqual(['科长乙', '经办甲'])
  expect(again.every(({ note }) => note === '数据重新开放：统计更正')).toBe(true)
  const substitutes = await lines(observer, { kind: 'recusal' })
  expect(new Set(substitutes.map(({ person }) => person))).toEqual(new Set(['绩效办戊', '主任己']))
  expect(substitutes).toHaveLength(4)
  expect(await lines(observer, { kind: 'onPaper' })).toHaveLength(2)
  for (const kind of ['afterVisit', 'onBehalf', 'adjusted']) expect(await lines(observer, { kind })).toEqual([])
  expect(new Set((await lines(observer)).map(({ kind }) => kind)).size).toBe(4)
})

it('监督意见连同状态和应答复的单位列出，答复后不再欠', async () => {
  const filed = await done(observer, fileRemark, {
    params: { planId: world.planId },
    body: { subject: { noun: 'year' }, words: '统计更正应附证明' },
  })
  const [open, ...more] = await lines(observer, { kind: 'remark' })
  expect(more).toEqual([])
  const lead = await server.db.selectFrom('unit').select('name').where('id', '=', world.lead).executeTakeFirstOrThrow()
  expect(open).toMatchObject({
    noun: 'remark',
    subjectId: filed.remarkId,
    person: '监督人',
    note: '统计更正应附证明',
    remarkState: 'open',
    owes: lead.name,
  })
  const exported = async () => {
    const reply = await observer.call(exportObserved, { query: { kind: 'remark' } })
    const read = await readTable(reply.rawPayload, [
      { key: 'state', header: '意见状态', width: 1, kind: 'text' },
      { key: 'owes', header: '应答复单位', width: 1, kind: 'text' },
    ])
    return read.ok && read.value.rows.map(({ cells }) => [cells.state?.text, cells.owes?.text ?? ''])
  }
  expect(await exported()).toEqual([['待答复', lead.name]])
  const params = { remarkId: filed.remarkId }
  await done(world.head, answerRemark, { params, body: { version: 1, kind: 'accepted', words: '已补附' } })
  expect(await lines(observer, { kind: 'remark' })).toMatchObject([{ remarkState: 'answered', owes: null }])
  expect(await exported()).toEqual([['已答复', '']])
  expect(await lines(observer, { kind: 'recusal' })).toMatchObject(Array(4).fill({ remarkState: null, owes: null }))
})

it('按人员、日期查询，分页，与导出的工作簿一致', async () => {
  const all = await lines(observer)
  const first = await done(observer, listObserved, { query: { size: '3', page: '2' } })
  expect(first).toMatchObject({ total: all.length, rows: all.slice(3, 6) })
  expect(await lines(observer, { q: '科长乙', from: '2025-01-20', to: '2025-01-20' })).toHaveLength(2)
  expect(await lines(observer, { to: '2025-01-19' })).toEqual([])
  expect(await lines(observer, { q: '%' })).toEqual([])
  const reply = await observer.call(exportObserved, { query: { kind: 'recusal' } })
  const read = await readTable(reply.rawPayload, [
    { key: 'kind', header: '事项', width: 1, kind: 'text' },
    { key: 'person', header: '人员', width: 1, kind: 'text' },
  ])
  expect(read.ok && read.value.rows.map(({ cells }) => cells.kind?.text)).toEqual(Array(4).fill('回避替代评分'))
})

it('只及监督范围；没有监督职务的看不到', async () => {
  const elsewhere = await signedIn(server, [{ kind: 'observer', unitId: await seedUnit(server.db, '无关局监') }])
  expect(await lines(elsewhere)).toEqual([])
  expect((await world.staff.call(listObserved)).statusCode).toBe(403)
})
