import { createHash } from 'node:crypto'
import * as contract from '@quanheng/contract/plan'
import { putFile } from '@quanheng/contract/upload'
import type { PlanMilestone } from '@quanheng/domain/plan/model'
import type { TableValues } from '@quanheng/papers/xlsx/model'
import { writeTable } from '@quanheng/papers/xlsx/write-table'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../platform/testing/test-server.ts'
import { organisationRoutes } from '../../organisation/index.ts'
import { uploadRoutes } from '../../upload/index.ts'
import { planRoutes } from '../index.ts'
import { type PlanWorld, partsOf, planWorld } from '../testing/plan-world.ts'
import { milestoneColumns, milestoneTemplate } from './columns.ts'

let server: TestServer
let world: PlanWorld
let planId: string

const milestones = (): readonly PlanMilestone[] => [
  {
    key: 'q1',
    leafKey: 'growth',
    name: '一季度',
    due: '2024-03-29',
    expected: '25',
    completionStandard: '快报已发布',
    unitIds: [world.town],
    post: 'unitHead',
    basis: { kind: 'default' },
  },
]

beforeAll(async () => {
  server = await startTestServer((platform) => [
    ...organisationRoutes(platform, { onPosts: [] }),
    ...planRoutes(platform),
    ...uploadRoutes(platform),
  ])
  world = await planWorld(server)
  const begun = await world.handler.call(contract.beginPlan, {
    body: { kind: 'indicatorPlan', year: 2024, title: '方案', parentPlanId: null, copyFromPlanId: null },
  })
  planId = begun.json<{ id: string }>().id
  const parts = partsOf({ ...world.content(), milestones: milestones() })
  const saved = await world.handler.call(contract.editPlan, { params: { planId }, body: { version: 1, parts } })
  expect(saved.statusCode, saved.body).toBe(200)
})
afterAll(() => server.close())

const send = async (bytes: Uint8Array): Promise<string> => {
  const reply = await world.handler.call(putFile, {
    body: Buffer.from(bytes),
    headers: { 'x-file-name': encodeURIComponent('节点表.xlsx'), 'content-type': 'application/octet-stream' },
  })
  expect(reply.statusCode, reply.body).toBe(200)
  return createHash('sha256').update(bytes).digest('hex')
}
const read = (digest: string) => world.handler.call(contract.readMilestones, { params: { planId }, body: { digest } })
const workbook = (rows: readonly TableValues[]) =>
  writeTable({
    title: '指标节点',
    columns: milestoneColumns(world.content()),
    rows,
    template: { ...milestoneTemplate, example: {} },
  })

const growth = '第三产业提升行动 › 服务业增加值增速'

it('导出的节点表原样读回', async () => {
  const file = await world.handler.call(contract.milestoneTable, { params: { planId } })
  expect(file.statusCode).toBe(200)
  const reply = await read(await send(file.rawPayload))
  expect(reply.statusCode, reply.body).toBe(200)
  const [{ key: _, basis: _basis, ...row }] = milestones() as readonly [PlanMilestone]
  expect(reply.json()).toEqual({ milestones: [row], faults: [] })
})

it('没有填的按全部承担单位、填报人；全角百分数可读', async () => {
  const reply = await read(
    await send(await workbook([{ leaf: growth, name: '二季度', due: '2024-06-28', expected: '５０％' }])),
  )
  expect(reply.json().milestones).toMatchObject([{ expected: '50', unitIds: [], post: 'unitReporter' }])
})

it('不承担的单位、没有登记的单位、重复的行按格指出，一行也不读入，并可下载标出错误的工作簿', async () => {
  const row = { leaf: growth, name: '三季度', due: '2024-09-30' }
  const digest = await send(
    await workbook([{ ...row, units: '云岭市绩效办、没有的局' }, row, { ...row, expected: '一半' }, row]),
  )
  const { milestones: none, faults } = (await read(digest)).json()
  expect(none).toEqual([])
  const words = faults.map(({ message }: { message: string }) => message).join()
  expect(words).toContain('“云岭市绩效办”没有承担该指标')
  expect(words).toContain('没有登记“没有的局”这个单位')
  expect(words).toContain('节点“三季度”列了两行')
  expect(faults.length).toBe(4)
  const marked = await world.handler.call(contract.markMilestones, { params: { planId }, body: { digest } })
  expect(marked.statusCode).toBe(200)
  expect(marked.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
