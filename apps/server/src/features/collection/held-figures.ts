import type { Refusal } from '@quanheng/contract/errors'
import type { heldFigures } from '@quanheng/contract/held-figure'
import type { ReplyOf } from '@quanheng/contract/route'
import { currentVersion } from '@quanheng/domain/datum/model'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { DataElement } from '@quanheng/domain/plan/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { issuedPlan } from '../plan/index.ts'
import { complete } from './datum-store.ts'
import { dataVisibleTo } from './scope.ts'
import { visibleDatum } from './show-datum.ts'

type Held = ReplyOf<typeof heldFigures>['figures'][number]

/** Enough to choose from. */
const most = 5

const sameFigure = (a: DataElement, b: DataElement): boolean =>
  normaliseName(a.name) === normaliseName(b.name) && a.unit === b.unit && a.type === b.type && a.type !== 'judgement'

/** What the body has reported and its head has confirmed under another plan; never another body's, never what the caller may not see. */
export const heldFor = async (
  db: Reader,
  actor: Actor,
  datumId: string,
): Promise<Result<ReplyOf<typeof heldFigures>, Refusal>> => {
  const loaded = await visibleDatum(db, actor, datumId)
  const plan = loaded && (await issuedPlan(db, loaded.row.plan_id))
  const asked = plan?.content.dataElements.find(({ key }) => key === loaded?.row.element_key)
  if (!loaded || !asked) return refuse('platform.notFound')
  const { plan_id: planId, unit_id: unitId, asked_unit_id: askedUnitId, period, cutoff } = loaded.row
  const rows = await db
    .selectFrom('datum')
    .selectAll()
    .where('datum.unit_id', '=', unitId)
    .where('datum.asked_unit_id', '=', askedUnitId)
    .where('datum.plan_id', '!=', planId)
    .where('datum.state', 'in', ['confirmed', 'verified', 'closed'])
    .where(dataVisibleTo(actor))
    .execute()
  const plans = new Map(
    await Promise.all(
      [...new Set(rows.map((row) => row.plan_id))].map(async (id) => [id, await issuedPlan(db, id)] as const),
    ),
  )
  const figures = (await complete(db, rows)).flatMap(({ row, datum }): Held[] => {
    const from = plans.get(row.plan_id)
    const element = from?.content.dataElements.find(({ key }) => key === row.element_key)
    const version = currentVersion(datum)
    if (!from || !element || !version || !sameFigure(element, asked)) return []
    if (version.value.kind === 'notConcerned' || version.value.kind === 'checklist') return []
    const { value, release, asOf } = version
    return [
      { datumId: row.id, planTitle: from.title, period: row.period, value, release, asOf, inTime: asOf <= cutoff },
    ]
  })
  const order = (one: Held): string => `${one.period === period ? 1 : 0} ${one.asOf}`
  return ok({ figures: figures.toSorted((a, b) => (order(a) < order(b) ? 1 : -1)).slice(0, most) })
}
