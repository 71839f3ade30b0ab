import type { Refusal } from '@quanheng/contract/errors'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { postsFor as postsThat } from '@quanheng/domain/kernel/transition'
import { standingUnits } from '@quanheng/domain/sheet/model'
import type { VerificationCommand, VerificationContext } from '@quanheng/domain/verification/commands'
import { decideVerification } from '@quanheng/domain/verification/decide'
import { verificationWorkflow } from '@quanheng/domain/verification/transitions'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change, Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { sha256 } from '../../platform/log/means.ts'
import { lockData } from '../collection/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { type IssuedPlan, lockIssuedPlan } from '../plan/index.ts'
import {
  isSignedThrough,
  type LoadedSheet,
  lockSheetsOfPlan,
  scoringPosts,
  sheetIsVisible,
  sheetsVisibleTo,
} from '../scoring/index.ts'
import { saveVerification } from './save.ts'
import { complete, type LoadedVerification, lockVerification, verificationChange } from './store.ts'

/** A verification held for a command, with the sheets of its key: the verified one and those that amend it. */
export interface HeldVerification extends LoadedVerification {
  readonly plan: IssuedPlan
  readonly sheet: LoadedSheet
  readonly family: readonly LoadedSheet[]
}

/** Unlocked look: whether it may be seen, and what has to be locked before it. */
const peek = async (
  { tx, actor }: Pick<Asking, 'tx' | 'actor'>,
  verificationId: string,
): Promise<LoadedVerification | undefined> => {
  const row = await tx
    .selectFrom('verification')
    .innerJoin('sheet', 'sheet.id', 'verification.sheet_id')
    .selectAll('verification')
    .where('verification.id', '=', verificationId)
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .executeTakeFirst()
  return row && (await complete(tx, [row]))[0]
}

/** Locks in the documented order: plan, the data that an answer changes, sheets, verification. */
export const holdVerification = async (
  asked: Asking,
  verificationId: string,
  seen: number,
  dataOf: (found: LoadedVerification) => readonly string[] = () => [],
): Promise<Result<HeldVerification, Refusal>> => {
  const { tx } = asked
  const found = await peek(asked, verificationId)
  const plan = found && (await lockIssuedPlan(tx, found.row.plan_id))
  if (!found || !plan) return refuse('platform.notFound')
  await lockData(tx, dataOf(found))
  const sheets = await lockSheetsOfPlan(tx, plan.planId, [found.row.leaf_key])
  const sheet = sheets.find(({ row }) => row.id === found.row.sheet_id)
  const locked = await lockVerification(tx, verificationId)
  if (!sheet || !locked) return refuse('platform.notFound')
  const current = await sameVersion(tx, locked.row, seen)
  if (!current.ok) return current
  return ok({ ...locked, plan, sheet, family: sheets.filter(({ row }) => row.key === sheet.row.key) })
}

const inspectors: readonly PostKind[] = ['verificationLead', 'verifier']

/** Bodies that may send a verification group: the scoring unit, the plan's owner, the owner of the year plan above it. */
export const sendingUnits = async (db: Reader, plan: IssuedPlan, scorerUnitId: string): Promise<readonly string[]> => {
  const parent =
    plan.parentPlanId === null
      ? undefined
      : await db.selectFrom('plan').select('owner_unit_id').where('id', '=', plan.parentPlanId).executeTakeFirst()
  return [scorerUnitId, plan.ownerUnitId, ...(parent ? [parent.owner_unit_id] : [])]
}

/**
 * Posts of the scoring side, posts of the verification group that one of those bodies sends, and an observer's: which sheets an
 * observer sees is settled before, and the workflow admits them to commitments and witnessing alone.
 */
export const postsOnSide = (
  posts: readonly HeldPost[],
  sheet: LoadedSheet,
  sending: readonly string[],
): readonly HeldPost[] => [
  ...scoringPosts(posts, sheet.row).filter((post) => !inspectors.includes(post.kind)),
  ...posts.filter((post) => inspectors.includes(post.kind) && sending.includes(post.unitId)),
  ...posts.filter((post) => post.kind === 'observer'),
]

const choosePost = async (
  { tx, posts }: { readonly tx: Tx; readonly posts: readonly HeldPost[] },
  { verification, sheet, plan }: HeldVerification,
  command: VerificationCommand['kind'],
): Promise<HeldPost | undefined> => {
  const own = postsOnSide(posts, sheet, await sendingUnits(tx, plan, sheet.row.scorer_unit_id))
  const admitted = postsThat(verificationWorkflow, verification.state, command)
  return own.find((post) => admitted.includes(post.kind)) ?? own[0]
}

/** Rows that fell to adopted changes and do not stand signed again. */
export const unsignedUnits = ({ verification, family }: Pick<HeldVerification, 'verification' | 'family'>) => {
  const adopted = verification.opinions.filter(({ answer }) => answer?.kind === 'adopted').map(({ unitId }) => unitId)
  const signed = new Set(
    family.filter(({ sheet }) => isSignedThrough(sheet)).flatMap(({ sheet }) => standingUnits(sheet)),
  )
  return [...new Set(adopted)].filter((unitId) => !signed.has(unitId))
}

/** Units in which these people hold a post today. */
const unitsByPerson = async (tx: Tx, personIds: readonly string[], today: string) => {
  const held = await heldPosts(tx, { personIds, on: today })
  const units = Map.groupBy(held, (post) => post.personId)
  return (personId: string): readonly string[] => (units.get(personId) ?? []).map((post) => post.unitId)
}

export interface DecidedOnVerification {
  readonly post: HeldPost
  readonly events: Outcome<unknown>['events']
  readonly changes: readonly Change[]
  readonly after: LoadedVerification
  readonly context: VerificationContext
}

/** Decides one command on a held verification and saves it. */
export const applyToVerification = async (
  asked: Asking,
  held: HeldVerification,
  command: VerificationCommand,
): Promise<Result<DecidedOnVerification, Refusal>> => {
  const post = await choosePost(asked, held, command.kind)
  if (post === undefined) return refuse('platform.notFound')
  const members = command.kind === 'recordVisit' ? command.visit.memberIds : []
  const context: VerificationContext = {
    ...commandContext(asked, post),
    hash: sha256,
    sheetUnitIds: held.family.flatMap(({ sheet }) => standingUnits(sheet)),
    unsignedUnitIds: unsignedUnits(held),
    unitsOf: await unitsByPerson(asked.tx, members, asked.context.today),
  }
  const decided = decideVerification(held.verification, command, context)
  if (!decided.ok) return decided
  const after = await saveVerification(asked.tx, held, decided.value.next)
  return ok({ post, events: decided.value.events, changes: [verificationChange(held, after)], after, context })
}
