import { type DraftFromNotice, draftFromNotice } from '@quanheng/domain/notice/draft'
import type { NamesKnown } from '@quanheng/domain/notice/draft-parts'
import type { Choices } from '@quanheng/domain/notice/model'
import type { PlanKind } from '@quanheng/domain/plan/model'
import { normaliseContent } from '@quanheng/domain/plan/normalise-content'
import { readingOf } from './store.ts'
import type { NoticeImportRow } from './tables.ts'

export interface Drafting {
  readonly row: NoticeImportRow
  readonly names: NamesKnown
  readonly kind: PlanKind
  readonly year?: number
  readonly title?: string
  /** Those of the row, unless others are tried. */
  readonly choices?: Choices
  readonly undecided?: 'accepted' | 'left'
}

/** The draft that an import gives now, in the form in which a plan stores it. */
export const draftOf = ({ row, names, kind, year, title, choices, undecided }: Drafting): DraftFromNotice => {
  const made = draftFromNotice({
    notice: readingOf(row),
    choices: choices ?? row.choices,
    names,
    file: { digest: row.digest, name: row.file_name },
    kind,
    ownerUnitId: row.unit_id,
    year: year ?? 0,
    title: title ?? row.title ?? '',
    ...(undecided && { undecided }),
  })
  return { ...made, content: normaliseContent(made.content) }
}
