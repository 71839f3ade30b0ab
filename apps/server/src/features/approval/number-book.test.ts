import * as contract from '@quanheng/contract/number-book'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done } from '../result/testing/result-world.ts'
import { letterheadFor } from './letterhead-service.ts'

let server: TestServer
let unit = ''
let clerk: Caller
let bookId = ''
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())
let count = 0
beforeEach(async () => {
  unit = await seedUnit(server.db, `云岭市编号局${++count}`)
  clerk = await signedIn(server, [{ kind: 'clerk', unitId: unit }])
  bookId = (await done(clerk, contract.openBook, { body: { code: '云号发', year: 2025 } })).bookId
})

const reserve = (title: string, who = clerk) =>
  who.call(contract.reserveNumber, { params: { bookId }, body: { title } })
const listed = async (query: Record<string, string> = {}) =>
  (await done(clerk, contract.listNumbers, { query: { bookId, ...query } })).rows
const params = (number: number) => ({ bookId, number: String(number) })

describe('发文登记簿', () => {
  it('twenty at once get twenty numbers, none skipped', async () => {
    const second = await signedIn(server, [{ kind: 'clerk', unitId: unit }])
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) => reserve(`第${at}件`, at % 2 === 0 ? clerk : second)),
    )
    expect(replies.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200))
    const given = replies.map((reply) => Number(/(\d+)号$/.exec(reply.json().documentNumber)?.[1]))
    expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  it('a burned number stays with its reason and is never given again; an issued one says when', async () => {
    for (const title of ['关于甲的通知', '关于乙的通知']) expect((await reserve(title)).statusCode).toBe(200)
    expect(
      (await clerk.call(contract.burnNumber, { params: params(1), body: { reason: '重复编号' } })).statusCode,
    ).toBe(200)
    expect(
      (await clerk.call(contract.issueNumber, { params: params(2), body: { issuedOn: '2025-01-18' } })).statusCode,
    ).toBe(200)
    expect((await reserve('关于丙的通知')).json().documentNumber).toBe('云号发〔2025〕3号')
    expect((await listed()).map(({ number, state, reason, issuedOn }) => [number, state, reason, issuedOn])).toEqual([
      [3, 'reserved', null, null],
      [2, 'issued', null, '2025-01-18'],
      [1, 'burned', '重复编号', null],
    ])
    expect((await listed({ numberState: 'burned' })).map(({ number }) => number)).toEqual([1])
    expect((await listed({ q: '乙' })).map(({ documentNumber }) => documentNumber)).toEqual(['云号发〔2025〕2号'])
    expect(codeOf(await clerk.call(contract.burnNumber, { params: params(1), body: { reason: '再次' } }))).toBe(
      'numberBook.burned',
    )
    expect(
      codeOf(await clerk.call(contract.issueNumber, { params: params(1), body: { issuedOn: '2025-01-18' } })),
    ).toBe('numberBook.burned')
    expect(
      codeOf(await clerk.call(contract.issueNumber, { params: params(2), body: { issuedOn: '2025-01-18' } })),
    ).toBe('numberBook.issued')
    expect(
      codeOf(await clerk.call(contract.issueNumber, { params: params(3), body: { issuedOn: '2025-01-21' } })),
    ).toBe('numberBook.inFuture')
    expect(
      codeOf(await clerk.call(contract.issueNumber, { params: params(9), body: { issuedOn: '2025-01-18' } })),
    ).toBe('numberBook.noSuchNumber')
    // Withdrawn after it went out: it stays known as burned, not as issued.
    expect((await clerk.call(contract.burnNumber, { params: params(2), body: { reason: '撤回' } })).statusCode).toBe(
      200,
    )
    expect((await listed()).map(({ state }) => state)).toEqual(['reserved', 'burned', 'burned'])
  })

  it('goes out as a workbook, as filtered', async () => {
    await reserve('=cmd|calc 关于甲的通知')
    const reply = await clerk.call(contract.numbersXlsx, { query: { bookId } })
    expect(reply.statusCode, reply.body).toBe(200)
    const text = [...(await openXlsx(reply.rawPayload)).values()]
    expect(text).toContain('云号发〔2025〕1号')
    expect(text).toContain('已预留')
  })

  it('another body finds neither book nor letterhead', async () => {
    const stranger = await signedIn(server, [{ kind: 'clerk', unitId: await seedUnit(server.db, `别的局${count}`) }])
    expect(codeOf(await reserve('关于甲的通知', stranger))).toBe('platform.notFound')
    expect((await done(stranger, contract.listNumbers, { query: { bookId } })).rows).toEqual([])
  })
})

describe('发文机关标志', () => {
  const head = { organ: '云岭市绩效考评工作领导小组', word: '文件', organCode: '云绩组发', kinds: ['通知', '通报'] }
  it('is kept for kinds of paper, changed, and given up', async () => {
    const { letterheadId } = await done(clerk, contract.addLetterhead, { body: head })
    expect(await letterheadFor(server.db, unit, '通知')).toEqual({ organs: [head.organ], word: '文件' })
    expect(await letterheadFor(server.db, unit, '函')).toBeUndefined()
    expect(codeOf(await clerk.call(contract.addLetterhead, { body: head }))).toBe('letterhead.exists')
    const changed = { params: { letterheadId }, body: { ...head, active: false, version: 1 } }
    expect((await done(clerk, contract.changeLetterhead, changed)).version).toBe(2)
    expect(codeOf(await clerk.call(contract.changeLetterhead, changed))).toBe('platform.stale')
    expect(await letterheadFor(server.db, unit, '通知')).toBeUndefined()
    expect((await clerk.call(contract.addLetterhead, { body: head })).statusCode).toBe(200)
  })
  it('two at once with one code: one stands', async () => {
    const replies = await Promise.all([1, 2].map(() => clerk.call(contract.addLetterhead, { body: head })))
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  })
  it.each([
    [{ organCode: '1abc' }, 'approval.numberMalformed'],
    [{ kinds: [] }, 'letterhead.kindsMissing'],
  ])('%j is refused', async (wrong, code) => {
    expect(codeOf(await clerk.call(contract.addLetterhead, { body: { ...head, ...wrong } }))).toBe(code)
  })
})
