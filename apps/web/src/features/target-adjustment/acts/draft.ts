import { type AdjustmentKind, marksRules } from '@quanheng/domain/target-adjustment/model'
import type { Adjusted, Adjustment, Choice, Marks } from '../adjustment.ts'

/** What is typed for all kinds, so that a look at another kind loses nothing. */
export interface Draft {
  readonly kind: AdjustmentKind
  readonly leafKey: string
  readonly target: string
  readonly marksBy: Marks['by']
  /** The indicator that gives or gets the marks. */
  readonly marksLeafKey: string
  readonly lead: { readonly unitId: string; readonly unitName: string }
  /** Empty: a top node of the plan. */
  readonly parentKey: string
  readonly item: {
    readonly name: string
    readonly fullMark: string
    readonly task: string
    readonly target: string
    readonly completionStandard: string
    readonly sentence: string
  }
}

export interface FieldsProps {
  readonly choice: Choice
  readonly draft: Draft
  readonly onChange: (more: Partial<Draft>) => void
}

export const blankOf = (kind: AdjustmentKind): Draft => ({
  kind,
  leafKey: '',
  target: '',
  marksBy: 'scaled',
  marksLeafKey: '',
  lead: { unitId: '', unitName: '' },
  parentKey: '',
  item: { name: '', fullMark: '', task: '', target: '', completionStandard: '', sentence: '' },
})

/** A stored request, to be changed. */
export const draftOf = ({ request: { adjusted }, newLeadName }: Adjustment): Draft => {
  const blank = blankOf(adjusted.kind)
  const marks =
    'marks' in adjusted
      ? {
          marksBy: adjusted.marks.by,
          marksLeafKey: adjusted.marks.by === 'takenFrom' ? adjusted.marks.leafKey : '',
        }
      : {}
  switch (adjusted.kind) {
    case 'target':
      return { ...blank, leafKey: adjusted.leafKey, target: adjusted.target }
    case 'dropped':
      return { ...blank, ...marks, leafKey: adjusted.leafKey }
    case 'added': {
      const { parentKey, ...item } = adjusted.item
      return { ...blank, ...marks, parentKey: parentKey ?? '', item }
    }
    case 'owner':
      return {
        ...blank,
        leafKey: adjusted.leafKey,
        lead: { unitId: adjusted.leadUnitId, unitName: newLeadName ?? '' },
      }
  }
}

/** What may be chosen of a plan: a target only where the rule has one. */
export const itemsFor = (kind: AdjustmentKind, { items }: Choice): Choice['items'] =>
  kind === 'target' ? items.filter(({ target }) => target !== null) : items

/** A dropped item cannot be a bonus, nor can any where the year gives none. */
export const rulesFor = (kind: AdjustmentKind, { hasBonus }: Choice): readonly Marks['by'][] =>
  marksRules.filter((by) => by !== 'bonus' || (kind === 'added' && hasBonus))

/** The rule as it is shown: another kind may not know the one that was chosen. */
export const ruleOf = ({ kind, marksBy }: Draft, choice: Choice): Marks['by'] =>
  rulesFor(kind, choice).includes(marksBy) ? marksBy : 'scaled'

const marksOf = (draft: Draft, choice: Choice): Marks | undefined => {
  const by = ruleOf(draft, choice)
  if (by !== 'takenFrom') return { by }
  const { marksLeafKey } = draft
  return marksLeafKey === '' ? undefined : { by, leafKey: marksLeafKey }
}

const scaled = { by: 'scaled' } as const

/** As it is sent; undefined while something is not chosen yet. */
export const asked = (draft: Draft, choice: Choice): Adjusted | undefined => {
  const { kind, target, lead, item } = draft
  const leaf = itemsFor(kind, choice).find(({ key }) => key === draft.leafKey)
  const marks = marksOf(draft, choice)
  switch (kind) {
    case 'target':
      return leaf && { kind, leafKey: leaf.key, target }
    case 'dropped':
      // Others still carry it: nothing has to give way.
      return (
        leaf && (leaf.alone ? marks && { kind, leafKey: leaf.key, marks } : { kind, leafKey: leaf.key, marks: scaled })
      )
    case 'added':
      return marks && { kind, marks, item: { ...item, parentKey: draft.parentKey || null } }
    case 'owner':
      return leaf && lead.unitId !== '' ? { kind, leafKey: leaf.key, leadUnitId: lead.unitId } : undefined
  }
}
