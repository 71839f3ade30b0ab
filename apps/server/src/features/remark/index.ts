export { remarkRoutes } from './routes.ts'
export { canonicalRemarkRow, openRemarks, remarkSights } from './store.ts'
export type {} from './tables.ts'
