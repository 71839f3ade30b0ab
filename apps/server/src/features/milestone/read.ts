import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import type { Sights } from '../../platform/work/sight.ts'
import { milestoneIsVisible, milestonesVisibleTo } from './scope.ts'
import { type KeptMilestone, milestoneKeeper } from './store.ts'

export const visibleMilestone = (db: Reader, actor: Actor, id: string): Promise<KeptMilestone | undefined> =>
  milestoneKeeper.find(db, id, milestoneIsVisible(milestonesVisibleTo(actor)))

/** Evidence of completion; whoever reads the milestone reads what it rests on. */
export const fileOf = async (
  db: Reader,
  actor: Actor,
  id: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const found = await visibleMilestone(db, actor, id)
  return found?.row.file_digests.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
}

/** Who may read the act history: whoever sees the milestone. */
export const milestoneSights: Sights = {
  milestone: async (db, actor, _context, id) => ((await visibleMilestone(db, actor, id)) ? 'all' : 'nothing'),
}
