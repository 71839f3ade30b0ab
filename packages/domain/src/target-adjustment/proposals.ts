import type { Basis } from '../kernel/basis.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { CarriedFinding, Finding } from '../plan/findings.ts'
import type { PlanContent } from '../plan/model.ts'
import type { AgreedChange, Proposal, ProposalCode } from '../plan/proposals.ts'
import { totalMarks } from '../plan/tree.ts'
import { agreedChanges } from './changes.ts'
import type { AdjustmentRefusal } from './commands.ts'
import type { TargetAdjustment } from './model.ts'

const codes = {
  target: 'propose.setTarget',
  dropTask: 'propose.dropTask',
  addItem: 'propose.addItem',
  owner: 'propose.changeOwner',
  marks: 'propose.keepMarks',
} as const satisfies Record<AgreedChange['kind'], ProposalCode>

/** 批复, as the plan cites it. */
const basisOfReply = ({ standing }: TargetAdjustment, office: string): Basis => ({
  kind: 'clause',
  document: standing.reply?.documentNumber ?? '',
  article: `${office}指标调整批复`,
})

const placeOf = (change: AgreedChange, unitId: string): string => {
  switch (change.kind) {
    case 'target':
      return `tasks[${change.leafKey},${unitId}].target`
    case 'dropTask':
      return `tasks[${change.leafKey},${unitId}]`
    case 'owner':
      return `responsibilities[${change.leafKey}].leadUnitId`
    default:
      return 'indicators'
  }
}

interface Named {
  /** Name of the requesting unit, of the owner-to-be, and of the office. */
  readonly unit: string
  readonly lead: string
  readonly office: string
}

/**
 * What waits in 方案校核 of the plan's next version until the plan says it: each change with a click, and that full marks are what
 * they were. An item that counts as a bonus changes nothing in the plan; how it is dealt with is written down there.
 */
export const carriedAdjustment = (
  content: PlanContent,
  adjustment: TargetAdjustment,
  named: Named,
): Result<readonly CarriedFinding[], AdjustmentRefusal> => {
  const { id, unitId, content: request } = adjustment
  const basis = basisOfReply(adjustment, named.office)
  const agreed = agreedChanges(content, unitId, request.adjusted, basis)
  if (!agreed.ok) return agreed
  const { changes } = agreed.value
  const { adjusted } = request
  const params = {
    adjustmentId: id,
    number: adjustment.standing.reply?.documentNumber ?? '',
    unit: named.unit,
    name: request.was.leafName,
  }
  const value =
    adjusted.kind === 'target' ? adjusted.target : adjusted.kind === 'added' ? adjusted.item.fullMark : named.lead
  const found = (at: string, proposals: readonly Proposal[]): Finding => ({
    code: 'adjustment.changeProposed',
    severity: 'mustFix',
    acceptable: true,
    at,
    basis,
    params,
    proposals,
  })
  const each = changes.map((change, at): CarriedFinding => {
    const proposal = { code: codes[change.kind], params: { ...params, value }, change }
    return { key: `adjustment@${id}#${at}`, finding: found(placeOf(change, unitId), [proposal]) }
  })
  const bonus =
    changes.length === 0
      ? [{ key: `adjustment@${id}`, finding: { ...found('indicators', []), code: 'adjustment.asBonus' as const } }]
      : []
  const total = totalMarks(content)
  const marks =
    changes.length > 1 && total !== undefined
      ? [
          {
            key: `adjustment@${id}#total`,
            finding: {
              ...found('indicators', []),
              code: 'adjustment.totalMoved' as const,
              params: { ...params, total },
            },
          },
        ]
      : []
  return ok([...each, ...bonus, ...marks])
}
