import type { Refusal } from '@quanheng/contract/errors'
import type { showOwnResult, whyOwnItem } from '@quanheng/contract/own-result'
import type { ReplyOf } from '@quanheng/contract/route'
import { exact } from '@quanheng/domain/kernel/exact'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import { type RunContent, type RunLeaf, rowOf } from '@quanheng/domain/result/run-content'
import { printedPoints } from '@quanheng/domain/result/run-figures'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { type PointsOf, type SheetScope, whyScore } from '../scoring/index.ts'
import { type OwnPlace, ownPlaces, presentPlaces } from './own-results.ts'
import { runOf } from './run-store.ts'
import { presentRow } from './scores-query.ts'

type Reply = ReplyOf<typeof showOwnResult>

const notOpen = ({ plan }: OwnPlace) =>
  refuse('ownResult.notOpen', { params: { opens: plan.content.settings.visibility.value } })

/** The unit's row of one indicator; what others got stands beside it only where the plan opens it to everybody. */
const scoreOn = (run: RunContent, leaf: RunLeaf, { unitId, sight }: OwnPlace): Reply['scores'] => {
  const at = rowOf(leaf, unitId)
  if (at < 0) return []
  const { unitId: _id, unitName: _name, groupName: _group, ...row } = presentRow(run, leaf, at)
  const names = new Map(run.units.map(({ id, name }) => [id, name]))
  const others = leaf.unitIds.map((id, place) => ({
    unitName: names.get(id) ?? '',
    points: printedPoints(run, leaf.points[place] ?? '0'),
  }))
  return [{ ...row, leafKey: leaf.key, name: leaf.name, measure: leaf.measure, others: sight === 'all' ? others : [] }]
}

/** Total and rank of the own unit in the year's result. */
const totalOf = (run: RunContent, unitId: string): Reply['total'] => {
  const score = run.totals?.units.find((unit) => unit.unitId === unitId)
  if (score === undefined) return null
  const unit = run.units.find(({ id }) => id === unitId)
  const points = score.published ?? (score.raw === undefined ? null : printRounded(exact(score.raw), run.rounding))
  return {
    points,
    rank: run.totals?.ranks.find((rank) => rank.unitId === unitId)?.rank ?? null,
    groupName: run.groups.find(({ key }) => key === unit?.groupKey)?.name ?? null,
  }
}

/** 本单位得分: from the locked version, once the plan opens it; another unit's place is not found. */
export const ownScores = async (
  db: Reader,
  actor: Actor,
  asked: { readonly planId: string; readonly unitId: string },
): Promise<Result<Reply, Refusal>> => {
  const place = (await ownPlaces(db, actor, asked.planId)).find(({ unitId }) => unitId === asked.unitId)
  if (place === undefined) return refuse('platform.notFound')
  const run = place.standing && (await runOf(db, place.standing.result.runDigest))
  const [row] = await presentPlaces(db, [place])
  if (place.sight === 'nothing' || run === undefined || row === undefined || !place.standing) return notOpen(place)
  return ok({
    ...row,
    runDigest: place.standing.result.runDigest,
    issue: place.standing.result.issue ?? null,
    scores: run.leaves.flatMap((leaf) => scoreOn(run, leaf, place)),
    total: totalOf(run, place.unitId),
  })
}

/** The unit has been matched with the item already: the scope of the scoring side does not apply to it. */
const anySheet: SheetScope = {
  all: true,
  unitIds: [],
  sectionIds: [],
  sectionUnitIds: [],
  inspectingUnitIds: [],
  watchedIds: [],
}

const citeOf = (run: RunContent | undefined, itemId: string) => {
  const leaf = run?.leaves.find(({ itemIds }) => itemIds.includes(itemId))
  return leaf?.cites[leaf.itemIds.indexOf(itemId)]
}

const nobody: PointsOf = () => undefined

/** Points of the locked version, of units whose figures are still those that it cites. */
const published =
  (leaf: RunLeaf): PointsOf =>
  ({ unitId, data }) => {
    const at = rowOf(leaf, unitId)
    const cite = leaf.cites[at]
    const digests = new Set(data.map(({ digest }) => digest))
    const same = cite?.kind === 'sheet' && cite.data.every(({ digest }) => digests.has(digest))
    return same ? leaf.points[at] : undefined
  }

/** Why an own item got what the locked version says. What has moved since is not public: then there is no answer yet. */
export const whyOwn = async (
  db: Reader,
  actor: Actor,
  itemId: string,
  today: string,
): Promise<Result<ReplyOf<typeof whyOwnItem>, Refusal>> => {
  const item = await db
    .selectFrom('item')
    .select(['plan_id', 'unit_id', 'leaf_key'])
    .where('id', '=', itemId)
    .executeTakeFirst()
  const places = item === undefined ? [] : await ownPlaces(db, actor, item.plan_id)
  const place = places.find(({ unitId }) => unitId === item?.unit_id)
  if (place === undefined) return refuse('platform.notFound')
  if (place.sight === 'nothing' || place.standing === undefined) return notOpen(place)
  const run = await runOf(db, place.standing.result.runDigest)
  const cite = citeOf(run, itemId)
  const leaf = run?.leaves.find(({ key }) => key === item?.leaf_key)
  const why = await whyScore(db, anySheet, itemId, today, place.sight === 'all' && leaf ? published(leaf) : nobody)
  if (!why.ok || cite?.kind !== 'sheet') return refuse('platform.notFound')
  const signed = await db
    .selectFrom('sheet')
    .select('signed_digest')
    .where('id', '=', why.value.sheetId)
    .executeTakeFirst()
  const same = cite.id === why.value.sheetId && cite.digest === signed?.signed_digest
  return same ? why : refuse('ownResult.moved')
}
