import * as contract from '@quanheng/contract/notice'
import { writeZip } from '@quanheng/papers/zip/write'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../../platform/testing/test-server.ts'
import { drafting, fieldsOf, type NoticeOffice, notice, openNoticeOffice, withName } from './testing/notice-office.ts'

let server: NoticeOffice['server']
let lead: NoticeOffice['lead']
let section: NoticeOffice['section']
let handler: NoticeOffice['handler']
let stranger: NoticeOffice['stranger']
let office: NoticeOffice['office']
let send: NoticeOffice['send']
let imported: NoticeOffice['imported']
let shown: NoticeOffice['shown']

beforeAll(async () => {
  ;({ server, lead, section, handler, stranger, office, send, imported, shown } = await openNoticeOffice())
})
afterAll(() => server.close())

const refused = async (bytes: string | Uint8Array, name: string): Promise<{ code: string; message: string }> => {
  const reply = await handler.call(contract.importNotice, { body: { digest: await send(bytes, name) } })
  expect(reply.statusCode, reply.body).toBeGreaterThanOrEqual(400)
  return reply.json().error
}

describe('文件导入', () => {
  it('读出的每个字段都指回原文中的文字', async () => {
    const seen = await shown(await imported())
    const signs = [...seen.text]
    const mark = withName(seen, 'fullMark', '40')
    expect(signs.slice(mark.start, mark.end).join('')).toBe('40')
    for (const { name, value, start, end } of fieldsOf(seen)) {
      if (name === 'stepKind' || /^\d{4}-\d\d-\d\d$/.test(value)) continue
      expect(signs.slice(start, end).join('').replaceAll('\n', '')).toBe(value)
    }
    expect(seen).toMatchObject({
      fileName: '通知.txt',
      documentNumber: '云发改发〔2024〕81号',
      importedBy: '经办甲',
      planId: null,
      mayDraft: ['indicatorPlan'],
      undecided: fieldsOf(seen).length,
    })
    expect(seen.findings.map(({ code }) => code)).toContain('notice.dueAfterUse')
  })

  it('读 .docx；列表分页，可按名称、文号查找', async () => {
    const bytes = await writeZip([
      {
        path: 'word/document.xml',
        bytes: Buffer.from(
          `<w:document><w:body>${notice
            .split('\n')
            .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
            .join('')}</w:body></w:document>`,
        ),
      },
    ])
    const noticeId = await imported(bytes, '修订稿.docx')
    expect(withName(await shown(noticeId), 'indicator', '投资完成').confidence).toBeGreaterThan(50)
    const found = await handler.call(contract.listNotices, { query: { q: '修订稿', size: '1' } })
    expect(found.json()).toMatchObject({ total: 1, rows: [{ id: noticeId, unitId: lead }] })
    const all = await handler.call(contract.listNotices, { query: { size: '1', q: '云发改发〔2024〕81号' } })
    expect(all.json().rows).toHaveLength(1)
    expect(all.json().total).toBeGreaterThan(1)
  })

  it('不能读的文件说明原因，什么也不保存', async () => {
    const before = await server.db.selectFrom('notice_import').select('id').execute()
    const encrypted = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await refused(encrypted, '加密.docx')).toMatchObject({
      code: 'noticeFile.encrypted',
      message: '文件有打开密码，无法读取。请去掉密码后重新导入。',
    })
    const zip = (parts: Readonly<Record<string, string | Buffer>>) =>
      writeZip(Object.entries(parts).map(([path, text]) => ({ path, bytes: Buffer.from(text) })))
    expect(
      (await refused(await zip({ 'word/document.xml': '<w:p/>', 'word/vbaProject.bin': 'x' }), '宏.docm')).code,
    ).toBe('noticeFile.macros')
    expect((await refused(await zip({ 'word/document.xml': Buffer.alloc(100_000_000, 32) }), '炸弹.docx')).code).toBe(
      'noticeFile.tooMuchText',
    )
    expect((await refused(await zip({ 'other.xml': '<a/>' }), '别的.docx')).code).toBe('noticeFile.unknownFormat')
    expect((await refused('PK\u0003\u0004坏了', '坏.docx')).code).toBe('noticeFile.damaged')
    expect((await refused(Buffer.from([137, 80, 78, 71, 0, 1, 2]), '扫描.dat')).code).toBe('noticeFile.unknownFormat')
    expect((await refused('  \n \n', '空白.txt')).code).toBe('noticeFile.noText')
    expect((await refused('长'.repeat(500_001), '太长.txt')).code).toBe('noticeFile.tooMuchText')
    expect((await refused(Buffer.alloc(31 * 1_048_576, 'a'), '太大.txt')).code).toBe('platform.tooLarge')
    expect(await server.db.selectFrom('notice_import').select('id').execute()).toEqual(before)
  }, 60_000)

  it('别人上传的文件不能导入；本单位起草人共享，别的单位看不到', async () => {
    const digest = await send(`${notice}（他人）`, '通知.txt', stranger)
    expect((await handler.call(contract.importNotice, { body: { digest } })).json().error.code).toBe('upload.notFound')
    const noticeId = await imported()
    for (const who of [stranger, office]) {
      expect((await who.call(contract.showNotice, { params: { noticeId } })).statusCode).toBe(404)
      expect((await who.call(contract.listNotices)).json().total).toBe(0)
      const reply = await who.call(contract.draftPlan, { params: { noticeId }, body: drafting(1) })
      expect(reply.json().error.code).toBe('platform.notFound')
      expect(
        (await who.call(contract.compareNotices, { params: { noticeId }, query: { from: noticeId } })).statusCode,
      ).toBe(404)
    }
    const own = await imported(notice, '通知.txt', stranger)
    const across = await stranger.call(contract.compareNotices, {
      params: { noticeId: own },
      query: { from: noticeId },
    })
    expect(across.statusCode).toBe(404)
    const head = await signedIn(server, [{ kind: 'sectionHead', unitId: lead, sectionId: section }])
    expect((await shown(noticeId, head)).id).toBe(noticeId)
    const observer = await signedIn(server, [{ kind: 'observer', unitId: lead }])
    expect((await observer.call(contract.showNotice, { params: { noticeId } })).statusCode).toBe(403)
  })
})
