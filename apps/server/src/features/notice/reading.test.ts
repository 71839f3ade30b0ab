import { gunzipSync } from 'node:zlib'
import * as contract from '@quanheng/contract/notice'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf, type NoticeOffice, notice, openNoticeOffice } from './testing/notice-office.ts'

let office: NoticeOffice
let noticeId: string

beforeAll(async () => {
  office = await openNoticeOffice()
  noticeId = await office.imported()
})
afterAll(() => office.server.close())

const read = (headers: Readonly<Record<string, string>> = {}, who = office.handler) =>
  who.call(contract.showReading, { params: { noticeId }, headers })

describe('导入内容', () => {
  it('读出的内容不再变：浏览器留着，再开只问一声', async () => {
    const first = await read()
    expect(first.statusCode).toBe(200)
    expect(first.headers['cache-control']).toBe('private, no-cache')
    const tag = String(first.headers.etag)
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/)
    await office.chooseAll(noticeId)
    expect((await office.draft(noticeId)).statusCode).toBe(200)
    const again = await read({ 'if-none-match': tag })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag])
    expect((await read({ 'if-none-match': 'W/"other"' })).body).toBe(first.body)
  })

  it('留着的内容也只给看得到的人：换了人仍先问权限', async () => {
    const tag = String((await read()).headers.etag)
    const refused = await read({ 'if-none-match': tag }, office.stranger)
    expect(refused.statusCode).toBe(404)
    expect(refused.headers['cache-control']).toBe('no-store')
  })

  it('核对结果另送，不带原文', async () => {
    const shown = await office.handler.call(contract.showNotice, { params: { noticeId } })
    expect(shown.headers['cache-control']).toBe('no-store')
    expect(shown.body).not.toContain('每少1个百分点扣0.5分')
    expect(Object.keys(shown.json().choices)).toHaveLength(fieldsOf(await office.shown(noticeId)).length)
  })

  it('长文件压缩后送出，内容一样', async () => {
    const long = `${notice}${Array.from({ length: 600 }, (_, at) => `${at + 1}.任务${at + 1}（1分）。每少1项扣0.1分。\n`).join('')}`
    const id = await office.imported(long, '长.txt')
    const ask = (headers: Readonly<Record<string, string>>) =>
      office.handler.call(contract.showReading, { params: { noticeId: id }, headers })
    const [plain, packed] = [await ask({}), await ask({ 'accept-encoding': 'gzip, deflate, br' })]
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect([packed.headers['content-encoding'], packed.headers.vary]).toEqual(['gzip', 'accept-encoding'])
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4)
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    expect((await ask({ 'accept-encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined()
  }, 30_000)
})
