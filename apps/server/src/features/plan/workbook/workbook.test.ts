import { createHash } from 'node:crypto'
import * as contract from '@quanheng/contract/plan'
import { putFile } from '@quanheng/contract/upload'
import type { TableValues } from '@quanheng/papers/xlsx/model'
import { writeTable } from '@quanheng/papers/xlsx/write-table'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signedIn, startTestServer, type TestServer } from '../../../platform/testing/test-server.ts'
import { organisationRoutes } from '../../organisation/index.ts'
import { uploadRoutes } from '../../upload/index.ts'
import { planRoutes } from '../index.ts'
import { type PlanWorld, partsOf, planWorld } from '../testing/plan-world.ts'
import { taskColumns, taskTemplate } from './columns.ts'

let server: TestServer
let world: PlanWorld
let planId: string

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
  const parts = partsOf(world.content())
  await world.handler.call(contract.editPlan, { params: { planId }, body: { version: 1, parts } })
})
afterAll(() => server.close())

const send = async (bytes: Uint8Array, who = world.handler): Promise<string> => {
  const reply = await who.call(putFile, {
    body: Buffer.from(bytes),
    headers: { 'x-file-name': encodeURIComponent('任务表.xlsx'), 'content-type': 'application/octet-stream' },
  })
  expect(reply.statusCode, reply.body).toBe(200)
  return createHash('sha256').update(bytes).digest('hex')
}
const read = (digest: string, who = world.handler) =>
  who.call(contract.readTasks, { params: { planId }, body: { digest } })
const workbook = (rows: readonly TableValues[]) =>
  writeTable({
    title: '考核对象及任务分配表',
    columns: taskColumns(world.content()),
    rows,
    template: { ...taskTemplate, example: {} },
  })

const growth = '第三产业提升行动 › 服务业增加值增速'

it('导出的任务表原样读回，与方案一致', async () => {
  const file = await world.handler.call(contract.taskTable, { params: { planId } })
  expect(file.statusCode).toBe(200)
  const reply = await read(await send(file.rawPayload))
  expect(reply.statusCode, reply.body).toBe(200)
  const { tasks, faults } = reply.json()
  expect(faults).toEqual([])
  const expected = world.content().tasks.map(({ leafKey, unitId, task, target }) => ({
    leafKey,
    unitId,
    task,
    target: target?.kind === 'set' ? target.value : '',
    owner: '',
    remindOn: '',
  }))
  expect(tasks).toEqual(expected)
})

it('简称、待上级下达、留空都读得懂', async () => {
  const digest = await send(
    await workbook([
      { unit: '云岭市百里镇', leaf: growth, target: '待上级下达', owner: '投资科', remindOn: '2024-03-01' },
      { unit: '云岭市交通运输局', leaf: growth, task: '配合' },
    ]),
  )
  expect((await read(digest)).json().tasks).toMatchObject([
    { unitId: world.town, leafKey: 'growth', target: 'pending', owner: '投资科', remindOn: '2024-03-01' },
    { unitId: world.transport, target: '', task: '配合' },
  ])
})

it('错误逐格指出，一行也不导入；同一工作簿里标出来', async () => {
  const digest = await send(
    await workbook([
      { unit: '没有这个局', leaf: growth, target: '5' },
      { unit: '云岭市百里镇', leaf: growth, target: '=cmd|/C calc' },
      { unit: '云岭市交通运输局', leaf: growth },
      { unit: '云岭市交通运输局', leaf: growth },
    ]),
  )
  const { tasks, faults } = (await read(digest)).json()
  expect(tasks).toEqual([])
  expect(faults.map((fault: { cell: string }) => fault.cell)).toEqual(['A3', 'D4', 'B6'])
  expect(faults[0].message).toContain('没有这个局')
  const marked = await world.handler.call(contract.markTasks, { params: { planId }, body: { digest } })
  expect(marked.statusCode).toBe(200)
  expect(decodeURIComponent(String(marked.headers['content-disposition']))).toContain('需修改-任务表.xlsx')
  const again = (await read(await send(marked.rawPayload))).json()
  expect(again.faults).toHaveLength(3)
})

it('不是工作簿、截断的、别人上传的', async () => {
  const bytes = await workbook([{ unit: '云岭市百里镇', leaf: growth }])
  const cut = (await read(await send(bytes.slice(0, bytes.length / 2)))).json()
  expect(cut.faults).toHaveLength(1)
  expect((await read(await send(Buffer.from('单位,指标')))).json().faults[0].cell).toBe('')
  const digest = await send(await workbook([{ unit: '云岭市百里镇', leaf: growth, task: '私下的' }]), world.head)
  expect((await read(digest)).json().error.code).toBe('upload.notFound')
  const stranger = await signedIn(server, [{ kind: 'handler', unitId: world.town, sectionId: world.section }])
  expect((await read(digest, stranger)).statusCode).toBe(404)
})

it('指标体系导出', async () => {
  const file = await world.handler.call(contract.indicatorTable, { params: { planId } })
  expect(file.statusCode).toBe(200)
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
