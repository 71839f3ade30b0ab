import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { postsFor as postsThat } from '@quanheng/domain/kernel/transition'
import type { SheetCommand, SheetContext } from '@quanheng/domain/sheet/commands'
import type { ComposedSheet } from '@quanheng/domain/sheet/compose'
import { decideSheet } from '@quanheng/domain/sheet/decide'
import { nextRole, type SigningOrder } from '@quanheng/domain/sheet/signing'
import { sheetWorkflow } from '@quanheng/domain/sheet/transitions'
import type { Reader } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change, Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { lockFactsOf } from '../collection/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { type IssuedPlan, issuedVersion, lockIssuedPlan } from '../plan/index.ts'
import { lockItemsOf } from './item-store.ts'
import { composeNow } from './live-rows.ts'
import { scoringPosts, sheetIsVisible, sheetsVisibleTo } from './scope.ts'
import { type LoadedSheet, saveSheet, sheetChange, withSignatures } from './sheet-store.ts'
import type { SheetRow } from './tables.ts'
import { keepVersion, versionsOf } from './version-store.ts'

/** A sheet held for a command, with all that the decision reads. */
export interface HeldSheet extends LoadedSheet {
  readonly plan: IssuedPlan
  /** The plan version on which the sheet stands. */
  readonly ownPlan: IssuedPlan
  readonly composed: ComposedSheet
  readonly order: SigningOrder
}

export type Holder = Awaited<ReturnType<typeof heldPosts>>[number]

/** Who signs, by the plan on which the sheet stands, and who of the unit's `holders` heads the scoring side. */
export const orderFrom = (row: SheetRow, plan: IssuedPlan, holders: readonly Holder[]): SigningOrder => {
  const map = plan.content.signatureMap
  const heads = map.find(({ role }) => role === 'sectionHead')?.posts ?? []
  const inPlace = holders.filter((post) => row.scorer_section_id === null || post.sectionId === row.scorer_section_id)
  return {
    map,
    sectionHeadIds: [...new Set(inPlace.filter(({ kind }) => heads.includes(kind)).map(({ personId }) => personId))],
  }
}

/** The same for the posts held on a day. */
export const signingOrder = async (db: Reader, row: SheetRow, plan: IssuedPlan, today: string): Promise<SigningOrder> =>
  orderFrom(row, plan, await heldPosts(db, { unitId: row.scorer_unit_id, on: today }))

/** Unlocked look at the row: only to learn which plan and leaf to lock first. */
const placeOf = async (
  { tx, actor }: Asking,
  sheetId: string,
): Promise<Pick<SheetRow, 'plan_id' | 'leaf_key'> | undefined> =>
  tx
    .selectFrom('sheet')
    .select(['plan_id', 'leaf_key'])
    .where('sheet.id', '=', sheetId)
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .executeTakeFirst()

/**
 * Locks in the documented order (plan, data, items, sheet) and composes the sheet. A sheet that is not there or out of
 * scope is not found; a version that was seen and is no longer the stored one is refused. With `none` neither data nor items
 * are held: for commands on signed sheets, whose content is the stored one.
 */
export const holdSheet = async (
  asked: Asking,
  sheetId: string,
  seen: number | null,
  items: 'update' | 'share' | 'none' = 'share',
): Promise<Result<HeldSheet, Refusal>> => {
  const { tx, context } = asked
  const place = await placeOf(asked, sheetId)
  if (place === undefined) return refuse('platform.notFound')
  const plan = await lockIssuedPlan(tx, place.plan_id)
  if (plan === null) return refuse('platform.notFound')
  const facts = items === 'none' ? [] : await lockFactsOf(tx, plan, place.leaf_key)
  const held = items === 'none' ? [] : await lockItemsOf(tx, place.plan_id, place.leaf_key, items)
  const row = await tx.selectFrom('sheet').selectAll().where('id', '=', sheetId).forUpdate().executeTakeFirstOrThrow()
  if (seen !== null) {
    const current = await sameVersion(tx, row, seen)
    if (!current.ok) return current
  }
  const [loaded] = await withSignatures(tx, [row])
  if (!loaded) return refuse('platform.notFound')
  const ownPlan =
    row.plan_number === plan.number ? plan : ((await issuedVersion(tx, plan.planId, row.plan_number)) ?? plan)
  const versions = await versionsOf(tx, [row.id])
  const signed = versions.findLast((version) => version.digest === row.signed_digest)
  const composed = composeNow({ sheet: loaded.sheet, plan: ownPlan, items: held, facts, signed })
  return ok({ ...loaded, plan, ownPlan, composed, order: await signingOrder(tx, row, ownPlan, context.today) })
}

/** Among the posts that stand on the scoring side, the one that may act now; else any of them, so that the refusal says why. */
const choosePost = (
  posts: readonly HeldPost[],
  { row, sheet, order }: HeldSheet,
  command: SheetCommand['kind'],
): HeldPost | undefined => {
  const own = scoringPosts(posts, row)
  const admitted = own.filter((post) => postsThat(sheetWorkflow, sheet.state, command).includes(post.kind))
  const due = command === 'sign' ? nextRole(sheet, order)?.posts : undefined
  return admitted.find((post) => due === undefined || due.includes(post.kind)) ?? admitted[0] ?? own[0]
}

const sheetContext = (
  asked: Asking,
  held: Pick<HeldSheet, 'composed' | 'order'>,
  post: HeldPost,
  paperSignerUnitIds: readonly string[] = [],
): SheetContext => ({
  ...commandContext(asked, post),
  composed: held.composed,
  order: held.order,
  paperSignerUnitIds,
})

export interface DecidedOnSheet {
  readonly post: HeldPost
  readonly events: Outcome<unknown>['events']
  readonly changes: readonly Change[]
  readonly after: LoadedSheet
  readonly held: HeldSheet
}

/** Decides one command on a held sheet and saves it; what was signed is kept in full. */
export const applyToSheet = async (
  asked: Asking,
  held: HeldSheet,
  command: SheetCommand,
  paperSignerUnitIds: readonly string[] = [],
): Promise<Result<DecidedOnSheet, Refusal>> => {
  const post = choosePost(asked.posts, held, command.kind)
  if (post === undefined) return refuse('platform.notFound')
  const decided = decideSheet(held.sheet, command, sheetContext(asked, held, post, paperSignerUnitIds))
  if (!decided.ok) return decided
  const { next, events } = decided.value
  if (command.kind === 'sign' || command.kind === 'registerPaper' || command.kind === 'confirmPaper') {
    await keepVersion(asked.tx, held.sheet, held.composed, asked.context)
  }
  const after = await saveSheet(asked.tx, held, next, null, asked.context)
  return ok({ post, events, changes: [sheetChange(held, after)], after, held })
}

/** Load, decide, save: the whole of a command that concerns one sheet only. */
export const actOnSheet = async (
  asked: Asking,
  sheetId: string,
  seen: number,
  command: SheetCommand,
): Promise<Result<DecidedOnSheet, Refusal>> => {
  const held = await holdSheet(asked, sheetId, seen)
  return held.ok ? applyToSheet(asked, held.value, command) : held
}
