import { emptyContent } from '../plan/begin.ts'
import type { PlanContent, PlanKind } from '../plan/model.ts'
import { takenRows } from './choices.ts'
import { draftDuties, draftGroups } from './draft-duties.ts'
import { draftIndicators } from './draft-indicators.ts'
import { draftBases, draftDocument } from './draft-papers.ts'
import { type DraftMeans, type NamesKnown, noteOf } from './draft-parts.ts'
import { draftSteps } from './draft-steps.ts'
import type { Choices, DraftNote, ReadNotice } from './model.ts'

export interface DraftOrder {
  readonly notice: ReadNotice
  readonly choices: Choices
  readonly names: NamesKnown
  readonly file: DraftMeans['file']
  readonly kind: PlanKind
  readonly ownerUnitId: string
  readonly year: number
  readonly title: string
  /** What a field counts as that nobody has decided about. */
  readonly undecided?: 'accepted' | 'left'
}

export interface DraftFromNotice {
  readonly content: PlanContent
  /** The field of the notice behind each place of the plan. */
  readonly sources: Readonly<Record<string, string>>
  readonly notes: readonly DraftNote[]
}

/**
 * A draft plan from what was accepted of a notice. Every value has its field in `sources`; nothing is invented: what the notice does
 * not say stays empty, what could not be taken over is a note. Equal input gives an equal draft, with keys that follow from the words,
 * so that drafts of two versions of one notice can be compared row by row.
 */
export const draftFromNotice = (order: DraftOrder): DraftFromNotice => {
  const { notice, choices, kind, ownerUnitId, year, title } = order
  const means: DraftMeans = {
    headings: notice.headings,
    signs: [...notice.text],
    rows: takenRows(notice.rows, choices, order.undecided),
    names: order.names,
    ownerUnitId,
    file: order.file,
  }
  const [document, bases, groups] = [draftDocument(means), draftBases(means), draftGroups(means)]
  const indicators = draftIndicators(means)
  const duties = draftDuties(means, indicators.value)
  const steps = draftSteps(means)
  const asked = notice.rows.flatMap((row) =>
    row.fields.flatMap((field) =>
      Object.hasOwn(choices, field.id) && choices[field.id]?.state === 'asked'
        ? [noteOf('notice.askedLater', { ...field, row }, { words: field.value })]
        : [],
    ),
  )
  const printed = means.rows.flatMap((row) => row.all('title')).at(0)
  const parts = [document, bases, groups, indicators, duties, steps]
  return {
    content: {
      ...emptyContent({ kind, ownerUnitId, year, title }),
      document: document.value,
      bases: bases.value,
      unitGroups: groups.value,
      indicators: indicators.value.nodes,
      responsibilities: duties.value,
      steps: steps.value,
    },
    sources: Object.fromEntries([
      ...(printed ? [['title', printed.id] as const] : []),
      ...parts.flatMap(({ sources }) => sources),
    ]),
    notes: [...parts.flatMap(({ notes }) => notes), ...asked],
  }
}
