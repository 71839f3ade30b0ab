import type { PostKind } from '../ability/posts.ts'
import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { compare, exact, zero } from '../kernel/exact.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import type { SelfReview, SelfReviewRow } from './model.ts'

export const selfReviewWriters = ['unitReporter', 'unitHead', 'principal'] as const satisfies readonly PostKind[]
/** 主要领导签字; where the unit's head is entered as 单位负责人 that post signs for the unit. */
export const selfReviewSigners = ['principal', 'unitHead'] as const satisfies readonly PostKind[]

export type SelfReviewErrorCode =
  | 'selfReview.notWanted'
  | 'selfReview.locked'
  | 'selfReview.signed'
  | 'selfReview.notSigned'
  | 'selfReview.outOfRange'
  | 'selfReview.incomplete'
  | 'selfReview.reportMissing'
type Refused<T> = Result<T, DomainError<SelfReviewErrorCode>>

export type SelfReviewEvent =
  | { readonly type: 'selfReviewSaved'; readonly selfReviewId: string; readonly rows: number }
  | { readonly type: 'selfReviewSigned'; readonly selfReviewId: string; readonly digest: string }
  | { readonly type: 'selfReviewReturned'; readonly selfReviewId: string; readonly reason: string }

type Outcome = Refused<{ readonly next: SelfReview; readonly events: readonly SelfReviewEvent[] }>

/** What the plan asks of the unit. */
export interface SelfReviewGround {
  readonly wanted: boolean
  /** A locked version of the plan's scores stands: nobody reviews afterwards. */
  readonly locked: boolean
  /** The unit's items, each with its full marks, in the order of the plan. */
  readonly items: readonly { readonly itemId: string; readonly name: string; readonly fullMark: string }[]
}

const open = ({ wanted, locked }: SelfReviewGround): Refused<null> => {
  if (!wanted) return refuse('selfReview.notWanted')
  return locked ? refuse('selfReview.locked') : ok(null)
}

const outside = (points: string, fullMark: string): boolean =>
  compare(exact(points), zero) < 0 || compare(exact(points), exact(fullMark)) > 0

/** 保存: half filled or whole, until it is signed; points stay between none and full marks. */
export const saveSelfReview = (
  before: SelfReview | undefined,
  given: Pick<SelfReview, 'planId' | 'unitId' | 'rows' | 'report'>,
  ground: SelfReviewGround,
  { newId, now, actor }: CommandContext,
): Outcome => {
  const may = open(ground)
  if (!may.ok) return may
  if (before?.state === 'signed') return refuse('selfReview.signed')
  const rows: SelfReviewRow[] = []
  for (const { itemId, name, fullMark } of ground.items) {
    const at = given.rows.findIndex((row) => row.itemId === itemId)
    const row = given.rows[at]
    if (row?.points !== undefined && outside(row.points, fullMark)) {
      return refuse('selfReview.outOfRange', { at: `rows.${at}.points`, params: { name, full: fullMark } })
    }
    rows.push(row ?? { itemId, reason: '' })
  }
  const { planId, unitId, report } = given
  const saved = { by: authorOf(actor), at: now }
  const kept = before?.returned ? { returned: before.returned } : {}
  const state = before?.state ?? 'draft'
  const next: SelfReview = { id: before?.id ?? newId(), planId, unitId, state, rows, report, saved, ...kept }
  return ok({ next, events: [{ type: 'selfReviewSaved', selfReviewId: next.id, rows: rows.length }] })
}

const isMissing = (review: SelfReview, { itemId, fullMark }: SelfReviewGround['items'][number]): boolean => {
  const row = review.rows.find((one) => one.itemId === itemId)
  if (row?.points === undefined) return true
  return compare(exact(row.points), exact(fullMark)) < 0 && row.reason === ''
}

/** 主要领导签字: every item scored, every lost point with its reason, a report. @param digest of `signedText` */
export const signSelfReview = (
  review: SelfReview,
  digest: string,
  ground: SelfReviewGround,
  { now, actor }: CommandContext,
): Outcome => {
  const may = open(ground)
  if (!may.ok) return may
  if (review.state === 'signed') return refuse('selfReview.signed')
  const missing = ground.items.filter((item) => isMissing(review, item))
  if (missing.length > 0) {
    const names = missing
      .slice(0, 5)
      .map(({ name }) => name)
      .join('、')
    return refuse('selfReview.incomplete', { params: { count: String(missing.length), names } })
  }
  if (review.report === '') return refuse('selfReview.reportMissing', { at: 'report' })
  const { returned: _, ...rest } = review
  const next: SelfReview = { ...rest, state: 'signed', signed: { by: authorOf(actor), at: now, digest } }
  return ok({ next, events: [{ type: 'selfReviewSigned', selfReviewId: review.id, digest }] })
}

/** 退回: by the side that scores, with what is to be mended; the signature falls. */
export const returnSelfReview = (
  review: SelfReview,
  reason: string,
  ground: SelfReviewGround,
  { now, actor }: CommandContext,
): Outcome => {
  const may = open(ground)
  if (!may.ok) return may
  if (review.state !== 'signed') return refuse('selfReview.notSigned')
  const { signed: _, ...rest } = review
  const next: SelfReview = { ...rest, state: 'returned', returned: { by: authorOf(actor), at: now, reason } }
  return ok({ next, events: [{ type: 'selfReviewReturned', selfReviewId: review.id, reason }] })
}
