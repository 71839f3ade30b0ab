export { type PlanHeader, planHeader, planHeaders } from './headers.ts'
export { type IssuedPlan, issuedPlan, issuedVersion, lockIssuedPlan, type OnIssue } from './issued-plan.ts'
export { type PlanScope, planIsVisible, plansVisibleTo, seesDraftsOf } from './scope.ts'
export type {} from './tables.ts'
