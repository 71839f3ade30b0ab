export { drafterOf } from './begin-service.ts'
export { canonicalPlan, canonicalStoredVersion } from './canonical.ts'
export { namesOf } from './check-context.ts'
export { plansDeliberated } from './deliberated.ts'
export { editAs, proposeTo } from './draft-service.ts'
export { planText, yamlFile } from './file/export.ts'
export { type PlanHeader, planHeader, planHeaders } from './headers.ts'
export type { IssueHooks } from './issue-service.ts'
export {
  type IssuedPlan,
  issuedPlan,
  issuedVersion,
  lockIssuedPlan,
  lockIssuedPlans,
  type MayIssue,
  type OnIssue,
} from './issued-plan.ts'
export { markingExports } from './marking-exports.ts'
export { carryInto, openDraft } from './open-draft.ts'
export { planRoutes } from './routes.ts'
export { type PlanScope, planIsVisible, plansVisibleTo, seesDraftsOf } from './scope.ts'
export type {} from './tables.ts'
export { plansCiting } from './uses.ts'
export { comparison } from './version-queries.ts'
export { type DraftPlan, visibleDraft } from './visible-draft.ts'
