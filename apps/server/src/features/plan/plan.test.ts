import { createHash, randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/plan'
import { putFile } from '@quanheng/contract/upload'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeDigest } from '../../platform/door/act.ts'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { canonicalPlan } from './canonical.ts'
import { issuedPlan, issuedVersion } from './index.ts'
import { type PlanWorld, partsOf, planWorld } from './testing/plan-world.ts'

let server: TestServer
let world: PlanWorld

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2024-01-10T10:00:00+08:00' })
  world = await planWorld(server)
})
afterAll(() => server.close())

const beginning = (more: object = {}) => ({
  kind: 'indicatorPlan',
  year: 2024,
  title: '2024年度第三产业提升行动指标考核实施方案',
  parentPlanId: null,
  copyFromPlanId: null,
  ...more,
})

const begin = async (who: Caller = world.handler, more: object = {}): Promise<string> => {
  const reply = await who.call(contract.beginPlan, { body: beginning(more) })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json<{ id: string }>().id
}

const show = async (planId: string, who: Caller = world.handler) => {
  const reply = await who.call(contract.showPlan, { params: { planId } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const edit = (planId: string, version: number, parts: object, who: Caller = world.handler) =>
  who.call(contract.editPlan, { params: { planId }, body: { version, parts } })

/** A draft with the content of `aPlan`. */
const drafted = async (more: Partial<PlanContent> = {}): Promise<string> => {
  const planId = await begin()
  const reply = await edit(planId, 1, partsOf(world.content(more)))
  expect(reply.statusCode, reply.body).toBe(200)
  return planId
}

const send = (planId: string, route: Parameters<Caller['call']>[0], body: object, who: Caller = world.handler) =>
  who.call(route, { params: { planId }, body })

/** Drafted, checked and issued. */
const issued = async (more: Partial<PlanContent> = {}): Promise<string> => {
  const planId = await drafted(more)
  await acceptAll(planId)
  const { version } = await show(planId)
  const checked = await send(planId, contract.checkPlan, { version })
  expect(checked.statusCode, checked.body).toBe(200)
  const done = await send(
    planId,
    contract.issuePlan,
    { version: version + 1, number: '云发改发〔2024〕2号', date: '2024-01-10' },
    world.head,
  )
  expect(done.statusCode, done.body).toBe(200)
  return planId
}

const acceptAll = async (planId: string) => {
  for (;;) {
    const { findings, version } = await show(planId)
    const stop = findings.find(
      (row: { severity: string; acceptable: boolean; acceptance?: object }) =>
        row.severity === 'mustFix' && row.acceptable && !row.acceptance,
    )
    if (stop === undefined) return
    const reply = await send(
      planId,
      contract.acceptFinding,
      { version, finding: stop.key, reason: '文件已付印' },
      world.head,
    )
    expect(reply.statusCode, reply.body).toBe(200)
  }
}

describe('起草', () => {
  it('牵头单位科室起草；初稿带默认设定和常用签批', async () => {
    const planId = await begin()
    const plan = await show(planId)
    expect(plan).toMatchObject({ state: 'draft', number: 1, version: 1, shows: 'draft', ownerUnitId: world.lead })
    expect(plan.content.settings.rounding.basis).toEqual({ kind: 'default' })
    expect(plan.content.signatureMap).toHaveLength(2)
    expect(plan.may).toEqual(expect.arrayContaining(['edit', 'check', 'discard']))
    expect(plan.findings.map((row: { code: string }) => row.code)).toContain('check.noIndicators')
  })

  it('年度方案只由绩效办起草，实施方案不由绩效办起草', async () => {
    const office = await signedIn(server, [{ kind: 'officeStaff', unitId: world.office }])
    expect(
      (await world.handler.call(contract.beginPlan, { body: beginning({ kind: 'appraisalPlan' }) })).json().error.code,
    ).toBe('plan.notYours')
    expect((await office.call(contract.beginPlan, { body: beginning() })).statusCode).toBe(403)
    expect((await office.call(contract.beginPlan, { body: beginning({ kind: 'appraisalPlan' }) })).statusCode).toBe(200)
  })

  it('整体保存、分部分保存；全角数字规范为确切数', async () => {
    const planId = await drafted()
    const plan = await show(planId)
    expect(plan.content.indicators).toHaveLength(3)
    const tasks = plan.content.tasks.map((task: object, at: number) =>
      at === 0 ? { ...task, target: { kind: 'set', value: '１２．５０' } } : task,
    )
    expect((await edit(planId, 2, { tasks })).statusCode).toBe(200)
    const after = await show(planId)
    expect(after.content.tasks[0].target.value).toBe('12.5')
    expect(after.content.indicators).toEqual(plan.content.indicators)
  })

  it('归口汇总科室可以取消', async () => {
    const planId = await drafted()
    expect((await edit(planId, 2, { coordinating: null })).statusCode).toBe(200)
    expect((await show(planId)).content.coordinating).toBeUndefined()
  })

  it('版本过期被拒并说明是谁改的；双击只存一次', async () => {
    const planId = await begin()
    const key = randomUUID()
    const body = { version: 1, parts: { title: '改名的方案' } }
    const first = await world.handler.call(contract.editPlan, { params: { planId }, body, key })
    const again = await world.handler.call(contract.editPlan, { params: { planId }, body, key })
    expect([first.statusCode, again.body]).toEqual([200, first.body])
    const late = await edit(planId, 1, { title: '迟到的修改' }, world.head)
    expect(late.statusCode).toBe(409)
    expect(late.json().error).toMatchObject({ code: 'platform.stale', params: { who: '经办甲' } })
  })

  it.each([
    [
      '重复的键',
      { indicators: [0, 1].map(() => ({ key: 'a', name: '甲', fullMark: '1', basis: { kind: 'default' } })) },
      'plan.duplicateKey',
    ],
    ['引用不存在的指标', { tasks: [{ leafKey: 'nowhere', unitId: '', task: '' }] }, 'plan.unknownKey'],
    [
      '没有的日期',
      { steps: [{ key: 's', kind: 'meeting', name: '会', due: '2024-02-30', needs: [], basis: { kind: 'default' } }] },
      'date.noSuchDay',
    ],
    [
      '1e999',
      { indicators: [{ key: 'a', name: '甲', fullMark: '1e999', basis: { kind: 'default' } }] },
      'quantity.exponent',
    ],
    [
      '不存在的单位',
      { unitGroups: [{ key: 'g', name: '组', unitIds: ['7d9a1c7e-0000-4000-8000-000000000000'] }] },
      'plan.unknownKey',
    ],
    ['年份', { year: 1900 }, 'plan.wrongYear'],
  ])('%s：不予保存，原稿不变', async (_, parts, code) => {
    const planId = await begin()
    const reply = await edit(planId, 1, parts)
    expect(reply.json().error?.code, reply.body).toBe(code)
    expect((await show(planId)).version).toBe(1)
  })

  it('空字符、半个代理对在入口就被指出', async () => {
    const planId = await begin()
    for (const title of ['坏\u0000字', '坏\ud83d字']) expect((await edit(planId, 1, { title })).statusCode).toBe(400)
    expect((await edit(planId, 1, { title: '𠮷安、䶮、㛃' })).statusCode).toBe(200)
  })

  it('只能引用自己上传过的文件', async () => {
    const planId = await begin()
    const bytes = Buffer.from('附件正文')
    const digest = createHash('sha256').update(bytes).digest('hex')
    const basesWith = () => [{ key: 'b', title: '附件', annex: 1, file: { kind: 'present', digest, name: '附件.txt' } }]
    expect((await edit(planId, 1, { bases: basesWith() })).json().error.code).toBe('upload.notFound')
    const sent = await world.handler.call(putFile, {
      body: bytes,
      headers: { 'x-file-name': encodeURIComponent('附件.txt'), 'content-type': 'application/octet-stream' },
    })
    expect(sent.statusCode, sent.body).toBe(200)
    expect((await edit(planId, 1, { bases: basesWith() })).statusCode).toBe(200)
    const file = await world.handler.call(contract.planFile, { params: { planId, digest } })
    expect(file.body).toBe('附件正文')
    const other = 'f'.repeat(64)
    expect((await world.handler.call(contract.planFile, { params: { planId, digest: other } })).statusCode).toBe(404)
  })
})

describe('校核与印发', () => {
  it('必须处理的事项未清，不能校核通过；按原文执行要理由，可撤回', async () => {
    const planId = await drafted()
    const content = world.content()
    const indicators = content.indicators.map((node) => (node.key === 'services' ? { ...node, fullMark: '12' } : node))
    await edit(planId, 2, { indicators })
    const { findings } = await show(planId)
    const stop = findings.find((row: { code: string }) => row.code === 'check.marksDoNotSum')
    expect((await send(planId, contract.checkPlan, { version: 3 })).json().error).toMatchObject({
      code: 'plan.mustFix',
      at: 'indicators[services].fullMark',
    })
    const accepted = await send(
      planId,
      contract.acceptFinding,
      { version: 3, finding: stop.key, reason: '原文如此' },
      world.head,
    )
    expect(accepted.statusCode, accepted.body).toBe(200)
    const seen = (await show(planId)).findings.find((row: { key: string }) => row.key === stop.key)
    expect(seen.acceptance).toMatchObject({ reason: '原文如此', by: { name: '科长乙', post: 'sectionHead' } })
    const twice = await send(
      planId,
      contract.acceptFinding,
      { version: 4, finding: stop.key, reason: '再来' },
      world.head,
    )
    expect(twice.json().error.code).toBe('plan.alreadyAccepted')
    const taken = await send(planId, contract.withdrawAcceptance, { version: 4, finding: stop.key }, world.leader)
    expect(taken.statusCode, taken.body).toBe(200)
    expect(
      (await show(planId)).findings.find((row: { key: string }) => row.key === stop.key).acceptance,
    ).toBeUndefined()
    const rows = await server.db
      .selectFrom('finding_acceptance')
      .selectAll()
      .where('plan_id', '=', planId)
      .orderBy('seq')
      .execute()
    expect(rows.map((row) => [row.withdrawn, row.author.personId])).toEqual([
      [false, world.head.personId],
      [true, world.leader.personId],
    ])
  })

  it('经办人不能代为按原文执行', async () => {
    const planId = await drafted()
    const reply = await send(
      planId,
      contract.acceptFinding,
      { version: 2, finding: 'x', reason: '理由' },
      world.handler,
    )
    expect(reply.statusCode).toBe(403)
  })

  it('印发：成为不可变的一版，摘要可由 plan.json 复算，变更摘要可由库中复算', async () => {
    const planId = await issued()
    const plan = await show(planId)
    expect(plan).toMatchObject({ state: 'issued', issuedNumber: 1, documentNumber: '云发改发〔2024〕2号', next: null })
    const json = await world.handler.call(contract.planJson, { params: { planId } })
    expect(createHash('sha256').update(json.rawPayload).digest('hex')).toBe(plan.digest)
    const front = await issuedPlan(server.db, planId)
    expect(front).toMatchObject({ planId, number: 1, digest: plan.digest, ownerUnitId: world.lead, year: 2024 })
    expect((await edit(planId, plan.version, { title: '偷改' })).json().error.code).toBe('plan.notNow')
    const row = await server.db.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirstOrThrow()
    const act = await server.db
      .selectFrom('act')
      .selectAll()
      .where('action', '=', 'plan.issue')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    const change = act.changes.find((one) => one.noun === 'plan')
    expect(change?.after).toBe(changeDigest(Buffer.from(change?.salt ?? '', 'hex'), canonicalPlan(row)))
    const planned = act.changes.map((one) => one.noun).filter((noun) => noun.startsWith('plan'))
    expect(planned).toEqual(['plan', 'planVersion'])
  })

  it('印发前须再次验证身份；成文日期不能在今天之后；文号必填', async () => {
    const planId = await drafted()
    await acceptAll(planId)
    const { version } = await show(planId)
    await send(planId, contract.checkPlan, { version })
    const at = { version: version + 1, number: '云发改发〔2024〕3号', date: '2024-01-10' }
    const late = await send(planId, contract.issuePlan, { ...at, date: '2024-01-11' }, world.head)
    expect(late.json().error.code).toBe('plan.dateAhead')
    expect((await send(planId, contract.issuePlan, { ...at, number: ' ' }, world.head)).statusCode).toBe(400)
    server.setNow('2024-01-10T10:06:00+08:00')
    const cold = await send(planId, contract.issuePlan, at, world.head)
    expect(cold.json().error.code).toBe('platform.stepUpNeeded')
    server.setNow('2024-01-10T10:00:00+08:00')
    const both = await Promise.all([1, 2].map(() => send(planId, contract.issuePlan, at, world.head)))
    expect(both.map((reply) => reply.statusCode).toSorted()).toEqual([200, 409])
  })

  it('已印发文件补录带扫描件', async () => {
    const planId = await drafted()
    await acceptAll(planId)
    const { version } = await show(planId)
    await send(planId, contract.checkPlan, { version })
    const at = { version: version + 1, number: '云发改发〔2024〕1号', date: '2024-01-02' }
    const foreign = await send(planId, contract.registerPlan, { ...at, scanDigest: 'a'.repeat(64) }, world.head)
    expect(foreign.json().error.code).toBe('upload.notFound')
    const done = await send(planId, contract.registerPlan, { ...at, scanDigest: null }, world.head)
    expect(done.statusCode, done.body).toBe(200)
    const { rows } = (await world.handler.call(contract.listVersions, { params: { planId } })).json()
    expect(rows).toMatchObject([
      { number: 1, way: 'registered', documentDate: '2024-01-02', author: { name: '科长乙' } },
    ])
  })

  it('退回修改须有理由，退回后可改', async () => {
    const planId = await drafted()
    await acceptAll(planId)
    const { version } = await show(planId)
    await send(planId, contract.checkPlan, { version })
    const back = await send(planId, contract.returnPlan, { version: version + 1, reason: '补充依据' }, world.leader)
    expect(back.statusCode, back.body).toBe(200)
    expect((await show(planId)).state).toBe('draft')
  })
})

describe('修订与比对', () => {
  it('修订开新版，原版继续有效；印发后可比对两版', async () => {
    const planId = await issued()
    const { version } = await show(planId)
    const opened = await send(planId, contract.revisePlan, { version, reason: '目标调整' })
    expect(opened.json()).toMatchObject({ number: 2 })
    const twice = await send(planId, contract.revisePlan, { version: version + 1, reason: '又一次' })
    expect(twice.json().error.code).toBe('plan.nextDraftOpen')
    const draft = await show(planId)
    expect(draft).toMatchObject({ state: 'draft', number: 2, issuedNumber: 1, reason: '目标调整' })
    const tasks = draft.content.tasks.map((task: object, at: number) =>
      at === 0 ? { ...task, target: { kind: 'set', value: '7' } } : task,
    )
    await edit(planId, draft.version, { tasks })
    expect((await issuedPlan(server.db, planId))?.number).toBe(1)
    const compared = await world.handler.call(contract.comparePlan, { params: { planId }, query: { from: '1' } })
    const { changes } = compared.json()
    expect(changes).toContainEqual(
      expect.objectContaining({ part: 'tasks', field: 'target', after: { kind: 'set', value: '7' } }),
    )
    await acceptAll(planId)
    const now = await show(planId)
    await send(planId, contract.checkPlan, { version: now.version })
    const done = await send(
      planId,
      contract.issuePlan,
      { version: now.version + 1, number: '云发改发〔2024〕9号', date: '2024-01-10' },
      world.leader,
    )
    expect(done.json(), done.body).toMatchObject({ number: 2 })
    expect((await issuedVersion(server.db, planId, 1))?.content.tasks[0]?.target).toEqual({ kind: 'set', value: '6.5' })
    expect((await issuedPlan(server.db, planId))?.content.tasks[0]?.target).toEqual({ kind: 'set', value: '7' })
  })

  it('放弃修订稿回到有效版；放弃初稿后不再列出', async () => {
    const planId = await issued()
    const { version } = await show(planId)
    await send(planId, contract.revisePlan, { version, reason: '目标调整' })
    await edit(planId, version + 1, { title: '改了又不要的标题' })
    const dropped = await send(planId, contract.discardPlan, { version: version + 2, reason: '上级未同意' })
    expect(dropped.statusCode, dropped.body).toBe(200)
    expect(await show(planId)).toMatchObject({
      state: 'issued',
      number: 1,
      title: '2024年度第三产业提升行动指标考核实施方案',
    })

    const first = await begin()
    expect((await send(first, contract.discardPlan, { version: 1, reason: '重复' })).statusCode).toBe(200)
    expect((await edit(first, 2, { title: '复活' })).json().error.code).toBe('plan.notNow')
    const { rows } = (await world.handler.call(contract.listPlans, {})).json()
    expect(rows.map((row: { id: string }) => row.id)).not.toContain(first)
  })

  it('从上年方案复制：键不变，日期和目标不带', async () => {
    const source = await issued()
    const planId = await begin(world.handler, { year: 2025, copyFromPlanId: source })
    const { content } = await show(planId)
    expect(content.year).toBe(2025)
    expect(content.indicators.map((node: { key: string }) => node.key)).toEqual(['services', 'growth', 'newFirms'])
    expect(content.steps.every((step: { due: string }) => step.due === '')).toBe(true)
    expect(content.tasks.every((task: { target?: object }) => task.target === undefined)).toBe(true)
    expect(content.document.number).toBeUndefined()
  })
})

describe('年度方案之下', () => {
  it('取牵头条目、分值、承担单位；年度不同或未印发则拒绝', async () => {
    const office = await signedIn(server, [
      { kind: 'officeStaff', unitId: world.office },
      { kind: 'officeDirector', unitId: world.office },
    ])
    const yearId = await begin(office, { kind: 'appraisalPlan', title: '2024年度绩效考评方案' })
    const early = await world.handler.call(contract.beginPlan, { body: beginning({ parentPlanId: yearId }) })
    expect(early.statusCode).toBe(404)
    const { content, ownerUnitId } = await show(yearId, office)
    const clause = { kind: 'clause', article: '二（一）' }
    const parts = {
      ...partsOf(content),
      document: { addressees: ['各单位'] },
      indicators: [
        {
          key: 'third',
          name: '第三产业提升行动',
          fullMark: '10',
          leadUnitId: world.lead,
          basis: clause,
          awaits: 'annex1',
        },
      ],
      bases: [{ key: 'annex1', title: '指标明细', annex: 1, file: { kind: 'missing', owner: '绩效办' } }],
      tasks: [{ leafKey: 'third', unitId: world.transport, task: '完成年度任务' }],
      unitGroups: [{ key: 'g', name: '市直部门', unitIds: [world.transport] }],
      steps: [
        {
          key: 's',
          kind: 'submission',
          name: '报送',
          due: '2025-01-24',
          needs: [],
          owner: { unitId: ownerUnitId },
          basis: clause,
        },
      ],
      settings: {
        ...content.settings,
        credits: { value: 'none', basis: clause },
        veto: { value: 'none', basis: clause },
        grades: { value: { by: 'lines', lines: [{ name: '优秀', from: '90' }] }, basis: clause },
      },
    }
    expect((await edit(yearId, 1, parts, office)).statusCode).toBe(200)
    const checked = await send(yearId, contract.checkPlan, { version: 2 }, office)
    expect(
      checked.statusCode,
      JSON.stringify(
        (await show(yearId, office)).findings.filter((f: { severity: string }) => f.severity === 'mustFix'),
      ),
    ).toBe(200)
    const done = await send(
      yearId,
      contract.issuePlan,
      { version: 3, number: '云绩发〔2024〕1号', date: '2024-01-10' },
      office,
    )
    expect(done.statusCode, done.body).toBe(200)

    const planId = await begin(world.handler, { parentPlanId: yearId })
    const under = await show(planId)
    expect(under.parentTitle).toBe('2024年度绩效考评方案')
    expect(under.content.indicators).toMatchObject([
      { key: 'third', fullMark: '10', line: { planId: yearId, key: 'third' } },
    ])
    expect(under.content.tasks).toMatchObject([{ unitId: world.transport }])
    const wrong = await world.handler.call(contract.beginPlan, {
      body: beginning({ parentPlanId: yearId, year: 2025 }),
    })
    expect(wrong.json().error.code).toBe('plan.wrongYear')
  })
})

describe('谁看得到', () => {
  it('被考核单位只见点到自己的已印发方案，见不到草稿', async () => {
    const planId = await issued()
    const { version } = await show(planId)
    await send(planId, contract.revisePlan, { version, reason: '目标调整' })
    await edit(planId, version + 1, { title: '还没定的新标题' })
    const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }])
    const seen = await show(planId, reporter)
    expect(seen).toMatchObject({ shows: 'issued', state: 'issued', number: 1, may: [], findings: [] })
    expect(seen.title).not.toContain('还没定')
    const { rows } = (await reporter.call(contract.listPlans, {})).json()
    expect(rows.find((row: { id: string }) => row.id === planId)).toMatchObject({ state: 'issued', number: 1 })
    const draftOnly = await drafted()
    expect((await reporter.call(contract.showPlan, { params: { planId: draftOnly } })).statusCode).toBe(404)
    expect((await reporter.call(contract.showVersion, { params: { planId, number: '1' } })).statusCode).toBe(200)
  })

  it('无关单位的人找不到，也改不了；绩效办看得到但改不了别家的', async () => {
    const planId = await issued()
    const stranger = await signedIn(server, [
      { kind: 'handler', unitId: await seedUnit(server.db, '无关局'), sectionId: world.section },
    ])
    for (const route of [contract.showPlan, contract.listVersions, contract.planJson]) {
      expect((await stranger.call(route, { params: { planId } })).statusCode).toBe(404)
    }
    expect((await edit(planId, 1, { title: '越权' }, stranger)).statusCode).toBe(404)
    const office = await signedIn(server, [{ kind: 'officeStaff', unitId: world.office }])
    expect((await show(planId, office)).may).toEqual([])
    const refused = await edit(planId, (await show(planId)).version, { title: '越权' }, office)
    expect(refused.statusCode).toBe(404)
  })

  it('监督人员见所监督单位已印发的，不见草稿，不见别的单位的；三员一律不见', async () => {
    const planId = await issued()
    const draftOnly = await drafted()
    const observer = await signedIn(server, [{ kind: 'observer', unitId: world.lead }])
    const elsewhere = await signedIn(server, [{ kind: 'observer', unitId: world.office }])
    expect((await elsewhere.call(contract.showPlan, { params: { planId } })).statusCode).toBe(404)
    expect((await observer.call(contract.showPlan, { params: { planId } })).statusCode).toBe(200)
    expect((await observer.call(contract.showPlan, { params: { planId: draftOnly } })).statusCode).toBe(404)
    const admin = await signedIn(server, [{ kind: 'systemAdmin', unitId: world.lead }])
    expect((await admin.call(contract.showPlan, { params: { planId } })).statusCode).toBe(403)
  })

  it('列表可按年度、类型、状态、关键字查询并分页', async () => {
    const query = {
      year: '2024',
      kind: 'indicatorPlan',
      state: 'issued',
      q: '第三产业',
      size: '2',
      sort: '-documentDate',
    }
    const { rows, total } = (await world.handler.call(contract.listPlans, { query })).json()
    expect(rows).toHaveLength(2)
    expect(total).toBeGreaterThan(2)
    expect(rows.every((row: { state: string }) => row.state === 'issued')).toBe(true)
    expect((await world.handler.call(contract.listPlans, { query: { q: '100%_' } })).json().total).toBe(0)
  })
})
