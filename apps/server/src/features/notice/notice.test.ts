import * as contract from '@quanheng/contract/notice'
import { checkPlan, discardPlan, showPlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { writeZip } from '@quanheng/papers/zip/write'
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
import { sendFile } from './testing/send-file.ts'

type Shown = ReplyOf<typeof contract.showNotice>

/** Invented. Two of its terms contradict each other, one body is not registered. */
const notice = `云岭市发展和改革委员会关于印发2024年度绩效考评指标考核实施方案的通知
云发改发〔2024〕81号
各相关市直部门：
根据《云岭市绩效考评办法》（云绩发〔2023〕2号），制定本方案。
一、考核内容（100分）
（一）重大项目（60分）
1.投资完成（40分）。每少1个百分点扣0.5分，扣完为止。
2.项目开工（20分）。按完成率得分。
（二）消费提质（40分）
二、责任分工
（一）重大项目指标考核工作由市发展改革委牵头，具体由投资科负责，市统计局参与配合。责任领导：甲一山，联系电话：0000-5550101。
（二）消费提质指标考核工作由市商务局牵头，具体由市场科负责。
三、考核程序
（一）考核评分。2025年1月20日前，各责任科室形成初步评分结果。
（二）汇总整理。2025年1月18日前，根据初步评分情况，形成评分报告。
附件：1.指标考核细则
云岭市发展和改革委员会
2024年10月23日
`

let server: TestServer
let lead: string
let section: string
let statistics: string
let handler: Caller
let stranger: Caller
let office: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2024-11-01T10:00:00+08:00' })
  lead = await seedUnit(server.db, '云岭市发展改革委')
  statistics = await seedUnit(server.db, '云岭市统计局')
  section = await seedSection(server.db, lead, '投资科')
  handler = await signedIn(server, [{ kind: 'handler', unitId: lead, sectionId: section }], '经办甲')
  stranger = await signedIn(server, [{ kind: 'handler', unitId: await seedUnit(server.db, '云岭市教育局') }])
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: await seedUnit(server.db, '云岭市绩效办') }])
})
afterAll(() => server.close())

const send = (bytes: string | Uint8Array, name: string, who = handler) => sendFile(who, bytes, name)

