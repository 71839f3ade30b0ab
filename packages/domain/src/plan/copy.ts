import type { Beginning } from './begin.ts'
import type { IndicatorNode, PlanContent } from './model.ts'

/** A line of another year's plan is not this year's: the drafter names it anew. */
const withoutLine = ({ line: _, ...node }: IndicatorNode): IndicatorNode => node

/** What only the unit that wrote the plan can say: its sections, its people, its recusals. */
const ofOwner = {
  responsibilities: [],
  recusals: [],
} as const satisfies Partial<PlanContent>

/** Days and targets belong to the year they were set for. A day shifted by a year would be an invention. */
const ofYear = (content: PlanContent): Partial<PlanContent> => ({
  indicators: content.indicators.map(withoutLine),
  tasks: content.tasks.map(({ target: _, ...task }) => task),
  dataElements: content.dataElements.map((row) => ({ ...row, cutoff: '', due: '' })),
  steps: content.steps.map(({ cutoff: _, ...step }) => ({ ...step, due: '' })),
  ...(content.milestones && { milestones: content.milestones.map((row) => ({ ...row, due: '' })) }),
})

const foreign = (content: PlanContent): Partial<PlanContent> => ({
  ...ofOwner,
  steps: content.steps.map(({ owner: _, ...step }) => step),
  dataElements: content.dataElements.map((row) =>
    row.source.kind === 'section' || row.source.kind === 'superior'
      ? { ...row, source: { kind: 'section', unitId: '', sectionId: '' } }
      : row,
  ),
})

/**
 * A new draft that starts from another plan: last year's, or another unit's. Keys stay, so that years can be compared.
 * Document number, date and text are left behind; with another year its days, targets and quoted lines too; with another
 * owner also sections and people.
 */
export const contentFrom = (source: PlanContent, { kind, ownerUnitId, year, title }: Beginning): PlanContent => {
  const { coordinating, ...rest } = source
  const own = source.ownerUnitId === ownerUnitId
  const base: PlanContent = { ...rest, ...(own && coordinating && { coordinating }) }
  const dated: PlanContent = source.year === year ? base : { ...base, ...ofYear(base) }
  return {
    ...dated,
    ...(own ? {} : foreign(dated)),
    kind,
    title,
    year,
    ownerUnitId,
    document: { addressees: source.document.addressees },
  }
}
