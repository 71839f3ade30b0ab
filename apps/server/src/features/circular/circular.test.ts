import * as contract from '@quanheng/contract/circular'
import * as books from '@quanheng/contract/number-book'
import { listCirculated, listNotifications, listTasks, markCirculatedRead } from '@quanheng/contract/workbench'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSealed, sealedNow } from '../../platform/testing/printed-feet.ts'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { done, upload } from '../result/testing/result-world.ts'
import {
  type CircularWorld,
  circularWorld,
  content,
  issued,
  issuing,
  onNow,
  proposed,
} from './testing/circular-world.ts'

let server: TestServer
let world: CircularWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await circularWorld(server, '通')
})
afterAll(() => server.close())

const code = (reply: { readonly body: string }): string => JSON.parse(reply.body).error?.code ?? 'done'
const at = (circularId: string) => ({ params: { circularId } })
const show = (caller: Caller, circularId: string) => done(caller, contract.showCircular, at(circularId))
const verbs = async (caller: Caller): Promise<readonly string[]> =>
  (await done(caller, listTasks, {})).rows.filter(({ noun }) => noun === 'circular').map(({ verb }) => verb)
const told = async (caller: Caller) =>
  (await done(caller, listNotifications, {})).rows.map(({ code: said, params }) => [said, params])
const bytesOf = (reply: { readonly rawPayload: Uint8Array }): string =>
  new TextDecoder().decode(reply.rawPayload.slice(0, 2))

