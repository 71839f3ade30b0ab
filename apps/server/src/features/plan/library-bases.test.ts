import { beginLibraryDocument, publishLibraryDocument, showLibraryDocument } from '@quanheng/contract/library'
import * as contract from '@quanheng/contract/plan'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { done } from '../result/testing/result-world.ts'
import { type PlanWorld, partsOf, planWorld } from './testing/plan-world.ts'

let server: TestServer
let world: PlanWorld
let office: Caller
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2024-01-10T10:00:00+08:00' })
  world = await planWorld(server)
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: world.office }], '考评丁')
})
afterAll(() => server.close())

const publish = async (documentNumber: string, effectiveOn: string, replacesId: string | null): Promise<string> => {
  const content = {
    kind: 'rule',
    title: '云岭市统计报表制度',
    issuer: '云岭市统计局',
    documentNumber,
    issuedOn: null,
    effectiveOn,
    lastOn: null,
    interpreter: '',
    replacesId,
    clauses: [{ article: '第四条', text: '增加值按季度核算。' }],
    files: [],
  }
  const { libraryDocumentId } = await done(office, beginLibraryDocument, { body: { content } })
  await done(office, publishLibraryDocument, { params: { libraryDocumentId }, body: { version: 1 } })
  return libraryDocumentId
}

it('方案所引条款的文件被替代后，校核提请注意，指标处可见新版本；条款处列出该方案', async () => {
  const first = await publish('云统〔2020〕4号', '2020-05-01', null)
  const { id: planId } = (
    await world.handler.call(contract.beginPlan, {
      body: {
        kind: 'indicatorPlan',
        year: 2024,
        title: '2024年度第三产业提升行动指标考核实施方案',
        parentPlanId: null,
        copyFromPlanId: null,
      },
    })
  ).json<{ id: string }>()
  const [indicator, ...rest] = world.content().indicators
  if (!indicator) throw new Error('the plan has an indicator')
  const basis = { kind: 'clause', document: '云统〔2020〕4号', article: '第四条', text: '增加值按季度核算。' } as const
  const parts = partsOf(world.content({ indicators: [{ ...indicator, basis }, ...rest] }))
  const edited = await world.handler.call(contract.editPlan, { params: { planId }, body: { version: 1, parts } })
  expect(edited.statusCode, edited.body).toBe(200)

  const findings = async () => {
    const reply = await world.handler.call(contract.showPlan, { params: { planId } })
    return reply
      .json<{ findings: { code: string; at: string; params: object }[] }>()
      .findings.filter(({ code }) => code === 'check.basisNotInForce')
  }
  expect(await findings()).toEqual([])
  await publish('云统〔2024〕1号', '2024-01-01', first)
  expect(await findings()).toMatchObject([
    {
      at: `indicators[${indicator.key}].basis`,
      params: { document: '云统〔2020〕4号', article: '第四条', validity: 'replaced', replacedBy: '云统〔2024〕1号' },
    },
  ])
  const uses = async (caller: Caller) =>
    (await done(caller, showLibraryDocument, { params: { libraryDocumentId: first } })).uses
  expect(await uses(world.handler)).toMatchObject([{ noun: 'plan', link: `/plans/${planId}`, article: '第四条' }])
  const stranger = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }], '填报戊')
  expect(await uses(stranger)).toEqual([])
})
