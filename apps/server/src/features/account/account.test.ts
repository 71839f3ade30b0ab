import { randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/account'
import * as organisation from '@quanheng/contract/organisation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRoute, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'

let server: TestServer
const password = '晨光初照-Lantern-7'
const begin = { code: 'TESTCODE', unitName: '云岭市绩效办', login: '安全员甲', name: '甲乙丙', password }

const tokenOf = (reply: { cookies: { name: string; value: string }[] }): string =>
  reply.cookies.find((cookie) => cookie.name === 'quanheng')?.value ?? ''
const signIn = (login: string, secret: string) =>
  callRoute(server, contract.signIn, { body: { login, password: secret } })
const codeOf = (reply: { json: () => { error: { code: string } } }): string => reply.json().error.code

beforeAll(async () => {
  server = await startTestServer(allRoutes, { kind: 'new' })
})
afterAll(() => server.close())

describe('启用', () => {
  it('启用前没有任何账号，其他路由都说尚未启用', async () => {
    expect((await callRoute(server, contract.status)).json()).toMatchObject({ state: 'new', directory: null })
    expect(codeOf(await callRoute(server, organisation.listUnits))).toBe('account.notBegun')
    expect(codeOf(await signIn('admin', 'admin'))).toBe('account.wrongPassword')
  })
  it('启用码不对、密码太弱都不留下任何东西', async () => {
    expect(codeOf(await callRoute(server, contract.begin, { body: { ...begin, code: 'WRONG' } }))).toBe(
      'account.wrongCode',
    )
    const weak = await callRoute(server, contract.begin, { body: { ...begin, password: 'password1234' } })
    expect(weak.statusCode).toBe(422)
    const named = await callRoute(server, contract.begin, { body: { ...begin, password: 'X-安全员甲-2025-abc' } })
    expect(codeOf(named)).toBe('account.passwordHasName')
    expect(await server.db.selectFrom('person').selectAll().execute()).toEqual([])
    expect(await server.db.selectFrom('installation').selectAll().execute()).toEqual([])
  })
  it('启用后只有安全管理员一人，不能再次启用', async () => {
    const reply = await callRoute(server, contract.begin, { body: begin })
    expect(reply.statusCode, reply.body).toBe(200)
    const posts = await server.db.selectFrom('post').selectAll().execute()
    expect(posts.map((post) => post.kind)).toEqual(['securityAdmin'])
    expect(codeOf(await callRoute(server, contract.begin, { body: begin }))).toBe('account.alreadyBegun')
    expect((await callRoute(server, contract.status)).json()).toMatchObject({ state: 'ready', directory: 'real' })
  })
  it('密码只存 argon2id，不出现在操作、存证叶与防重记录里', async () => {
    const { rows } = await import('pg').then(async ({ default: pg }) => {
      const client = new pg.Client(server.ownerUrl)
      await client.connect()
      const found = await client.query(`
        SELECT (SELECT string_agg(act::text, '') FROM act) || (SELECT string_agg(encode(bytes, 'escape'), '') FROM leaf)
          || (SELECT string_agg(command::text, '') FROM command) AS everything, (SELECT hash FROM credential) AS hash`)
      await client.end()
      return found
    })
    expect(rows[0].hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(rows[0].everything).not.toContain('Lantern')
    expect(rows[0].everything).not.toContain(rows[0].hash)
  })
})

describe('登录', () => {
  it('登录后能看到自己，退出后旧凭证失效', async () => {
    const token = tokenOf(await signIn('安全员甲', password))
    const session = await callRoute(server, contract.session, { token })
    expect(session.json()).toMatchObject({ person: { login: '安全员甲' }, posts: [{ kind: 'securityAdmin' }] })
    await callRoute(server, contract.signOut, { token })
    expect((await callRoute(server, contract.session, { token })).statusCode).toBe(401)
  })
  it('库里只有凭证的散列', async () => {
    const token = tokenOf(await signIn('安全员甲', password))
    const rows = await server.db.selectFrom('session').selectAll().execute()
    expect(rows.some((row) => row.token_digest.toString('utf8').includes(token))).toBe(false)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  })
  it('空闲三十分钟、累计八小时后须重新登录', async () => {
    const token = tokenOf(await signIn('安全员甲', password))
    server.setNow('2025-01-10T10:29:00+08:00')
    expect((await callRoute(server, contract.session, { token })).statusCode).toBe(200)
    server.setNow('2025-01-10T11:00:00+08:00')
    expect((await callRoute(server, contract.session, { token })).statusCode).toBe(401)
    server.setNow('2025-01-10T10:00:00+08:00')
  })
  it('五次密码错误后锁定，正确的密码也不行，一刻钟后恢复；不存在的登录名回答相同', async () => {
    for (let at = 0; at < 5; at++) expect(codeOf(await signIn('安全员甲', 'wrong'))).toBe('account.wrongPassword')
    expect(codeOf(await signIn('安全员甲', password))).toBe('account.locked')
    server.setNow('2025-01-10T10:15:01+08:00')
    expect((await signIn('安全员甲', password)).statusCode).toBe(200)
    server.setNow('2025-01-10T10:00:00+08:00')
    for (let at = 0; at < 5; at++) expect(codeOf(await signIn('没有此人', 'wrong'))).toBe('account.wrongPassword')
    expect(codeOf(await signIn('没有此人', 'wrong'))).toBe('account.locked')
  })
})

describe('一次性链接', () => {
  const makePerson = async (token: string, login: string): Promise<string> => {
    const reply = await callRoute(server, organisation.createPerson, {
      token,
      body: { name: login.startsWith('条') ? login : '丁一', login, phone: null, mail: null },
    })
    return reply.json<{ id: string }>().id
  }
  const linkFor = async (token: string, personId: string) =>
    (await callRoute(server, contract.makeLink, { token, params: { personId } })).json<{ path: string }>()

  it('设置密码后可登录；链接只用一次，半小时后失效', async () => {
    const token = tokenOf(await signIn('安全员甲', password))
    const personId = await makePerson(token, '丁一')
    const { path } = await linkFor(token, personId)
    const linkToken = path.slice('/links/'.length)
    const redeem = (secret: string) =>
      callRoute(server, contract.redeemLink, { params: { token: linkToken }, body: { password: secret } })
    expect(codeOf(await redeem('太短'))).toBe('account.passwordTooShort')
    expect((await redeem('清风明月-Harbour-9')).json()).toEqual({ login: '丁一' })
    expect(codeOf(await redeem('清风明月-Harbour-8'))).toBe('account.linkExpired')
    expect((await signIn('丁一', '清风明月-Harbour-9')).statusCode).toBe(200)
    expect(
      codeOf(await callRoute(server, contract.redeemLink, { params: { token: 'unknown' }, body: { password } })),
    ).toBe('account.linkUnknown')
    const acts = await server.db.selectFrom('act').select('reply').where('action', '=', 'account.makeLink').execute()
    expect(JSON.stringify(acts)).not.toContain(linkToken)
  })

  it('账号条：一次为多人生成设置码，抄写有出入也认；重新打印后旧码和旧链接作废，码不留痕', async () => {
    const token = tokenOf(await signIn('安全员甲', password))
    const ids = [await makePerson(token, '条一'), await makePerson(token, '条二')]
    const { path } = await linkFor(token, ids[0] ?? '')
    const slips = async (personIds: readonly string[], days = 3) =>
      callRoute(server, contract.printSlips, { token, body: { personIds, days } })
    expect((await slips(ids, 8)).statusCode).toBe(400)
    expect(codeOf(await slips([randomUUID()]))).toBe('platform.notFound')
    type Reply = { slips: { name: string; login: string; code: string }[]; expiresAt: string }
    const first = (await slips(ids)).json<Reply>()
    expect(first.slips.map(({ login }) => login)).toEqual(['条一', '条二'])
    expect(Date.parse(first.expiresAt) - Date.now()).toBeGreaterThan(2.9 * 86_400_000)
    const redeem = (code: string, secret: string) =>
      callRoute(server, contract.redeemLink, { params: { token: code }, body: { password: secret } })
    expect(codeOf(await redeem(path.slice('/links/'.length), '清风明月-Harbour-9'))).toBe('account.linkExpired')
    const again = (await slips(ids.slice(0, 1))).json<Reply>()
    expect(codeOf(await redeem(first.slips[0]?.code ?? '', '清风明月-Harbour-9'))).toBe('account.linkExpired')
    const typed = (again.slips[0]?.code ?? '').toLowerCase().replaceAll('-', ' ')
    expect((await redeem(typed, '清风明月-Harbour-9')).json()).toEqual({ login: '条一' })
    expect((await redeem(first.slips[1]?.code ?? '', '清风明月-Harbour-7')).json()).toEqual({ login: '条二' })
    const kept = await server.db.selectFrom('act').selectAll().where('action', '=', 'account.printSlips').execute()
    expect(kept).toHaveLength(2)
    expect(JSON.stringify(kept)).not.toContain(first.slips[0]?.code)
    const body = { name: '条二', phone: null, mail: null, state: 'disabled', version: 1 }
    await callRoute(server, organisation.changePerson, { token, params: { personId: ids[1] ?? '' }, body })
    const refused = (await slips(ids)).json<{ error: { code: string; message: string } }>().error
    expect(refused).toMatchObject({ code: 'account.slipDisabled', message: expect.stringContaining('条二') })
  })

  it('发送链接前须再次确认身份', async () => {
    const token = tokenOf(await signIn('安全员甲', password))
    const personId = await makePerson(token, '丁二')
    server.setNow('2025-01-10T10:06:00+08:00')
    const ask = () => callRoute(server, contract.makeLink, { token, params: { personId } })
    expect(codeOf(await ask())).toBe('platform.stepUpNeeded')
    expect(codeOf(await callRoute(server, contract.stepUp, { token, body: { password: 'wrong' } }))).toBe(
      'account.ownPasswordWrong',
    )
    await callRoute(server, contract.stepUp, { token, body: { password } })
    expect((await ask()).statusCode).toBe(200)
    server.setNow('2025-01-10T10:00:00+08:00')
  })

  it('停用人员后，其已登录的会话立即失效', async () => {
    const token = tokenOf(await signIn('安全员甲', password))
    const personId = await makePerson(token, '丁三')
    const { path } = await linkFor(token, personId)
    await callRoute(server, contract.redeemLink, {
      params: { token: path.slice('/links/'.length) },
      body: { password: '山高水长-Copper-3' },
    })
    const theirs = tokenOf(await signIn('丁三', '山高水长-Copper-3'))
    expect((await callRoute(server, contract.session, { token: theirs })).statusCode).toBe(200)
    const body = { name: '丁一', phone: null, mail: null, state: 'disabled', version: 1 }
    await callRoute(server, organisation.changePerson, { token, params: { personId }, body })
    expect((await callRoute(server, contract.session, { token: theirs })).statusCode).toBe(401)
    expect(codeOf(await signIn('丁三', '山高水长-Copper-3'))).toBe('account.wrongPassword')
  })
})
