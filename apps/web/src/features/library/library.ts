import type { beginLibraryDocument, listLibrary, showLibraryDocument } from '@quanheng/contract/library'
import type { BodyOf, ReplyOf } from '@quanheng/contract/route'

export type Line = ReplyOf<typeof listLibrary>['rows'][number]
export type Shown = ReplyOf<typeof showLibraryDocument>
export type Content = BodyOf<typeof beginLibraryDocument>['content']
export type Clause = Content['clauses'][number]

export const contentOf = (shown: Shown): Content => ({
  kind: shown.kind,
  title: shown.title,
  issuer: shown.issuer,
  documentNumber: shown.documentNumber,
  issuedOn: shown.issuedOn,
  effectiveOn: shown.effectiveOn,
  lastOn: shown.lastOn,
  interpreter: shown.interpreter,
  replacesId: shown.replacesId,
  clauses: shown.clauses.map((clause) => ({ ...clause })),
  files: shown.files.map((file) => ({ ...file })),
})

/** The next version begins with the words of this one; number, days and original are its own. */
export const nextVersionOf = (shown: Shown): Content => ({
  ...contentOf(shown),
  documentNumber: '',
  issuedOn: null,
  effectiveOn: null,
  lastOn: null,
  replacesId: shown.id,
  files: [],
})

export const emptyContent: Content = {
  kind: 'rule',
  title: '',
  issuer: '',
  documentNumber: '',
  issuedOn: null,
  effectiveOn: null,
  lastOn: null,
  interpreter: '',
  replacesId: null,
  clauses: [],
  files: [],
}
