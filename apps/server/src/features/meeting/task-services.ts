import type * as contract from '@quanheng/contract/assigned-task'
import type { Refusal } from '@quanheng/contract/errors'
import { type AssignedTaskCommand, decideAssignedTask } from '@quanheng/domain/assigned-task/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { unitIdsOf } from '../../platform/door/actor.ts'
import type { CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import type { AskedOfMeeting } from './act-on-meeting.ts'
import { meetingsVisibleTo, taskIsVisible } from './scope.ts'
import { trimmed } from './services.ts'
import { type LoadedTask, lockTask, saveTask, taskChange } from './task-store.ts'

interface Asked extends AskedOfMeeting {
  readonly params: { readonly assignedTaskId: string }
  readonly body: { readonly version: number }
}

const holdTask = async ({ tx, actor, params, body }: Asked): Promise<Result<LoadedTask, Refusal>> => {
  const seen = await tx
    .selectFrom('assigned_task')
    .select('assigned_task.id')
    .where('assigned_task.id', '=', params.assignedTaskId)
    .where(taskIsVisible(meetingsVisibleTo(actor)))
    .executeTakeFirst()
  const held = seen && (await lockTask(tx, params.assignedTaskId))
  if (!held) return refuse('platform.notFound')
  const current = await sameVersion(tx, held.row, body.version)
  return current.ok ? ok(held) : current
}

const actOnTask = async (
  asked: Asked,
  read: (held: LoadedTask) => Promise<Result<AssignedTaskCommand, Refusal>>,
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const held = await holdTask(asked)
  if (!held.ok) return held
  const command = await read(held.value)
  if (!command.ok) return command
  const { task } = held.value
  const own = command.value.kind === 'report' ? task.unitId : task.fromUnitId
  const post = asked.posts.find(({ unitId }) => unitId === own) ?? asked.posts[0]
  if (post === undefined) return refuse('platform.notFound')
  const { actor, context } = asked
  const decided = decideAssignedTask(task, command.value, {
    now: context.now.toISOString(),
    today: context.today,
    newId: context.newId,
    actor: {
      personId: actor.personId,
      postId: post.id,
      post: post.kind,
      unitId: post.unitId,
      ...(post.sectionId !== null && { sectionId: post.sectionId }),
      ownUnitIds: unitIdsOf(actor.posts),
    },
  })
  if (!decided.ok) return decided
  const after = await saveTask(asked.tx, held.value, decided.value.next)
  const changes = [taskChange(held.value, after)]
  return ok({ post, events: decided.value.events, changes, reply: { version: after.row.version } })
}

export const report: CommandHandler<typeof contract.reportAssignedTask> = (asked) =>
  actOnTask(asked, async ({ row }) => {
    const { files, words } = asked.body
    const digests = files.map(({ digest }) => digest)
    const sent = await filesSent(asked, digests, row.file_digests, 'body.files')
    if (!sent.ok) return sent
    return ok({ kind: 'report', words: trimmed(words), files: files.map(({ digest, name }) => ({ digest, name })) })
  })

export const accept: CommandHandler<typeof contract.acceptAssignedTask> = (asked) =>
  actOnTask(asked, async () => ok({ kind: 'accept', words: trimmed(asked.body.words) }))

export const sendBack: CommandHandler<typeof contract.returnAssignedTask> = (asked) =>
  actOnTask(asked, async () => ok({ kind: 'return', reason: trimmed(asked.body.reason) }))

export const extend: CommandHandler<typeof contract.extendAssignedTask> = (asked) =>
  actOnTask(asked, async () => ok({ kind: 'extend', due: asked.body.due, reason: trimmed(asked.body.reason) }))
