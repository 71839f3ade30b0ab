import * as contract from '@quanheng/contract/workbench'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindHousekeeping, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import type { OwedProvider, TaskProvider } from '../../platform/work/task.ts'
import type { ActWords } from '../act/index.ts'
import { circulatedPage, markCirculated } from './circulated.ts'
import { claimWith, release } from './claims.ts'
import { doneBy } from './done.ts'
import { dueMonth } from './due-month.ts'
import { notificationsOf, readBy, unreadOf } from './notifications.ts'
import { owedPage } from './owed.ts'
import { startedPage } from './started.ts'
import { taskPage } from './tasks.ts'

/** What the workbench is made of: each noun gives its own. */
export interface WorkSources {
  readonly tasks: readonly TaskProvider[]
  readonly owed: readonly OwedProvider[]
  readonly words: ActWords
}

export const workbenchRoutes = (platform: Platform, { tasks, owed, words }: WorkSources): readonly Binding[] => [
  bindQuery(contract.listTasks, async ({ db, actor, context, query }) =>
    ok(await taskPage(tasks, db, actor, context, query)),
  ),
  bindCommand(contract.claimTask, claimWith(tasks)),
  bindCommand(contract.releaseTask, release),
  bindQuery(contract.listDone, async ({ db, actor, query }) => ok(await doneBy(db, actor.personId, words, query))),
  bindQuery(contract.listStarted, async ({ db, actor, query }) => ok(await startedPage(db, actor, words, query))),
  bindQuery(contract.listCirculated, async ({ db, actor, query }) => ok(await circulatedPage(db, actor, query))),
  bindHousekeeping(contract.markCirculatedRead, async ({ actor, body, context }) => {
    await markCirculated(platform.db, actor, body.ids, context.now)
    return ok({})
  }),
  bindQuery(contract.showDueMonth, async ({ db, actor, context, query }) =>
    ok(await dueMonth(tasks, db, actor, context, query.month)),
  ),
  bindQuery(contract.listOwed, async ({ db, actor, posts, context, query }) =>
    ok(await owedPage(owed, db, { ...actor, posts }, context, query)),
  ),
  bindQuery(contract.listNotifications, async ({ db, actor, query }) =>
    ok(await notificationsOf(db, actor.personId, query)),
  ),
  bindQuery(contract.unreadCount, async ({ db, actor }) => ok({ count: await unreadOf(db, actor.personId) })),
  bindHousekeeping(contract.markRead, async ({ actor, body, context }) => {
    await readBy(platform.db, actor.personId, body.ids, context.now)
    return ok({})
  }),
]
