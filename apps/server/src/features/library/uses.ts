import type { showLibraryDocument } from '@quanheng/contract/library'
import type { ReplyOf } from '@quanheng/contract/route'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'

/** One place that names a document as its basis. */
export type Use = ReplyOf<typeof showLibraryDocument>['uses'][number]

/** What a document is cited by: its number and title, and the articles that it has. */
export interface CitedBy {
  readonly names: readonly string[]
  readonly articles: readonly string[]
}

/** Where one noun cites a document, in the sight of this person; each article once an object. */
export type UsesOf = (db: Reader, actor: Actor, cited: CitedBy) => Promise<readonly Use[]>
