import type { claimTask, releaseTask } from '@quanheng/contract/workbench'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { decideClaim } from '@quanheng/domain/workbench/claim'
import { type Selectable, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { type Actor, unitIdsOf } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { notify } from '../../platform/work/notify.ts'
import type { Task, TaskProvider } from '../../platform/work/task.ts'
import { heldPosts } from '../organisation/index.ts'
import type { TaskClaimTable } from './tables.ts'
import { tasksOf } from './tasks-of.ts'

type ClaimRow = Selectable<TaskClaimTable>
type Named = Pick<Task, 'noun' | 'id' | 'verb'>

export const canonicalTaskClaim = ({ object_id, person_id, at, ...row }: ClaimRow): object => ({
  ...row,
  objectId: object_id,
  personId: person_id,
  at: at.toISOString(),
})

const keyOf = ({ noun, id, verb }: Named): string => `${noun} ${id} ${verb}`

/** Who has taken these tasks on among those who sit in one of this person's bodies today; who has left holds nothing. */
const standing = async (db: Reader, actor: Actor, today: string, objectIds: readonly string[]) => {
  if (objectIds.length === 0) return []
  const rows = await db
    .selectFrom('task_claim')
    .innerJoin('person', 'person.id', 'task_claim.person_id')
    .selectAll('task_claim')
    .select('person.name')
    .where('held', '=', true)
    .where('object_id', 'in', [...new Set(objectIds)])
    .execute()
  const held = await heldPosts(db, { personIds: [...new Set(rows.map((row) => row.person_id))], on: today })
  const own = unitIdsOf(actor.posts)
  return rows.filter((row) => held.some(({ personId, unitId }) => personId === row.person_id && own.includes(unitId)))
}

/** Names by task, for a list of tasks. */
export const claimsOn = async (db: Reader, actor: Actor, today: string, tasks: readonly Named[]) => {
  const rows = await standing(
    db,
    actor,
    today,
    tasks.map(({ id }) => id),
  )
  const byKey = new Map(
    rows.map((row) => [
      keyOf({ noun: row.noun as Task['noun'], id: row.object_id, verb: row.verb }),
      { name: row.name, mine: row.person_id === actor.personId },
    ]),
  )
  return (task: Named) => byKey.get(keyOf(task)) ?? null
}

const change = (before: ClaimRow | null, after: ClaimRow): Change => ({
  noun: 'taskClaim',
  id: after.id,
  version: after.version,
  before: before === null ? null : canonicalTaskClaim(before),
  after: canonicalTaskClaim(after),
})

/** Two who claim at once see each other: the key is held, whether there is a row of it or not. */
const ownRow = async (tx: Tx, personId: string, { noun, id, verb }: Named): Promise<ClaimRow | undefined> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${keyOf({ noun, id, verb })}, 0))`.execute(tx)
  return tx
    .selectFrom('task_claim')
    .selectAll()
    .where('noun', '=', noun)
    .where('object_id', '=', id)
    .where('verb', '=', verb)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

const set = async (tx: Tx, context: Context, before: ClaimRow, held: boolean): Promise<Change> => {
  const after: ClaimRow = { ...before, held, at: context.now, version: before.version + 1 }
  await tx
    .updateTable('task_claim')
    .set({ held, at: after.at, version: after.version })
    .where('id', '=', after.id)
    .execute()
  return change(before, after)
}

const enter = async (tx: Tx, context: Context, personId: string, { noun, id, verb }: Named): Promise<Change> => {
  const row: ClaimRow = {
    id: context.newId(),
    noun,
    object_id: id,
    verb,
    person_id: personId,
    held: true,
    at: context.now,
    version: 1,
  }
  await tx.insertInto('task_claim').values(row).execute()
  return change(null, row)
}

/** 领办, or 接办 instead of a colleague, who is told. Only what waits for this person today can be claimed. */
export const claimWith =
  (providers: readonly TaskProvider[]): CommandHandler<typeof claimTask> =>
  async ({ tx, actor, context, body }) => {
    const task = (await tasksOf(providers, tx, actor, context)).find((one) => keyOf(one) === keyOf(body))
    if (task === undefined) return refuse('platform.notFound')
    const own = await ownRow(tx, actor.personId, task)
    const others = (await standing(tx, actor, context.today, [task.id])).filter(
      (row) => row.noun === task.noun && row.verb === task.verb,
    )
    const decided = decideClaim(
      others.map(({ person_id, name }) => ({ personId: person_id, name })),
      actor.personId,
      body.takeOver,
    )
    if (!decided.ok) return decided
    const changes: Change[] = []
    for (const { name: _, ...row } of others) changes.push(await set(tx, context, row, false))
    changes.push(own ? await set(tx, context, own, true) : await enter(tx, context, actor.personId, task))
    await notify(
      tx,
      context,
      others.map(({ person_id }) => person_id),
      { code: 'notification.taskTakenOver', params: { name: actor.name, what: task.object }, link: task.link },
    )
    return ok({
      post: actor.posts[0] ?? null,
      events: [{ type: 'taskClaimed', noun: task.noun, objectId: task.id, verb: task.verb }],
      changes,
      reply: {},
    })
  }

export const release: CommandHandler<typeof releaseTask> = async ({ tx, actor, context, body }) => {
  const own = await ownRow(tx, actor.personId, body)
  if (!own?.held) return refuse('platform.notFound')
  return ok({
    post: actor.posts[0] ?? null,
    events: [{ type: 'taskReleased', noun: body.noun, objectId: body.id, verb: body.verb }],
    changes: [await set(tx, context, own, false)],
    reply: {},
  })
}
