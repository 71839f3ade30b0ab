// The command door against the bare handler, in turn, on one PostgreSQL: submitting a figure, and uploading a file.
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { cloneRoot } from '../apps/server/src/platform/process/clone.ts'
import { seedBodies, seedCallers, unitId } from './lib/bodies.ts'
import { makeFloorTables, signInAtFloor } from './lib/floor.ts'
import { type CallOf, load } from './lib/load.ts'
import { datumId, seedActs, seedData, seedPlan } from './lib/plans.ts'
import { compare, summary } from './lib/report.ts'
import { spawnServer } from './lib/servers.ts'
import { openBenchWorld } from './lib/world.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const size = { units: 300, elements: 60 }
const world = await openBenchWorld()
await seedBodies(world, size.units)
await seedPlan(world, 0, size)
await seedData(world, 1, size, true)
await seedActs(world)
const callers = await seedCallers(world, size.units, 'unitReporter', unitId)
await makeFloorTables(world)
await signInAtFloor(world, callers)
const options = { ...world, db: undefined, webDir: join(cloneRoot, 'apps', 'web', 'dist') }
const ours = await spawnServer('ours', options)
const floor = await spawnServer('floor', options)
const sides = (one: CallOf, other: CallOf) => ({
  ours: { name: 'ours', callOf: one, server: ours.pid, database: world.databasePid },
  bare: { name: 'bare', callOf: other, server: floor.pid, database: world.databasePid },
})

const callerOf = (n: number) => callers[n % callers.length] as (typeof callers)[number]
const json = { 'content-type': 'application/json' }
const figureOf = (n: number) => ({
  datumId: datumId(0, n % size.units, Math.floor(n / size.units)),
  version: 1,
  value: { kind: 'quantity', value: '7' },
  release: 'final',
  asOf: '2025-12-31',
})

// A figure is reported once: every request of the run takes the next one.
let [reported, stored] = [0, 0]
const submitOurs: CallOf = () => {
  const n = reported++
  return {
    method: 'POST',
    url: `${ours.address}/api/data/reports`,
    headers: { ...json, 'x-quanheng': '1', 'idempotency-key': randomUUID(), cookie: `quanheng=${callerOf(n).token}` },
    body: JSON.stringify({ rows: [figureOf(n)] }),
  }
}
const submitFloor: CallOf = () => {
  const n = stored++
  return {
    method: 'POST',
    url: `${floor.address}/item`,
    headers: { ...json, authorization: callerOf(n).token },
    body: JSON.stringify({ rows: [figureOf(n)] }),
  }
}
const file = { 'content-type': 'application/octet-stream' }
const uploadOurs: CallOf = (n) => ({
  method: 'PUT',
  url: `${ours.address}/api/uploads`,
  headers: {
    ...file,
    'x-quanheng': '1',
    'x-file-name': encodeURIComponent('佐证材料.dat'),
    cookie: `quanheng=${callerOf(n).token}`,
  },
  body: randomBytes(200 * 1024),
})
const uploadFloor: CallOf = (n) => ({
  method: 'PUT',
  url: `${floor.address}/upload`,
  headers: { ...file, authorization: callerOf(n).token },
  body: randomBytes(200 * 1024),
})

await load(submitOurs, 50, 900)
await load(submitFloor, 50, 900)
await compare({
  title: 'Submit a figure, 50 connections, 3,000 requests',
  connections: 50,
  total: Number(process.env.BENCH_TOTAL ?? 3000),
  rounds,
  ...sides(submitOurs, submitFloor),
  goals: [
    {
      says: 'Submit at 50 connections, share of the bare handler’s rate',
      limit: 0.25,
      ambition: 0.5,
      atMost: false,
      of: (a, b) => a.perSecond / b.perSecond,
    },
  ],
})
await compare({
  title: 'Submit a figure, 300 at once',
  connections: 300,
  total: 300,
  rounds,
  ...sides(submitOurs, submitFloor),
  goals: [
    { says: '300 submits at once, p99 in bare p99s', limit: 4, atMost: true, of: (a, b) => a.p99 / b.p99 },
    { says: '300 submits at once, refused', limit: 0, atMost: true, of: (a) => a.errors },
  ],
})
await compare({
  title: 'Upload a file of 200 KB, 300 at once',
  connections: 300,
  total: 300,
  rounds,
  ...sides(uploadOurs, uploadFloor),
  goals: [
    { says: '300 uploads at once, p99 in bare p99s', limit: 2, atMost: true, of: (a, b) => a.p99 / b.p99 },
    { says: '300 uploads at once, refused', limit: 0, atMost: true, of: (a) => a.errors },
  ],
})
await ours.stop()
await floor.stop()
await world.close()
summary()
process.exit()
