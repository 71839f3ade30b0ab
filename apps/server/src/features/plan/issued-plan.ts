import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { PlanContent, PlanKind } from '@quanheng/domain/plan/model'
import type { Expression } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'

/** A version in force: what is collected, scored and reported by. Its content never changes. */
export interface IssuedPlan {
  readonly planId: string
  /** 1, 2, 3 …: which version. */
  readonly number: number
  /** SHA-256 of the content's canonical form, in hexadecimal. */
  readonly digest: string
  readonly content: PlanContent
  readonly kind: PlanKind
  readonly ownerUnitId: string
  readonly year: number
  readonly title: string
  readonly parentPlanId: string | null
}

/** Whether a meeting that has the plan before it lets this text be issued, as it was checked, without number and date. */
export type MayIssue = (tx: Tx, planId: string, digest: string) => Promise<Result<null, Refusal>>

/**
 * What follows from an issue, in the same transaction: opening collection, opening sheets. `before` is the version that was
 * in force, absent with the first issue. The changes join those of the act.
 */
export type OnIssue = (
  tx: Tx,
  plan: IssuedPlan,
  context: Context,
  before: IssuedPlan | null,
) => Promise<readonly Change[]>

/** Issued contents by digest: they are immutable, and a year's plan is too long to be read anew for every item. */
const contents = new Map<string, PlanContent>()
const kept = 24

const remember = (digest: string, content: PlanContent): PlanContent => {
  contents.delete(digest)
  contents.set(digest, content)
  const [oldest] = contents.keys()
  if (contents.size > kept && oldest !== undefined) contents.delete(oldest)
  return content
}

const contentOf = async (db: Reader, versionId: string, digest: string): Promise<PlanContent> => {
  const known = contents.get(digest)
  if (known !== undefined) return remember(digest, known)
  const row = await db
    .selectFrom('plan_version')
    .select('content')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  return remember(digest, row.content)
}

const heads = (db: Reader) =>
  db
    .selectFrom('plan')
    .innerJoin('plan_version', 'plan_version.plan_id', 'plan.id')
    .select([
      'plan.id',
      'plan.kind',
      'plan.owner_unit_id',
      'plan.parent_plan_id',
      'plan_version.id as version_id',
      'plan_version.number',
      'plan_version.digest',
    ])

const inForce = (db: Reader) => heads(db).whereRef('plan_version.number', '=', 'plan.issued_number')

type Head = NonNullable<Awaited<ReturnType<ReturnType<typeof heads>['executeTakeFirst']>>>

const complete = async (db: Reader, head: Head | undefined): Promise<IssuedPlan | null> => {
  if (head === undefined) return null
  const content = await contentOf(db, head.version_id, head.digest)
  return {
    planId: head.id,
    number: head.number,
    digest: head.digest,
    content,
    kind: head.kind,
    ownerUnitId: head.owner_unit_id,
    year: content.year,
    title: content.title,
    parentPlanId: head.parent_plan_id,
  }
}

/** The version in force; null before the first issue, and for an unknown plan. Scope is the caller's. */
export const issuedPlan = async (db: Reader, planId: string): Promise<IssuedPlan | null> =>
  complete(db, await inForce(db).where('plan.id', '=', planId).executeTakeFirst())

/**
 * The version in force, held against the next issue until the transaction ends (FOR SHARE on the plan): first in the lock
 * order plan → datum → item → sheet → verification → result → approval.
 */
export const lockIssuedPlan = async (tx: Tx, planId: string): Promise<IssuedPlan | null> =>
  complete(tx, await inForce(tx).where('plan.id', '=', planId).forShare('plan').executeTakeFirst())

/** The same for every plan that a query names, in the order of their ids; plans without a version in force are left out. */
export const lockIssuedPlans = async (
  tx: Tx,
  planIds: Expression<string>,
): Promise<ReadonlyMap<string, IssuedPlan>> => {
  const found = await inForce(tx).where('plan.id', 'in', planIds).orderBy('plan.id').forShare('plan').execute()
  const plans = new Map<string, IssuedPlan>()
  for (const head of found) {
    const plan = await complete(tx, head)
    if (plan !== null) plans.set(plan.planId, plan)
  }
  return plans
}

/** One version that was ever issued, in force or replaced: what an old signature was given under. */
export const issuedVersion = async (db: Reader, planId: string, number: number): Promise<IssuedPlan | null> =>
  complete(
    db,
    await heads(db).where('plan.id', '=', planId).where('plan_version.number', '=', number).executeTakeFirst(),
  )
