import * as contract from '@quanheng/contract/act'
import * as organisation from '@quanheng/contract/organisation'
import type { ReplyOf } from '@quanheng/contract/route'
import { readTable } from '@quanheng/papers/xlsx/read-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sequence } from '../../platform/log/sequencer.ts'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'

let server: TestServer
let office: Caller
let security: Caller
let audit: Caller
let reporter: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  const body = await seedUnit(server.db, '云岭市绩效办')
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: body }], '甲工')
  security = await signedIn(server, [{ kind: 'securityAdmin', unitId: body }], '乙安')
  audit = await signedIn(server, [{ kind: 'auditAdmin', unitId: body }], '丙审')
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: body }], '丁报')
})
afterAll(() => server.close())

const names = (name: string) => ({ name, shortName: name, aliases: [], sortCode: 1 })

const aUnit = async (name: string): Promise<string> =>
  (await office.call(organisation.createUnit, { body: names(name) })).json<{ id: string }>().id

const aPerson = async (login: string): Promise<string> =>
  (
    await security.call(organisation.createPerson, { body: { name: '某人', login, phone: '0000-5550100', mail: null } })
  ).json<{ id: string }>().id

const history = async (caller: Caller, subjectId: string) => {
  const reply = await caller.call(contract.listActs, { params: { subjectId } })
  return { status: reply.statusCode, ...(reply.json() as ReplyOf<typeof contract.listActs>) }
}

describe('操作留痕', () => {
  it('依次说明谁以何职务何时做了什么，前后对照用公文用语', async () => {
    const id = await aUnit('市林业局')
    const body = { ...names('市林业和草原局'), shortName: '林草局', aliases: ['原林业局'], state: 'closed', version: 1 }
    expect((await office.call(organisation.changeUnit, { params: { unitId: id }, body })).statusCode).toBe(200)
    const { rows, total } = await history(reporter, id)
    expect(total).toBe(2)
    expect(rows[0]).toMatchObject({ label: '修改单位', person: '甲工', post: 'officeStaff', unit: '云岭市绩效办' })
    expect(rows[0]?.changes).toEqual([
      { field: 'name', before: { text: '市林业局' }, after: { text: '市林业和草原局' } },
      { field: 'shortName', before: { text: '市林业局' }, after: { text: '林草局' } },
      { field: 'aliases', before: null, after: { text: '原林业局' } },
      {
        field: 'state',
        before: { vocabulary: 'nounState', member: 'active' },
        after: { vocabulary: 'nounState', member: 'closed' },
      },
    ])
    expect(rows[1]).toMatchObject({ label: '登记单位' })
    expect(rows[1]?.changes[0]).toEqual({ field: 'name', before: null, after: { text: '市林业局' } })
  })

  it('待存证时如实说明，存证后给出位置', async () => {
    const id = await aUnit('入树局')
    expect((await history(office, id)).rows[0]?.leaf).toBeNull()
    while ((await sequence(server.db)) > 0);
    const leaf = (await history(office, id)).rows[0]?.leaf
    const stored = await server.db.selectFrom('tree_entry').selectAll().orderBy('position', 'desc').executeTakeFirst()
    expect(leaf).toBe(stored?.position)
  })

  it('人员的留痕只有安全管理员和本人看得到；审计管理员只见谁何时做了何事', async () => {
    const id = await aPerson('留痕甲')
    expect((await history(security, id)).rows[0]?.changes).toContainEqual({
      field: 'phone',
      before: null,
      after: { text: '0000-5550100' },
    })
    expect((await history(office, id)).status).toBe(404)
    expect((await history(reporter, id)).status).toBe(404)
    const seen = await history(audit, id)
    expect(seen.rows[0]).toMatchObject({ label: '登记人员', person: '乙安', changes: [], reason: null })
  })

  it('没有的对象与看不到的对象同样答复', async () => {
    expect((await history(office, '00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })
})

describe('留痕查询', () => {
  const search = async (query: Record<string, string>) =>
    (await audit.call(contract.searchActs, { query })).json() as ReplyOf<typeof contract.searchActs>

  it('审计管理员按人员、操作、日期查询，看不到内容', async () => {
    await aPerson('查询甲')
    const found = await search({ q: '乙安', action: 'person.create', from: '2025-01-10', to: '2025-01-10' })
    expect(found.total).toBeGreaterThan(0)
    expect(new Set(found.rows.map((row) => row.person))).toEqual(new Set(['乙安']))
    expect(found.rows[0]).toMatchObject({ nouns: ['person'], subjects: 1, address: '127.0.0.1' })
    expect(JSON.stringify(found)).not.toContain('0000-5550100')
    expect((await search({ to: '2025-01-09' })).total).toBe(0)
    expect((await search({ q: '%' })).total).toBe(0)
  })

  it('按是否存证查询', async () => {
    while ((await sequence(server.db)) > 0);
    await aUnit('待入树局')
    expect((await search({ tree: 'queued' })).total).toBe(1)
    const kinds = (await audit.call(contract.actKinds)).json<ReplyOf<typeof contract.actKinds>>()
    expect(kinds.acts - kinds.inTree).toBe(1)
    expect(kinds.root).toMatch(/^[0-9a-f]{64}$/)
    expect(kinds.kinds.find((kind) => kind.action === 'unit.create')?.label).toBe('登记单位')
  })

  it('业务人员不得查询全部留痕', async () => {
    expect((await office.call(contract.searchActs)).statusCode).toBe(403)
    expect((await security.call(contract.exportActs)).statusCode).toBe(403)
  })

  it('导出的工作簿与查询结果一致', async () => {
    await aPerson('=cmd|导出甲')
    const query = { action: 'person.create' }
    const reply = await audit.call(contract.exportActs, { query })
    expect(reply.headers['content-disposition']).toContain(encodeURIComponent('操作留痕'))
    const read = await readTable(reply.rawPayload, [
      { key: 'label', header: '操作', width: 1, kind: 'text' },
      { key: 'leaf', header: '存证位置', width: 1, kind: 'text' },
    ])
    expect(read.ok && read.value.rows).toHaveLength((await search(query)).total)
    expect(read.ok && read.value.rows[0]?.cells).toMatchObject({
      label: { text: '登记人员' },
      leaf: { text: '待存证' },
    })
  })
})
