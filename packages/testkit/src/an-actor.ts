import type { PostKind } from '@quanheng/domain/ability/posts'
import type { Actor } from '@quanheng/domain/kernel/command-context'

/** A person who holds one post in one unit; ids say who it is, e.g. `handler@lead`. */
export const anActor = (post: PostKind, unitId: string, more: Partial<Actor> = {}): Actor => ({
  personId: `${post}@${unitId}`,
  postId: `post:${post}@${unitId}`,
  post,
  unitId,
  ownUnitIds: [unitId],
  ...more,
})
