import type { ReplyOf } from '@quanheng/contract/route'
import type { whyItem } from '@quanheng/contract/why'
import { groupOn } from '@quanheng/domain/datum/group-facts'
import type { ExactText } from '@quanheng/domain/kernel/exact'
import { measuredPlace } from '@quanheng/domain/rule/curve/figure'
import type { StoredRule } from '@quanheng/domain/rule/model'
import type { Reader } from '../../platform/database/database.ts'
import type { UnitFacts } from '../collection/index.ts'
import { namesOf } from './names.ts'
import { type ReadSheet, readSheets } from './read-sheet.ts'
import { type SheetScope, sheetIsVisible } from './scope.ts'
import { withSignatures } from './sheet-store.ts'

type Peers = NonNullable<ReplyOf<typeof whyItem>['plot']>['peers']

/** The points of another unit on the same leaf, as far as this person may see them; undefined: not to be shown. */
export type PointsOf = (facts: UnitFacts) => ExactText | undefined

/** Points that stand on sheets of the leaf that the scope opens: who reads a sheet reads every row of it, and no other sheet's. */
export const pointsOnSheets = async (
  db: Reader,
  scope: SheetScope,
  read: ReadSheet,
  today: string,
): Promise<PointsOf> => {
  const others = await db
    .selectFrom('sheet')
    .selectAll()
    .where('plan_id', '=', read.row.plan_id)
    .where('leaf_key', '=', read.row.leaf_key)
    .where('id', '<>', read.row.id)
    .where(sheetIsVisible(scope))
    .execute()
  const sheets = others.length === 0 ? [] : await readSheets(db, await withSignatures(db, others), today)
  const points = new Map(
    [read, ...sheets].flatMap(({ composed }) =>
      composed.rows.flatMap(({ item, outcome }) =>
        outcome.status === 'scored' ? [[item.unitId, outcome.points] as const] : [],
      ),
    ),
  )
  return ({ unitId }) => points.get(unitId)
}

/** The unit's group-mates in the drawing, by name; one whose figure is not there, or not to be shown, has no dot. */
export const peersOf = async (
  db: Reader,
  { ownPlan, row, facts }: ReadSheet,
  unitId: string,
  rule: StoredRule,
  pointsOf: PointsOf,
): Promise<Peers> => {
  const mates = new Set(groupOn(ownPlan.content, row.leaf_key, unitId))
  const placed = facts
    .filter((one) => one.unitId !== unitId && mates.has(one.unitId))
    .flatMap((one) => {
      const points = pointsOf(one)
      const place = points === undefined ? undefined : measuredPlace(rule, one.facts)
      return points === undefined || place === undefined ? [] : [{ unitId: one.unitId, x: place, y: points }]
    })
  if (placed.length === 0) return []
  const names = await namesOf(db, { units: placed.map((one) => one.unitId) })
  return placed.map(({ unitId: mate, x, y }) => ({ unitName: names.get(mate) ?? '', x, y }))
}
