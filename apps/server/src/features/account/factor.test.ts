import * as contract from '@quanheng/contract/account'
import type { ReplyOf } from '@quanheng/contract/route'
import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  callRoute,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { hashPassword } from './index.ts'

const password = '高高兴兴-Upwards-7'
let server: TestServer
let person: Caller
let security: Caller
let unit: string

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  unit = await seedUnit(server.db, '云岭市绩效办')
  person = await signedIn(server, [{ kind: 'handler', unitId: unit }], '甲工')
  security = await signedIn(server, [{ kind: 'securityAdmin', unitId: unit }], '乙安')
  const hash = await hashPassword(password)
  const id = crypto.randomUUID()
  await server.db
    .insertInto('credential')
    .values({ id, person_id: person.personId, made_at: server.platform.clock.now(), hash })
    .execute()
})
afterAll(() => server.close())

const epoch = () => Math.floor(server.platform.clock.now().getTime() / 1000)
const codeOf = (secret: string, at = epoch()) => generate({ secret, epoch: at })
const shown = async () => (await person.call(contract.showFactor)).json<ReplyOf<typeof contract.showFactor>>()
const signIn = (factor?: string) =>
  callRoute(server, contract.signIn, { body: { login: person.personId, password, ...(factor ? { factor } : {}) } })

describe('第二因子', () => {
  it('首个动态口令核对无误才登记；之后登录须输口令，用过的口令不再有效', async () => {
    const { secret, address, enrolledAt, asked } = await shown()
    expect([enrolledAt, asked]).toEqual([null, true])
    expect(address).toContain(`secret=${secret}`)
    const wrong = await person.call(contract.enrolFactor, { body: { secret, code: '000000' } })
    expect(wrong.json().error).toMatchObject({ code: 'account.wrongFactor', at: 'body.code' })
    expect((await signIn()).statusCode).toBe(200)
    const enrolled = await person.call(contract.enrolFactor, { body: { secret, code: await codeOf(secret) } })
    expect(enrolled.statusCode, enrolled.body).toBe(200)
    expect((await signIn()).json().error.code).toBe('account.factorNeeded')
    expect((await signIn(await codeOf(secret))).statusCode).toBe(200)
    expect((await signIn(await codeOf(secret))).json().error.code).toBe('account.wrongFactor')
    // Each session knows what was proved in it, and says so of what is signed there.
    const sessions = await server.db
      .selectFrom('session')
      .select('proof')
      .where('person_id', '=', person.personId)
      .execute()
    expect(sessions.map(({ proof }) => proof).filter((proof) => proof === 'secondFactor')).toHaveLength(1)
  })

  it('留痕中没有密钥', async () => {
    const acts = await server.db.selectFrom('act').selectAll().where('action', '=', 'account.enrolFactor').execute()
    const { secret } = await server.db.selectFrom('second_factor').selectAll().executeTakeFirstOrThrow()
    expect(acts).toHaveLength(1)
    expect(JSON.stringify(acts)).not.toContain(secret)
  })

  it('全角输入的口令照样认，登记和登录都如此；不成样子的口令按不对处理', async () => {
    const { secret } = await shown()
    const code = (await codeOf(secret)).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    expect((await person.call(contract.enrolFactor, { body: { secret, code } })).statusCode).toBe(200)
    expect((await signIn('１２３４５六')).json().error.code).toBe('account.wrongFactor')
    expect((await signIn(code)).statusCode).toBe(200)
  })

  it('验证器丢失的，安全管理员说明理由后解除，本人收到通知，所有会话结束', async () => {
    const params = { personId: person.personId }
    const other = await signedIn(server, [{ kind: 'officeStaff', unitId: unit }])
    expect((await other.call(contract.releaseFactor, { params, body: { reason: '丢失' } })).statusCode).toBe(403)
    expect((await security.call(contract.releaseFactor, { params, body: { reason: '' } })).statusCode).toBe(400)
    const done = await security.call(contract.releaseFactor, { params, body: { reason: '手机丢失' } })
    expect(done.statusCode, done.body).toBe(200)
    expect((await person.call(contract.session)).statusCode).toBe(401)
    expect((await signIn()).statusCode).toBe(200)
    const told = await server.db.selectFrom('notification').select('code').execute()
    expect(told.map((one) => one.code)).toContain('notification.factorReleased')
    const again = await security.call(contract.releaseFactor, { params, body: { reason: '再次' } })
    expect(again.json().error.code).toBe('account.noFactor')
  })

  it('没有登记的不能解除', async () => {
    const nobody = await signedIn(server, [{ kind: 'handler', unitId: unit }])
    expect((await nobody.call(contract.releaseOwnFactor, {})).json().error.code).toBe('account.noFactor')
  })
})
