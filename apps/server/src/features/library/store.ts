import { folded, gramsOf } from '@quanheng/domain/library/grams'
import {
  canonicalLibraryDocument,
  citedAs,
  type LibraryContent,
  type LibraryDocument,
} from '@quanheng/domain/library/model'
import { lastDayOf } from '@quanheng/domain/library/validity'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { LibraryRow } from './tables.ts'

export type KeptLibraryDocument = Kept<LibraryRow, LibraryDocument>

/** Words are looked for in its head together, and in each clause for itself. */
const soughtIn = ({ title, documentNumber, issuer, clauses }: LibraryContent): string[] => [
  folded(`${title} ${documentNumber} ${issuer}`),
  ...clauses.map(({ article, text }) => folded(`${article} ${text}`)),
]

export const libraryKeeper = keeperOf<LibraryRow, LibraryDocument>({
  noun: 'libraryDocument',
  table: 'library_document',
  json: ['content', 'standing'],
  modelOf: ({ id, unit_id: unitId, state, content, standing }, steps) => ({
    id,
    unitId,
    state,
    content,
    standing,
    steps: steps as LibraryDocument['steps'],
  }),
  columnsOf: (document) => {
    const { unitId, state, content, standing } = document
    const sought = soughtIn(content)
    return {
      unit_id: unitId,
      kind: content.kind,
      state,
      cited_as: citedAs(content),
      title: content.title,
      effective_on: content.effectiveOn === '' ? null : content.effectiveOn,
      last_day: lastDayOf(document) ?? null,
      replaces_id: content.replacesId ?? null,
      content,
      standing,
      sought,
      grams: [...gramsOf(sought.join('\n'))],
    }
  },
  filesOf: ({ content }) => content.files.map(({ digest }) => digest),
  canonical: canonicalLibraryDocument,
})
