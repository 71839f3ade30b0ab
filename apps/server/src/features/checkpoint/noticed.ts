import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { figuresOf, isNoticedAct, type Noticed, noticedActs } from '@quanheng/log/noticed'
import type { Reader } from '../../platform/database/database.ts'
import { logActs, newestLogAct } from '../../platform/log/log-acts.ts'

/** Acts of the log's own that nobody may overlook, among its first `size` leaves, in order. The first program to name itself changed nothing. */
export const noticedRows = async (db: Reader, size: number) => {
  const rows = await db
    .selectFrom('act')
    .innerJoin('tree_entry', 'tree_entry.act_id', 'act.id')
    .innerJoin('leaf', 'leaf.act_id', 'act.id')
    .select(['tree_entry.position', 'leaf.bytes', 'act.action', 'act.at', 'act.salt', 'act.events'])
    .where('act.action', 'in', [...noticedActs])
    .where('tree_entry.position', '<', size)
    .orderBy('tree_entry.position')
    .execute()
  const first = rows.find(({ action }) => action === logActs.program)
  return rows.filter((row) => row !== first)
}

/** The same for people, and what the last check of the whole log said of time; newest first. */
export const noticedIn = async (db: Reader): Promise<readonly Noticed[]> => {
  const acts = (await noticedRows(db, Number.MAX_SAFE_INTEGER)).flatMap(
    ({ position, action, at, events }): Noticed[] =>
      isNoticedAct(action)
        ? [{ code: action, leaf: position, time: at.toISOString(), figures: figuresOf(action, canonicalJson(events)) }]
        : [],
  )
  const checked = await newestLogAct(db, [logActs.sound, logActs.unsound])
  const timeBack = (checked?.event?.timeBack ?? []) as readonly Noticed[]
  return [...acts, ...timeBack].sort((a, b) => b.leaf - a.leaf)
}
