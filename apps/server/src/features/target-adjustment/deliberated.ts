import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok } from '@quanheng/domain/kernel/result'
import { deliberatedForm, type TargetAdjustment } from '@quanheng/domain/target-adjustment/model'
import { sha256 } from '../../platform/log/means.ts'
import type { Deliberated, Follows } from '../../platform/work/deliberated.ts'
import { namesOf } from '../scoring/index.ts'
import { decideUnasked } from './act-on-adjustment.ts'
import { adjustmentKeeper } from './store.ts'

const digest = (adjustment: TargetAdjustment): string => digestOf(sha256, deliberatedForm(adjustment))

const untouched: Follows = { events: [], changes: [] }

const titled = (unit: string, leaf: string): string => `${unit}关于“${leaf}”的指标调整申请`

const decide: NonNullable<Deliberated['decide']> = async (asked, said) => {
  const [held] = await adjustmentKeeper.lock(asked.tx, [said.id])
  if (held?.model.state !== 'group' || digest(held.model) !== said.digest) return ok(untouched)
  const meeting = said.number === undefined ? said.body : `${said.body}（${said.number}）`
  const decided = await decideUnasked(asked, said.id, 'decide', async () =>
    ok({
      kind: 'decide',
      agreed: said.outcome === 'approved',
      words: said.text,
      on: said.decidedOn,
      scanDigest: said.scanDigest,
      meeting,
    }),
  )
  if (!decided.ok) return decided
  const { before, after, events } = decided.value
  return ok({ events, changes: [adjustmentKeeper.change(before, after)] })
}

/** Requests that the office put up, each by the digest of its text with opinion and proposal; what the meeting decided is registered at once. */
export const adjustmentsDeliberated: Deliberated = {
  waiting: async (db, unitId) => {
    const rows = await db
      .selectFrom('target_adjustment')
      .selectAll()
      .where('office_unit_id', '=', unitId)
      .where('state', '=', 'group')
      .orderBy('id')
      .execute()
    const found = await adjustmentKeeper.complete(db, rows)
    const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
    return found.map(({ model }) => ({
      id: model.id,
      digest: digest(model),
      title: titled(names.get(model.unitId) ?? '', model.content.was.leafName),
    }))
  },
  titles: async (db, ids) => {
    const rows = await db
      .selectFrom('target_adjustment')
      .innerJoin('unit', 'unit.id', 'target_adjustment.unit_id')
      .select(['target_adjustment.id', 'target_adjustment.content', 'unit.name'])
      .where('target_adjustment.id', 'in', [...ids])
      .execute()
    return rows.map(({ id, content, name }) => [id, titled(name, content.was.leafName)])
  },
  decide,
}
