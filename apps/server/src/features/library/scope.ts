import type { PostKind } from '@quanheng/domain/ability/posts'
import { conveners } from '@quanheng/domain/meeting/transitions'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

/** Units whose documents are read from the first draft: as office, as observer. */
export const libraryOfficesOf = (actor: Actor): readonly string[] => {
  const posts = postsFor(actor, 'library.read')
  return [
    ...unitIdsOf(posts.filter(({ kind }) => (conveners as readonly PostKind[]).includes(kind))),
    ...watchedBy(posts),
  ]
}

/** Condition on `library_document`: published, or of the actor's office. */
export const libraryIsVisible = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(
  library_document.state IN ('published', 'repealed')
    OR library_document.unit_id = ANY(${[...libraryOfficesOf(actor)]}::uuid[]))`
