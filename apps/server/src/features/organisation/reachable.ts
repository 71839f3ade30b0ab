import type { PostKind } from '@quanheng/domain/ability/posts'
import type { Reader } from '../../platform/database/database.ts'
import { heldPosts } from './store.ts'

/** Somebody who can be called, under one post. */
export interface Reachable {
  readonly personId: string
  readonly name: string
  readonly phone: string | null
  readonly post: PostKind
  readonly unitId: string
  readonly sectionId?: string
}

/** Who holds posts today, in these units or of these people, with their phones: for lists that urge. */
export const reachable = async (
  db: Reader,
  of: { readonly unitIds: readonly string[] } | { readonly personIds: readonly string[] },
  today: string,
): Promise<readonly Reachable[]> => {
  const held = await heldPosts(db, { ...of, on: today })
  const ids = [...new Set(held.map((post) => post.personId))]
  const phones = new Map(
    ids.length === 0
      ? []
      : (await db.selectFrom('person').select(['id', 'phone']).where('id', 'in', ids).execute()).map((row) => [
          row.id,
          row.phone,
        ]),
  )
  return held.map((post) => ({
    personId: post.personId,
    name: post.personName,
    phone: phones.get(post.personId) ?? null,
    post: post.kind,
    unitId: post.unitId,
    ...(post.sectionId !== null && { sectionId: post.sectionId }),
  }))
}
