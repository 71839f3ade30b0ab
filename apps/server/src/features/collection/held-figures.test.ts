import * as data from '@quanheng/contract/datum'
import { heldFigures } from '@quanheng/contract/held-figure'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done } from '../result/testing/result-world.ts'
import {
  type CollectionWorld,
  collectionContent,
  collectionWorld,
  issueContent,
  quantity,
  reportOne,
} from './testing/collection-world.ts'

let server: TestServer
let world: CollectionWorld
beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server, '已')
})
afterAll(() => server.close())

/** A second plan that asks the same bodies for the same figures. */
const another = async (change: (content: PlanContent) => PlanContent = (content) => content): Promise<string> => {
  const plan = await issueContent(server, change({ ...collectionContent(world), title: '第二个方案' }))
  const { id } = await server.db
    .selectFrom('datum')
    .select('id')
    .where('plan_id', '=', plan.planId)
    .where('element_key', '=', 'newFirmCount')
    .where('unit_id', '=', world.transport)
    .executeTakeFirstOrThrow()
  return id
}
const heldAt = async (datumId: string) => (await done(world.reporter, heldFigures, { params: { datumId } })).figures

it('已确认的同名数据在别的方案里列出供采用；未确认的、别家的、口径不同的不列', async () => {
  const asked = await another()
  expect(await heldAt(asked)).toEqual([])
  const first = await world.datumId('newFirmCount', world.transport)
  await reportOne(world.reporter, first, 1, quantity('12'))
  const towns = await world.datumId('newFirmCount', world.town)
  await reportOne(world.townReporter, towns, 1, quantity('7'))
  expect(await heldAt(asked)).toEqual([])
  await server.db.updateTable('datum').set({ state: 'confirmed' }).where('id', 'in', [first, towns]).execute()
  expect(await heldAt(asked)).toMatchObject([{ datumId: first, value: quantity('12'), inTime: true }])
  const otherMeasure = await another((content) => ({
    ...content,
    dataElements: content.dataElements.map((element) => ({ ...element, unit: '万户' })),
  }))
  expect(await heldAt(otherMeasure)).toEqual([])
})

it('采用后照常报送，两处各留各的痕；看不到的数据查不到', async () => {
  const asked = await another()
  const [held] = await heldAt(asked)
  if (held === undefined) throw new Error('one is held')
  expect((await reportOne(world.reporter, asked, 1, held.value, { asOf: held.asOf })).statusCode).toBe(200)
  const shown = await done(world.reporter, data.showDatum, { params: { datumId: asked } })
  expect(shown.last).toMatchObject({ value: quantity('12'), asOf: held.asOf })
  expect(codeOf(await world.townReporter.call(heldFigures, { params: { datumId: asked } }))).toBe('platform.notFound')
})
