import { randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/result'
import { sql } from 'kysely'
import { json } from '../../../platform/database/database.ts'
import { nobody, writeOwnAct } from '../../../platform/door/own-act.ts'
import { contextFor } from '../../../platform/platform.ts'
import type { TestServer } from '../../../platform/testing/test-server.ts'
import { loggedNouns } from '../../index.ts'
import { registerReports } from '../../result/testing/registered-reports.ts'
import { done, type LockedWorld, lockedWorld } from '../../result/testing/result-world.ts'
import { witnessedDraw } from './witnessed-draw.ts'

/** One act that says of everything what its rows are: worlds of tests put rows straight into tables. */
export const logLiveRows = async (server: TestServer): Promise<void> => {
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

/** A round of 初评反馈 with its one question, answered. */
const tellFirstScores = async ({ db, platform }: TestServer, world: LockedWorld): Promise<void> => {
  const at = platform.clock.now()
  const by = { personId: world.head.personId, post: 'sectionHead', unitId: world.lead } as const
  const item = await db
    .selectFrom('item')
    .select(['id', 'leaf_key', 'unit_id'])
    .where('plan_id', '=', world.planId)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const ids = { id: randomUUID(), plan_id: world.planId }
  await db
    .insertInto('feedback')
    .values({
      ...ids,
      run_digest: world.runDigest,
      unit_ids: [item.unit_id],
      working_days: 3,
      until: '2025-01-17',
      opened: json({ by, at: at.toISOString() }),
      agreed: json([]),
      version: 1,
    })
    .execute()
  await db
    .insertInto('feedback_question')
    .values({
      ...ids,
      id: randomUUID(),
      leaf_key: item.leaf_key,
      item_id: item.id,
      unit_id: item.unit_id,
      words: '口径有误',
      files: json([]),
      file_digests: [],
      author: json({ ...by, post: 'unitReporter', unitId: item.unit_id }),
      at,
      state: 'answered',
      answer: json({ kind: 'declined', words: '口径与方案一致', by, at: at.toISOString() }),
      version: 2,
    })
    .execute()
}

/** A year whose totals are locked: the lead unit's own locked version under it, the reports on paper. */
export const lockedYear = async (server: TestServer, tag: string) => {
  const world = await lockedWorld(server, tag)
  await registerReports(server, world)
  const params = { planId: world.year.planId }
  const { runDigest } = await done(world.director, contract.computeRun, { params })
  const { resultId: totalsId } = await done(world.director, contract.freezeResult, { params, body: { runDigest } })
  await tellFirstScores(server, world)
  await witnessedDraw(server, world)
  await logLiveRows(server)
  return { ...world, totalsId }
}
