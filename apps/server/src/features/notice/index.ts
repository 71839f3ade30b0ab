export { noticeRoutes } from './routes.ts'
export type {} from './tables.ts'
