import * as contract from '@quanheng/contract/steering-group'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { done } from '../result/testing/result-world.ts'
import { type MeetingWorld, meetingWorld } from './testing/meeting-world.ts'

let server: TestServer
let world: MeetingWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await meetingWorld(server, '组')
})
afterAll(() => server.close())

const code = (reply: { readonly body: string }): string => JSON.parse(reply.body).error?.code ?? 'done'
const shown = async () => {
  const { rows } = await done(world.staff, contract.showSteeringGroup, {})
  const group = rows.find(({ officeUnitId }) => officeUnitId === world.office)
  if (group === undefined) throw new Error('no group')
  return group
}
const set = async (charter: object, more: object = {}) => {
  const { version, name, shortName, basis, members } = await shown()
  const memberUnitIds = members.map(({ unitId }) => unitId)
  const body = { version, name, shortName, basis, charter, memberUnitIds, ...more }
  return world.staff.call(contract.setSteeringGroup, { params: { unitId: world.office }, body })
}
const notice = async (paper: contract.GroupPaper, caller: Caller = world.staff, unitId = world.office) =>
  caller.call(contract.steeringGroupPaper, { params: { unitId }, query: { paper } })
const charter = {
  reportsTo: ['云岭区党工委', '云岭区管委会', '云岭区党工委'],
  term: { from: '2024-01-01', to: '2026-12-31' },
  office: { name: '', shortName: '区绩考办' },
}

it('上级、任期和办公室名称登记后原样可读；同一上级只记一次', async () => {
  expect((await shown()).charter).toEqual({ reportsTo: [], term: null, office: { name: '', shortName: '' } })
  expect(code(await set(charter))).toBe('done')
  expect(await shown()).toMatchObject({
    charter: { ...charter, reportsTo: ['云岭区党工委', '云岭区管委会'] },
    termOver: false,
    officeName: '组绩效考评领导小组办公室',
    officeUnitName: '组党群工作部',
  })
})

it('任期止于起日之前的不能保存，原来的不变', async () => {
  const before = await shown()
  expect(code(await set({ ...charter, term: { from: '2025-01-02', to: '2025-01-01' } }))).toBe('meeting.termBackwards')
  expect(await shown()).toEqual(before)
})

it('最后一天已过，任期已满', async () => {
  await set({ ...charter, term: { from: '2022-01-01', to: '2025-01-20' } })
  expect((await shown()).termOver).toBe(false)
  await set({ ...charter, term: { from: '2022-01-01', to: '2025-01-19' } })
  expect((await shown()).termOver).toBe(true)
})

it('成立通知、调整通知：组成人员随任职，由上级发文，未编号前是草稿', async () => {
  await set(charter)
  await signedIn(server, [{ kind: 'steeringDeputy', unitId: world.office }], '钱副组长')
  await signedIn(server, [{ kind: 'officeDirector', unitId: world.office }], '孙主任')
  const founding = await openDocx((await notice('founding')).rawPayload)
  const text = founding.text.replaceAll(/\s/g, '')
  for (const words of [
    '关于成立组绩效考评领导小组的通知',
    '经云岭区党工委、云岭区管委会批准同意，成立组绩效考评领导小组（简称“领导小组”），直接受云岭区党工委、云岭区管委会领导',
    '组长：组长',
    '副组长：钱副组长',
    '成员由组经济发展局主要领导组成',
    '下设办公室（简称“区绩考办”），办公室设在组党群工作部',
    '办公室主任由孙主任担任',
    '任期自2024年1月1日至2026年12月31日',
  ])
    expect(text).toContain(words)
  expect(founding.paragraphs.map(({ text: line }) => line.trim())).toContain('云岭区管委会')
  const adjusting = (await openDocx((await notice('adjusting')).rawPayload)).text.replaceAll(/\s/g, '')
  expect(adjusting).toContain('关于调整组绩效考评领导小组组成人员的通知')
  expect(adjusting).toContain('对组绩效考评领导小组（简称“领导小组”）（云发〔2025〕8号）组成人员作相应调整')
})

it('没有领导小组的无通知可打印；别的单位、成员单位都打印不了', async () => {
  const elsewhere = await signedIn(server, [{ kind: 'officeStaff', unitId: world.member }], '别处考评办')
  expect(code(await notice('founding', elsewhere, world.member))).toBe('meeting.groupMissing')
  expect(code(await notice('founding', elsewhere))).toBe('platform.notFound')
  expect((await notice('founding', world.principal)).statusCode).toBe(403)
})
