// The command door against the bare handler, in turn, on one PostgreSQL: goals P9, P10, P11 and the figures.
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { withClient } from '../apps/server/src/platform/postgres/client.ts'
import { cloneRoot } from '../apps/server/src/platform/process/clone.ts'
import { burst, type Measured, median, type Send, steady } from './lib/load.ts'
import { spawnServer } from './lib/servers.ts'
import { makeFloorTables, openBenchWorld, seedCallers } from './lib/world.ts'

const rounds = 3
const world = await openBenchWorld()
await makeFloorTables(world.ownerUrl)
const callers = await seedCallers(world, 300)
await withClient(world.ownerUrl, async (client) => {
  for (const { token, personId } of callers)
    await client.query('INSERT INTO floor_token VALUES ($1, $2)', [token, personId])
})
const options = { ...world, db: undefined, close: undefined, webDir: join(cloneRoot, 'apps', 'web', 'dist') }
const ours = await spawnServer('ours', options)
const floor = await spawnServer('floor', options)

const callerOf = (n: number) => callers[n % callers.length] as (typeof callers)[number]
const json = { 'content-type': 'application/json' }

const submitOurs: Send = (n) =>
  fetch(`${ours.address}/api/units`, {
    method: 'POST',
    headers: { ...json, 'x-quanheng': '1', 'idempotency-key': randomUUID(), cookie: `quanheng=${callerOf(n).token}` },
    body: JSON.stringify({ name: `单位${randomUUID()}`, shortName: '单位', aliases: [], sortCode: 1 }),
  })
const submitFloor: Send = (n) =>
  fetch(`${floor.address}/item`, {
    method: 'POST',
    headers: { ...json, authorization: callerOf(n).token },
    body: JSON.stringify({ name: `单位${randomUUID()}`, shortName: '单位', aliases: [], sortCode: 1 }),
  })
const file = () => randomBytes(200 * 1024)
const uploadOurs: Send = (n) =>
  fetch(`${ours.address}/api/uploads`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'x-quanheng': '1',
      'x-file-name': encodeURIComponent('佐证材料.pdf'),
      cookie: `quanheng=${callerOf(n).token}`,
    },
    body: file(),
  })
const uploadFloor: Send = (n) =>
  fetch(`${floor.address}/upload`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', authorization: callerOf(n).token },
    body: file(),
  })

const show = (name: string, { perSecond, p50, p99, errors }: Measured): void =>
  console.log(
    `  ${name.padEnd(8)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  errors ${errors}`,
  )

const compare = async (
  title: string,
  run: (send: Send) => Promise<Measured>,
  senders: readonly [Send, Send],
  ratioOf: (ours: Measured, floor: Measured) => number,
  goal: string,
): Promise<void> => {
  console.log(title)
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const a = await run(senders[0])
    const b = await run(senders[1])
    show('ours', a)
    show('bare', b)
    ratios.push(ratioOf(a, b))
  }
  console.log(`  ratio ${median(ratios).toFixed(2)} (${ratios.map((one) => one.toFixed(2)).join(', ')}); ${goal}\n`)
}

await steady(submitOurs, 20, 600)
await steady(submitFloor, 20, 600)
await compare(
  'Submit, 50 connections, 3,000 requests',
  (send) => steady(send, 50, 3000),
  [submitOurs, submitFloor],
  (a, b) => a.perSecond / b.perSecond,
  'must be at least 0.25, ambition 0.5 (share of the bare handler’s rate)',
)
await compare(
  'Submit, 300 at once',
  (send) => burst(send, 300),
  [submitOurs, submitFloor],
  (a, b) => a.p99 / b.p99,
  'must be at most 4 (times the bare handler’s p99)',
)
await compare(
  'Upload of 200 KB, 300 at once',
  (send) => burst(send, 300),
  [uploadOurs, uploadFloor],
  (a, b) => a.p99 / b.p99,
  'must be at most 2 (times the bare upload’s p99)',
)
await ours.stop()
await floor.stop()
await world.close()
