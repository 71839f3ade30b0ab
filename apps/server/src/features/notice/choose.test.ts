import * as contract from '@quanheng/contract/notice'
import { uploadLimits } from '@quanheng/papers/zip/limits'
import { readZip } from '@quanheng/papers/zip/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf, type NoticeOffice, openNoticeOffice, withName } from './testing/notice-office.ts'

let stranger: NoticeOffice['stranger']
let chooseAll: NoticeOffice['chooseAll']
let server: NoticeOffice['server']
let handler: NoticeOffice['handler']
let imported: NoticeOffice['imported']
let shown: NoticeOffice['shown']

beforeAll(async () => {
  ;({ chooseAll, stranger, server, handler, imported, shown } = await openNoticeOffice())
})
afterAll(() => server.close())

describe('核对字段', () => {
  it('采用、更正、待问、不采用、撤回；更正仍指向原处', async () => {
    const noticeId = await imported()
    const seen = await shown(noticeId)
    const mark = withName(seen, 'fullMark', '40')
    const due = withName(seen, 'due', '2025-01-18')
    const choose = (version: number, choices: readonly object[]) =>
      handler.call(contract.chooseFields, { params: { noticeId }, body: { version, choices } })
    const put = await choose(1, [
      { field: mark.id, choice: { state: 'corrected', value: ' 45 ' } },
      { field: due.id, choice: { state: 'asked' } },
    ])
    expect(put.json()).toEqual({ version: 2 })
    const after = await shown(noticeId)
    expect(after.choices).toEqual({ [mark.id]: { state: 'corrected', value: '45' }, [due.id]: { state: 'asked' } })
    expect(withName(after, 'fullMark', '40')).toEqual(mark)
    expect(after).toMatchObject({ asked: 1, undecided: fieldsOf(seen).length - 2 })
    expect((await choose(1, [{ field: mark.id, choice: null }])).json().error.code).toBe('platform.stale')
    expect((await choose(2, [{ field: 'indicators[99].indicator', choice: null }])).json().error).toMatchObject({
      code: 'notice.noSuchField',
      at: 'indicators[99].indicator',
    })
    expect((await choose(2, [{ field: mark.id, choice: { state: 'corrected', value: ' ' } }])).json().error.code).toBe(
      'notice.correctionEmpty',
    )
    expect((await choose(2, [{ field: mark.id, choice: null }])).statusCode).toBe(200)
    expect((await shown(noticeId)).choices).toEqual({ [due.id]: { state: 'asked' } })
  })

  it('其余全部采用不论多少项，可只限一部分；环节类别只能从列出的选', async () => {
    const noticeId = await imported()
    const seen = await shown(noticeId)
    const body = (version: number, more: object) => ({ version, choices: [], ...more })
    const call = (of: object) => handler.call(contract.chooseFields, { params: { noticeId }, body: of })
    const steps = seen.rows.filter(({ part }) => part === 'steps').flatMap(({ fields }) => fields)
    const kind = steps.find(({ name }) => name === 'stepKind')?.id ?? ''
    const choose = (value: string) => [{ field: kind, choice: { state: 'corrected', value } }]
    expect((await call(body(1, { choices: choose('随便') }))).json().error.code).toBe('notice.noSuchKind')
    expect((await call(body(1, { choices: choose('meeting') }))).statusCode).toBe(200)
    expect((await call(body(2, { rest: { state: 'left', part: 'steps' } }))).statusCode).toBe(200)
    expect((await call(body(3, { rest: { state: 'accepted', part: null } }))).statusCode).toBe(200)
    const { choices, undecided } = await shown(noticeId)
    expect(undecided).toBe(0)
    expect(choices[kind]).toEqual({ state: 'corrected', value: 'meeting' })
    expect(steps.filter(({ id }) => id !== kind).map(({ id }) => choices[id]?.state)).not.toContain('accepted')
    expect(choices['document.title']).toEqual({ state: 'accepted' })
  })

  it('核对表写明谁在何时怎样核对，可存档', async () => {
    const noticeId = await imported()
    const mark = withName(await shown(noticeId), 'fullMark', '40').id
    await chooseAll(noticeId, { [mark]: { state: 'corrected', value: '45' } })
    const reply = await handler.call(contract.fieldTable, { params: { noticeId } })
    expect(reply.statusCode, reply.body).toBe(200)
    const parts = await readZip(reply.rawPayload, uploadLimits)
    const sheet = parts.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('')
    for (const words of [
      '投资完成',
      '1.投资完成（40分）。每少1个百分点扣0.5分，扣完为止。',
      '已更正',
      '45',
      '经办甲',
      '2024-11-01 10:00',
    ])
      expect(sheet).toContain(words)
    expect((await stranger.call(contract.fieldTable, { params: { noticeId } })).statusCode).toBe(404)
  })

  it('意见可以写明如何处理，也可以重新打开', async () => {
    const noticeId = await imported()
    const { findings, openFindings } = await shown(noticeId)
    const [finding] = findings
    const settle = (version: number, key: string, reason: string | null) =>
      handler.call(contract.settleFinding, { params: { noticeId }, body: { version, finding: key, reason } })
    expect((await settle(1, finding?.key ?? '', '已与起草科室核实')).statusCode).toBe(200)
    const after = await shown(noticeId)
    expect(after.openFindings).toBe(openFindings - 1)
    expect(after.findings[0]?.settled).toMatchObject({ reason: '已与起草科室核实', by: '经办甲', on: '2024-11-01' })
    expect((await settle(2, '没有这条', '已处理')).json().error.code).toBe('notice.noSuchFinding')
    expect((await settle(2, finding?.key ?? '', null)).statusCode).toBe(200)
    expect((await shown(noticeId)).openFindings).toBe(openFindings)
  })
})
