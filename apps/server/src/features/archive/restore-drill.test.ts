import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { showResults } from '@quanheng/contract/result'
import type { ReplyOf } from '@quanheng/contract/route'
import { suggestedRetention } from '@quanheng/domain/archive/model'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { backUp } from '../../platform/backup/back-up.ts'
import { openerOf } from '../../platform/backup/encryption.ts'
import { restore } from '../../platform/backup/restore.ts'
import { verifierKeys } from '../../platform/log/entries.ts'
import { withClient } from '../../platform/postgres/client.ts'
import { beginSession } from '../../platform/session/session.ts'
import { createTestDatabase } from '../../platform/testing/test-database.ts'
import { callRoute, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes, loggedNouns } from '../index.ts'
import { makeArchiveFile } from './make-archive.ts'
import { lockedYear } from './testing/archive-world.ts'
import { ours, theirs } from './testing/both-verifiers.ts'
import { yearsOf } from './year.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof lockedYear>>

beforeAll(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  world = await lockedYear(server, '演')
  // The test server keeps its files in the data directory itself.
  await symlink('.', join(server.platform.options.dataDir, 'files'))
})
afterAll(() => server.close())

const packageOf = async ({ db, platform }: TestServer) => {
  const [year] = await yearsOf(db, world.office)
  if (year === undefined) throw new Error('no year')
  const made = await makeArchiveFile(platform, loggedNouns, {
    year,
    organ: '绩效办',
    on: '2025-01-20',
    retention: suggestedRetention,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

/** A closed backup of the system, put into an empty one that is then served. */
const restoredElsewhere = async (): Promise<TestServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'quanheng-drill-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const identity = await generateX25519Identity()
  const identityFile = join(folder, 'identity')
  await writeFile(identityFile, `${identity}\n`)
  const file = join(folder, 'year.tar.gz.age')
  const { dataDir } = server.platform.options
  const lock = { recipient: await identityToRecipient(identity) }
  await backUp({ ownerUrl: server.ownerUrl, dataDir, file, lock, program: '0.0.0', now: new Date() })
  const { ownerUrl, appUrl, drop } = await createTestDatabase()
  onTestFinished(() => drop())
  const over = { ownerUrl, appUrl, dataDir: folder }
  await symlink('.', join(folder, 'files'))
  const opener = await openerOf({ identityFile })
  await restore({ ownerUrl, dataDir: folder, file, opener, beforeCommit: async () => {} })
  const there = await startTestServer(allRoutes, { kind: 'new', probe: false, over })
  onTestFinished(() => there.close())
  return there
}

it('a backup put into an empty system verifies, computes every score again and gives the same package, byte for byte', async () => {
  const before = await packageOf(server)
  const there = await restoredElsewhere()
  const after = await packageOf(there)
  expect(after).toEqual(before)

  const chunks: Buffer[] = []
  for await (const chunk of there.platform.files.open(after.zipDigest)) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const keys = await verifierKeys(server.db)
  const own = await ours(bytes, keys)
  expect(own).toMatchObject({ ok: true, trusted: true, counts: { unchecked: 0 } })
  expect(own.counts?.scores).toBeGreaterThan(3)
  expect(own.counts?.totals).toBeGreaterThan(1)
  expect(await theirs([bytes], keys)).toEqual([own])

  // What the locked versions say is what the restored figures give now; everybody signs in anew.
  const { personId } = world.director
  const token = await beginSession(there.db, personId, there.platform.clock.now(), '127.0.0.1', 'password')
  const shown = async (planId: string) => {
    const reply = await callRoute(there, showResults, { token, params: { planId } })
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json<ReplyOf<typeof showResults>>()
  }
  for (const planId of [world.planId, world.year.planId]) {
    const { results, moved } = await shown(planId)
    expect(results.map(({ state }) => state)).toEqual(['aggregated'])
    expect(moved).toBeNull()
  }
  expect((await there.platform.sealer.check(loggedNouns))?.faults).toEqual([])
  expect((await there.platform.custodian.check('command'))?.faults).toEqual([])

  // The same looks see a figure that came back as another one.
  await withClient(there.ownerUrl, (client) =>
    client.query(
      `UPDATE sheet_version SET content = jsonb_set(content, '{rows,0,outcome,points}', '"0.25"')
       WHERE digest = (SELECT signed_digest FROM sheet WHERE plan_id = $1 ORDER BY id LIMIT 1)`,
      [world.planId],
    ),
  )
  expect((await shown(world.planId)).moved).toMatchObject({ count: 1, figures: [{ now: '0.25' }] })
}, 120_000)
