import { Buffer } from 'node:buffer'
import * as circulars from '@quanheng/contract/circular'
import * as matters from '@quanheng/contract/matter'
import { listOwed } from '@quanheng/contract/workbench'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { ownLimits, readZip } from '@quanheng/papers/zip/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { done } from '../result/testing/result-world.ts'
import { type CircularWorld, circularWorld, content, issued, proposed } from './testing/circular-world.ts'

let server: TestServer
let world: CircularWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await circularWorld(server, '册')
})
afterAll(() => server.close())

const owed = async (caller: Caller) => (await done(caller, listOwed, { query: { ahead: '60' } })).rows

describe('通报简报、重要事项的清单和催报', () => {
  it('没有签收的进入催报：找谁、说什么、逾期几天；签收以后不再列', async () => {
    const late = await issued(world, content(world, { title: '关于报送材料的通知', signBy: '2025-01-20' }))
    await issued(world, content(world, { title: '没有时限的通知', signBy: null }))
    const ofCirculars = async () => (await owed(world.staff)).filter(({ noun }) => noun === 'circular')
    expect(await ofCirculars()).toMatchObject([
      {
        verb: 'sign',
        body: world.memberName,
        object: '关于报送材料的通知（云考办〔2025〕1号）',
        due: '2025-01-20',
        daysLate: 0,
        people: [{ name: '联络员', post: 'unitReporter' }],
        text: `${world.memberName}：您好，“签收《关于报送材料的通知》”今日（2025年1月20日）到期，请于今日24时前办理。`,
        link: `/circulars/${late}`,
      },
    ])
    // Another office hears nothing of it, and whoever owes it is not the one to urge.
    expect((await world.liaison.call(listOwed)).statusCode).toBe(403)
    const { receipts } = await done(world.liaison, circulars.showCircular, { params: { circularId: late } })
    await done(world.liaison, circulars.signCircular, {
      params: { circularId: late },
      body: { key: receipts[0]?.key ?? '' },
    })
    expect(await ofCirculars()).toEqual([])
  })

  /** A matter on which the member's principal is asked until the 22nd. */
  const asked = async () => {
    const text = { sort: 'policy', title: '考评细则', wording: '加分上限为5分。', files: [] }
    const { matterId } = await done(world.clerk, matters.beginMatter, { body: { content: text } })
    const { rows: seats } = await done(world.clerk, matters.listMatterSeats, {})
    const seatKey = seats.find(({ unitName }) => unitName === world.memberName)?.key ?? ''
    const params = { matterId }
    const { version } = await done(world.clerk, matters.showImportantMatter, { params })
    const round = { seatKeys: [seatKey], until: '2025-01-22', silence: 'agree' }
    await done(world.clerk, matters.seekOpinions, { params, body: { version, ...round } })
    return { matterId, seatKey }
  }

  it('没有提出意见的成员进入催报，提出以后不再列', async () => {
    const { matterId, seatKey } = await asked()
    const ofMatters = async () => (await owed(world.staff)).filter(({ noun }) => noun === 'matter')
    expect(await ofMatters()).toMatchObject([
      {
        verb: 'giveOpinion',
        body: `${world.memberName}成员单位负责人`,
        object: '考评细则',
        daysLate: -2,
        people: [{ name: '成员单位负责人', post: 'principal' }],
        link: `/matters/${matterId}`,
      },
    ])
    const { version } = await done(world.principal, matters.showImportantMatter, { params: { matterId } })
    await done(world.principal, matters.giveMatterOpinion, {
      params: { matterId },
      body: { version, seatKey, stance: 'agree', words: '', scanDigest: null },
    })
    expect(await ofMatters()).toEqual([])
  })

  it('导出所看到的行：筛选和看不到的写在说明里，别人的草稿不在，公式不运行', async () => {
    const title = '=cmd|通知'
    await proposed(world, content(world, { title }))
    await issued(world, content(world, { title: '另一份通知' }))
    const taken = async (caller: Caller, query: Readonly<Record<string, string>> = {}) => {
      const reply = await caller.call(circulars.exportCirculars, { query })
      expect(reply.statusCode, reply.body.slice(0, 200)).toBe(200)
      const parts = await readZip(reply.rawPayload, ownLimits)
      const part = (path: string) => Buffer.from(parts.find((one) => one.path === path)?.bytes ?? []).toString('utf8')
      return {
        cells: [...(await openXlsx(reply.rawPayload)).values()],
        sheet: part('xl/worksheets/sheet1.xml'),
        remarks: part('xl/worksheets/sheet2.xml'),
      }
    }
    const own = await taken(world.clerk)
    expect(own.cells).toContain(title)
    expect(own.sheet).not.toContain('<f>')
    const narrowed = await taken(world.clerk, { state: 'toIssue' })
    expect(narrowed.cells).toContain(title)
    expect(narrowed.cells).not.toContain('另一份通知')
    expect(narrowed.remarks).toMatch(/状态：待签发/)
    expect(narrowed.remarks).toMatch(/不符合筛选条件的\d+行；没有发给您和您单位的/)
    const receiver = await taken(world.liaison)
    expect(receiver.cells).toContain('另一份通知')
    expect(receiver.cells).not.toContain(title)
    const stranger = await taken(world.outsider)
    expect(stranger.cells).not.toContain('另一份通知')

    const rows = async (caller: Caller) => {
      const reply = await caller.call(matters.exportImportantMatters, { query: { format: 'csv' } })
      expect(reply.statusCode, reply.body.slice(0, 200)).toBe(200)
      return reply.body
    }
    expect(await rows(world.clerk)).toContain('考评细则')
    expect(await rows(world.principal)).toContain('考评细则')
    expect(await rows(world.outsider)).not.toContain('考评细则')
    expect((await done(world.clerk, matters.listImportantMatters, { query: { direct: 'yes' } })).rows).toEqual([])
  })

  it('时限过后：签收写明逾期几天；意见不再催，沉默按事先约定处理', async () => {
    await asked()
    await issued(world, content(world, { title: '逾期的通知', signBy: '2025-01-21' }))
    server.setNow('2025-01-23T09:00:00+08:00')
    const staff = await signedIn(server, [{ kind: 'officeStaff', unitId: world.office }], '次日值班')
    const rows = await owed(staff)
    const receipt = rows.find(({ object }) => object.startsWith('逾期的通知'))
    expect(receipt).toMatchObject({ noun: 'circular', daysLate: 2 })
    expect(receipt?.text).toContain('应于2025年1月21日前办理，现已逾期2天')
    expect(rows.filter(({ noun }) => noun === 'matter')).toEqual([])
    const elsewhere = await seedUnit(server.db, '册别处考评办')
    const other = await signedIn(server, [{ kind: 'officeStaff', unitId: elsewhere }], '别处工作人员')
    expect((await owed(other)).filter(({ noun }) => noun === 'circular' || noun === 'matter')).toEqual([])
  })
})
