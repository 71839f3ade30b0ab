export {
  type AskedOfSheet,
  actOnSheet,
  applyToSheet,
  type HeldSheet,
  holdSheet,
  signingOrder,
} from './act-on-sheet.ts'
export { aggregateSheets } from './aggregate-sheets.ts'
export { signedRowCites } from './cited-evidence.ts'
export { dueOf } from './due.ts'
export { fallRowsOf, fallSheets, type Moved } from './fall-sheets.ts'
export { itemOf, itemsOf } from './item-store.ts'
export { isSignedThrough } from './live-rows.ts'
export { namesOf } from './names.ts'
export { openSheets } from './open-sheets.ts'
export { scanSentBy } from './paper-service.ts'
export type { PointsOf } from './peers.ts'
export { readSheets } from './read-sheet.ts'
export { scoringRoutes } from './routes.ts'
export { type SheetScope, scoringPosts, sheetIsVisible, sheetsVisibleTo } from './scope.ts'
export { canonicalSheet, type LoadedSheet, lockSheetsOfPlan, sheetsOfPlan, withSignatures } from './sheet-store.ts'
export { type SignedRow, signedRows } from './signed-rows.ts'
export type {} from './tables.ts'
export { type ScoringTask, scoringTasksOf } from './tasks.ts'
export { whyScore } from './why.ts'
