// Reading beside 600,000 data: a list page of 50, and the totals of 100 units, against the bare queries.
import { join } from 'node:path'
import { cloneRoot } from '../apps/server/src/platform/process/clone.ts'
import { officeId, seedBodies, seedCallers } from './lib/bodies.ts'
import { makeFloorTables, signInAtFloor } from './lib/floor.ts'
import { type CallOf, load, send } from './lib/load.ts'
import { planId, seedActs, seedData, seedPlan } from './lib/plans.ts'
import { compare, summary } from './lib/report.ts'
import { spawnServer } from './lib/servers.ts'
import { seedTotals, totalsId } from './lib/totals.ts'
import { openBenchWorld } from './lib/world.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const plans = Number(process.env.BENCH_PLANS ?? 20)
const size = { units: 300, elements: 100 }
const world = await openBenchWorld()
const begun = performance.now()
await seedBodies(world, size.units)
for (let n = 0; n < plans; n++) await seedPlan(world, n, size)
await seedData(world, plans, size, false)
await seedActs(world)
const readers = await seedCallers(world, 20, 'officeDirector', () => officeId)
await seedCallers(world, size.units, 'unitReporter', () => officeId)
await makeFloorTables(world)
await signInAtFloor(world, readers)
await seedTotals(world, 100, readers[0]?.personId ?? '')
console.log(`  ${plans * size.units * size.elements} data in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
const options = { ...world, db: undefined, webDir: join(cloneRoot, 'apps', 'web', 'dist') }
const ours = await spawnServer('ours', options)
const floor = await spawnServer('floor', options)

const tokenOf = (n: number): string => readers[n % readers.length]?.token ?? ''
const fromOurs =
  (path: (n: number) => string): CallOf =>
  (n) => ({ method: 'GET', url: `${ours.address}${path(n)}`, headers: { cookie: `quanheng=${tokenOf(n)}` } })
const fromFloor =
  (path: (n: number) => string): CallOf =>
  (n) => ({ method: 'GET', url: `${floor.address}${path(n)}`, headers: { authorization: tokenOf(n) } })

const onlyTwice = (says: string) => ({
  says: `${says}, p99 in bare p99s`,
  limit: 2,
  atMost: true,
  of: (a: { p99: number }, b: { p99: number }) => a.p99 / b.p99,
})

const listOf = (n: number) => `planId=${planId(n % plans)}&state=reported&sort=-received&size=50&page=${1 + (n % 3)}`
const pairs = [
  {
    title: 'List of 50 of 600,000: of one plan, reported, the latest first, with names and count; 20 connections',
    says: 'List of 50 of 600,000',
    ours: fromOurs((n) => `/api/data?${listOf(n)}`),
    bare: fromFloor((n) => `/data?${listOf(n)}`),
    total: 400,
  },
  {
    title: 'Totals of 100 units with names and ranks, 20 connections',
    says: 'Totals of 100 units',
    ours: fromOurs(() => `/api/results/${totalsId}/totals`),
    bare: fromFloor(() => '/totals'),
    total: 2000,
  },
]
for (const { title, says, total, ...sides } of pairs) {
  for (const side of [sides.ours, sides.bare]) {
    const { status, text } = await send(side(0))
    if (status !== 200) throw new Error(`${says}: ${status} ${text.slice(0, 300)}`)
    console.log(
      `  ${says}: ${side === sides.ours ? 'ours' : 'bare'} answers ${(text.length / 1024).toFixed(0)} K characters`,
    )
    await load(side, 20, 100)
  }
  await compare({
    title,
    connections: 20,
    total,
    rounds,
    ours: { name: 'ours', callOf: sides.ours, server: ours.pid, database: world.databasePid },
    bare: { name: 'bare', callOf: sides.bare, server: floor.pid, database: world.databasePid },
    goals: [onlyTwice(says)],
  })
}
await ours.stop()
await floor.stop()
await world.close()
summary()
process.exit()
