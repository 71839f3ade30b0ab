import type { Credit, LeafOutcome, LeafScore, ScoringInput, Veto } from './model.ts'
import type { UnitFacts } from './score-unit.ts'
import type { Tree } from './tree.ts'

/** Throws on an outcome for no leaf and on two for one item. */
export function factsByUnit(
  { groups, outcomes, credits = [], vetoes = [] }: Pick<ScoringInput, 'groups' | 'outcomes' | 'credits' | 'vetoes'>,
  { leafMarks }: Tree,
): ReadonlyMap<string, UnitFacts> {
  const byUnit = new Map<string, { outcomes: Map<string, LeafScore>; credits: Credit[]; vetoes: Veto[] }>()
  const ofUnit = (unitId: string) => {
    const found = byUnit.get(unitId) ?? { outcomes: new Map<string, LeafScore>(), credits: [], vetoes: [] }
    byUnit.set(unitId, found)
    return found
  }
  for (const { unitIds } of groups) unitIds.forEach(ofUnit)
  for (const item of outcomes) {
    const unit = ofUnit(item.unitId).outcomes
    if (unit.has(item.leafKey)) throw new RangeError(`two outcomes for one item: ${item.leafKey} of ${item.unitId}`)
    unit.set(onLeaf(item, leafMarks), item.outcome)
  }
  for (const credit of credits) ofUnit(credit.unitId).credits.push(credit)
  for (const veto of vetoes) ofUnit(veto.unitId).vetoes.push(veto)
  return byUnit
}

export function onLeaf(
  { leafKey, unitId }: Pick<LeafOutcome, 'leafKey' | 'unitId'>,
  leafMarks: Tree['leafMarks'],
): string {
  if (!leafMarks.has(leafKey)) throw new RangeError(`an outcome for no leaf: ${leafKey} of ${unitId}`)
  return leafKey
}
