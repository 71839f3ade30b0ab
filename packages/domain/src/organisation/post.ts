import { isAdministrator, type PostKind } from '../ability/posts.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'

/** A post as far as the rules of holding posts need it; days inclusive, open end when null. */
export interface PostPeriod {
  readonly kind: PostKind
  readonly unitId: string
  readonly sectionId: string | null
  readonly from: string
  readonly to: string | null
}

export type PostError = DomainError<
  | 'post.administratorHoldsAnother'
  | 'post.administratorHasBusiness'
  | 'post.sectionNeeded'
  | 'post.periodBackwards'
  | 'post.heldTwice'
  | 'post.actingWithoutEnd'
>

/** Posts of a section (科室); the others are of the unit as a whole. */
const sectionPosts: readonly PostKind[] = ['sectionHead', 'handler']

const overlap = (a: PostPeriod, b: PostPeriod): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)

/**
 * Whether a person who holds `held` may be given `wanted`. 三员分立 (GB/T 22239 8.1.5.1–3): nobody holds two administrator posts
 * at once, and an administrator holds no business post. 主持工作 and 临时负责 end by themselves: they name their last day.
 */
export const mayHold = (
  held: readonly PostPeriod[],
  wanted: PostPeriod & { readonly acting?: boolean },
): Result<null, PostError> => {
  if (wanted.acting && wanted.to === null) return refuse('post.actingWithoutEnd', { at: 'to' })
  if (wanted.to !== null && wanted.to < wanted.from) return refuse('post.periodBackwards', { at: 'to' })
  if (sectionPosts.includes(wanted.kind) && wanted.sectionId === null) {
    return refuse('post.sectionNeeded', { at: 'sectionId', params: { kind: wanted.kind } })
  }
  const together = held.filter((post) => overlap(post, wanted))
  const same = together.find(
    (post) => post.kind === wanted.kind && post.unitId === wanted.unitId && post.sectionId === wanted.sectionId,
  )
  if (same !== undefined) return refuse('post.heldTwice', { at: 'from' })
  const administrator = together.find((post) => isAdministrator(post.kind))
  const params = { held: (administrator ?? together[0])?.kind ?? '', kind: wanted.kind }
  if (isAdministrator(wanted.kind)) {
    if (administrator !== undefined) return refuse('post.administratorHoldsAnother', { at: 'kind', params })
    if (together.length > 0) return refuse('post.administratorHasBusiness', { at: 'kind', params })
    return ok(null)
  }
  return administrator === undefined ? ok(null) : refuse('post.administratorHasBusiness', { at: 'kind', params })
}
