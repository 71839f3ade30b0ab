import type { showOwnResult } from '@quanheng/contract/own-result'
import type { ReplyOf } from '@quanheng/contract/route'
import { type OwnSight, ownSight } from '@quanheng/domain/result/own-sight'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan, issuedVersion } from '../plan/index.ts'
import { unitNames } from './names.ts'
import { type LoadedResult, resultsOfPlan } from './result-store.ts'
import { runOf } from './run-store.ts'

type OwnRow = Omit<ReplyOf<typeof showOwnResult>, 'runDigest' | 'issue' | 'scores' | 'total'>

/** One of the actor's units under one plan, with the version that stands and what the plan lets the unit see of it. */
export interface OwnPlace {
  readonly plan: IssuedPlan
  readonly unitId: string
  readonly standing: LoadedResult | undefined
  readonly sight: OwnSight
}

/**
 * The version in force: the last one that was issued, however much was locked since, else the newest that stands. Under a year plan
 * the one that the year's issued result rests on.
 */
const standingOf = async (db: Reader, planId: string, year?: LoadedResult): Promise<LoadedResult | undefined> => {
  const results = await resultsOfPlan(db, planId)
  const issued = results.filter(({ result }) => result.state === 'issued')
  const published = year?.result.state === 'issued' ? year.row.frozen_at : undefined
  return (
    issued.find(({ row }) => published === undefined || row.frozen_at <= published) ??
    issued[0] ??
    results.find(({ result }) => result.state !== 'voided')
  )
}

/** A locked version goes by the settings of the plan version that it was computed under. */
const versionOf = async (db: Reader, plan: IssuedPlan, standing: LoadedResult | undefined): Promise<IssuedPlan> => {
  const run = standing && (await runOf(db, standing.result.runDigest))
  return (run && (await issuedVersion(db, plan.planId, run.plan.number))) ?? plan
}

const placesOn = async (db: Reader, current: IssuedPlan, unitIds: readonly string[]): Promise<readonly OwnPlace[]> => {
  const year = current.parentPlanId === null ? undefined : await standingOf(db, current.parentPlanId)
  const standing = await standingOf(db, current.planId, year)
  const plan = await versionOf(db, current, standing)
  const appraised = new Set(plan.content.tasks.map(({ unitId }) => unitId))
  const sight = ownSight(plan.content.settings.visibility.value, {
    state: standing?.result.state,
    ...(plan.parentPlanId !== null && { year: { state: year?.result.state } }),
  })
  return unitIds.filter((unitId) => appraised.has(unitId)).map((unitId) => ({ plan, unitId, standing, sight }))
}

/** Every issued plan that appraises one of the actor's units; `planId` narrows it to one. */
export const ownPlaces = async (db: Reader, actor: Actor, planId?: string): Promise<readonly OwnPlace[]> => {
  const unitIds = unitIdsOf(postsFor(actor, 'ownResult.read'))
  let named = db
    .selectFrom('plan')
    .select('id')
    .where('issued_number', 'is not', null)
    .where(sql<boolean>`named_unit_ids && ${unitIds}::uuid[]`)
  if (planId !== undefined) named = named.where('id', '=', planId)
  const rows = await named.orderBy('year', 'desc').orderBy('kind').orderBy('id').execute()
  const places: OwnPlace[] = []
  for (const { id } of rows) {
    const plan = await issuedPlan(db, id)
    if (plan !== null) places.push(...(await placesOn(db, plan, unitIds)))
  }
  return places
}

export const presentPlaces = async (db: Reader, places: readonly OwnPlace[]): Promise<OwnRow[]> => {
  const names = await unitNames(
    db,
    places.flatMap(({ plan, unitId }) => [plan.ownerUnitId, unitId]),
  )
  return places.map(({ plan, unitId, sight }) => ({
    planId: plan.planId,
    planKind: plan.kind,
    planTitle: plan.title,
    year: plan.year,
    ownerName: names.get(plan.ownerUnitId) ?? '',
    unitId,
    unitName: names.get(unitId) ?? '',
    opens: plan.content.settings.visibility.value,
    open: sight !== 'nothing',
  }))
}
