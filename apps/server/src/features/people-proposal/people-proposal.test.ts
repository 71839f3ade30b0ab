import * as contract from '@quanheng/contract/people-proposal'
import { putFile } from '@quanheng/contract/upload'
import { listNotifications, listTasks } from '@quanheng/contract/workbench'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { maskPhone } from '@quanheng/domain/organisation/phone'
import { writeTable } from '@quanheng/papers/xlsx/write-table'
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
import { codeOf, done } from '../result/testing/result-world.ts'
import { formFor } from './table/form.ts'

let server: TestServer
let unitId: string
let sectionId: string
let other: string
let admin: Caller
let stranger: Caller
let security: Caller
let leaver: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-02-10T10:00:00+08:00' })
  unitId = await seedUnit(server.db, '云岭市交通运输局')
  sectionId = await seedSection(server.db, unitId, '综合规划科')
  other = await seedUnit(server.db, '云岭市水利局')
  admin = await signedIn(server, [{ kind: 'unitAdmin', unitId }], '管理员')
  stranger = await signedIn(server, [{ kind: 'unitAdmin', unitId: other }], '别的管理员')
  security = await signedIn(server, [{ kind: 'securityAdmin', unitId: other }], '安全员')
  leaver = await signedIn(
    server,
    [
      { kind: 'unitReporter', unitId },
      { kind: 'handler', unitId, sectionId },
      { kind: 'unitReporter', unitId: other },
    ],
    '调离者',
  )
})
afterAll(() => server.close())

const at = (peopleProposalId: string) => ({ params: { peopleProposalId } })
const show = (caller: Caller, id: string) => done(caller, contract.showPeopleProposal, at(id))
const now = async (id: string, more: object = {}) => ({
  ...at(id),
  body: { version: (await show(admin, id)).version, ...more },
})
const begin = async () =>
  (await done(admin, contract.beginPeopleProposal, { body: { unitId, note: '年初调整' } })).peopleProposalId
const post = (more: object = {}) => ({
  kind: 'unitReporter' as PostKind,
  sectionId: null,
  title: null,
  acting: false,
  from: '2025-03-01',
  to: null,
  ...more,
})
const line = (more: object = {}) => ({
  lineId: null,
  kind: 'joining',
  login: '交通.新人',
  name: '某新人',
  phone: '00055500123',
  mail: null,
  heldPostId: null,
  post: post(),
  lastDay: null,
  ...more,
})
const write = async (id: string, more: object = {}) =>
  admin.call(contract.writePeopleLine, (await now(id, line(more))) as never)
const written = async (id: string, more: object = {}) => {
  const reply = await write(id, more)
  expect(reply.statusCode, reply.body).toBe(200)
}
const loginOf = async (caller: Caller): Promise<string> =>
  (
    await server.db
      .selectFrom('login_name')
      .select('login')
      .where('person_id', '=', caller.personId)
      .executeTakeFirstOrThrow()
  ).login
const postsOf = (personId: string) =>
  server.db.selectFrom('post').selectAll().where('person_id', '=', personId).orderBy('from_date').execute()
const decide = async (id: string, decisions: readonly object[]) =>
  security.call(contract.decidePeopleProposal, (await now(id, { decisions })) as never)

