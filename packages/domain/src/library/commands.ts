import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { LibraryClause, LibraryContent, LibraryDocument } from './model.ts'

export type LibraryCommand =
  | { readonly kind: 'edit'; readonly content: LibraryContent }
  | { readonly kind: 'publish' }
  | { readonly kind: 'discard'; readonly reason: string }
  | {
      readonly kind: 'correct'
      readonly clauses: readonly LibraryClause[]
      readonly interpreter: string
      readonly reason: string
    }
  | { readonly kind: 'repeal'; readonly from: string; readonly reason: string }

export interface LibraryContext extends CommandContext {
  /** Another published document of this office that citations name in the same way. */
  readonly sameName: boolean
  /** The document that the content replaces, where this office has it. */
  readonly replaces?: LibraryDocument
}

export type LibraryErrorCode =
  | 'library.notNow'
  | 'library.notYours'
  | 'library.otherUnit'
  | 'library.titleMissing'
  | 'library.issuerMissing'
  | 'library.effectiveMissing'
  | 'library.lastBeforeFirst'
  | 'library.empty'
  | 'library.articleMissing'
  | 'library.articleTwice'
  | 'library.sameName'
  | 'library.replacesUnknown'
  | 'library.replacedAlready'
  | 'library.replacesLater'
  | 'library.repealTooEarly'
  | 'library.reasonMissing'

export type LibraryEvent =
  | { readonly type: 'libraryDocumentBegun'; readonly documentId: string }
  | { readonly type: 'libraryDocumentMoved'; readonly documentId: string; readonly command: LibraryCommand['kind'] }

export type LibraryResult = Result<
  { readonly next: LibraryDocument; readonly events: readonly LibraryEvent[] },
  DomainError<LibraryErrorCode>
>
