import { postsGiving } from '../kernel/transition.ts'
import type { LibraryCommandKind } from '../library/model.ts'
import { libraryWorkflow } from '../library/transitions.ts'
import { conveners } from '../meeting/transitions.ts'
import { isAdministrator, type PostKind, postKinds } from './posts.ts'

const giving = (command: LibraryCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(libraryWorkflow, command),
})

const business = postKinds.filter((kind) => !isAdministrator(kind))

/** 制度文件: every business post reads what is published; the office enters it. */
export const libraryAbilities = {
  'library.read': { posts: business },
  'library.begin': { posts: conveners },
  'library.edit': giving('edit'),
  'library.publish': giving('publish'),
  'library.discard': giving('discard'),
  'library.correct': giving('correct'),
  'library.repeal': giving('repeal'),
} as const
