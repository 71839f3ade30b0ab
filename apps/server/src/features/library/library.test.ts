import { beginCircular } from '@quanheng/contract/circular'
import * as contract from '@quanheng/contract/library'
import { beginMatter } from '@quanheng/contract/matter'
import { putFile } from '@quanheng/contract/upload'
import { citationText } from '@quanheng/domain/library/citation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { type MeetingWorld, meetingWorld } from '../meeting/testing/meeting-world.ts'
import { done } from '../result/testing/result-world.ts'

let server: TestServer
let world: MeetingWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await meetingWorld(server, '制')
})
afterAll(() => server.close())

const code = (reply: { readonly body: string }): string => JSON.parse(reply.body).error?.code ?? 'done'
const at = (libraryDocumentId: string) => ({ params: { libraryDocumentId } })
const show = (caller: Caller, id: string) => done(caller, contract.showLibraryDocument, at(id))
const onNow = async (caller: Caller, id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...at(id),
  body: { version: (await show(caller, id)).version, ...more },
})

const content = {
  kind: 'rule',
  title: '云岭市绩效考评办法',
  issuer: '云岭市人民政府',
  documentNumber: '云政发〔2023〕1号',
  issuedOn: '2023-01-05',
  effectiveOn: '2023-02-01',
  lastOn: null,
  interpreter: '市绩效办',
  replacesId: null,
  clauses: [
    { article: '第一条', text: '为规范考评工作，制定本办法。' },
    { article: '第二条', text: '加分上限为5分，未经核实的不予加分。' },
  ],
  files: [],
}
const begun = async (more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  (await done(world.clerk, contract.beginLibraryDocument, { body: { content: { ...content, ...more } } }))
    .libraryDocumentId
const published = async (more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const id = await begun(more)
  await done(world.clerk, contract.publishLibraryDocument, await onNow(world.clerk, id))
  return id
}
const upload = async (caller: Caller, name: string, body: Buffer): Promise<string> => {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
  return (await caller.call(putFile, { body, headers })).json().digest
}
const search = async (caller: Caller, query: Readonly<Record<string, string>>) =>
  (await done(caller, contract.listLibrary, { query })).rows

describe('制度文件', () => {
  it('录入时只有本办看得见，发布后各岗位都能查阅，条文能检索', async () => {
    const id = await begun({ documentNumber: '云政发〔2022〕7号' })
    expect((await world.outsider.call(contract.showLibraryDocument, at(id))).statusCode).toBe(404)
    await done(world.clerk, contract.publishLibraryDocument, await onNow(world.clerk, id))
    const seen = await show(world.outsider, id)
    expect(seen).toMatchObject({ validity: 'inForce', citedAs: '云政发〔2022〕7号', may: [], mayRenew: false })
    expect((await search(world.outsider, { q: '5分 上限' })).find((row) => row.id === id)?.hits).toEqual([
      content.clauses[1],
    ])
    expect(await search(world.outsider, { q: '上限为六分' })).toEqual([])
    expect((await search(world.outsider, { q: '２０２２' })).map((row) => row.id)).toEqual([id])
    expect((await search(world.outsider, { q: '%' })).length).toBe(0)
    const picked = await done(world.outsider, contract.searchClauses, { query: { q: '不予加分' } })
    expect(picked.rows).toMatchObject([{ article: '第二条', citedAs: '云政发〔2022〕7号', validity: 'inForce' }])
    const all = await done(world.outsider, contract.searchClauses, { query: {} })
    expect(all.rows.map(({ article }) => article)).toEqual(['第一条', '第二条'])
    await done(
      world.clerk,
      contract.repealLibraryDocument,
      await onNow(world.clerk, id, { from: '2025-01-20', reason: '清理' }),
    )
    expect((await show(world.outsider, id)).validity).toBe('repealed')
    expect(await search(world.outsider, { q: '2022', holds: 'inForce' })).toEqual([])
    expect((await search(world.outsider, { q: '2022', holds: 'ended' })).map((row) => row.id)).toEqual([id])
  })

  it('新版本发布后，前一版本自其施行之日起被替代；同一文号不能发布两次', async () => {
    const first = await published()
    const twin = await begun()
    expect(code(await world.clerk.call(contract.publishLibraryDocument, await onNow(world.clerk, twin)))).toBe(
      'library.sameName',
    )
    await done(world.clerk, contract.discardLibraryDocument, await onNow(world.clerk, twin, { reason: '重复' }))
    const next = await published({
      documentNumber: '云政发〔2025〕1号',
      effectiveOn: '2025-01-20',
      replacesId: first,
    })
    const before = await show(world.outsider, first)
    expect(before).toMatchObject({ validity: 'replaced', lastDay: '2025-01-19' })
    expect(before.versions.map(({ libraryDocumentId }) => libraryDocumentId)).toEqual([first, next])
    const names = ['云政发〔2023〕1号', content.title, '没有的文件']
    const cited = await done(world.outsider, contract.citedInLibrary, { body: { names } })
    expect(cited.rows).toMatchObject([
      { name: '云政发〔2023〕1号', validity: 'replaced', replacedBy: '云政发〔2025〕1号' },
      { name: content.title, validity: 'inForce', libraryDocumentId: next },
    ])
    const again = await begun({ documentNumber: '云政发〔2025〕2号', effectiveOn: '2025-02-01', replacesId: first })
    expect(code(await world.clerk.call(contract.publishLibraryDocument, await onNow(world.clerk, again)))).toBe(
      'library.replacedAlready',
    )
  })

  it('发布前缺什么，指到那一处；别的单位的文件不能当作所替代的版本', async () => {
    const id = await begun({ documentNumber: '云政发〔2024〕3号', clauses: [{ article: '', text: '条文' }] })
    const reply = await world.clerk.call(contract.publishLibraryDocument, await onNow(world.clerk, id))
    expect(JSON.parse(reply.body).error).toMatchObject({
      code: 'library.articleMissing',
      at: 'content.clauses[0].article',
      message: expect.stringContaining('请补全'),
    })
    expect((await show(world.clerk, id)).state).toBe('draft')
    const stale = { ...at(id), body: { version: 9, content } }
    expect(code(await world.clerk.call(contract.editLibraryDocument, stale))).toBe('platform.stale')
    const foreign = { content: { ...content, replacesId: '00000000-0000-4000-8000-000000000000' } }
    expect((await world.clerk.call(contract.beginLibraryDocument, { body: foreign })).statusCode).toBe(404)
  })

  it('更正条文要写明理由，检索随之改变', async () => {
    const id = await published({ documentNumber: '云政发〔2024〕4号', title: '云岭市督查办法' })
    const clauses = [{ article: '第一条', text: '督查每季度一次。' }]
    const corrected = { clauses, interpreter: '督查室', reason: '识别有误' }
    await done(world.clerk, contract.correctLibraryDocument, await onNow(world.clerk, id, corrected))
    expect((await search(world.outsider, { q: '每季度' })).map((row) => row.id)).toEqual([id])
    expect((await show(world.outsider, id)).steps.at(-1)).toMatchObject({ command: 'correct', words: '识别有误' })
  })

  it('引用它的重要事项、通报列在所引条款下，看不到该事项的人看不到', async () => {
    const id = await published({ documentNumber: '云政发〔2024〕8号', title: '云岭市引用办法' })
    const said = citationText('云岭市引用办法', '云政发〔2024〕8号', '第二条')
    await done(world.clerk, beginMatter, {
      body: { content: { sort: 'policy', title: '修订细则', wording: `依据${said}，提出修订意见。`, files: [] } },
    })
    await done(world.clerk, beginCircular, {
      body: {
        content: {
          kind: 'notice',
          topic: 'superior',
          title: '转发通知',
          source: '云政发〔2024〕8号',
          wording: '请遵照执行。',
          files: [],
          meetingId: null,
          letterheadId: null,
          bookId: null,
          signBy: null,
          toGroup: true,
          toUnitIds: [],
          toPosts: [],
        },
      },
    })
    const cited = (await show(world.clerk, id)).uses.map(({ noun, title, article }) => `${noun} ${title} ${article}`)
    expect(cited).toEqual(['circular 转发通知 ', 'matter 修订细则 第二条'])
    expect((await show(world.outsider, id)).uses).toEqual([])
  })

  it('上传的文件逐条读出，供人更正；读不了的说明原因', async () => {
    const text = '云岭市核验办法\n\n第一条 现场核验由两人进行。\n\n第二条 本办法自2024年5月1日起施行。\n'
    const digest = await upload(world.clerk, '核验办法.txt', Buffer.from(text))
    const { clauses, effectiveOn } = await done(world.clerk, contract.readLibraryFile, { query: { digest } })
    expect(clauses.map(({ article }) => article)).toEqual(['第一条', '第二条'])
    expect(effectiveOn).toBe('2024-05-01')
    const empty = await upload(world.clerk, '空.txt', Buffer.from('   '))
    expect(code(await world.clerk.call(contract.readLibraryFile, { query: { digest: empty } }))).toBe(
      'noticeFile.noText',
    )
    const id = await begun({ documentNumber: '云政发〔2024〕5号', files: [{ digest, name: '核验办法.txt' }] })
    const file = await world.clerk.call(contract.libraryFile, { params: { libraryDocumentId: id, fileDigest: digest } })
    expect(file.body).toBe(text)
    const others = { params: { libraryDocumentId: id, fileDigest: digest } }
    expect((await world.outsider.call(contract.libraryFile, others)).statusCode).toBe(404)
  })

  it('目录导出 Excel，条文打印', async () => {
    const table = await world.outsider.call(contract.libraryTable, { query: { format: 'csv' } })
    expect(table.body).toContain('云岭市督查办法')
    const id = await published({ documentNumber: '云政发〔2024〕6号' })
    const paper = await world.outsider.call(contract.libraryPaper, { ...at(id), query: { format: 'docx' } })
    expect(paper.statusCode).toBe(200)
  })
})
