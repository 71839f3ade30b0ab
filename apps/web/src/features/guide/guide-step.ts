import type { Ability } from '@quanheng/domain/ability/abilities'
import type { PostKind } from '@quanheng/domain/ability/posts'

/** One thing to try, where, and how one sees that it is done. */
export interface GuideStep {
  /** The page where it is done. */
  readonly to: `/${string}`
  /** What it takes; every post named has it, a test keeps that. Absent: everybody with a session. */
  readonly ability?: Ability
  /** For whose work it is meant, which may be fewer than may do it. */
  readonly posts: readonly PostKind[]
  readonly act: () => string
  readonly done: () => string
}
