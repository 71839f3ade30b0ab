import type { Datum } from '@quanheng/domain/datum/model'
import { adoptTask, asksTheSame, type DatumTask, datumTasks } from '@quanheng/domain/datum/open'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { plain } from '@quanheng/domain/plan/digest-form'
import type { DataElement } from '@quanheng/domain/plan/model'
import { json, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { IssuedPlan, OnIssue } from '../plan/index.ts'
import { canonicalLoaded, datumChange } from './canonical.ts'
import { complete, datumOf, type LoadedDatum } from './datum-store.ts'
import { placeText } from './place-text.ts'
import type { DatumRow } from './tables.ts'

/** What the issue of the next version says to whoever has to report again. */
const changedBy = (plan: IssuedPlan): string => `方案变更：第${plan.number}版调整了本数据的口径或来源，请按新方案报送。`

const keyOf = (of: { readonly elementKey: string; readonly unitId: string; readonly period: string }): string =>
  JSON.stringify([of.elementKey, of.unitId, of.period])

const placed = (task: DatumTask) => ({
  source: task.source,
  asked_unit_id: task.asked.unitId,
  asked_section_id: task.asked.sectionId ?? null,
  scorer_places: task.scorers.map(placeText),
  scorer_unit_ids: [...new Set(task.scorers.map((place) => place.unitId))],
  leaf_keys: [...task.leafKeys],
  due: task.due,
  cutoff: task.cutoff,
  asked: true,
})

const opened = (plan: IssuedPlan, task: DatumTask, context: Context): LoadedDatum => {
  const row: DatumRow = {
    id: context.newId(),
    plan_id: plan.planId,
    element_key: task.elementKey,
    unit_id: task.unitId,
    period: task.period,
    ...placed(task),
    state: 'notReported',
    last_number: 0,
    final_number: null,
    return_reason: null,
    extension: null,
    later_releases: [],
    version: 1,
  }
  return { row, datum: datumOf(row, [], []) }
}

const adopted = (held: LoadedDatum, next: Datum, part: Partial<DatumRow>): LoadedDatum => ({
  datum: next,
  row: {
    ...held.row,
    ...part,
    state: next.state,
    final_number: next.final ?? null,
    return_reason: next.returnReason ?? null,
    version: held.row.version + 1,
  },
})

const sameBut = (held: LoadedDatum, next: LoadedDatum): boolean => {
  const form = (loaded: LoadedDatum) => canonicalJson(plain({ ...canonicalLoaded(loaded), version: 0 }))
  return form(held) === form(next)
}

const stored = (row: DatumRow) => ({
  ...row,
  source: json(row.source),
  extension: row.extension === null ? null : json(row.extension),
  later_releases: json(row.later_releases),
})

const insertAll = async (tx: Tx, data: readonly LoadedDatum[]): Promise<void> => {
  const chunk = 1_000
  for (let at = 0; at < data.length; at += chunk) {
    await tx
      .insertInto('datum')
      .values(data.slice(at, at + chunk).map(({ row }) => stored(row)))
      .execute()
  }
}

/**
 * Opens collection when a plan is issued: a datum for every element × unit it asks for. Under a later version a datum stays as it
 * is where the version asks the same of the same body; it goes back for reporting where its meaning changed, and rests
 * where it is no longer asked. Nothing that was reported is lost.
 */
export const openCollection: OnIssue = async (tx, plan, context, before) => {
  const rows = await tx
    .selectFrom('datum')
    .selectAll()
    .where('plan_id', '=', plan.planId)
    .orderBy('id')
    .forUpdate()
    .execute()
  const held = new Map((await complete(tx, rows)).map((one) => [keyOf(one.datum), one]))
  const elements = (of: IssuedPlan | null): ReadonlyMap<string, DataElement> =>
    new Map(of?.content.dataElements.map((element) => [element.key, element]))
  const [was, is] = [elements(before), elements(plan)]
  const tasks = new Map(datumTasks(plan.content).map((task) => [keyOf(task), task]))
  const fresh: LoadedDatum[] = []
  const changes: Change[] = []
  for (const [key, task] of tasks) {
    const one = held.get(key)
    if (one === undefined) {
      fresh.push(opened(plan, task, context))
      continue
    }
    const element = is.get(task.elementKey)
    const same = element !== undefined && asksTheSame(was.get(task.elementKey), element)
    const next = adopted(one, adoptTask(one.datum, task, same, changedBy(plan)), placed(task))
    if (!sameBut(one, next)) changes.push(await save(tx, one, next))
  }
  for (const [key, one] of held) {
    if (!tasks.has(key) && one.row.asked) changes.push(await save(tx, one, adopted(one, one.datum, { asked: false })))
  }
  await insertAll(tx, fresh)
  return [...fresh.map((one) => datumChange(null, one)), ...changes]
}

const save = async (tx: Tx, held: LoadedDatum, next: LoadedDatum): Promise<Change> => {
  const { id: _, ...columns } = stored(next.row)
  await tx.updateTable('datum').set(columns).where('id', '=', next.row.id).execute()
  return datumChange(held, next)
}
