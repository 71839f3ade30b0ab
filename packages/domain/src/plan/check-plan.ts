import { saysChange } from './change-indicator.ts'
import { checkBases } from './check/bases.ts'
import type { CheckContext } from './check/context.ts'
import { checkData } from './check/data.ts'
import { checkFormalities } from './check/formalities.ts'
import { checkLeaves } from './check/leaves.ts'
import { checkMarks } from './check/marks.ts'
import { checkMilestones } from './check/milestones.ts'
import { checkPunishedTwice } from './check/punished-twice.ts'
import { checkResponsibilities } from './check/responsibilities.ts'
import { checkSeparation } from './check/separation.ts'
import { checkSteps } from './check/steps.ts'
import { checkUnits } from './check/units.ts'
import { checkYear } from './check/year.ts'
import type { Finding } from './findings.ts'
import type { PlanContent } from './model.ts'
import { totalMarks } from './tree.ts'

const checks: readonly ((content: PlanContent, context: CheckContext) => readonly Finding[])[] = [
  checkLeaves,
  checkMarks,
  checkPunishedTwice,
  checkUnits,
  checkResponsibilities,
  checkSeparation,
  checkData,
  checkSteps,
  checkMilestones,
  checkFormalities,
  checkBases,
  checkYear,
]

/** What a notice or an agreed adjustment asks for is open until the plan says it, by a click or by hand. */
const isDone = (content: PlanContent, { code, params, proposals }: Finding): boolean => {
  if (code === 'adjustment.totalMoved') return totalMarks(content) === params.total
  return (
    (code === 'notice.changeProposed' || code === 'adjustment.changeProposed') &&
    proposals.length > 0 &&
    proposals.every(({ change }) => change !== undefined && saysChange(content, change))
  )
}

/**
 * 方案校核: everything in a plan that stops its issue (必须处理) or that somebody should see first (提请注意), each with its
 * place, its clause and what may be done. Reads a plan that passes the shape check; changes nothing, invents nothing.
 */
export const checkPlan = (content: PlanContent, context: CheckContext): readonly Finding[] => [
  ...checks.flatMap((check) => check(content, context)),
  ...(context.carried ?? []).filter((finding) => !isDone(content, finding)),
]
