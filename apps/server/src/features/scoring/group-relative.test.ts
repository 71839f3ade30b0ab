import { reopenDatum } from '@quanheng/contract/datum'
import type { ReplyOf } from '@quanheng/contract/route'
import * as contract from '@quanheng/contract/sheet'
import { waiveVerification } from '@quanheng/contract/verification'
import { aRule } from '@quanheng/testkit/a-rule'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { planWorld } from '../plan/testing/plan-world.ts'
import { close, quantity, type ScoringWorld, scoringWorld } from './testing/scoring-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes)
})
afterAll(() => server.close())

const sentence = '完成值最高的得满分，其余按与最高值的比例得分'

/** `newFirms` is measured by the best of the group; the scoring unit's own row stands on the office's sheet. */
const groupWorld = async (tag: string): Promise<ScoringWorld> => {
  const { indicators } = (await planWorld(server, `${tag}样`)).content()
  const rule = aRule(sentence, ['groupZero', 'actualNegative', 'notConcerned'])
  const changed = indicators.map((node) =>
    node.key === 'newFirms' && node.scoring
      ? {
          ...node,
          scoring: { ...node.scoring, rule, bindings: node.scoring.bindings.filter(({ from }) => from === 'element') },
        }
      : node,
  )
  return scoringWorld(server, tag, { indicators: changed })
}

const sheetOf = async (caller: Caller, { planId }: ScoringWorld, by: string) => {
  const reply = await caller.call(contract.listSheets, { query: { planId } })
  const row = reply
    .json<ReplyOf<typeof contract.listSheets>>()
    .rows.find((one) => one.leafKey === 'newFirms' && one.by === by)
  if (!row) throw new Error('no sheet')
  return row.id
}

const show = async (caller: Caller, sheetId: string): Promise<ReplyOf<typeof contract.showSheet>> => {
  const reply = await caller.call(contract.showSheet, { params: { sheetId } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const done = (reply: { statusCode: number; body: string }) => expect(reply.statusCode, reply.body).toBe(200)

const finish = async (sheetId: string, handler: Caller, head: Caller) => {
  const clause = { kind: 'clause', article: '附件1' } as const
  const params = { sheetId }
  const rows = (await show(handler, sheetId)).rows.map(({ itemId, version, lost }) => ({
    itemId,
    version,
    dataSource: '市统计局年报',
    basis: clause,
    deductions: lost === null || lost === '0' ? [] : [{ points: lost, reason: '低于本组最高值', basis: clause }],
  }))
  done(await handler.call(contract.recordItems, { params, body: { rows } }))
  done(await handler.call(contract.scoreSheet, { params, body: { version: (await show(handler, sheetId)).version } }))
  for (const caller of [handler, head]) {
    const { version, digest } = await show(caller, sheetId)
    done(await caller.call(contract.signSheet, { params, body: { version, digest } }))
  }
  const { version } = await show(head, sheetId)
  done(await head.call(waiveVerification, { params, body: { version, reason: '数据直接取自统计部门' } }))
}

it('本组数据由各单位的数据汇集：齐了才算分，缺谁就点名；一家重开，同组各表都作废重签', async () => {
  const world = await groupWorld('组')
  await close(server, world, 'newFirmCount', world.transport, quantity('8'))
  await close(server, world, 'newFirmCount', world.town, quantity('5'))
  await close(server, world, 'newFirmCount', world.lead, quantity('10'), false)
  const section = await sheetOf(world.handler, world, 'responsibility')
  const waiting = await show(world.handler, section)
  expect(waiting.rows.map(({ outcome }) => outcome)).toEqual(
    [1, 2].map(() => ({ status: 'missing', needs: ['云岭市发展改革委组·完成值'] })),
  )

  const datumId = await close(server, world, 'newFirmCount', world.lead, quantity('10'))
  const scored = await show(world.handler, section)
  const points = new Map(scored.rows.map(({ unitId, outcome }) => [unitId, outcome]))
  expect(points.get(world.transport)).toMatchObject({ status: 'scored', points: '3.2' })
  expect(points.get(world.town)).toMatchObject({ status: 'scored', points: '2' })
  const gathered = scored.rows[0]?.figures.find(({ from }) => from === 'group')
  expect(gathered).toMatchObject({ kind: 'group', value: '3个单位' })

  const office = await sheetOf(world.staff, world, 'recusal')
  await finish(section, world.handler, world.head)
  await finish(office, world.staff, world.director)
  const signed = await show(world.handler, section)

  const figure = await server.db
    .selectFrom('datum')
    .select('version')
    .where('id', '=', datumId)
    .executeTakeFirstOrThrow()
  done(
    await world.director.call(reopenDatum, {
      params: { datumId },
      body: { version: figure.version, reason: '统计口径更正' },
    }),
  )
  for (const [caller, id] of [
    [world.handler, section],
    [world.staff, office],
  ] as const) {
    const fallen = await show(caller, id)
    expect(fallen).toMatchObject({ state: 'toScore', fallCause: '数据重新开放：统计口径更正' })
    expect(fallen.signatures.every(({ state }) => state === 'voided')).toBe(true)
    expect(fallen.rows.every(({ outcome }) => outcome.status === 'missing')).toBe(true)
  }

  await close(server, world, 'newFirmCount', world.lead, quantity('16'))
  const again = await show(world.handler, section)
  expect(again.digest).not.toBe(signed.digest)
  expect(again.rows.find(({ unitId }) => unitId === world.transport)?.outcome).toMatchObject({ points: '2' })
})
