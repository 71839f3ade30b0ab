import type { PostKind } from './posts.ts'

/** Which posts may do it at all; on which unit, section or sheet is decided by the scope of what is loaded. */
export interface AbilityRule {
  readonly posts: readonly PostKind[]
}