const imported = async (bytes: string | Uint8Array = notice, name = '通知.txt', who = handler): Promise<string> => {
  const reply = await who.call(contract.importNotice, { body: { digest: await send(bytes, name, who) } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().id
}

const shown = async (noticeId: string, who = handler): Promise<Shown> => {
  const reply = await who.call(contract.showNotice, { params: { noticeId } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const refused = async (bytes: string | Uint8Array, name: string): Promise<{ code: string; message: string }> => {
  const reply = await handler.call(contract.importNotice, { body: { digest: await send(bytes, name) } })
  expect(reply.statusCode, reply.body).toBeGreaterThanOrEqual(400)
  return reply.json().error
}

const fieldsOf = ({ rows }: Shown) => rows.flatMap(({ fields }) => fields)
const withName = (seen: Shown, name: string, value: string) => {
  const field = fieldsOf(seen).find((one) => one.name === name && one.value === value)
  if (field === undefined) throw new Error(`no ${name} ${value}`)
  return field
}

const chooseAll = async (noticeId: string, except: Readonly<Record<string, object>> = {}, who = handler) => {
  const seen = await shown(noticeId, who)
  const choices = fieldsOf(seen).map(({ id }) => ({ field: id, choice: except[id] ?? { state: 'accepted' } }))
  const reply = await who.call(contract.chooseFields, {
    params: { noticeId },
    body: { version: seen.version, choices },
  })
  expect(reply.statusCode, reply.body).toBe(200)
}

const drafting = (version: number) => ({ version, kind: 'indicatorPlan', year: 2024, title: '2024年度实施方案' })

const draft = async (noticeId: string, who = handler) => {
  const { version } = await shown(noticeId, who)
  return who.call(contract.draftPlan, { params: { noticeId }, body: drafting(version) })
}

describe('文件导入', () => {
  it('读出的每个字段都指回原文中的文字', async () => {
    const seen = await shown(await imported())
    const signs = [...seen.text]
    const mark = withName(seen, 'fullMark', '40')
    expect(signs.slice(mark.start, mark.end).join('')).toBe('40')
    for (const { value, start, end } of fieldsOf(seen)) {
      if (/^\d{4}-\d\d-\d\d$/.test(value)) continue
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

describe('生成方案草稿', () => {
  it('采用的字段成为草稿，各有出处；待问和未处理的意见进入方案校核', async () => {
    const noticeId = await imported()
    const seen = await shown(noticeId)
    const [mark, dueId] = [withName(seen, 'fullMark', '20').id, withName(seen, 'due', '2025-01-20').id]
    await chooseAll(noticeId, { [mark]: { state: 'asked' }, [dueId]: { state: 'corrected', value: '2025-01-16' } })
    const reply = await draft(noticeId)
    expect(reply.statusCode, reply.body).toBe(200)
    const { planId } = reply.json()
    const plan = (await handler.call(showPlan, { params: { planId } })).json()
    expect(plan).toMatchObject({ state: 'draft', kind: 'indicatorPlan', ownerUnitId: lead, title: '2024年度实施方案' })
    const named = (name: string) => plan.content.indicators.find((node: { name: string }) => node.name === name)
    expect(named('投资完成')).toMatchObject({ fullMark: '40', parentKey: named('重大项目').key })
    expect(named('投资完成').scoring.rule.text).toContain('每少1个百分点扣0.5分')
    expect(named('投资完成').basis).toMatchObject({ kind: 'clause', article: '一（一）1' })
    expect(named('项目开工').fullMark).toBe('')
    expect(plan.content.steps.map(({ due }: { due: string }) => due)).toEqual(['2025-01-16', '2025-01-18'])
    expect(plan.content.steps[1].needs).toEqual([plan.content.steps[0].key])
    expect(plan.content.responsibilities[0]).toMatchObject({
      nodeKey: named('重大项目').key,
      leadUnitId: lead,
      sectionId: section,
      supporters: [{ unitId: statistics, duty: 'data' }],
    })
    expect(plan.content.bases.map(({ title }: { title: string }) => title)).toEqual([
      '云岭市绩效考评办法',
      '指标考核细则',
    ])
    const codes: string[] = plan.findings.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(
      expect.arrayContaining([
        'notice.dueAfterUse',
        'notice.askedLater',
        'notice.nameNotRegistered',
        'check.markMissing',
      ]),
    )
    const after = await shown(noticeId)
    expect(after).toMatchObject({ planId, planTitle: '2024年度实施方案', openFindings: after.findings.length })
    expect(after.findings.map(({ code }) => code)).toContain('notice.askedLater')
    const source = after.sources[`indicators[${named('投资完成').key}].fullMark`]
    expect(source).toBe(withName(after, 'fullMark', '40').id)
    const again = await draft(noticeId)
    expect(again.json().error.code).toBe('notice.drafted')
  })

  it('导入页上处理一条意见，方案校核里不再有它；必须处理的未处理完不能校核通过', async () => {
    const noticeId = await imported()
    await chooseAll(noticeId)
    const { planId } = (await draft(noticeId)).json()
    const plan = async () => (await handler.call(showPlan, { params: { planId } })).json()
    const before = await plan()
    const stop = before.findings.find(({ code }: { code: string }) => code === 'notice.dueAfterUse')
    expect(stop).toMatchObject({ severity: 'mustFix', acceptable: true })
    const early = await handler.call(checkPlan, { params: { planId }, body: { version: before.version } })
    expect(early.json().error.code).toBe('plan.mustFix')
    const seen = await shown(noticeId)
    const key = seen.findings.find(({ code }) => code === 'notice.dueAfterUse')?.key
    const settled = await handler.call(contract.settleFinding, {
      params: { noticeId },
      body: { version: seen.version, finding: key, reason: '初评时限已改为1月16日' },
    })
    expect(settled.statusCode, settled.body).toBe(200)
    const after = await plan()
    expect(after.findings.some(({ code }: { code: string }) => code === 'notice.dueAfterUse')).toBe(false)
    expect(after.version).toBe(before.version + 1)
  })

  it('什么都没采用不能生成；不能起草的种类被拒；放弃的草稿可以重新生成', async () => {
    const noticeId = await imported()
    expect((await draft(noticeId)).json().error.code).toBe('notice.nothingAccepted')
    await chooseAll(noticeId)
    const { version } = await shown(noticeId)
    const wrong = await handler.call(contract.draftPlan, {
      params: { noticeId },
      body: { ...drafting(version), kind: 'appraisalPlan' },
    })
    expect(wrong.json().error.code).toBe('plan.notYours')
    const first = (await draft(noticeId)).json().planId
    const gone = await handler.call(discardPlan, {
      params: { planId: first },
      body: { version: 1, reason: '读错文件' },
    })
    expect(gone.statusCode, gone.body).toBe(200)
    expect((await shown(noticeId)).planId).toBeNull()
    expect((await draft(noticeId)).json().planId).not.toBe(first)
  })

  it('更正成不能存的内容，说明在哪一处', async () => {
    const noticeId = await imported()
    const mark = withName(await shown(noticeId), 'fullMark', '40').id
    await chooseAll(noticeId, { [mark]: { state: 'corrected', value: '四十' } })
    const { error } = (await draft(noticeId)).json()
    expect(error).toMatchObject({
      code: 'quantity.notANumber',
      at: expect.stringMatching(/^indicators\[.*\]\.fullMark$/),
    })
  })

  it('修订后重新导入：方案对方案，逐项比对', async () => {
    const from = await imported()
    const revised = notice.replace('投资完成（40分）', '投资完成（45分）').replace('1月18日前', '1月25日前')
    const noticeId = await imported(revised, '修订.txt')
    const reply = await handler.call(contract.compareNotices, { params: { noticeId }, query: { from } })
    expect(reply.statusCode, reply.body).toBe(200)
    const changes: readonly { at: string; name: string; before?: unknown; after?: unknown }[] = reply.json().changes
    const told = changes.map(({ name, before, after }) => [name, before, after])
    expect(told).toEqual([
      ['投资完成', '40', '45'],
      ['汇总整理', '2025-01-18', '2025-01-25'],
    ])
  })
})
