import * as contract from '@quanheng/contract/organisation'
import { exportPeople } from '@quanheng/contract/organisation-view'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  const body = await seedUnit(server.db, '云岭市绩效办')
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: body }], '工作人员')
  security = await signedIn(server, [{ kind: 'securityAdmin', unitId: body }], '安全员')
})
afterAll(() => server.close())

const unitOf = (name: string) => ({ name, shortName: name, aliases: [], sortCode: 1 })
const register = (name: string) => office.call(contract.createUnit, { body: unitOf(name) })

describe('单位', () => {
  it('登记后可见，并留下一条操作和一片存证叶', async () => {
    const reply = await register('云岭市𠮷安局')
    expect(reply.statusCode, reply.body).toBe(200)
    const { id } = reply.json<{ id: string }>()
    const act = await server.db
      .selectFrom('act')
      .selectAll()
      .where('action', '=', 'unit.create')
      .executeTakeFirstOrThrow()
    expect(act.subjects).toEqual([id])
    const leaf = await server.db.selectFrom('leaf').selectAll().where('act_id', '=', act.id).executeTakeFirstOrThrow()
    const text = leaf.bytes.toString('utf8')
    expect(JSON.parse(text)).toMatchObject({
      v: 1,
      action: 'unit.create',
      changes: [{ noun: 'unit', id, before: null }],
    })
    expect(text).not.toContain('𠮷')
  })

  it('重名被拒，且不留下任何东西', async () => {
    await register('重名局')
    const before = await server.db.selectFrom('act').select('id').execute()
    const reply = await register('重名局')
    expect(reply.statusCode).toBe(409)
    expect(reply.json()).toMatchObject({ error: { code: 'unit.nameTaken', at: 'body.name' } })
    expect(reply.json().error.message).toContain('重名局')
    expect(await server.db.selectFrom('act').select('id').execute()).toHaveLength(before.length)
  })

  it('同一防重标识办理两次只生效一次，换了内容则被拒', async () => {
    const key = 'double-click-1'
    const first = await office.call(contract.createUnit, { body: unitOf('双击局'), key })
    const second = await office.call(contract.createUnit, { body: unitOf('双击局'), key })
    expect(second.statusCode).toBe(200)
    expect(second.json()).toEqual(first.json())
    const other = await office.call(contract.createUnit, { body: unitOf('另一局'), key })
    expect(other.json().error.code).toBe('platform.keyReused')
  })

  it('同时双击也只生效一次', async () => {
    const body = unitOf('并发局')
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => office.call(contract.createUnit, { body, key: 'at-the-same-time' })),
    )
    expect(new Set(replies.map((reply) => reply.body)).size).toBe(1)
    expect(replies[0]?.statusCode).toBe(200)
  })

  it('版本过期时说明谁在何时改了什么', async () => {
    const { id } = (await register('改名局')).json<{ id: string }>()
    const body = { ...unitOf('改名局（新）'), state: 'active', version: 1 }
    expect((await office.call(contract.changeUnit, { params: { unitId: id }, body })).statusCode).toBe(200)
    const late = await office.call(contract.changeUnit, {
      params: { unitId: id },
      body: { ...body, name: '改名局（迟）' },
    })
    expect(late.statusCode).toBe(409)
    expect(late.json().error).toMatchObject({ code: 'platform.stale', params: { who: '工作人员' } })
  })

  it('缺项、超长都指明位置', async () => {
    const reply = await office.call(contract.createUnit, { body: { ...unitOf('x'.repeat(101)), sortCode: undefined } })
    expect(reply.statusCode).toBe(400)
    const at = reply.json().error.details.map((detail: { at: string }) => detail.at)
    expect(at.toSorted()).toEqual(['body.name', 'body.shortName', 'body.sortCode'])
  })
})

