import * as contract from '@quanheng/contract/plan'
import type { ReplyOf, Route } from '@quanheng/contract/route'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { type PlanWorld, partsOf, planWorld } from './testing/plan-world.ts'

let server: TestServer
let world: PlanWorld
let staff: Caller
let director: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2024-01-10T10:00:00+08:00' })
  world = await planWorld(server)
  staff = await signedIn(server, [{ kind: 'officeStaff', unitId: world.office }], '绩效办戊')
  director = await signedIn(server, [{ kind: 'officeDirector', unitId: world.office }], '主任己')
})
afterAll(() => server.close())

const done = async <R extends Route>(
  caller: Caller,
  route: R,
  input: Parameters<Caller['call']>[1],
): Promise<ReplyOf<R>> => {
  const reply = await caller.call(route, input)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const basis = { kind: 'clause', article: '三' } as const
const title = '云岭市2024年度绩效考评方案'

/** Two components, the first led by the lead unit, which carries it too. */
const yearContent = (): PlanContent => {
  const { lead, transport, town, office } = world
  const base = world.content({ responsibilities: [], dataElements: [], recusals: [] })
  return {
    ...base,
    kind: 'appraisalPlan',
    title,
    ownerUnitId: office,
    indicators: [
      { key: 'services', name: '第三产业提升行动', fullMark: '10', leadUnitId: lead, weight: '６０％', basis },
      { key: 'roads', name: '道路建设', fullMark: '5', leadUnitId: transport, weight: '30', basis },
    ],
    tasks: [
      ...[lead, transport, town].map((unitId) => ({ leafKey: 'services', unitId, task: '完成年度任务' })),
      { leafKey: 'roads', unitId: town, task: '完成年度任务' },
    ],
    settings: {
      ...base.settings,
      credits: {
        value: {
          bonusCap: '５',
          deductionCap: '',
          proof: ' 正式文件 ',
          classes: [{ key: 'honour', name: ' 表彰奖励', effect: 'bonus', cap: '３' }],
        },
        basis,
      },
      veto: {
        value: {
          scope: '',
          effect: '',
          gates: [{ key: 'accident', name: '重大事故', factSource: '市应急局', effect: { kind: 'unranked' } }],
        },
        basis,
      },
      grades: { value: { by: 'lines', lines: [{ name: '优秀', from: '90' }] }, basis },
      publicNotice: { value: 'none', basis },
      objection: { value: 'none', basis },
    },
  }
}

const begin = async (): Promise<string> => {
  const body = { kind: 'appraisalPlan', year: 2024, title, parentPlanId: null, copyFromPlanId: null }
  return (await done(staff, contract.beginPlan, { body })).id
}

const show = (planId: string, who: Caller = staff) => done(who, contract.showPlan, { params: { planId } })

const drafted = async (): Promise<string> => {
  const planId = await begin()
  await done(staff, contract.editPlan, { params: { planId }, body: { version: 1, parts: partsOf(yearContent()) } })
  return planId
}

const put = async (planId: string, change: (content: PlanContent) => PlanContent) => {
  const { version, content } = await show(planId)
  return staff.call(contract.editPlan, { params: { planId }, body: { version, parts: partsOf(change(content)) } })
}

const weighted =
  (weight: string) =>
  (content: PlanContent): PlanContent => ({
    ...content,
    indicators: content.indicators.map((node) => (node.key === 'roads' ? { ...node, weight } : node)),
  })

const issue = async (planId: string, drafter: Caller, issuer: Caller, number: string) => {
  const { version } = await show(planId, drafter)
  await done(drafter, contract.checkPlan, { params: { planId }, body: { version } })
  const body = { version: version + 1, number, date: '2024-01-10' }
  await done(issuer, contract.issuePlan, { params: { planId }, body })
}

describe('年度方案的权重、加减分、否决', () => {
  it('照常保存为草稿，数字和名称规范存放，写入校验码', async () => {
    const planId = await drafted()
    const saved = await show(planId)
    expect(saved.content.indicators.map(({ weight }) => weight)).toEqual(['60', '30'])
    expect(saved.content.settings.credits?.value).toEqual({
      bonusCap: '5',
      deductionCap: '',
      proof: '正式文件',
      classes: [{ key: 'honour', name: '表彰奖励', effect: 'bonus', cap: '3' }],
    })
    const changed = await put(planId, weighted('40'))
    expect(changed.statusCode, changed.body).toBe(200)
    expect((await show(planId)).digest).not.toBe(saved.digest)
  })

  it('指标体系导出到 Excel，有权重的列出权重', async () => {
    const params = { planId: await drafted() }
    const cells = async () => [
      ...(await openXlsx((await staff.call(contract.indicatorTable, { params })).rawPayload)).values(),
    ]
    expect(await cells()).toEqual(expect.arrayContaining(['权重（%）', '60', '30']))
    await put(params.planId, (content) => ({
      ...content,
      indicators: content.indicators.map(({ weight: _, ...node }) => node),
    }))
    expect((await cells()).filter((text) => text.includes('权重'))).toEqual([])
  })

  it('权重合计不是100%，校核列为必须处理；改正后即消失', async () => {
    const planId = await drafted()
    const found = (await show(planId)).findings.filter(({ at }) => at === 'indicators')
    expect(found).toMatchObject([
      { code: 'check.weightsDoNotSum', severity: 'mustFix', acceptable: true, params: { sum: '90' } },
    ])
    await put(planId, weighted('40'))
    expect((await show(planId)).findings.filter(({ at }) => at === 'indicators')).toEqual([])
  })

  it('类别或否决事项的标识重复，不予保存', async () => {
    const planId = await drafted()
    const twice = (content: PlanContent): PlanContent => {
      const { veto } = content.settings
      if (veto === undefined || veto.value === 'none') throw new Error('no gates')
      const gates = [...(veto.value.gates ?? []), ...(veto.value.gates ?? [])]
      return { ...content, settings: { ...content.settings, veto: { ...veto, value: { ...veto.value, gates } } } }
    }
    const reply = await put(planId, twice)
    expect(reply.json()).toMatchObject({ error: { code: 'plan.duplicateKey' } })
    expect(reply.body).toContain('重复')
    expect((await show(planId)).version).toBe(2)
  })

  it('印发后不能改；修订稿与现行版比对，列出权重、加减分、否决的变化', async () => {
    const planId = await drafted()
    await put(planId, weighted('40'))
    await issue(planId, staff, director, '云绩组〔2024〕1号')
    expect((await put(planId, weighted('30'))).statusCode).toBe(409)
    const { version } = await show(planId)
    await done(staff, contract.revisePlan, { params: { planId }, body: { version, reason: '领导小组会议调整' } })
    await put(planId, (content) => ({
      ...content,
      indicators: content.indicators.map(({ weight: _, ...node }) => node),
      settings: { ...content.settings, credits: { value: 'none', basis }, veto: { value: 'none', basis } },
    }))
    const { changes } = await done(staff, contract.comparePlan, { params: { planId }, query: { from: '1' } })
    expect(changes.map(({ at }) => at)).toEqual([
      'indicators[services].weight',
      'indicators[roads].weight',
      'settings.veto',
      'settings.credits',
    ])
  })
})

describe('牵头单位自己承担的考核项由谁评分', () => {
  const issuedYear = async (): Promise<string> => {
    const planId = await drafted()
    await put(planId, weighted('40'))
    await issue(planId, staff, director, '云绩组〔2024〕2号')
    return planId
  }

  it('实施方案未印发时写明尚未确定，印发后写明替代单位和所据方案', async () => {
    const planId = await issuedYear()
    expect((await show(planId)).ownItems).toEqual([
      { unitId: world.lead, leafKeys: ['services'], scorerName: null, plan: null },
    ])
    const body = { kind: 'indicatorPlan', year: 2024, title: '实施方案', parentPlanId: planId, copyFromPlanId: null }
    const under = (await done(world.handler, contract.beginPlan, { body })).id
    const content = world.content()
    const parts = partsOf({
      ...content,
      indicators: content.indicators.map((node) =>
        node.key === 'services' ? { ...node, line: { planId, key: 'services' } } : node,
      ),
    })
    const { version } = await show(under, world.handler)
    await done(world.handler, contract.editPlan, { params: { planId: under }, body: { version, parts } })
    expect((await show(planId)).ownItems).toMatchObject([{ scorerName: null }])
    await issue(under, world.handler, world.head, '云发改发〔2024〕18号')
    expect((await show(planId)).ownItems).toEqual([
      {
        unitId: world.lead,
        leafKeys: ['services'],
        scorerName: '云岭市绩效办',
        plan: { id: under, title: content.title },
      },
    ])
    expect((await show(under, world.handler)).ownItems).toEqual([])
  })

  it('看不到实施方案的人，看不到替代单位', async () => {
    const planId = await issuedYear()
    const outsider = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }], '填报人')
    expect((await show(planId, outsider)).ownItems).toMatchObject([{ scorerName: null, plan: null }])
  })
})
