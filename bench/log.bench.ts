// What the log costs and what checking it takes: figures reported with and without it on the same server, the two trees over a million leaves
// against hashing the same bytes once, proofs in bytes.
import { randomUUID } from 'node:crypto'
import { append, emptyFrontier, type Frontier, rootOf } from '@quanheng/log/append'
import { leafHash } from '@quanheng/log/hashing'
import { inclusionProof } from '@quanheng/log/proof'
import type { NodeAddress } from '@quanheng/log/range'
import { verifyInclusion } from '@quanheng/log/verify'
import { sha256, sm3 } from '../apps/server/src/platform/log/means.ts'
import { seedBodies, seedCallers, unitId } from './lib/bodies.ts'
import { type CallOf, load } from './lib/load.ts'
import { datumId, seedActs, seedData, seedPlan } from './lib/plans.ts'
import { summary, verdict } from './lib/report.ts'
import { spawnServer } from './lib/servers.ts'
import { workOf } from './lib/work.ts'
import { openBenchWorld } from './lib/world.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const total = Number(process.env.BENCH_TOTAL ?? 1_500)
const count = Number(process.env.BENCH_LEAVES ?? 1_000_000)

/**
 * Without the log: the same server, whose leaves, queue, trees and checkpoints come to nothing, because a view stands where each table
 * was and says of every leaf that it is kept.
 */
const swallowing = `
  CREATE FUNCTION bench_swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`
const off = (table: string): string => `
  ALTER TABLE ${table} RENAME TO bench_${table};
  CREATE VIEW ${table} AS SELECT * FROM bench_${table};
  CREATE TRIGGER bench_swallow INSTEAD OF INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION bench_swallow();
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO PUBLIC;`
const on = (table: string): string => `
  DROP VIEW ${table};
  ALTER TABLE bench_${table} RENAME TO ${table};`

const size = { units: 300, elements: 60 }
const world = await openBenchWorld()
await seedBodies(world, size.units)
await seedPlan(world, 0, size)
await seedData(world, 1, size, true)
await seedActs(world)
const callers = await seedCallers(world, size.units, 'unitReporter', unitId)
await world.asOwner(swallowing)
const server = await spawnServer('ours', { ...world, db: undefined })
let isLogging = true
const logging = async (wanted: boolean) => {
  if (wanted === isLogging) return
  isLogging = wanted
  await world.asOwner(['leaf', 'leaf_queue'].map(wanted ? on : off).join(''))
}

let reported = 0
const report: CallOf = () => {
  const n = reported++
  const caller = callers[n % callers.length]
  const row = {
    datumId: datumId(0, n % size.units, Math.floor(n / size.units)),
    version: 1,
    value: { kind: 'quantity', value: '7' },
    release: 'final',
    asOf: '2025-12-31',
  }
  return {
    method: 'POST',
    url: `${server.address}/api/data/reports`,
    headers: {
      'content-type': 'application/json',
      'x-quanheng': '1',
      'idempotency-key': randomUUID(),
      cookie: `quanheng=${caller?.token}`,
    },
    body: JSON.stringify({ rows: [row] }),
  }
}

console.log(`\nReport a figure, 50 connections, ${total} requests\n          acts/s    processor ms an act`)
const rates: number[] = []
const works: number[] = []
await load(report, 50, 600)
for (let round = 0; round < rounds; round++) {
  const found = new Map<boolean, { readonly rate: number; readonly work: number }>()
  for (const wanted of round % 2 === 0 ? [true, false] : [false, true]) {
    await logging(wanted)
    const spent = () => workOf(server.pid) + workOf(world.databasePid)
    const before = spent()
    const { perSecond, errors } = await load(report, 50, total)
    if (errors > 0) throw new Error(`${errors} refused`)
    found.set(wanted, { rate: perSecond, work: (spent() - before) / total })
  }
  const [kept, swallowed] = [found.get(true), found.get(false)]
  if (kept === undefined || swallowed === undefined) throw new Error('a round has two sides')
  console.log(
    `  with    ${kept.rate.toFixed(0)}    ${kept.work.toFixed(2)}\n  without ${swallowed.rate.toFixed(0)}    ${swallowed.work.toFixed(2)}`,
  )
  rates.push(1 - kept.rate / swallowed.rate)
  works.push(kept.work / swallowed.work - 1)
}
verdict({ says: 'Acts a second lost to the log', limit: 0.15, atMost: true }, rates)
verdict({ says: 'Processor time of an act that is the log’s', limit: 0.15, atMost: true }, works)
await logging(true)
await server.stop()
await world.close()

/** As long as leaves of the product are. */
const leafOf = (n: number): Uint8Array =>
  Buffer.from(
    `{"act":"${String(n).padStart(36, '0')}","action":"datum.report","changes":[{"after":"${'ab'.repeat(32)}","before":null,"id":"${String(n).padStart(36, '0')}","noun":"datum","version":1}],"commitments":{"events":"${'cd'.repeat(32)}"},"origin":"quanheng/bench","post":"","time":"2025-12-31T01:02:03.000Z","v":1}`,
  )

console.log(`\n${count} leaves of ${leafOf(0).length} bytes, one processor`)
const bytes = Array.from({ length: count }, (_, n) => leafOf(n))
const seconds = (work: () => void): number => {
  const begun = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1e6
}
for (const [name, hash] of [
  ['SHA-256', sha256],
  ['SM3', sm3],
] as const) {
  const floor = seconds(() => {
    for (const leaf of bytes) hash(leaf)
  })
  let frontier: Frontier = emptyFrontier
  const whole = seconds(() => {
    for (let at = 0; at < count; at += 1_000) {
      const hashes = bytes.slice(at, at + 1_000).map((leaf) => leafHash(hash, leaf))
      frontier = append(hash, frontier, hashes).frontier
    }
  })
  console.log(`  ${name}: all leaves and the root ${whole.toFixed(1)} s, each leaf hashed once ${floor.toFixed(1)} s`)
  verdict(
    { says: `${name}: the root of ${count} leaves, against hashing them once`, limit: 4, atMost: true, unit: '×' },
    [whole / floor],
  )
  verdict({ says: `${name}: verifying ${count} leaves`, limit: 60, atMost: true, unit: ' s' }, [whole])
  rootOf(hash, frontier)
}

const stored = new Map<string, Uint8Array>()
const some = Math.min(count, 1 << 17)
const { frontier, nodes } = append(
  sha256,
  emptyFrontier,
  bytes.slice(0, some).map((leaf) => leafHash(sha256, leaf)),
)
for (const { level, index, hash } of nodes) stored.set(`${level}/${index}`, hash)
const read = ({ level, index }: NodeAddress) => stored.get(`${level}/${index}`)
const root = rootOf(sha256, frontier)
const proofs = Array.from({ length: 2_000 }, (_, n) => {
  const index = Math.floor((n * some) / 2_000)
  return { index, proof: inclusionProof(sha256, index, some, read) }
})
const each = seconds(() => {
  for (const { index, proof } of proofs) {
    const leaf = leafHash(sha256, bytes[index] as Uint8Array)
    if (!verifyInclusion(sha256, { leaf, index, size: some, root, proof })) throw new Error('a proof does not hold')
  }
})
const deepest = Math.ceil(Math.log2(count))
console.log(
  `  an inclusion proof in ${count} leaves: at most ${deepest} digests, ${deepest * 32} bytes; one verified in ${((each / proofs.length) * 1e6).toFixed(0)} µs (in ${some})`,
)
summary()
process.exit()