describe('人员变动申报', () => {
  it('申报 → 分批审核 → 退回改正 → 办结；通过的当场登记，各步都有留痕和通知', async () => {
    const id = await begin()
    expect(codeOf(await stranger.call(contract.showPeopleProposal, at(id)))).toBe('platform.notFound')
    expect(codeOf(await security.call(contract.showPeopleProposal, at(id)))).toBe('platform.notFound')
    expect(codeOf(await admin.call(contract.submitPeopleProposal, await now(id)))).toBe('peopleProposal.empty')
    const bad = await write(id, { post: post({ kind: 'handler' }) })
    expect(bad.json()).toMatchObject({ error: { code: 'post.sectionNeeded', at: 'section' } })
    expect(codeOf(await write(id, { post: post({ kind: 'officeStaff' }) }))).toBe('peopleProposal.postNotOfUnit')
    await written(id)
    const login = await loginOf(leaver)
    await written(id, { kind: 'leaving', login, name: '调离者', post: null, lastDay: '2025-02-28' })
    await written(id, { login: '交通.乙', name: '某乙', post: post({ kind: 'handler', sectionId }) })
    await done(admin, contract.submitPeopleProposal, await now(id))
    const tasks = (await done(security, listTasks, {})).rows.filter(({ noun }) => noun === 'peopleProposal')
    expect(tasks).toMatchObject([{ verb: 'decide', link: `/people-proposals/${id}` }])
    expect((await done(security, listNotifications, {})).rows.map(({ code }) => code)).toContain(
      'notification.peopleProposed',
    )

    const shown = await show(security, id)
    expect(shown.rows.map(({ phone }) => phone)).toEqual([maskPhone('00055500123'), null, maskPhone('00055500123')])
    const [first, second, third] = shown.rows
    const refusedHere = await decide(id, [{ lineId: third?.id, outcome: 'returned', reason: ' ' }])
    expect(codeOf(refusedHere)).toBe('peopleProposal.reasonMissing')
    expect(codeOf(await admin.call(contract.decidePeopleProposal, (await now(id, { decisions: [] })) as never))).toBe(
      'platform.notAllowed',
    )
    const part = await decide(id, [
      { lineId: first?.id, outcome: 'approved', reason: '' },
      { lineId: second?.id, outcome: 'approved', reason: '' },
    ])
    expect(part.statusCode, part.body).toBe(200)
    const person = await server.db
      .selectFrom('login_name')
      .innerJoin('person', 'person.id', 'login_name.person_id')
      .selectAll('person')
      .where('login', '=', '交通.新人')
      .executeTakeFirstOrThrow()
    expect(person).toMatchObject({ name: '某新人', phone: '00055500123', version: 1 })
    expect(await postsOf(person.id)).toMatchObject([{ kind: 'unitReporter', unit_id: unitId, from_date: '2025-03-01' }])
    expect((await postsOf(leaver.personId)).map(({ unit_id, to_date }) => [unit_id === unitId, to_date])).toEqual(
      expect.arrayContaining([
        [true, '2025-02-28'],
        [true, '2025-02-28'],
        [false, null],
      ]),
    )
    expect((await show(security, id)).state).toBe('submitted')

    await decide(id, [{ lineId: third?.id, outcome: 'returned', reason: '登录名请改用全称' }])
    expect((await done(admin, listNotifications, {})).rows.map(({ code }) => code)).toContain(
      'notification.peopleReturned',
    )
    const back = await show(admin, id)
    expect(back).toMatchObject({ state: 'returned', returned: 1 })
    expect(back.rows[2]).toMatchObject({ cameBack: '登录名请改用全称', outcome: { outcome: 'returned' } })
    expect(codeOf(await write(id, { lineId: first?.id }))).toBe('peopleProposal.lineDecided')
    await written(id, {
      lineId: third?.id,
      login: '交通.某乙',
      name: '某乙',
      post: post({ kind: 'handler', sectionId }),
    })
    await done(admin, contract.submitPeopleProposal, await now(id))
    const last = await decide(id, [{ lineId: third?.id, outcome: 'approved', reason: '' }])
    expect(last.statusCode, last.body).toBe(200)
    expect((await show(admin, id)).state).toBe('decided')
    const table = await security.call(contract.exportPeopleLines, { ...at(id), query: { format: 'csv' } } as never)
    expect(table.body).toContain('综合规划科经办人')
    expect(table.body).not.toContain('00055500123')
  })

  it('审核时会使同一自然人一人办两人之事的，整批不办，并说明由哪两个账号', async () => {
    const id = await begin()
    const twin = { phone: '00055500777', name: '段明远' }
    await written(id, { ...twin, login: '段一', post: post({ kind: 'clerk', from: '2025-02-01' }) })
    await written(id, { ...twin, login: '段二', post: post({ kind: 'sectionHead', sectionId, from: '2025-02-01' }) })
    await done(admin, contract.submitPeopleProposal, await now(id))
    const { rows } = await show(security, id)
    const all = rows.map(({ id: lineId }) => ({ lineId, outcome: 'approved', reason: '' }))
    const reply = await decide(id, all)
    expect(codeOf(reply)).toBe('post.breaksSeparation')
    for (const word of ['段一', '段二', '同名同电话']) expect(reply.body).toContain(word)
    const made = await server.db
      .selectFrom('login_name')
      .select('login')
      .where('login', 'in', ['段一', '段二'])
      .execute()
    expect(made).toEqual([])
    expect((await show(security, id)).open).toBe(2)
    expect((await decide(id, all.slice(0, 1))).statusCode).toBe(200)
  })

  it('送审后登录名被别人用了：该行写明原因，不能照批；撤回须写理由，已通过的有效', async () => {
    const id = await begin()
    await written(id, { login: '交通.丙' })
    await done(admin, contract.submitPeopleProposal, await now(id))
    const taken = { id: admin.personId }
    await server.db.insertInto('login_name').values({ login: '交通.丙', person_id: taken.id }).execute()
    const { rows } = await show(security, id)
    expect(rows[0]?.faults).toMatchObject([{ column: 'login', code: 'account.loginTaken' }])
    const reply = await decide(id, [{ lineId: rows[0]?.id, outcome: 'approved', reason: '' }])
    expect(codeOf(reply)).toBe('peopleProposal.lineFault')
    expect(reply.body).toContain('第1行')
    await done(admin, contract.withdrawPeopleProposal, (await now(id, { reason: '另行申报' })) as never)
    expect((await done(security, contract.listPeopleProposals, { query: { state: 'withdrawn' } } as never)).total).toBe(
      1,
    )
  })

  it('选人只列本单位在任的；别的单位、没有起草的都看不到', async () => {
    const id = await begin()
    const { rows } = await done(admin, contract.proposablePeople, at(id))
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['管理员', '某新人']))
    expect(rows.map(({ name }) => name)).not.toContain('别的管理员')
    expect(codeOf(await stranger.call(contract.proposablePeople, at(id)))).toBe('platform.notFound')
    expect(codeOf(await stranger.call(contract.beginPeopleProposal, { body: { unitId, note: '' } }))).toBe(
      'platform.notFound',
    )
  })
})

