import type { PostKind } from '@quanheng/domain/ability/posts'
import type { NextAct } from '@quanheng/domain/workbench/next-act'
import type { Reader } from '../../platform/database/database.ts'
import { heldPosts } from '../organisation/index.ts'

interface Wanted {
  readonly unitId: string
  readonly sectionId?: string
  readonly posts: readonly PostKind[]
  readonly except?: readonly string[]
}

/** Who holds one of these posts in a body today, for 现在由谁办. */
export const holdersOf = async (db: Reader, { unitId, sectionId, posts, except = [] }: Wanted, today: string) => {
  const held = await heldPosts(db, { unitId, on: today, ...(sectionId !== undefined && { sectionId }) })
  return held
    .filter((post) => posts.includes(post.kind) && !except.includes(post.personId))
    .map((post) => ({ name: post.personName, post: post.kind, unitName: post.unitName }))
}

/** The people of a next act; `unitId` stands in where the act itself names no body. */
export const peopleFor = (db: Reader, act: NextAct, unitId: string, today: string) =>
  holdersOf(
    db,
    {
      unitId: act.unitId ?? unitId,
      posts: act.posts,
      ...(act.sectionId !== undefined && { sectionId: act.sectionId }),
      ...(act.except && { except: act.except }),
    },
    today,
  )
