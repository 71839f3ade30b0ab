import { type Actor, type Author, authorOf } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'

/** One piece of evidence that uses a file. */
export interface FileUse {
  readonly evidenceId: string
  /** The body that put it forward. */
  readonly unitId: string
  readonly personId: string
  /** Appraisal year of its plan. */
  readonly year: number
}

/** 已核实: a person has looked at these uses and says why they stand as they are. */
export interface LikenessReview {
  readonly id: string
  /** SHA-256 of the two files, in order; the same twice where one file is used again. */
  readonly first: string
  readonly second: string
  readonly evidenceIds: readonly string[]
  readonly reason: string
  readonly author: Author
  /** RFC 3339 */
  readonly at: string
}

/** 雷同材料: one file, or one picture, that several bodies put forward, or that serves for several years. One body's own use in one year is re-use. */
export const isRepeated = (uses: readonly FileUse[]): boolean =>
  new Set(uses.map((use) => use.unitId)).size > 1 || new Set(uses.map((use) => use.year)).size > 1

/** The newest review that has seen every use; one use more opens the question again. */
export const settledBy = (uses: readonly FileUse[], reviews: readonly LikenessReview[]): LikenessReview | undefined =>
  reviews.findLast(({ evidenceIds }) => uses.every((use) => evidenceIds.includes(use.evidenceId)))

export type LikenessErrorCode = 'likeness.changed' | 'likeness.own' | 'likeness.settled'

interface Settling {
  readonly first: string
  readonly second: string
  readonly uses: readonly FileUse[]
  readonly reviews: readonly LikenessReview[]
  /** How many uses the person saw. */
  readonly seen: number
  readonly reason: string
}

/** Whoever put one of the files forward does not say that it is in order. No score follows from it. */
export const settleLikeness = (
  { first, second, uses, reviews, seen, reason }: Settling,
  context: { readonly actor: Actor; readonly now: string; readonly newId: () => string },
): Result<LikenessReview, DomainError<LikenessErrorCode>> => {
  if (uses.length !== seen || !isRepeated(uses)) return refuse('likeness.changed')
  if (settledBy(uses, reviews)) return refuse('likeness.settled')
  if (uses.some((use) => use.personId === context.actor.personId)) return refuse('likeness.own')
  return ok({
    id: context.newId(),
    first,
    second,
    evidenceIds: uses.map((use) => use.evidenceId).toSorted(),
    reason,
    author: authorOf(context.actor),
    at: context.now,
  })
}

export const canonicalReview = (review: LikenessReview) => ({ v: 1, noun: 'likenessReview', ...review })
