import * as contract from '@quanheng/contract/organisation'
import { leafHash } from '@quanheng/log/hashing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allRoutes } from '../../features/index.ts'
import { type Caller, seedUnit, signedIn, startTestServer, type TestServer } from '../testing/test-server.ts'
import { sha256 } from './means.ts'
import { sequence, treeHead } from './sequencer.ts'

let server: TestServer
let office: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: await seedUnit(server.db, '绩效办') }])
})
afterAll(() => server.close())

const register = (n: number) =>
  office.call(contract.createUnit, { body: { name: `第${n}局`, shortName: `${n}`, aliases: [], sortCode: n } })

/** RFC 6962 §2.1, written as its sentences say. */
const naiveRoot = (hashes: readonly Uint8Array[]): Uint8Array => {
  if (hashes.length === 0) return sha256(new Uint8Array())
  if (hashes.length === 1) return hashes[0] as Uint8Array
  const split = 2 ** Math.ceil(Math.log2(hashes.length) - 1)
  return sha256(Buffer.concat([Buffer.of(1), naiveRoot(hashes.slice(0, split)), naiveRoot(hashes.slice(split))]))
}

it('puts every committed leaf into the tree once, over several runs and with two sequencers at a time', async () => {
  for (const count of [1, 4, 8]) {
    await Promise.all(Array.from({ length: count }, (_, at) => register(count * 100 + at)))
    await Promise.all([sequence(server.db), sequence(server.db)])
    await sequence(server.db)
  }
  const entries = await server.db
    .selectFrom('tree_entry')
    .innerJoin('leaf', 'leaf.act_id', 'tree_entry.act_id')
    .selectAll()
    .orderBy('position')
    .execute()
  expect(entries.map((entry) => entry.position)).toEqual(Array.from({ length: 13 }, (_, at) => at))
  const hashes = entries.map((entry) => leafHash(sha256, entry.bytes))
  expect(entries.map((entry) => entry.hash.toString('hex'))).toEqual(
    hashes.map((hash) => Buffer.from(hash).toString('hex')),
  )
  const head = await treeHead(server.db)
  expect(head.size).toBe(13)
  expect(Buffer.from(head.root).toString('hex')).toBe(Buffer.from(naiveRoot(hashes)).toString('hex'))
  expect(await server.db.selectFrom('leaf_queue').selectAll().execute()).toEqual([])
})
