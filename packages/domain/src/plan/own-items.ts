import { itemKeys } from './items.ts'
import type { PlanContent, Recusal } from './model.ts'
import { recusalOf, scorerOf } from './responsibility.ts'

/** What a lead unit of a year plan carries itself and may not score (回避), and who scores it. */
export interface OwnItems {
  readonly unitId: string
  /** In the order of the tree. */
  readonly leafKeys: readonly string[]
  /** Absent where no plan names one yet. */
  readonly substitute?: Recusal['substitute']
}

/**
 * By lead unit, in the order of the tree. The substitute is the one of the unit's own indicator plan, which says how it scores; a year
 * plan that names one itself holds until there is such a plan.
 * @param under recusals of the indicator plans issued under this year plan
 */
export const ownItems = (content: PlanContent, under: readonly Recusal[]): readonly OwnItems[] => {
  const own = itemKeys(content).filter(({ leafKey, unitId }) => {
    const scorer = scorerOf(content, leafKey)
    return scorer.ok && scorer.value.unitId === unitId
  })
  return [...Map.groupBy(own, ({ unitId }) => unitId)].map(([unitId, items]) => {
    const recusal = recusalOf({ recusals: under }, unitId) ?? recusalOf(content, unitId)
    return {
      unitId,
      leafKeys: items.map(({ leafKey }) => leafKey),
      ...(recusal && { substitute: recusal.substitute }),
    }
  })
}