describe('人员变动申报表', () => {
  const send = async (rows: readonly Readonly<Record<string, string>>[]) => {
    const { title, columns, mark, example } = formFor(['综合规划科'])
    const bytes = await writeTable({ title, columns, rows, template: { ...mark, example } })
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('申报表.xlsx') }
    const reply = await admin.call(putFile, { body: Buffer.from(bytes), headers })
    return reply.json<{ digest: string }>().digest
  }

  it('整表导入，每处有误指到单元格；有一处就一行也不收', async () => {
    const id = await begin()
    const row = {
      kind: '新进人员',
      login: '表.甲',
      name: '表甲',
      post: '经办人',
      section: '综合规划科',
      from: '2025-03-01',
    }
    const digest = await send([
      row,
      { ...row, login: '表.甲', post: '填报人', section: '' },
      { ...row, login: '表.乙', section: '' },
    ])
    const checked = await done(admin, contract.checkPeopleLines, { ...at(id), body: { digest } })
    expect(checked.faults.map(({ code }) => code)).toEqual(['organisation.twice', 'post.sectionNeeded'])
    for (const { cell } of checked.faults) expect(cell).toMatch(/^[A-Z]+\d+$/)
    const refused = await admin.call(contract.importPeopleLines, (await now(id, { digest })) as never)
    expect(codeOf(refused)).toBe('organisation.tableFaults')
    expect((await admin.call(contract.markPeopleLines, { ...at(id), body: { digest } })).statusCode).toBe(200)
    const right = await send([row, { ...row, login: '表.乙', post: '填报人', section: '' }])
    expect(await done(admin, contract.importPeopleLines, (await now(id, { digest: right })) as never)).toEqual({
      count: 2,
    })
    expect((await show(admin, id)).rows.map(({ login, post: given }) => [login, given?.sectionName])).toEqual([
      ['表.甲', '综合规划科'],
      ['表.乙', null],
    ])
    expect(codeOf(await stranger.call(contract.importPeopleLines, (await now(id, { digest: right })) as never))).toBe(
      'platform.notFound',
    )
    expect((await admin.call(contract.peopleLineTemplate, at(id))).statusCode).toBe(200)
  })
})
