import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { whyItem } from '@quanheng/contract/why'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { taskFor } from '@quanheng/domain/plan/items'
import { appliedWords } from '@quanheng/domain/rule/applied-words'
import { type Curve, curveOf } from '@quanheng/domain/rule/curve/curve'
import { say } from '@quanheng/domain/rule/say'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { leafOf } from './content.ts'
import { type PointsOf, peersOf, pointsOnSheets } from './peers.ts'
import { rowsOf } from './present-rows.ts'
import { presentSignatures } from './present-signatures.ts'
import { readSheets } from './read-sheet.ts'
import { type SheetScope, sheetIsVisible } from './scope.ts'
import { withSignatures } from './sheet-store.ts'
import { sheetNames } from './show-sheet.ts'

type Reply = ReplyOf<typeof whyItem>

/** The sheet on which an item stands now: the amendment where its row fell and is signed again. */
const standingSheet = async (db: Reader, scope: SheetScope, itemId: string) =>
  db
    .selectFrom('item')
    .innerJoin('sheet', (join) =>
      join.onRef('sheet.plan_id', '=', 'item.plan_id').onRef('sheet.leaf_key', '=', 'item.leaf_key'),
    )
    .selectAll('sheet')
    .select('item.unit_id as item_unit_id')
    .where('item.id', '=', itemId)
    .where(sql<boolean>`item.unit_id = ANY(sheet.unit_ids)`)
    .where(sheetIsVisible(scope))
    .where(sql<boolean>`NOT sheet.fallen_rows @> jsonb_build_array(jsonb_build_object('unitId', item.unit_id))`)
    .executeTakeFirst()

/** The unit is the sentence's where it names one, else that of the indicator card. */
const plotOf = (curve: Curve, unit: string, peers: NonNullable<Reply['plot']>['peers']): Reply['plot'] => ({
  ...curve,
  unit: curve.unit || unit,
  edges: [...curve.edges],
  stretches: [...curve.stretches],
  points: [...curve.points],
  peers,
})

/**
 * 为什么是这个分: one score from its sentence to its signatures, for whoever the scope lets see its sheet.
 * @param pointsOf what of the group-mates may be drawn beside it; the sheets of the scope unless said otherwise
 */
export const whyScore = async (
  db: Reader,
  scope: SheetScope,
  itemId: string,
  today: string,
  pointsOf?: PointsOf,
): Promise<Result<Reply, Refusal>> => {
  const found = await standingSheet(db, scope, itemId)
  if (found === undefined) return refuse('platform.notFound')
  const { item_unit_id: unitId, ...sheetRow } = found
  const [read] = await readSheets(db, await withSignatures(db, [sheetRow]), today)
  if (!read) return refuse('platform.notFound')
  const names = await sheetNames(db, read)
  const row = rowsOf(read, names).find((one) => one.itemId === itemId)
  if (!row) return refuse('platform.notFound')
  const leaf = leafOf(read.ownPlan.content, sheetRow.leaf_key)
  const rule = leaf.scoring?.rule
  const said = rule && say(rule)
  const facts = read.facts.find((one) => one.unitId === unitId)
  const cited = new Set(
    read.composed.rows.find(({ item }) => item.id === itemId)?.evidence.map((one) => one.evidenceId),
  )
  const curve = rule && facts ? curveOf(rule, facts.facts) : null
  const peers =
    curve && rule
      ? await peersOf(db, read, unitId, rule, pointsOf ?? (await pointsOnSheets(db, scope, read, today)))
      : []
  const sentence = rule?.text || said?.sentence || leaf.scoring?.sentence || ''
  return ok({
    sheetId: sheetRow.id,
    row,
    leafName: leaf.name,
    fullMark: leaf.fullMark,
    sentence,
    applied: row.outcome.status === 'scored' ? [...appliedWords(sentence, row.outcome.trace.losses)] : [],
    notes: said?.notes.map(({ text, basis }) => ({ text, basis })) ?? [],
    clause: leaf.basis,
    taskBasis: taskFor(read.ownPlan.content, sheetRow.leaf_key, unitId)?.basis ?? null,
    planTitle: read.plan.title,
    files: (facts?.files ?? [])
      .filter((file) => cited.has(file.id))
      .map((file) => ({ id: file.id, name: file.file.name, digest: file.file.sha256 })),
    plot: curve && plotOf(curve, leaf.scoring?.card.unit ?? '', peers),
    signatures: presentSignatures(read.sheet, names),
  })
}
