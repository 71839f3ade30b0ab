import type * as contract from '@quanheng/contract/assigned-task'
import type { Refusal } from '@quanheng/contract/errors'
import {
  type AssignedTask,
  type AssignedTaskCommand,
  assignTask,
  decideAssignedTask,
} from '@quanheng/domain/assigned-task/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { type Acting, actOn, officePost } from '../../platform/work/act-on-kept.ts'
import { meetingsVisibleTo, taskIsVisible } from './scope.ts'
import { trimmed } from './services.ts'
import type { AssignedTaskRow } from './tables.ts'
import { type KeptTask, taskKeeper } from './task-store.ts'

const acting: Acting<AssignedTaskRow, AssignedTask, AssignedTaskCommand> = {
  keeper: taskKeeper,
  seenBy: (actor) => taskIsVisible(meetingsVisibleTo(actor)),
  postOn: (posts, { row }) => officePost(posts, row.from_unit_id),
  decide: async (asked, { model }, command, post) => decideAssignedTask(model, command, commandContext(asked, post)),
}

interface Asked extends Asking {
  readonly params: { readonly assignedTaskId: string }
  readonly body: { readonly version: number }
}

const actOnTask = (
  asked: Asked,
  read: (held: KeptTask) => Promise<Result<AssignedTaskCommand, Refusal>>,
  choose?: (typeof acting)['postOn'],
) => actOn(acting, asked, { id: asked.params.assignedTaskId, version: asked.body.version }, read, choose)

/** Given without a meeting: one task a unit, each with its own history. */
export const assign: CommandHandler<typeof contract.assignTasks> = async ({ body, ...asked }) => {
  const [post] = asked.posts
  if (post === undefined) return refuse('platform.notFound')
  const { giver, source, unitIds, words, due } = body
  const wanted = new Set(unitIds)
  const known =
    wanted.size === 0
      ? []
      : await asked.tx
          .selectFrom('unit')
          .select('id')
          .where('id', 'in', [...wanted])
          .execute()
  if (known.length < wanted.size) return refuse('platform.notFound', { at: 'body.unitIds' })
  const direct = { by: giver, source: trimmed(source) }
  const given = assignTask({ unitIds, words: trimmed(words), due, direct }, commandContext(asked, post))
  if (!given.ok) return given
  const saved: KeptTask[] = []
  for (const task of given.value) saved.push(await taskKeeper.insert(asked.tx, task))
  return ok({
    post,
    events: saved.map(({ row }) => ({ type: 'assignedTaskGiven', taskId: row.id })),
    changes: saved.map((one) => taskKeeper.change(null, one)),
    reply: { assignedTaskIds: saved.map(({ row }) => row.id) },
  })
}

/** Whoever has the task reports it; the rest is done by who gave it. */
export const report: CommandHandler<typeof contract.reportAssignedTask> = (asked) =>
  actOnTask(
    asked,
    async ({ row }) => {
      const { files, words } = asked.body
      const digests = files.map(({ digest }) => digest)
      const sent = await filesSent(asked, digests, row.file_digests, 'body.files')
      if (!sent.ok) return sent
      return ok({ kind: 'report', words: trimmed(words), files: files.map(({ digest, name }) => ({ digest, name })) })
    },
    (posts, { row }) => officePost(posts, row.unit_id),
  )

export const accept: CommandHandler<typeof contract.acceptAssignedTask> = (asked) =>
  actOnTask(asked, async () => ok({ kind: 'accept', words: trimmed(asked.body.words) }))

export const sendBack: CommandHandler<typeof contract.returnAssignedTask> = (asked) =>
  actOnTask(asked, async () => ok({ kind: 'return', reason: trimmed(asked.body.reason) }))

export const extend: CommandHandler<typeof contract.extendAssignedTask> = (asked) =>
  actOnTask(asked, async () => ok({ kind: 'extend', due: asked.body.due, reason: trimmed(asked.body.reason) }))
