export { remarkRoutes } from './routes.ts'
export { canonicalRemarkRow, openRemarks } from './store.ts'
export type {} from './tables.ts'
