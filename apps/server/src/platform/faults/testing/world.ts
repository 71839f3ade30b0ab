import * as contract from '@quanheng/contract/datum'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { allRoutes } from '../../../features/index.ts'
import { scoringWorld } from '../../../features/scoring/testing/scoring-world.ts'
import { scoredSheet } from '../../concurrency/testing/scored-sheet.ts'
import { type Caller, signedIn, startTestServer } from '../../testing/test-server.ts'
import type { Person } from './client.ts'
import type { Product } from './product.ts'

/** One issued plan with people at work on it. */
export interface Place {
  readonly planId: string
  readonly content: PlanContent
  readonly handler: Person
  readonly head: Person
  readonly provider: Person
  readonly staff: Person
  /** Figures that the provider reports and takes back. */
  readonly data: readonly { readonly id: string; readonly version: number }[]
  /** A scored sheet that the handler signs and recalls; its section head has not signed. */
  readonly sheetId: string
}

const personOf = ({ personId, token }: Caller): Person => ({ personId, token })

/** The product runs on today's clock, long after the plan's day: the figure is sent back with one that is far off. */
const openForYears = async (provider: Caller, { id, version }: Place['data'][number]) => {
  const value = { kind: 'quantity', value: '6.4' }
  const figure = { datumId: id, version, value, release: 'final', asOf: '2024-12-31' }
  const reported = await provider.call(contract.reportData, { body: { rows: [figure] } })
  const back = await provider.call(contract.returnDatum, {
    params: { datumId: id },
    body: { version: version + 1, reason: '统计部门核定较晚', until: '2099-12-31', to: 'reporter' },
  })
  if (reported.statusCode !== 200 || back.statusCode !== 200) throw new Error(`${reported.body} ${back.body}`)
  return { id, version: version + 2 }
}

/** Plans in the product's database, entered through the door of a server in this process, while the product itself stands by. */
export const seedPlaces = async (product: Product, count: number): Promise<readonly Place[]> => {
  const over = { ...(await product.urls()), dataDir: product.dataDir }
  const server = await startTestServer(allRoutes, { probe: false, over })
  try {
    const places: Place[] = []
    for (let at = 0; at < count; at++) {
      const world = await scoringWorld(server, `第${at}组`)
      const provider = await signedIn(server, [{ kind: 'dataProvider', unitId: world.statistics }], '统计庚')
      const asked = await server.db
        .selectFrom('datum')
        .select(['id', 'version'])
        .where('plan_id', '=', world.planId)
        .where('element_key', '=', 'growthRate')
        .execute()
      const data = await Promise.all(asked.map((datum) => openForYears(provider, datum)))
      places.push({
        planId: world.planId,
        content: world.baseContent,
        handler: personOf(world.handler),
        head: personOf(world.head),
        provider: personOf(provider),
        staff: personOf(world.staff),
        data,
        sheetId: await scoredSheet(server, world),
      })
    }
    return places
  } finally {
    await server.close()
  }
}
