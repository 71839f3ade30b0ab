import * as organisation from '@quanheng/contract/organisation'
import type { ReplyOf } from '@quanheng/contract/route'
import * as contract from '@quanheng/contract/workbench'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realContext } from '../../platform/door/context.ts'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { notify } from '../../platform/work/notify.ts'
import type { Owed, Task } from '../../platform/work/task.ts'
import { actRoutes, actWords } from '../act/index.ts'
import { organisationRoutes } from '../organisation/index.ts'
import { workbenchRoutes } from './index.ts'

let server: TestServer
let office: Caller
let other: Caller

const task = (id: string, due?: string): Task => ({
  noun: 'datum',
  id,
  verb: 'report',
  object: `指标${id}`,
  within: '2024年度考评方案',
  due,
  link: '/collection',
})
const owes = (id: string, due: string): Owed => ({
  noun: 'datum',
  id,
  verb: 'report',
  body: '市林业局',
  object: `指标${id}`,
  due,
  people: [{ name: '甲', post: 'unitReporter', phone: '0000-5550101' }],
  text: '您好',
  link: '/collection',
})

beforeAll(async () => {
  // Friday, 10 January 2025.
  server = await startTestServer((platform) => {
    const business = organisationRoutes(platform, { onPosts: [] })
    const words = actWords(business.map(({ route }) => route))
    return [
      ...business,
      ...actRoutes(platform, words, {}),
      ...workbenchRoutes(platform, {
        words,
        tasks: [
          async () => [task('无期限'), task('下周三', '2025-01-15')],
          async (_db, actor) =>
            actor.name === '甲工' ? [task('昨日', '2025-01-09'), task('下周一', '2025-01-13')] : [],
        ],
        owed: [async () => [owes('近', '2025-01-12'), owes('远', '2025-01-20'), owes('迟', '2025-01-08')]],
      }),
    ]
  })
  const body = await seedUnit(server.db, '云岭市绩效办')
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: body }], '甲工')
  other = await signedIn(server, [{ kind: 'handler', unitId: body }], '乙工')
})
afterAll(() => server.close())

describe('待办', () => {
  const ask = async (query: Record<string, string> = {}) =>
    (await office.call(contract.listTasks, { query })).json() as ReplyOf<typeof contract.listTasks>

  it('最急的在前，余几个工作日、亮什么灯', async () => {
    const { rows, all, late, soon } = await ask()
    expect(rows.map((row) => [row.id, row.light, row.workingDaysLeft])).toEqual([
      ['昨日', 'red', -1],
      ['下周一', 'yellow', 1],
      ['下周三', 'green', 3],
      ['无期限', null, null],
    ])
    expect([all, late, soon]).toEqual([4, 1, 1])
  })

  it('筛选和翻页不改变总数提示', async () => {
    expect(await ask({ light: 'red' })).toMatchObject({ total: 1, all: 4, late: 1 })
    expect((await ask({ q: '下周', page: '2', size: '1' })).rows.map((row) => row.id)).toEqual(['下周三'])
    expect((await ask({ noun: 'sheet' })).total).toBe(0)
  })

  it('各人只见自己的', async () => {
    const reply = (await other.call(contract.listTasks)).json<ReplyOf<typeof contract.listTasks>>()
    expect(reply.rows.map((row) => row.id)).toEqual(['下周三', '无期限'])
  })
})

describe('时限日历', () => {
  it('标出工作日、调休和到期的待办', async () => {
    const reply = await office.call(contract.showDueMonth, { query: { month: '2025-01' } })
    const { days } = reply.json<ReplyOf<typeof contract.showDueMonth>>()
    expect(days).toHaveLength(31)
    const of = (day: string) => days.find((one) => one.day === day)
    expect(of('2025-01-26')?.working).toBe(true)
    expect(of('2025-01-28')?.working).toBe(false)
    expect(of('2025-01-13')?.tasks).toBe(1)
  })

  it('没有节假日表的年份不猜', async () => {
    const reply = await office.call(contract.showDueMonth, { query: { month: '2031-02' } })
    expect(reply.json<ReplyOf<typeof contract.showDueMonth>>().days[0]?.working).toBeNull()
    expect((await office.call(contract.showDueMonth, { query: { month: '2025-13' } })).statusCode).toBe(400)
  })
})

describe('催报', () => {
  it('逾期最久的在前，远期的不催', async () => {
    const { rows } = (await office.call(contract.listOwed)).json<ReplyOf<typeof contract.listOwed>>()
    expect(rows.map((row) => [row.object, row.daysLate])).toEqual([
      ['指标迟', 2],
      ['指标近', -2],
    ])
    expect(rows[0]?.people).toEqual([{ name: '甲', post: 'unitReporter', phone: '0000-5550101' }])
    const far = (await office.call(contract.listOwed, { query: { ahead: '30' } })).json<
      ReplyOf<typeof contract.listOwed>
    >()
    expect(far.total).toBe(3)
  })

  it('不是绩效办的不能取全部催报清单', async () => {
    expect((await other.call(contract.listOwed)).statusCode).toBe(403)
  })
})

