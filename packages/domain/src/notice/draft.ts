import { emptyContent } from '../plan/begin.ts'
import type { IndicatorNode, PlanContent, PlanKind, Responsibility } from '../plan/model.ts'
import { takenRows } from './choices.ts'
import { withDataElements } from './draft-data.ts'
import { draftDuties, draftGroups } from './draft-duties.ts'
import { draftIndicators } from './draft-indicators.ts'
import { draftBases, draftDocument } from './draft-papers.ts'
import { type DraftMeans, type NamesKnown, noteOf, unitNamed } from './draft-parts.ts'
import { draftSettings, draftWeights } from './draft-settings.ts'
import { draftSteps } from './draft-steps.ts'
import { draftTasks } from './draft-tasks.ts'
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

/** Fields marked 待问, which a draft leaves as they are. */
export const askedNotes = ({ rows }: Pick<ReadNotice, 'rows'>, choices: Choices): readonly DraftNote[] =>
  rows.flatMap((row) =>
    row.fields.flatMap((field) =>
      Object.hasOwn(choices, field.id) && choices[field.id]?.state === 'asked'
        ? [noteOf('notice.askedLater', { ...field, row }, { words: field.value })]
        : [],
    ),
  )

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
    kind,
    ownerUnitId,
    file: order.file,
  }
  const [document, bases, groups] = [draftDocument(means), draftBases(means), draftGroups(means)]
  const indicators = draftIndicators(means)
  const duties = draftDuties(means, indicators.value)
  const steps = draftSteps(means)
  const tasks = draftTasks(means, indicators.value)
  const weighted = kind === 'appraisalPlan' ? draftWeights(means, indicators.value.nodes) : undefined
  const settings = draftSettings(means, indicators.value)
  const printed = means.rows.flatMap((row) => row.all('title')).at(0)
  const parts = [document, bases, groups, indicators, ...(weighted ? [weighted] : []), tasks, duties, steps, settings]
  const { content, askedBy } = withDataElements(
    {
      ...emptyContent({ kind, ownerUnitId, year, title }),
      document: document.value,
      bases: bases.value,
      unitGroups: groups.value,
      indicators: weighted ? ledBy(weighted.value, duties.value) : indicators.value.nodes,
      tasks: tasks.value,
      responsibilities: duties.value,
      steps: steps.value,
      settings: settings.value,
    },
    (name) => unitNamed(means, name),
  )
  const sources = new Map([
    ...(printed ? [['title', printed.id] as const] : []),
    ...parts.flatMap((part) => part.sources),
  ])
  for (const [at, leafKey] of askedBy) {
    const sentence = sources.get(`indicators[${leafKey}].scoring.rule`)
    if (sentence !== undefined) sources.set(at, sentence)
  }
  return {
    content,
    sources: Object.fromEntries(sources),
    notes: [...parts.flatMap(({ notes }) => notes), ...askedNotes(notice, choices)],
  }
}

/** In a year plan the unit that leads an indicator stands on it too: its own plan takes the line from there. */
const ledBy = (nodes: readonly IndicatorNode[], duties: readonly Responsibility[]): readonly IndicatorNode[] => {
  const lead = new Map(duties.map(({ nodeKey, leadUnitId }) => [nodeKey, leadUnitId]))
  return nodes.map((node) => {
    const leadUnitId = lead.get(node.key) ?? ''
    return leadUnitId === '' ? node : { ...node, leadUnitId }
  })
}
