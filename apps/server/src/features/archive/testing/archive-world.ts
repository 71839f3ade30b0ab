import { randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/result'
import { sql } from 'kysely'
import { nobody, writeOwnAct } from '../../../platform/door/own-act.ts'
import { contextFor } from '../../../platform/platform.ts'
import type { TestServer } from '../../../platform/testing/test-server.ts'
import { loggedNouns } from '../../index.ts'
import { registerReports } from '../../result/testing/registered-reports.ts'
import { done, lockedWorld } from '../../result/testing/result-world.ts'

/** One act that says of everything what its rows are: worlds of tests put rows straight into tables. */
const logLiveRows = async (server: TestServer): Promise<void> => {
  const { db, platform } = server
  const changes = []
  for (const [noun, { form, table }] of Object.entries(loggedNouns)) {
    const { rows } = await sql<{ id: string }>`SELECT id::text AS id FROM ${sql.table(table)} ORDER BY id`.execute(db)
    for (const { id } of rows) changes.push({ noun, id, version: 1, before: null, after: await form(db, id) })
  }
  const installation = platform.installation.current()
  if (installation === null) throw new Error('no installation')
  const context = contextFor(platform, nobody, `log-${randomUUID()}`)
  await writeOwnAct(db, installation, context, { action: 'log.checked', events: [], changes })
}

/** A year whose totals are locked: the lead unit's own locked version under it, the reports on paper. */
export const lockedYear = async (server: TestServer, tag: string) => {
  const world = await lockedWorld(server, tag)
  await registerReports(server, world)
  const params = { planId: world.year.planId }
  const { runDigest } = await done(world.director, contract.computeRun, { params })
  const { resultId: totalsId } = await done(world.director, contract.freezeResult, { params, body: { runDigest } })
  await logLiveRows(server)
  return { ...world, totalsId }
}
