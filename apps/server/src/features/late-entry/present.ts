import type { listLateEntries } from '@quanheng/contract/late-entry'
import type { ReplyOf } from '@quanheng/contract/route'
import { dueDayOf, isLocked } from '@quanheng/domain/datum/deadline'
import { permit } from '@quanheng/domain/kernel/transition'
import { lateEntryCommands, lateEntryWorkflow } from '@quanheng/domain/late-entry/transitions'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, unitIdsOf } from '../../platform/door/actor.ts'
import { completeData, type LoadedDatum, type Names, named, namesFor, sidesOfPost } from '../collection/index.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { dataRowsOf, type LoadedLateEntry } from './store.ts'

export type LateEntryLine = ReplyOf<typeof listLateEntries>['rows'][number]

/** A request with its plan and the figures that it is about. */
export interface ReadLateEntry extends LoadedLateEntry {
  readonly plan: IssuedPlan
  readonly data: readonly LoadedDatum[]
}

/** A handful of queries however many requests. */
export const read = async (db: Reader, entries: readonly LoadedLateEntry[]): Promise<readonly ReadLateEntry[]> => {
  const ids = [...new Set(entries.map(({ row }) => row.plan_id))]
  const plans = new Map((await Promise.all(ids.map((id) => issuedPlan(db, id)))).map((plan) => [plan?.planId, plan]))
  const rows = await dataRowsOf(
    db,
    entries.map(({ entry }) => entry),
  )
  const all = await completeData(db, rows)
  return entries.flatMap((one) => {
    const plan = plans.get(one.row.plan_id)
    const { entry } = one
    const data = all.filter(
      ({ row }) =>
        row.plan_id === entry.planId &&
        row.unit_id === entry.unitId &&
        row.asked_unit_id === entry.askedUnitId &&
        row.leaf_keys.includes(entry.leafKey),
    )
    return plan ? [{ ...one, plan, data }] : []
  })
}

const mayOf = (actor: Actor, { entry, data }: ReadLateEntry): LateEntryLine['may'] =>
  lateEntryCommands.filter((command) => {
    const side = command === 'withdraw' ? 'asked' : 'scoring'
    const own = unitIdsOf(actor.posts)
    if (side === 'scoring' && [entry.unitId, entry.askedUnitId].some((unitId) => own.includes(unitId))) return false
    return actor.posts.some(
      (post) =>
        data.some((one) => sidesOfPost(post, one).includes(side)) &&
        permit(lateEntryWorkflow, entry.state, command, post.kind).ok,
    )
  })

const authorOf = (names: Names, by: Parameters<typeof named>[1]) => {
  const { name, post, unitName } = named(names, by)
  return { name, post, unitName }
}

const lineOf = (one: ReadLateEntry, names: Names, actor: Actor, today: string): LateEntryLine => {
  const { entry, row, plan, data } = one
  const { decision } = entry
  const elements = new Map(plan.content.dataElements.map(({ key, name }) => [key, name]))
  return {
    id: row.id,
    version: row.version,
    planId: plan.planId,
    planTitle: plan.title,
    leafKey: entry.leafKey,
    leafName: nodeByKey(plan.content, entry.leafKey)?.name ?? entry.leafKey,
    unitName: names.unit(entry.unitId),
    askedName: names.unit(entry.askedUnitId),
    state: entry.state,
    reason: entry.reason,
    wantedUntil: entry.wantedUntil,
    askedBy: authorOf(names, entry.asked.by),
    askedAt: entry.asked.at,
    decision: decision
      ? { by: authorOf(names, decision.by), at: decision.at, until: decision.until ?? null, reason: decision.reason }
      : null,
    data: data.map(({ row: held, datum }) => ({
      datumId: held.id,
      name: elements.get(held.element_key) ?? held.element_key,
      state: held.state,
      due: dueDayOf(datum, held.due),
      locked: isLocked(datum, held.due, today),
    })),
    may: mayOf(actor, one),
  }
}

export const linesOf = async (
  db: Reader,
  actor: Actor,
  entries: readonly LoadedLateEntry[],
  today: string,
): Promise<LateEntryLine[]> => {
  const all = await read(db, entries)
  const names = await namesFor(db, {
    units: all.flatMap(({ entry }) => [entry.unitId, entry.askedUnitId]),
    authors: all.flatMap(({ entry }) => [entry.asked.by, ...(entry.decision ? [entry.decision.by] : [])]),
  })
  return all.map((one) => lineOf(one, names, actor, today))
}