describe('已办', () => {
  it('只列本人办理的', async () => {
    const body = { name: '市水利局', shortName: '水利局', aliases: [], sortCode: 1 }
    await office.call(organisation.createUnit, { body })
    const done = async (caller: Caller) =>
      (await caller.call(contract.listDone)).json<ReplyOf<typeof contract.listDone>>()
    expect((await done(office)).rows[0]).toMatchObject({ label: '登记单位', nouns: ['unit'], post: 'officeStaff' })
    expect((await done(other)).total).toBe(0)
  })
})

describe('通知', () => {
  const list = async (caller: Caller) =>
    (await caller.call(contract.listNotifications)).json<ReplyOf<typeof contract.listNotifications>>()
  const unread = async (caller: Caller) => (await caller.call(contract.unreadCount)).json<{ count: number }>().count

  it('各人一条，读过即消；他人的标不动', async () => {
    const context = realContext(server.platform.clock.now())
    await server.db.transaction().execute(async (tx) => {
      await notify(tx, context, [office.personId, other.personId, office.personId], {
        code: 'notification.postEnded',
        params: { unit: '市林业局', kind: 'handler', to: '2025-01-31' },
        link: '/people',
      })
    })
    expect([await unread(office), await unread(other)]).toEqual([1, 1])
    const [own] = (await list(other)).rows
    expect((await office.call(contract.markRead, { body: { ids: [own?.id] } })).statusCode).toBe(200)
    expect(await unread(other)).toBe(1)
    await other.call(contract.markRead, { body: {} })
    expect([await unread(office), await unread(other)]).toEqual([1, 0])
    expect((await list(other)).rows[0]?.readAt).not.toBeNull()
    const none = await other.call(contract.listNotifications, { query: { unread: 'yes' } })
    expect(none.json<{ total: number }>().total).toBe(0)
  })
})

describe('领办', () => {
  const named = { noun: 'datum', id: '无期限', verb: 'report' } as const
  const claim = (caller: Caller, takeOver = false) => caller.call(contract.claimTask, { body: { ...named, takeOver } })
  const shown = async (caller: Caller) => {
    const { rows } = (await caller.call(contract.listTasks)).json<ReplyOf<typeof contract.listTasks>>()
    return rows.find(({ id }) => id === named.id)?.claim
  }
  const codeOf = (reply: { json: () => { error: { code: string } } }) => reply.json().error.code

  it('同单位的人都看得到谁领了；别人不能再领，可以接办，原领办人收到通知', async () => {
    expect(await shown(office)).toBeNull()
    expect((await claim(office)).statusCode).toBe(200)
    expect(codeOf(await claim(office))).toBe('taskClaim.already')
    expect(await shown(office)).toEqual({ name: '甲工', mine: true })
    expect(await shown(other)).toEqual({ name: '甲工', mine: false })
    const taken = await claim(other)
    expect(codeOf(taken)).toBe('taskClaim.taken')
    expect(taken.body).toContain('甲工')
    expect((await claim(other, true)).statusCode).toBe(200)
    expect(await shown(office)).toEqual({ name: '乙工', mine: false })
    const told = (await office.call(contract.listNotifications)).json<ReplyOf<typeof contract.listNotifications>>()
    expect(told.rows).toContainEqual(
      expect.objectContaining({ code: 'notification.taskTakenOver', params: { name: '乙工', what: '指标无期限' } }),
    )
  })

  it('放回以后谁都可以领；不在自己待办里的、没有领的，都说没有', async () => {
    expect(codeOf(await office.call(contract.releaseTask, { body: named }))).toBe('platform.notFound')
    expect((await other.call(contract.releaseTask, { body: named })).statusCode).toBe(200)
    expect(await shown(office)).toBeNull()
    const notMine = { ...named, id: '昨日', takeOver: false }
    expect(codeOf(await other.call(contract.claimTask, { body: notMine }))).toBe('platform.notFound')
    const acts = await server.db.selectFrom('act').select('action').where('action', 'like', 'workbench.%').execute()
    expect(acts.map(({ action }) => action)).toEqual(['workbench.claim', 'workbench.claim', 'workbench.release'])
  })

  it('两人同时领，只有一人领到', async () => {
    const both = await Promise.all([claim(office), claim(other)])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  })

  it('领办人离任以后，领办不再算数', async () => {
    const holder = (await shown(office))?.mine ? office : other
    const colleague = holder === office ? other : office
    expect((await shown(colleague))?.mine).toBe(false)
    const ended = { from_date: '2024-01-01', to_date: '2025-01-09' }
    await server.db.updateTable('post').set(ended).where('person_id', '=', holder.personId).execute()
    expect(await shown(colleague)).toBeNull()
    await server.db.updateTable('post').set({ to_date: null }).where('person_id', '=', holder.personId).execute()
  })
})
