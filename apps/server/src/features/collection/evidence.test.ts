import * as data from '@quanheng/contract/datum'
import * as contract from '@quanheng/contract/evidence'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { type CollectionWorld, collectionWorld, quantity, reportOne, sendFile } from './testing/collection-world.ts'

let server: TestServer
let world: CollectionWorld
let item: { planId: string; leafKey: string; unitId: string }

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server)
  item = { planId: world.plan.planId, leafKey: 'newFirms', unitId: world.transport }
})
afterAll(() => server.close())

const given = {
  requirementKey: 'list',
  datumId: null,
  label: 'internal',
  effectiveOn: null,
  replaces: null,
  reason: null,
}
const attach = (caller: Caller, digest: string, more: object = {}) =>
  caller.call(contract.attachEvidence, { body: { ...item, ...given, digest, ...more } })
const files = async (caller: Caller) => {
  const reply = await caller.call(contract.listEvidence, { query: item })
  return reply.statusCode === 200
    ? reply.json<{ files: { id: string; name: string; withdrawal: unknown }[] }>().files
    : []
}

describe('佐证材料', () => {
  it('对照目录清单上传；同一份不重复收；清单外的项、将来的日期被拒', async () => {
    const digest = await sendFile(server, world.reporter, '入库名单.pdf', Buffer.from('%PDF-1.7 list'))
    const reply = await attach(world.reporter, digest, { effectiveOn: '2024-12-31' })
    expect(reply.statusCode, reply.body).toBe(200)
    expect((await attach(world.reporter, digest)).json().error).toMatchObject({
      code: 'evidence.sameFile',
      params: { name: '入库名单.pdf' },
    })
    expect((await attach(world.reporter, digest, { requirementKey: 'nothing' })).json().error.code).toBe(
      'evidence.unknownRequirement',
    )
    const ahead = await attach(world.reporter, digest, { requirementKey: null, effectiveOn: '2025-02-01' })
    expect(ahead.json().error.code).toBe('evidence.effectiveAhead')
    const [file] = await files(world.reporter)
    expect(file).toMatchObject({ name: '入库名单.pdf', digest, receivedOn: '2025-01-10', mayWithdraw: true })
    const row = await server.db.selectFrom('evidence').selectAll().executeTakeFirstOrThrow()
    expect(row.sm3).toMatch(/^[0-9a-f]{64}$/)
  })

  it('随通报、批示印发的附件不作佐证，说明出自哪份通报', async () => {
    const digest = await sendFile(server, world.reporter, '批示.pdf', Buffer.from('%PDF-1.7 instruction'))
    const title = '关于传达批示的通知（云考办〔2025〕1号）'
    await server.db.insertInto('unscored_file').values({ sha256: digest, name: '批示件.pdf', title }).execute()
    const { error } = (await attach(world.reporter, digest)).json<{ error: object }>()
    expect(error).toMatchObject({
      code: 'circular.fileNoProof',
      at: 'body.digest',
      params: { name: '批示件.pdf', title },
    })
    expect((await files(world.reporter)).map(({ name }) => name)).not.toContain('批示.pdf')
  })

  it('别人上传的文件不能引用', async () => {
    const digest = await sendFile(server, world.townReporter, '别人的.pdf', Buffer.from('%PDF-1.7 other'))
    expect((await attach(world.reporter, digest)).json().error.code).toBe('upload.notFound')
  })

  it('别的单位看不到也打不开；评分科室看得到；打开留下访问记录', async () => {
    expect(await files(world.townReporter)).toEqual([])
    const [file] = await files(world.handler)
    const params = { evidenceId: file?.id ?? '' }
    expect((await world.townReporter.call(contract.evidenceFile, { params })).statusCode).toBe(404)
    const opened = await world.handler.call(contract.evidenceFile, { params })
    expect(opened.body).toBe('%PDF-1.7 list')
    expect(opened.headers['content-disposition']).toMatch(/^inline; filename\*=UTF-8''%E5%85%A5/)
    expect(opened.headers['x-content-type-options']).toBe('nosniff')
    const trail = await server.db.selectFrom('access_trail').selectAll().where('route', '=', 'evidence.file').execute()
    expect(trail).toMatchObject([{ person_id: world.handler.personId, subject: params.evidenceId, outcome: 'read' }])
  })

  it('能执行脚本的类型只能下载', async () => {
    const digest = await sendFile(server, world.reporter, '页面.html', Buffer.from('<script>alert(1)</script>'))
    await attach(world.reporter, digest, { requirementKey: null })
    const html = (await files(world.reporter)).find((file) => file.name === '页面.html')
    const opened = await world.reporter.call(contract.evidenceFile, { params: { evidenceId: html?.id ?? '' } })
    expect(opened.headers['content-disposition']).toMatch(/^attachment/)
    expect(opened.headers['content-type']).toContain('application/octet-stream')
  })

  it('更换材料：旧件撤回并写明理由，两件都在', async () => {
    const old = (await files(world.reporter)).find((file) => file.name === '入库名单.pdf')
    const digest = await sendFile(server, world.reporter, '入库名单（新）.pdf', Buffer.from('%PDF-1.7 newer'))
    const bare = await attach(world.reporter, digest, { replaces: old?.id })
    expect(bare.json().error.code).toBe('evidence.reasonMissing')
    const reply = await attach(world.reporter, digest, { replaces: old?.id, reason: '换盖章件' })
    expect(reply.statusCode, reply.body).toBe(200)
    const now = await files(world.reporter)
    expect(now.find((file) => file.id === old?.id)?.withdrawal).toMatchObject({ reason: '换盖章件' })
    expect(now.filter((file) => file.withdrawal === null)).toHaveLength(2)
    const again = await attach(world.reporter, digest, { replaces: old?.id, reason: 'x' })
    expect(again.json().error.code).toBe('evidence.replacesOther')
  })

  it('已关闭的数据引用的材料不能撤回；别的单位的材料不能代为撤回', async () => {
    const datumId = await world.datumId('newFirmCount', world.transport)
    const digest = await sendFile(server, world.reporter, '依据.pdf', Buffer.from('%PDF-1.7 cited'))
    const attached = await attach(world.reporter, digest, { requirementKey: null, datumId })
    const { id } = attached.json<{ id: string }>()
    expect((await reportOne(world.reporter, datumId, 1, quantity('9'))).statusCode).toBe(200)
    const rows = [{ datumId, version: 2 }]
    const confirmed = await world.unitHead.call(data.confirmData, { body: { rows } })
    expect(confirmed.statusCode, confirmed.body).toBe(200)
    await world.handler.call(data.closeData, { body: { rows: [{ datumId, version: 3 }] } })
    const body = { reason: '撤回' }
    const mine = await world.reporter.call(contract.withdrawEvidence, { params: { evidenceId: id }, body })
    expect(mine.json().error.code).toBe('evidence.cited')
    const other = (await files(world.reporter)).find((file) => file.name === '页面.html')?.id ?? ''
    const theirs = await world.handler.call(contract.withdrawEvidence, { params: { evidenceId: other }, body })
    expect(theirs.json().error.code).toBe('evidence.notYours')
    const strange = await world.townReporter.call(contract.withdrawEvidence, { params: { evidenceId: other }, body })
    expect(strange.statusCode).toBe(404)
    const own = await world.reporter.call(contract.withdrawEvidence, { params: { evidenceId: other }, body })
    expect(own.statusCode, own.body).toBe(200)
    const twice = await world.reporter.call(contract.withdrawEvidence, { params: { evidenceId: other }, body })
    expect(twice.json().error.code).toBe('evidence.withdrawn')
  })

  it('清单进度：本单位只列本单位的事项，缺件点名', async () => {
    const own = (await world.reporter.call(contract.listEvidenceItems)).json()
    expect(new Set(own.rows.map((row: { unitName: string }) => row.unitName))).toEqual(new Set(['云岭市交通运输局']))
    const growth = own.rows.find((row: { leafKey: string }) => row.leafKey === 'growth')
    expect(growth).toMatchObject({ listed: 1, present: 0, missing: ['统计快报'], mayAttach: true })
    const gaps = (await world.handler.call(contract.listEvidenceItems, { query: { gaps: 'yes' } })).json()
    expect(gaps.rows.every((row: { missing: string[] }) => row.missing.length > 0)).toBe(true)
  })

  it('方案以外的事项、没有职务的人，一律当作没有', async () => {
    const none = await world.reporter.call(contract.listEvidence, { query: { ...item, leafKey: 'nothing' } })
    expect(none.statusCode).toBe(404)
    const outsider = await signedIn(server, [{ kind: 'unitReporter', unitId: world.statistics }])
    expect((await outsider.call(contract.listEvidence, { query: item })).statusCode).toBe(404)
  })
})