describe('信息通报', () => {
  it('起草 → 送签 → 由另一人签发编号 → 单位和成员各自签收 → 催签 → 纸质签收登记', async () => {
    const body = content(world, { toGroup: true, toUnitIds: [world.member] })
    const circularId = await proposed(world, body)
    expect(await verbs(world.director)).toEqual(['issue'])
    expect((await world.principal.call(contract.showCircular, at(circularId))).statusCode).toBe(404)
    const alone = await world.clerk.call(contract.issueCircular, await onNow(world.clerk, circularId, issuing))
    expect(code(alone)).toBe('circular.samePerson')
    const unsignedDraft = await world.second.call(
      contract.issueCircular,
      await onNow(world.second, circularId, issuing),
    )
    expect(code(unsignedDraft)).toBe('circular.scanMissing')
    const bare = { ...issuing, documentNumber: ' ' }
    const numberless = await world.director.call(contract.issueCircular, await onNow(world.director, circularId, bare))
    expect(code(numberless)).toBe('circular.numberMissing')
    const later = { ...issuing, on: '2025-01-21' }
    const future = await world.director.call(contract.issueCircular, await onNow(world.director, circularId, later))
    expect(code(future)).toBe('circular.inFuture')

    const back = await onNow(world.director, circularId, { reason: '改用登记簿编号' })
    await done(world.director, contract.returnCircular, back)
    const { bookId } = await done(world.clerk, books.openBook, { body: { code: '通考办', year: 2025 } })
    const changed = await onNow(world.clerk, circularId, { content: { ...body, bookId } })
    await done(world.clerk, contract.editCircular, changed)
    await done(world.clerk, contract.proposeCircular, await onNow(world.clerk, circularId))
    const given = await done(world.director, contract.issueCircular, await onNow(world.director, circularId, bare))
    expect(given).toMatchObject({ documentNumber: '通考办〔2025〕1号', issue: null })

    // The member unit is named twice, as a seat and by itself: it signs once.
    const shown = await show(world.clerk, circularId)
    expect(shown.receipts.map(({ unitName, post }) => [unitName, post])).toEqual([
      ['通党群工作部', 'steeringHead'],
      [world.memberName, null],
    ])
    expect(await verbs(world.liaison)).toEqual(['sign'])
    expect(await told(world.liaison)).toContainEqual([
      'notification.circularIssuedUntil',
      { what: '关于做好年终考评准备工作的通知', until: '2025-01-24', plan: '' },
    ])

    const { rows } = await done(world.liaison, listCirculated, { query: {} })
    expect(rows).toMatchObject([
      { kind: 'circular', id: circularId, documentNumber: '通考办〔2025〕1号', readAt: null },
    ])
    await done(world.liaison, markCirculatedRead, { body: { ids: [circularId] } })
    const seen = await show(world.liaison, circularId)
    expect(seen.receipts).toHaveLength(1)
    expect(seen.receipts[0]).toMatchObject({ unitName: world.memberName, readBy: '联络员', signedBy: null, mine: true })
    const key = seen.receipts[0]?.key ?? ''
    const other = await world.head.call(contract.signCircular, { ...at(circularId), body: { key } })
    expect(code(other)).toBe('circular.notReceiver')
    await done(world.liaison, contract.signCircular, { ...at(circularId), body: { key } })
    const twice = await world.principal.call(contract.signCircular, { ...at(circularId), body: { key } })
    expect(code(twice)).toBe('circular.alreadySigned')
    expect(await verbs(world.principal)).toEqual([])

    await done(world.staff, contract.urgeCircular, await onNow(world.staff, circularId))
    const urged = (list: Awaited<ReturnType<typeof told>>) =>
      list.filter(([said]) => said === 'notification.circularUrged').length
    expect([urged(await told(world.head)), urged(await told(world.principal))]).toEqual([1, 0])
    const again = await world.staff.call(contract.urgeCircular, await onNow(world.staff, circularId))
    expect(code(again)).toBe('circular.urgedToday')

    const headKey = shown.receipts[0]?.key ?? ''
    const scanDigest = await upload(server, world.clerk, '签收单.pdf')
    const paper = { ...at(circularId), body: { key: headKey, scanDigest } }
    await done(world.clerk, contract.registerCircularReceipt, paper)
    const after = await show(world.clerk, circularId)
    expect([after.signed, after.receivers]).toEqual([2, 2])
    expect(after.may).not.toContain('urge')
    expect(code(await world.staff.call(contract.urgeCircular, await onNow(world.staff, circularId)))).toBe(
      'circular.allSigned',
    )
  })

  it('不完整的不能送签：缺正文、缺来源、缺会议、没有对象、岗位无人、时限已过', async () => {
    const refusedFor = async (more: Partial<ReturnType<typeof content>>): Promise<string> => {
      const { circularId } = await done(world.clerk, contract.beginCircular, {
        body: { content: content(world, more) },
      })
      return code(await world.clerk.call(contract.proposeCircular, await onNow(world.clerk, circularId)))
    }
    expect(await refusedFor({ wording: ' ' })).toBe('circular.bodyMissing')
    expect(await refusedFor({ topic: 'instruction' })).toBe('circular.sourceMissing')
    expect(await refusedFor({ topic: 'decision' })).toBe('circular.meetingMissing')
    expect(await refusedFor({ toUnitIds: [] })).toBe('circular.receiversMissing')
    expect(await refusedFor({ toPosts: [{ unitId: world.member, post: 'sectionHead' }] })).toBe('circular.nobodyThere')
    expect(await refusedFor({ signBy: '2025-01-19' })).toBe('circular.signByPast')
    const untitled = await world.clerk.call(contract.beginCircular, {
      body: { content: content(world, { title: ' ' }) },
    })
    expect(code(untitled)).toBe('circular.titleMissing')
  })

  it('简报按年顺编期号，两人同时签发不会重号', async () => {
    const briefing = content(world, { kind: 'briefing', title: '考评工作简报' })
    const ids = [await proposed(world, briefing), await proposed(world, briefing), await proposed(world, briefing)]
    const body = { documentNumber: '', on: '2025-01-20', scanDigest: null }
    const replies = await Promise.all(
      ids.map(async (id) => world.director.call(contract.issueCircular, await onNow(world.director, id, body))),
    )
    expect(replies.map((reply) => reply.json<{ issue: number }>().issue).toSorted()).toEqual([1, 2, 3])
    const last = await proposed(world, briefing)
    const earlier = await onNow(world.director, last, { ...body, on: '2024-12-31' })
    expect(await done(world.director, contract.issueCircular, earlier)).toMatchObject({
      issue: 1,
      documentNumber: null,
    })
  })

  it('从登记簿取号的，印发即登记；号随公文走，撤回即连同原因作废，不再使用', async () => {
    const { bookId } = await done(world.clerk, books.openBook, { body: { code: '撤考办', year: 2025 } })
    const circularId = await proposed(world, content(world, { bookId }))
    const bare = { ...issuing, documentNumber: ' ' }
    const ahead = await onNow(world.director, circularId, { ...bare, on: '2025-01-21' })
    expect(code(await world.director.call(contract.issueCircular, ahead))).toBe('circular.inFuture')
    const numbers = async () => (await done(world.clerk, books.listNumbers, { query: { bookId } })).rows
    expect(await numbers()).toEqual([])
    await done(world.director, contract.issueCircular, await onNow(world.director, circularId, bare))
    expect(await numbers()).toMatchObject([{ number: 1, state: 'issued', issuedOn: '2025-01-20', reason: null }])
    const burn = { params: { bookId, number: '1' }, body: { reason: '用错' } } as const
    expect(code(await world.clerk.call(books.burnNumber, burn as never))).toBe('numberBook.ofApproval')

    await done(
      world.director,
      contract.withdrawCircular,
      await onNow(world.director, circularId, { reason: '附件有误，另行印发' }),
    )
    expect(await numbers()).toMatchObject([
      { documentNumber: '撤考办〔2025〕1号', state: 'burned', issuedOn: '2025-01-20', reason: '附件有误，另行印发' },
    ])
    const next = await proposed(world, content(world, { bookId }))
    const again = await done(world.director, contract.issueCircular, await onNow(world.director, next, bare))
    expect(again.documentNumber).toBe('撤考办〔2025〕2号')
  })

  it('只有接收对象看得到；他们看不到别人的签收，也导不出名单；撤回时告知全部接收对象', async () => {
    const elsewhere = await seedUnit(server.db, '通审计局')
    const reader = await signedIn(server, [{ kind: 'sectionHead', unitId: elsewhere }], '科室负责人')
    const body = content(world, { toPosts: [{ unitId: elsewhere, post: 'sectionHead' }] })
    const circularId = await issued(world, body)
    expect((await world.outsider.call(contract.showCircular, at(circularId))).statusCode).toBe(404)
    expect((await show(reader, circularId)).receipts.map(({ personName }) => personName)).toEqual(['科室负责人'])
    expect((await reader.call(contract.circularReceipts, at(circularId))).statusCode).toBe(403)
    const scan = await upload(server, world.clerk, '签收.pdf')
    const foreign = await reader.call(contract.circularFile, { params: { circularId, fileDigest: scan } })
    expect(foreign.statusCode).toBe(404)
    const table = await world.clerk.call(contract.circularReceipts, { ...at(circularId), query: { format: 'csv' } })
    expect(table.body).toContain('未签收')
    expect(table.body).toContain('科室负责人')
    const wrong = await world.clerk.call(
      contract.withdrawCircular,
      await onNow(world.clerk, circularId, { reason: '有误' }),
    )
    expect(wrong.statusCode).toBe(403)
    await done(
      world.director,
      contract.withdrawCircular,
      await onNow(world.director, circularId, { reason: '文号有误' }),
    )
    expect(await told(reader)).toContainEqual([
      'notification.circularWithdrawn',
      { what: '关于做好年终考评准备工作的通知', reason: '文号有误', plan: '' },
    ])
    const [receipt] = (await show(reader, circularId)).receipts
    const late = await reader.call(contract.signCircular, { ...at(circularId), body: { key: receipt?.key } })
    expect(code(late)).toBe('circular.notNow')
  })

  it('印发以后附件不再作佐证和加分依据', async () => {
    const digest = await upload(server, world.clerk, '批示件.pdf')
    const body = content(world, {
      topic: 'instruction',
      source: '市委主要领导批示（2025年1月15日）',
      files: [{ digest, name: '批示件.pdf' }],
    })
    const kept = () => server.db.selectFrom('unscored_file').selectAll().where('sha256', '=', digest).execute()
    const circularId = await proposed(world, body)
    expect(await kept()).toEqual([])
    await done(world.director, contract.issueCircular, await onNow(world.director, circularId, issuing))
    expect(await kept()).toEqual([
      { sha256: digest, name: '批示件.pdf', title: '关于做好年终考评准备工作的通知（云考办〔2025〕1号）' },
    ])
    // A second circular with the same file leaves the first one named.
    await issued(world, { ...body, title: '再次传达的通知' })
    expect(await kept()).toHaveLength(1)
  })

  it('公文、草稿和签收单都打印得出；接收对象打不出签收单', async () => {
    const circularId = await proposed(world, content(world))
    const get = (caller: Caller, paper: string, format = 'docx') =>
      caller.call(contract.circularPaper, { ...at(circularId), query: { paper, format } })
    expect(bytesOf(await get(world.clerk, 'text', 'pdf'))).toBe('%P')
    expect(code(await get(world.clerk, 'receipts'))).toBe('circular.notNow')
    await done(world.director, contract.issueCircular, await onNow(world.director, circularId, issuing))
    expect(bytesOf(await get(world.liaison, 'text'))).toBe('PK')
    expect(code(await get(world.liaison, 'receipts'))).toBe('circular.notNow')
    const seal = await sealedNow(server)
    await expectSealed(await get(world.clerk, 'receipts'), seal)
  })
})
