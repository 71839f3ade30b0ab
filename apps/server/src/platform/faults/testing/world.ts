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

/** Plans in the product's database, entered through the door of a server in this process, while the product itself stands by. */
export const seedPlaces = async (product: Product, count: number): Promise<readonly Place[]> => {
  const over = { ...(await product.urls()), dataDir: product.dataDir }
  const server = await startTestServer(allRoutes, { probe: false, over })
  try {
    const places: Place[] = []
    for (let at = 0; at < count; at++) {
      const world = await scoringWorld(server, `第${at}组`)
      const provider = await signedIn(server, [{ kind: 'dataProvider', unitId: world.statistics }], '统计庚')
      const data = await server.db
        .selectFrom('datum')
        .select(['id', 'version'])
        .where('plan_id', '=', world.planId)
        .where('element_key', '=', 'growthRate')
        .execute()
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
