import type { Basis } from '../kernel/basis.ts'
import { ok, type Result } from '../kernel/result.ts'
import { changeAgreed } from '../plan/change-agreed.ts'
import type { PlanContent } from '../plan/model.ts'
import type { AgreedChange } from '../plan/proposals.ts'
import { nodeByKey } from '../plan/tree.ts'
import type { AdjustmentRefusal } from './commands.ts'
import { marksGivingWay } from './marks.ts'
import type { Adjusted } from './model.ts'

/** What is asked, as one change of the plan; none for an item that counts as a bonus beside it. */
const changeOf = (unitId: string, adjusted: Adjusted, basis: Basis): AgreedChange | undefined => {
  const { leafKey } = adjusted
  switch (adjusted.kind) {
    case 'target':
      return { kind: 'target', leafKey, unitId, target: adjusted.target, basis }
    case 'dropped':
      return { kind: 'dropTask', leafKey, unitId }
    case 'added':
      return adjusted.marks.by === 'bonus'
        ? undefined
        : { kind: 'addItem', leafKey, unitId, item: adjusted.item, basis }
    case 'owner':
      return { kind: 'owner', leafKey, leadUnitId: adjusted.leadUnitId, basis }
  }
}

/** Whether a leaf comes into the plan or leaves it, so that marks have to give way. */
const movesMarks = (before: PlanContent, after: PlanContent, leafKey: string): boolean =>
  (nodeByKey(before, leafKey) === undefined) !== (nodeByKey(after, leafKey) === undefined)

/** The changes of the plan that an adjustment asks for, in their order, and the plan with them. */
export const agreedChanges = (
  before: PlanContent,
  unitId: string,
  adjusted: Adjusted,
  basis: Basis,
): Result<{ readonly changes: readonly AgreedChange[]; readonly after: PlanContent }, AdjustmentRefusal> => {
  const main = changeOf(unitId, adjusted, basis)
  const after = main && changeAgreed(before, main)
  if (!main || !after) return ok({ changes: main ? [main] : [], after: before })
  if (!('marks' in adjusted) || !movesMarks(before, after, adjusted.leafKey)) return ok({ changes: [main], after })
  const marks = marksGivingWay(before, after, adjusted.leafKey, adjusted.marks)
  if (!marks.ok) return marks
  const way: AgreedChange = { kind: 'marks', marks: marks.value }
  return ok({ changes: [main, way], after: changeAgreed(after, way) ?? after })
}