describe('任职', () => {
  const place = async (name: string) => ({
    unitId: (await register(name)).json<{ id: string }>().id,
    personId: (
      await security.call(contract.createPerson, {
        body: { name: '某人', login: `某人-${name}`, phone: null, mail: null },
      })
    ).json<{ id: string }>().id,
  })
  const give = (personId: string, unitId: string, kind: string) =>
    security.call(contract.givePost, {
      params: { personId },
      body: { kind, unitId, sectionId: null, title: null, acting: false, from: '2025-01-01', to: null },
    })

  it('三员分立：同一人不得任两类管理员', async () => {
    const { unitId, personId } = await place('三员局')
    expect((await give(personId, unitId, 'systemAdmin')).statusCode).toBe(200)
    const reply = await give(personId, unitId, 'auditAdmin')
    expect(reply.json().error.code).toBe('post.administratorHoldsAnother')
  })

  it('同时给两个管理员职务，只有一个成功', async () => {
    const { unitId, personId } = await place('同时局')
    const replies = await Promise.all([give(personId, unitId, 'systemAdmin'), give(personId, unitId, 'auditAdmin')])
    expect(replies.map((reply) => reply.statusCode).toSorted()).toEqual([200, 409])
  })

  it('绩效办不能登记人员，安全管理员不能登记单位', async () => {
    const refused = await office.call(contract.createPerson, {
      body: { name: '甲', login: '甲', phone: null, mail: null },
    })
    expect(refused.statusCode).toBe(403)
    expect((await security.call(contract.createUnit, { body: unitOf('越权局') })).statusCode).toBe(403)
  })

  it('登录名不再分配给第二人', async () => {
    const body = { name: '乙', login: '同名登录', phone: null, mail: null }
    expect((await security.call(contract.createPerson, { body })).statusCode).toBe(200)
    expect((await security.call(contract.createPerson, { body })).json().error.code).toBe('account.loginTaken')
  })
})

describe('电话', () => {
  it('列表和导出只有部分数字；查看整个号码留下一条操作，号码不进留痕', async () => {
    const phone = '0000-5550177'
    const body = { name: '电话某', login: '电话某', phone, mail: null }
    const { id } = (await security.call(contract.createPerson, { body })).json<{ id: string }>()
    const listed = await security.call(contract.listPeople, { query: { q: '电话某' } })
    expect(listed.json().rows).toMatchObject([{ id, phone: '000*-***0177' }])
    const book = await security.call(exportPeople, { query: { q: '电话某', format: 'xlsx' } })
    const cells = [...(await openXlsx(book.rawPayload)).values()].join()
    expect(cells).toContain('000*-***0177')
    expect(cells).not.toContain(phone)
    const params = { personId: id }
    expect((await office.call(contract.showPhone, { params, body: {} })).statusCode).toBe(403)
    const shown = await security.call(contract.showPhone, { params, body: {}, key: 'a-look-at-a-phone' })
    expect(shown.json()).toEqual({ phone })
    const again = await security.call(contract.showPhone, { params, body: {}, key: 'a-look-at-a-phone' })
    expect(again.json()).toEqual({ phone: '000*-***0177' })
    const acts = await server.db.selectFrom('act').selectAll().where('action', '=', 'person.showPhone').execute()
    expect(acts).toMatchObject([{ person_id: security.personId, subjects: [id], events: [{ type: 'phoneShown' }] }])
    expect(JSON.stringify([acts[0]?.events, acts[0]?.reply])).not.toContain(phone)
    const nobody = { params: { personId: crypto.randomUUID() }, body: {} }
    expect((await security.call(contract.showPhone, nobody)).statusCode).toBe(404)
  })

  it('看过电话不算改过人员：版本不变，别人照旧可以修改', async () => {
    const body = { name: '改电话', login: '改电话', phone: '0000-5550178', mail: null }
    const { id } = (await security.call(contract.createPerson, { body })).json<{ id: string }>()
    await security.call(contract.showPhone, { params: { personId: id }, body: {} })
    const change = { name: '改电话', phone: '0000-5550179', mail: null, state: 'active', version: 1 }
    const changed = await security.call(contract.changePerson, { params: { personId: id }, body: change })
    expect(changed.json()).toEqual({ version: 2 })
  })
})
